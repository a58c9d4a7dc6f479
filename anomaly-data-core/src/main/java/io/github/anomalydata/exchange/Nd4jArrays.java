package io.github.anomalydata.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies between {@link NumericArray} and {@link INDArray}, with the same type, shape and bits.
 *
 * <p>This is the one class of the package that loads ND4J.
 */
public final class Nd4jArrays {
  /** The greatest rank of an {@link INDArray}. */
  private static final int MAX_RANK = 32;

  private Nd4jArrays() {}

  /**
   * Returns an ND4J array with the same type, shape and values, in C order.
   *
   * @param array the array; {@code uint64} keeps its bits
   * @return a new array
   * @throws IllegalArgumentException if the rank is over 32
   */
  public static INDArray toNd4j(NumericArray array) {
    long[] shape = Arrays.stream(array.shape()).asLongStream().toArray();
    if (shape.length > MAX_RANK) {
      throw new IllegalArgumentException(
          "array must have a rank of at most " + MAX_RANK + ", got " + array);
    }
    DataType type = dataType(array.type());
    if (array.size() == 0) {
      return Nd4j.create(type, shape);
    }
    if (type == DataType.FLOAT16) {
      INDArray wide = Nd4j.create(buffer(array.floats(), DataType.FLOAT), shape);
      INDArray result = wide.castTo(type);
      release(wide);
      return result;
    }
    return Nd4j.create(buffer(array.values(), type), shape);
  }

  /**
   * Returns the values of an ND4J array with the same type and shape. Views, any strides and 'f'
   * order are read in C order. ND4J's empty array without a shape becomes one of shape {@code [0]}.
   *
   * @param array the array, unchanged
   * @return a copy
   * @throws IllegalArgumentException if the type has no {@link ElementType} ({@code BFLOAT16},
   *     {@code UTF8}), or the array takes 2 GiB or more
   */
  public static NumericArray fromNd4j(INDArray array) {
    ElementType type = elementType(array.dataType());
    long[] dimensions = array.shape();
    if (array.length() * type.bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "array must take less than 2 GiB, got " + type + Arrays.toString(dimensions));
    }
    int[] shape = Arrays.stream(dimensions).mapToInt(Math::toIntExact).toArray();
    if (array.isEmpty()) {
      return new NumericArray(
          type, shape.length == 0 ? new int[] {0} : shape, Elements.allocate(type, 0));
    }
    int size = (int) array.length();
    Object values = Elements.allocate(type, size);
    INDArray copy = array.dup('c');
    ByteBuffer bytes = copy.data().asNio().order(ByteOrder.nativeOrder());
    Elements.get(bytes, values, 0, size);
    release(copy);
    return new NumericArray(type, shape, values);
  }

  private static DataBuffer buffer(Object values, DataType type) {
    if (values instanceof float[] v) {
      return Nd4j.createTypedBuffer(v, type);
    } else if (values instanceof double[] v) {
      return Nd4j.createTypedBuffer(v, type);
    } else if (values instanceof byte[] v) {
      return Nd4j.createTypedBuffer(v, type);
    } else if (values instanceof short[] v) {
      return Nd4j.createTypedBuffer(v, type);
    } else if (values instanceof int[] v) {
      return Nd4j.createTypedBuffer(v, type);
    }
    return Nd4j.createTypedBuffer((long[]) values, type);
  }

  private static void release(INDArray array) {
    if (array.closeable()) {
      array.close();
    }
  }

  private static DataType dataType(ElementType type) {
    return switch (type) {
      case BOOL -> DataType.BOOL;
      case INT8 -> DataType.INT8;
      case UINT8 -> DataType.UINT8;
      case INT16 -> DataType.INT16;
      case UINT16 -> DataType.UINT16;
      case INT32 -> DataType.INT32;
      case UINT32 -> DataType.UINT32;
      case INT64 -> DataType.INT64;
      case UINT64 -> DataType.UINT64;
      case FLOAT16 -> DataType.FLOAT16;
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
    };
  }

  private static ElementType elementType(DataType type) {
    for (ElementType candidate : ElementType.values()) {
      if (dataType(candidate) == type) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("array must be of a type NumPy knows, got " + type);
  }
}
