package io.github.anomalydata.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files compat/golden/exchange.py makes, and the values they hold. */
final class Golden {
  private Golden() {}

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(Golden.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  /** The array of the given type and shape whose elements follow the formula of the script. */
  static NumericArray array(ElementType type, int... shape) {
    int size = NumericArray.size(shape);
    Object values = Elements.allocate(type, size);
    for (int i = 0; i < size; i++) {
      double number = i * 0.25 - 1;
      switch (type) {
        case BOOL -> ((byte[]) values)[i] = (byte) (i % 3 == 0 ? 1 : 0);
        case FLOAT64 -> ((double[]) values)[i] = number;
        case FLOAT32 -> ((float[]) values)[i] = (float) number;
        case FLOAT16 -> ((short[]) values)[i] = half(number);
        default -> put(values, i, integer(type, i));
      }
    }
    return new NumericArray(type, shape, values);
  }

  /** What numpy.save writes of an array, which tells type, shape and every bit. */
  static byte[] npy(NumericArray array, NpyOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, array, options);
    return out.toByteArray();
  }

  static byte[] npy(NumericArray array) throws IOException {
    return npy(array, NpyOptions.withDefaults());
  }

  private static long integer(ElementType type, int i) {
    int bits = 8 * type.bytes();
    boolean signed = type.kind() == 'i';
    long least = signed ? -1L << (bits - 1) : 0;
    return i % 2 == 0 ? ~least - i : least + i;
  }

  private static void put(Object values, int i, long bits) {
    if (values instanceof byte[] v) {
      v[i] = (byte) bits;
    } else if (values instanceof short[] v) {
      v[i] = (short) bits;
    } else if (values instanceof int[] v) {
      v[i] = (int) bits;
    } else {
      ((long[]) values)[i] = bits;
    }
  }

  /** Quarters up to a few hundred are exact, so that only exponent and fraction need moving. */
  private static short half(double number) {
    if (number == 0) {
      return 0;
    }
    int exponent = Math.getExponent(number);
    int fraction = (int) ((Math.abs(number) / Math.scalb(1.0, exponent) - 1) * 1024);
    return (short) ((number < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | fraction);
  }
}
