package io.github.anomalydata.drift.preprocess;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Principal axes from the covariance matrix, by one-sided Jacobi rotations: pairs of rows of the
 * matrix are rotated until all are orthogonal to one another. Since the matrix is symmetric and has
 * no negative eigenvalue, each row is then an eigenvector times its eigenvalue.
 */
final class Axes {
  private static final int MOST_COLUMNS = 2_000;
  private static final int MOST_SWEEPS = 60;
  private static final double ORTHOGONAL = 1e-15;

  /** An eigenvalue below that much of the greatest is one of rounding. */
  private static final double LEAST_SHARE = 1e-14;

  private Axes() {}

  static PrincipalComponents fit(PrincipalComponents.Options options, double[][] reference) {
    int columns = Matrices.check("reference", reference, 0);
    Require.atLeast("rows of the reference", reference.length, 2);
    if (columns > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "reference: at most "
              + MOST_COLUMNS
              + " columns, to which a random projection leads, got "
              + columns);
    }
    double[] means = Matrices.means(reference, columns);
    double[][] matrix = covariance(reference, means);
    double unit = scaled(matrix);
    rotate(matrix);
    double[] lengths = new double[columns];
    for (int i = 0; i < columns; i++) {
      lengths[i] = Math.sqrt(dot(matrix[i], matrix[i]));
    }
    Integer[] order = new Integer[columns];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -lengths[i]));
    double least = LEAST_SHARE * columns * lengths[order[0]];
    int rank = (int) Arrays.stream(lengths).filter(length -> length > least).count();
    if (options.count() > rank) {
      throw new IllegalArgumentException(
          "count: at most "
              + rank
              + " axes along which the reference varies, got "
              + options.count());
    }
    double[][] axes = new double[options.count()][];
    double[] variances = new double[options.count()];
    for (int c = 0; c < axes.length; c++) {
      axes[c] = axis(matrix[order[c]], lengths[order[c]]);
      variances[c] = lengths[order[c]] * unit;
    }
    return new PrincipalComponents(means, axes, variances, options.whitened());
  }

  private static double[][] covariance(double[][] rows, double[] means) {
    int columns = means.length;
    double[][] matrix = new double[columns][columns];
    double[] centred = new double[columns];
    for (double[] row : rows) {
      for (int k = 0; k < columns; k++) {
        centred[k] = row[k] - means[k];
      }
      for (int i = 0; i < columns; i++) {
        add(matrix[i], centred, centred[i] / (rows.length - 1));
      }
    }
    return matrix;
  }

  /** Divides by the greatest variance, so that no square is out of range, and returns it. */
  private static double scaled(double[][] matrix) {
    double greatest = 0;
    for (int i = 0; i < matrix.length; i++) {
      greatest = Math.max(greatest, matrix[i][i]);
    }
    if (greatest > 0) {
      for (double[] row : matrix) {
        for (int k = 0; k < row.length; k++) {
          row[k] /= greatest;
        }
      }
    }
    return greatest;
  }

  private static void add(double[] sums, double[] values, double factor) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += factor * values[k];
    }
  }

  private static void rotate(double[][] rows) {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      boolean rotated = false;
      for (int i = 0; i < rows.length; i++) {
        for (int j = i + 1; j < rows.length; j++) {
          rotated |= rotate(rows[i], rows[j]);
        }
      }
      if (!rotated) {
        return;
      }
    }
  }

  /** Rotates two rows within their plane so that they are orthogonal, if they are not. */
  private static boolean rotate(double[] a, double[] b) {
    double aa = dot(a, a);
    double bb = dot(b, b);
    double ab = dot(a, b);
    if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb)) {
      return false;
    }
    double ratio = (bb - aa) / (2 * ab);
    double tangent = Math.copySign(1 / (Math.abs(ratio) + Math.hypot(1, ratio)), ratio);
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = cosine * tangent;
    for (int k = 0; k < a.length; k++) {
      double x = a[k];
      a[k] = cosine * x - sine * b[k];
      b[k] = sine * x + cosine * b[k];
    }
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double[] axis(double[] row, double length) {
    int greatest = 0;
    for (int k = 1; k < row.length; k++) {
      greatest = Math.abs(row[k]) > Math.abs(row[greatest]) ? k : greatest;
    }
    double divisor = Math.copySign(length, row[greatest]);
    return Arrays.stream(row).map(value -> value / divisor).toArray();
  }
}
