package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the header of an NPY file says.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy: the
 *     NPY format</a>
 */
final class NpyHeader {
  /** The bytes before the version. */
  static final String MAGIC = "\u0093NUMPY";

  /** The bytes before the dictionary of a version 1.0 file: magic, version, length. */
  private static final int PRELUDE = MAGIC.length() + 4;

  /** NumPy starts the data at a multiple of this, for memory mapping. */
  private static final int ALIGNMENT = 64;

  /** NumPy leaves room for a growing dimension of this many digits. */
  private static final int GROWTH_DIGITS = 21;

  private final ElementType type;
  private final ByteOrder byteOrder;
  private final boolean fortran;
  private final long[] shape;

  NpyHeader(ElementType type, ByteOrder byteOrder, boolean fortran, long[] shape) {
    this.type = type;
    this.byteOrder = byteOrder;
    this.fortran = fortran;
    this.shape = shape;
  }

  ElementType type() {
    return type;
  }

  ByteOrder byteOrder() {
    return byteOrder;
  }

  boolean fortran() {
    return fortran;
  }

  long[] shape() {
    return shape;
  }

  /**
   * Returns the bytes NumPy writes for this header, in format version 1.0. Their number does not
   * depend on the dimension that grows (the first, in Fortran order the last).
   */
  byte[] toBytes() {
    StringBuilder text = new StringBuilder("{'descr': '").append(descr());
    text.append("', 'fortran_order': ").append(fortran ? "True" : "False").append(", 'shape': (");
    for (int axis = 0; axis < shape.length; axis++) {
      text.append(axis == 0 ? "" : ", ").append(shape[axis]);
    }
    text.append(shape.length == 1 ? ",), }" : "), }");
    if (shape.length > 0) {
      long growing = shape[fortran ? shape.length - 1 : 0];
      text.append(" ".repeat(GROWTH_DIGITS - Long.toString(growing).length()));
    }
    int unpadded = PRELUDE + text.length() + 1;
    text.append(" ".repeat(ALIGNMENT - unpadded % ALIGNMENT)).append('\n');
    return ByteBuffer.allocate(PRELUDE + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC.getBytes(ISO_8859_1))
        .put(new byte[] {1, 0})
        .putShort((short) text.length())
        .put(text.toString().getBytes(ISO_8859_1))
        .array();
  }

  private String descr() {
    char order = type.bytes() == 1 ? '|' : byteOrder == ByteOrder.LITTLE_ENDIAN ? '<' : '>';
    return "" + order + type.kind() + type.bytes();
  }
}
