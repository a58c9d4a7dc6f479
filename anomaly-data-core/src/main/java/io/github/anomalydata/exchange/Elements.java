package io.github.anomalydata.exchange;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bulk work on the primitive arrays that hold the values of a {@link NumericArray}. */
final class Elements {
  private Elements() {}

  static Object allocate(ElementType type, int size) {
    return switch (type) {
      case BOOL, INT8, UINT8 -> new byte[size];
      case INT16, UINT16, FLOAT16 -> new short[size];
      case INT32, UINT32 -> new int[size];
      case INT64, UINT64 -> new long[size];
      case FLOAT32 -> new float[size];
      case FLOAT64 -> new double[size];
    };
  }

  static int length(Object values) {
    return Array.getLength(values);
  }

  static Object copyOf(Object values, int length) {
    if (values instanceof float[] v) {
      return Arrays.copyOf(v, length);
    } else if (values instanceof double[] v) {
      return Arrays.copyOf(v, length);
    } else if (values instanceof byte[] v) {
      return Arrays.copyOf(v, length);
    } else if (values instanceof short[] v) {
      return Arrays.copyOf(v, length);
    } else if (values instanceof int[] v) {
      return Arrays.copyOf(v, length);
    }
    return Arrays.copyOf((long[]) values, length);
  }

  /** Reads {@code count} elements from the position of the buffer, in the buffer's byte order. */
  static void get(ByteBuffer from, Object values, int offset, int count) {
    if (values instanceof float[] v) {
      from.asFloatBuffer().get(v, offset, count);
    } else if (values instanceof double[] v) {
      from.asDoubleBuffer().get(v, offset, count);
    } else if (values instanceof byte[] v) {
      from.duplicate().get(v, offset, count);
    } else if (values instanceof short[] v) {
      from.asShortBuffer().get(v, offset, count);
    } else if (values instanceof int[] v) {
      from.asIntBuffer().get(v, offset, count);
    } else {
      from.asLongBuffer().get((long[]) values, offset, count);
    }
  }

  /** Writes {@code count} elements at the position of the buffer, in the buffer's byte order. */
  static void put(ByteBuffer to, Object values, int offset, int count) {
    if (values instanceof float[] v) {
      to.asFloatBuffer().put(v, offset, count);
    } else if (values instanceof double[] v) {
      to.asDoubleBuffer().put(v, offset, count);
    } else if (values instanceof byte[] v) {
      to.duplicate().put(v, offset, count);
    } else if (values instanceof short[] v) {
      to.asShortBuffer().put(v, offset, count);
    } else if (values instanceof int[] v) {
      to.asIntBuffer().put(v, offset, count);
    } else {
      to.asLongBuffer().put((long[]) values, offset, count);
    }
  }

  /** Copies {@code count} elements that lie {@code step} apart to consecutive places. */
  static void gather(Object from, int at, int step, Object to, int offset, int count) {
    if (from instanceof float[] f) {
      float[] t = (float[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    } else if (from instanceof double[] f) {
      double[] t = (double[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    } else if (from instanceof byte[] f) {
      byte[] t = (byte[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    } else if (from instanceof short[] f) {
      short[] t = (short[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    } else if (from instanceof int[] f) {
      int[] t = (int[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    } else {
      long[] f = (long[]) from;
      long[] t = (long[]) to;
      for (int i = 0, j = at; i < count; i++, j += step) {
        t[offset + i] = f[j];
      }
    }
  }
}
