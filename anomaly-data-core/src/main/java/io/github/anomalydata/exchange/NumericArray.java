package io.github.anomalydata.exchange;

import java.util.Arrays;

/**
 * An array of numbers of any rank: an element type, a shape, and the values in C order (the last
 * index runs fastest).
 *
 * <p>The rank is at most 64, as in NumPy; rank 0 is a single number with shape {@code []}, and the
 * shape of a list of numbers is its length: {@code of(x, x.length)}. A dimension may be 0. There
 * are at most 2<sup>31</sup> - 9 elements.
 *
 * <p>This class carries values from one place to another and does not copy them where their type
 * already fits: {@code of} keeps the array it is given, and {@link #floats()} of a {@code float32}
 * array is the kept array itself. Leave an array that was handed over unchanged.
 *
 * <p>The conversions are exact or refused with an {@link ArithmeticException} that names the index
 * and the value; only {@link #roundedFloats()} rounds. NaN and infinities pass between floating
 * types and are refused as integers; a negative zero becomes the integer 0.
 */
public final class NumericArray {
  static final int MAX_RANK = 64;
  static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  private static final double TWO_POW_63 = 0x1p63;

  private final ElementType type;
  private final int[] shape;
  private final int size;

  /** A {@code byte[]}, {@code short[]}, {@code int[]}, {@code long[]}, ... as wide as the type. */
  private final Object values;

  NumericArray(ElementType type, int[] shape, Object values) {
    this.type = type;
    this.shape = shape.clone();
    this.size = size(this.shape);
    this.values = values;
    if (Elements.length(values) != size) {
      throw new IllegalArgumentException(
          "values must hold "
              + size
              + " elements for shape "
              + Arrays.toString(shape)
              + ", got "
              + Elements.length(values));
    }
  }

  /**
   * Returns an array of type {@link ElementType#FLOAT32}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(float[] values, int... shape) {
    return new NumericArray(ElementType.FLOAT32, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#FLOAT64}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(double[] values, int... shape) {
    return new NumericArray(ElementType.FLOAT64, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#INT8}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(byte[] values, int... shape) {
    return new NumericArray(ElementType.INT8, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#INT16}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(short[] values, int... shape) {
    return new NumericArray(ElementType.INT16, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#INT32}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(int[] values, int... shape) {
    return new NumericArray(ElementType.INT32, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#INT64}.
   *
   * @param values the values in C order, kept and not copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(long[] values, int... shape) {
    return new NumericArray(ElementType.INT64, shape, values);
  }

  /**
   * Returns an array of type {@link ElementType#BOOL}.
   *
   * @param values the values in C order, copied
   * @param shape the size of each dimension; nothing for rank 0
   * @return the array
   * @throws IllegalArgumentException if a dimension is negative, the rank is over 64, or the number
   *     of values is not the product of the dimensions
   */
  public static NumericArray of(boolean[] values, int... shape) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return new NumericArray(ElementType.BOOL, shape, bytes);
  }

  /**
   * Returns the same bits read as unsigned integers, so that the {@code int8} value -1 becomes the
   * {@code uint8} value 255.
   *
   * @return an array over the same values, of the unsigned type of the same width
   * @throws IllegalStateException if the type is no integer
   */
  public NumericArray unsigned() {
    return new NumericArray(type.unsigned(), shape, values);
  }

  /**
   * Returns what each element is.
   *
   * @return the type
   */
  public ElementType type() {
    return type;
  }

  /**
   * Returns the size of each dimension.
   *
   * @return a new array, as long as the rank
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * Returns the number of elements.
   *
   * @return the product of the dimensions; 1 for rank 0
   */
  public int size() {
    return size;
  }

  /**
   * Returns the values as {@code float}, exactly.
   *
   * @return the values in C order: the kept array if the type is {@code float32}, else a new one
   * @throws ArithmeticException if a {@code float} cannot hold a value exactly
   */
  public float[] floats() {
    if (values instanceof float[] kept) {
      return kept;
    }
    float[] result = new float[size];
    for (int i = 0; i < size; i++) {
      double exact = doubleAt(i, ElementType.FLOAT32);
      result[i] = (float) exact;
      if (result[i] != exact && !Double.isNaN(exact)) {
        throw inexact(i, ElementType.FLOAT32);
      }
    }
    return result;
  }

  /**
   * Returns the values as {@code float}, each rounded to the nearest one (ties to even).
   *
   * @return the values in C order: the kept array if the type is {@code float32}, else a new one
   * @throws ArithmeticException if a finite value is beyond the range of a {@code float}, or a
   *     {@code uint64} value above 2<sup>63</sup> - 1
   */
  public float[] roundedFloats() {
    if (values instanceof float[] kept) {
      return kept;
    }
    float[] result = new float[size];
    for (int i = 0; i < size; i++) {
      if (type.isFloating()) {
        double exact = doubleAt(i, ElementType.FLOAT32);
        result[i] = (float) exact;
        if (Float.isInfinite(result[i]) && !Double.isInfinite(exact)) {
          throw inexact(i, ElementType.FLOAT32);
        }
      } else {
        result[i] = integerAt(i, ElementType.FLOAT32);
      }
    }
    return result;
  }

  /**
   * Returns the values as {@code double}, exactly.
   *
   * @return the values in C order: the kept array if the type is {@code float64}, else a new one
   * @throws ArithmeticException if a {@code double} cannot hold a value exactly (an integer of more
   *     than 53 significant bits), or a {@code uint64} value is above 2<sup>63</sup> - 1
   */
  public double[] doubles() {
    if (values instanceof double[] kept) {
      return kept;
    }
    double[] result = new double[size];
    for (int i = 0; i < size; i++) {
      result[i] = doubleAt(i, ElementType.FLOAT64);
    }
    return result;
  }

  /**
   * Returns the values as {@code int}, exactly; truth values are 0 and 1.
   *
   * @return the values in C order: the kept array if the type is {@code int32}, else a new one
   * @throws ArithmeticException if a value is not a whole number in the range of an {@code int}
   */
  public int[] ints() {
    if (type == ElementType.INT32) {
      return (int[]) values;
    }
    int[] result = new int[size];
    for (int i = 0; i < size; i++) {
      long exact = longAt(i, ElementType.INT32);
      result[i] = (int) exact;
      if (result[i] != exact) {
        throw inexact(i, ElementType.INT32);
      }
    }
    return result;
  }

  /**
   * Returns the values as {@code long}, exactly; truth values are 0 and 1.
   *
   * @return the values in C order: the kept array if the type is {@code int64}, else a new one
   * @throws ArithmeticException if a value is not a whole number in the range of a {@code long}
   */
  public long[] longs() {
    if (type == ElementType.INT64) {
      return (long[]) values;
    }
    long[] result = new long[size];
    for (int i = 0; i < size; i++) {
      result[i] = longAt(i, ElementType.INT64);
    }
    return result;
  }

  /**
   * Returns the type and the shape, not the values.
   *
   * @return such as {@code "float32[46000, 14, 30]"}
   */
  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }

  /** The decimal digits of an element that is no floating number. */
  String integerText(int i) {
    return type == ElementType.UINT64
        ? Long.toUnsignedString(((long[]) values)[i])
        : Long.toString(integerAt(i, type));
  }

  /** The kept array, as wide as the type. */
  Object values() {
    return values;
  }

  /** The product of the dimensions, once they are checked. */
  static int size(int[] shape) {
    if (shape.length > MAX_RANK) {
      throw new IllegalArgumentException(
          "shape must have at most " + MAX_RANK + " dimensions, got " + shape.length);
    }
    long size = 1;
    boolean empty = false;
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException(
            "shape must not be negative, got " + Arrays.toString(shape));
      }
      empty |= dimension == 0;
      size = Math.min(size * dimension, Integer.MAX_VALUE);
    }
    if (!empty && size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "shape must hold at most " + MAX_SIZE + " elements, got " + Arrays.toString(shape));
    }
    return empty ? 0 : (int) size;
  }

  /** An element as a {@code double}, for a conversion to the target. */
  double doubleAt(int i, ElementType target) {
    return switch (type) {
      case FLOAT64 -> ((double[]) values)[i];
      case FLOAT32 -> ((float[]) values)[i];
      case FLOAT16 -> Half.toFloat(((short[]) values)[i]);
      default -> {
        long exact = integerAt(i, target);
        double result = exact;
        // The cast back saturates, which would let Long.MAX_VALUE pass as 2^63.
        if ((long) result != exact || result == TWO_POW_63) {
          throw inexact(i, target);
        }
        yield result;
      }
    };
  }

  private long longAt(int i, ElementType target) {
    if (!type.isFloating()) {
      return integerAt(i, target);
    }
    double exact = doubleAt(i, target);
    long result = (long) exact;
    if (result != exact || exact == TWO_POW_63) {
      throw inexact(i, target);
    }
    return result;
  }

  private long integerAt(int i, ElementType target) {
    return switch (type) {
      case BOOL, UINT8 -> ((byte[]) values)[i] & 0xFF;
      case INT8 -> ((byte[]) values)[i];
      case INT16 -> ((short[]) values)[i];
      case UINT16 -> ((short[]) values)[i] & 0xFFFF;
      case INT32 -> ((int[]) values)[i];
      case UINT32 -> ((int[]) values)[i] & 0xFFFF_FFFFL;
      case INT64 -> ((long[]) values)[i];
      case UINT64 -> {
        long bits = ((long[]) values)[i];
        if (bits < 0) {
          throw inexact(i, target);
        }
        yield bits;
      }
      case FLOAT16, FLOAT32, FLOAT64 -> throw new AssertionError(type);
    };
  }

  private ArithmeticException inexact(int i, ElementType target) {
    String value = type.isFloating() ? Double.toString(doubleAt(i, target)) : integerText(i);
    return new ArithmeticException(
        "values[" + i + "] of " + this + " is " + value + ", which " + target + " cannot hold");
  }
}
