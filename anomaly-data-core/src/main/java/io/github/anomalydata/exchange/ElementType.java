package io.github.anomalydata.exchange;

import java.util.Locale;

/**
 * What one element of a {@link NumericArray} is, under NumPy's name for it.
 *
 * <p>NumPy's complex, text, date, {@code longdouble}, object and structured types have no constant:
 * a file that holds them is refused.
 */
public enum ElementType {
  /** A truth value in one byte, 0 or 1. */
  BOOL('b', 1),
  /** A signed integer of 8 bits. */
  INT8('i', 1),
  /** An unsigned integer of 8 bits. */
  UINT8('u', 1),
  /** A signed integer of 16 bits. */
  INT16('i', 2),
  /** An unsigned integer of 16 bits. */
  UINT16('u', 2),
  /** A signed integer of 32 bits. */
  INT32('i', 4),
  /** An unsigned integer of 32 bits. */
  UINT32('u', 4),
  /** A signed integer of 64 bits. */
  INT64('i', 8),
  /** An unsigned integer of 64 bits. */
  UINT64('u', 8),
  /** An IEEE 754 number of 16 bits. */
  FLOAT16('f', 2),
  /** An IEEE 754 number of 32 bits. */
  FLOAT32('f', 4),
  /** An IEEE 754 number of 64 bits. */
  FLOAT64('f', 8);

  private final char kind;
  private final int bytes;

  ElementType(char kind, int bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /**
   * Returns the size of an element.
   *
   * @return the number of bytes: 1, 2, 4 or 8
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Returns NumPy's name of the type.
   *
   * @return such as {@code "float32"}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** NumPy's letter for the family of the type: b, i, u or f. */
  char kind() {
    return kind;
  }

  boolean isFloating() {
    return kind == 'f';
  }

  /** The unsigned type of the same width; itself if it is unsigned. */
  ElementType unsigned() {
    return switch (this) {
      case INT8, UINT8 -> UINT8;
      case INT16, UINT16 -> UINT16;
      case INT32, UINT32 -> UINT32;
      case INT64, UINT64 -> UINT64;
      case BOOL, FLOAT16, FLOAT32, FLOAT64 ->
          throw new IllegalStateException("only integers can be read as unsigned, this is " + this);
    };
  }
}
