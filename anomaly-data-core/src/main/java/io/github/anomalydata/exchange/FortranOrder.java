package io.github.anomalydata.exchange;

/** Reorders arrays between Fortran order (first index fastest) and C order (last index fastest). */
final class FortranOrder {
  /** Square blocks of this side keep both the read and the written cache lines in reach. */
  private static final int BLOCK = 32;

  private FortranOrder() {}

  /** Whether both orders lay out the shape alike, in which case NumPy calls it C order. */
  static boolean sameAsC(int[] shape) {
    int wide = 0;
    for (int dimension : shape) {
      if (dimension == 0) {
        return true;
      }
      wide += dimension > 1 ? 1 : 0;
    }
    return wide <= 1;
  }

  /** Returns values given in Fortran order in C order; may return the given array. */
  static Object toC(ElementType type, Object values, int[] shape) {
    if (sameAsC(shape)) {
      return values;
    }
    Object result = Elements.allocate(type, Elements.length(values));
    int rank = shape.length;
    int rows = shape[0];
    int columns = shape[rank - 1];
    int plane = NumericArray.size(shape) / (rows * columns);
    int[] index = new int[rank];
    for (int i = 0; i < plane; i++) {
      copyPlane(
          values, result, rows, columns, rows * plane, plane * columns, offsets(shape, index));
      for (int axis = rank - 2; axis > 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return result;
  }

  /** Returns values given in C order in Fortran order; may return the given array. */
  static Object fromC(ElementType type, Object values, int[] shape) {
    int[] reversed = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reversed[axis] = shape[shape.length - 1 - axis];
    }
    // C order of a shape is Fortran order of the reversed shape.
    return toC(type, values, reversed);
  }

  private record Offsets(int fortran, int c) {}

  private static Offsets offsets(int[] shape, int[] index) {
    int fortran = 0;
    int c = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      c = c * shape[axis] + index[axis];
      int back = shape.length - 1 - axis;
      fortran = fortran * shape[back] + index[back];
    }
    return new Offsets(fortran, c);
  }

  /** Transposes the plane of the first and the last axis. */
  private static void copyPlane(
      Object from, Object to, int rows, int columns, int columnStep, int rowStep, Offsets start) {
    for (int row = 0; row < rows; row += BLOCK) {
      int rowEnd = Math.min(rows, row + BLOCK);
      for (int column = 0; column < columns; column += BLOCK) {
        int count = Math.min(columns - column, BLOCK);
        for (int r = row; r < rowEnd; r++) {
          int at = start.fortran + r + column * columnStep;
          Elements.gather(from, at, columnStep, to, start.c + r * rowStep + column, count);
        }
      }
    }
  }
}
