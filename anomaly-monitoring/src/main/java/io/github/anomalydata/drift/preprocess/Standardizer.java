package io.github.anomalydata.drift.preprocess;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes the mean of the reference off each column, and divides by its standard deviation, whose
 * divisor is the number of rows, as scikit-learn's {@code StandardScaler} does.
 *
 * <p>A column that is constant in the reference is not divided: a row that differs from it stays as
 * far from 0 as it is in the column's own unit.
 */
public final class Standardizer implements FittedTransform {
  private final double[] means;
  private final double[] deviations;

  Standardizer(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * Fits one to a reference.
   *
   * @param reference the rows, at least 2, all of one length
   * @return the transform
   * @throws IllegalArgumentException if there are fewer, rows differ in length, or a value is not
   *     finite or 1e100 or more in magnitude
   */
  public static Standardizer fit(double[][] reference) {
    int columns = Matrices.check("reference", reference, 0);
    Require.atLeast("rows of the reference", reference.length, 2);
    double[] means = Matrices.means(reference, columns);
    double[] deviations = new double[columns];
    for (int k = 0; k < columns; k++) {
      double squares = 0;
      for (double[] row : reference) {
        squares += (row[k] - means[k]) * (row[k] - means[k]);
      }
      double deviation = Math.sqrt(squares / reference.length);
      deviations[k] = deviation > 0 && !isConstant(reference, k) ? deviation : 1;
    }
    return new Standardizer(means, deviations);
  }

  private static boolean isConstant(double[][] rows, int column) {
    return Arrays.stream(rows).allMatch(row -> row[column] == rows[0][column]);
  }

  /**
   * Fits one to a reference.
   *
   * @param reference the rows, {@code [rows, columns]}, a view or in any order
   * @return the transform
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or as by
   *     {@link #fit(double[][])}
   */
  public static Standardizer fit(INDArray reference) {
    return fit(Matrices.rows("reference", reference));
  }

  @Override
  public double[][] apply(double[][] rows) {
    Matrices.check("rows", rows, means.length);
    double[][] results = new double[rows.length][means.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < means.length; k++) {
        results[i][k] = (rows[i][k] - means[k]) / deviations[k];
      }
    }
    return results;
  }

  @Override
  public int columns() {
    return means.length;
  }

  @Override
  public int outputColumns() {
    return means.length;
  }

  /**
   * Returns what is taken off each column.
   *
   * @return a copy of the means
   */
  public double[] means() {
    return means.clone();
  }

  /**
   * Returns what each column is divided by.
   *
   * @return a copy of the standard deviations, 1 for a constant column
   */
  public double[] deviations() {
    return deviations.clone();
  }
}
