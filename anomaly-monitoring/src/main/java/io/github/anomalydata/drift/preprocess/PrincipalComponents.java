package io.github.anomalydata.drift.preprocess;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes the mean of the reference off each row, and gives its coordinates along the axes of
 * greatest variance of the reference, the greatest first.
 *
 * <p>An axis points to where its coordinate of greatest magnitude is positive, as in scikit-learn's
 * {@code PCA}. Columns are taken in the units that they have: standardise first where these differ.
 * What drifts across the axes that are left out is not seen any more.
 */
public final class PrincipalComponents implements FittedTransform {
  private final double[] means;
  private final double[][] axes;
  private final double[] variances;
  private final boolean whitened;

  PrincipalComponents(double[] means, double[][] axes, double[] variances, boolean whitened) {
    this.means = means;
    this.axes = axes;
    this.variances = variances;
    this.whitened = whitened;
  }

  /**
   * Returns options for a number of axes, coordinates in the units of the columns.
   *
   * @param count the number of axes, at least 1
   * @return the options
   * @throws IllegalArgumentException if it is below 1
   */
  public static Options withCount(int count) {
    return new Options(count, false);
  }

  /**
   * How many axes are taken, and in which units.
   *
   * @param count the number of axes
   * @param whitened whether a coordinate is divided by its standard deviation in the reference
   */
  public record Options(int count, boolean whitened) {

    /**
     * Checks the number.
     *
     * @param count the number of axes
     * @param whitened whether a coordinate is divided by its standard deviation
     * @throws IllegalArgumentException if the number is below 1
     */
    public Options {
      if (count < 1) {
        throw new IllegalArgumentException("count: at least 1, got " + count);
      }
    }

    /**
     * Returns options by which a coordinate is divided by its standard deviation in the reference:
     * a test then sees each axis alike.
     *
     * @return the options
     */
    public Options whitening() {
      return new Options(count, true);
    }

    /**
     * Finds the axes. Takes time with the third power of the number of columns: about a second for
     * 300.
     *
     * @param reference the rows, at least 2, all of one length of at most 2,000
     * @return the transform
     * @throws IllegalArgumentException if there are fewer rows, rows differ in length or are
     *     longer, a value is not finite or 1e100 or more in magnitude, or rows vary along fewer
     *     axes
     */
    public PrincipalComponents fit(double[][] reference) {
      return Axes.fit(this, reference);
    }

    /**
     * Finds the axes.
     *
     * @param reference the rows, {@code [rows, columns]}, a view or in any order
     * @return the transform
     * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or as by
     *     {@link #fit(double[][])}
     */
    public PrincipalComponents fit(INDArray reference) {
      return fit(Matrices.rows("reference", reference));
    }
  }

  @Override
  public double[][] apply(double[][] rows) {
    Matrices.check("rows", rows, means.length);
    double[][] results = new double[rows.length][axes.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < axes.length; c++) {
        double sum = 0;
        for (int k = 0; k < means.length; k++) {
          sum += (rows[i][k] - means[k]) * axes[c][k];
        }
        results[i][c] = whitened ? sum / Math.sqrt(variances[c]) : sum;
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
    return axes.length;
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
   * Returns the axes.
   *
   * @return copies of the axes, {@code [axes][columns]}, each of length 1
   */
  public double[][] axes() {
    double[][] copies = new double[axes.length][];
    for (int c = 0; c < axes.length; c++) {
      copies[c] = axes[c].clone();
    }
    return copies;
  }

  /**
   * Returns the variance of the reference along each axis, with a divisor of one less than the
   * number of rows.
   *
   * @return a copy of the variances
   */
  public double[] variances() {
    return variances.clone();
  }

  boolean isWhitened() {
    return whitened;
  }
}
