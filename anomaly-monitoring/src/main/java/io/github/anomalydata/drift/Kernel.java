package io.github.anomalydata.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A kernel: how much two rows x and y resemble one another. The names of parameters are those of
 * scikit-learn.
 *
 * <p>{@link MaximumMeanDiscrepancy} sees every difference of two distributions by a Gaussian,
 * Laplacian or rational quadratic kernel, differences of moments up to the degree by a polynomial
 * one, and those of means by the linear one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kernel")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Kernel.MedianGaussian.class, name = "gaussian-of-median"),
  @JsonSubTypes.Type(value = Kernel.Gaussian.class, name = "gaussian"),
  @JsonSubTypes.Type(value = Kernel.Laplacian.class, name = "laplacian"),
  @JsonSubTypes.Type(value = Kernel.RationalQuadratic.class, name = "rational-quadratic"),
  @JsonSubTypes.Type(value = Kernel.Polynomial.class, name = "polynomial")
})
public sealed interface Kernel {

  /**
   * Returns the Gaussian kernel \( e^{-\gamma \|x - y\|^2} \) with \( \gamma = 1 / (2 m^2) \), m
   * the median distance of two different rows of both samples pooled: of all rows up to 1,000, of
   * 1,000 evenly spaced ones of more. Where that is 0, m is the median of the distances above 0,
   * and where none is, 1; results then say so.
   *
   * @return the kernel
   */
  static Kernel gaussian() {
    return new MedianGaussian(1);
  }

  /**
   * Returns the Gaussian kernel as {@link #gaussian()}, but with m a multiple of the median
   * distance.
   *
   * @param factor what the median is multiplied with
   * @return the kernel
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  static Kernel gaussianOfMedian(double factor) {
    return new MedianGaussian(factor);
  }

  /**
   * Returns Gaussian kernels for a test that needs no choice of the bandwidth: of 1/4, 1/2, 1, 2
   * and 4 times the median distance.
   *
   * @return the kernels
   */
  static List<Kernel> gaussians() {
    return DoubleStream.of(0.25, 0.5, 1, 2, 4).mapToObj(Kernel::gaussianOfMedian).toList();
  }

  /**
   * Returns the Gaussian kernel \( \sum_\gamma e^{-\gamma \|x - y\|^2} \), for one or more
   * bandwidths \( \sigma \) with \( \gamma = 1 / (2 \sigma^2) \).
   *
   * @param gammas the factors of squared distances, at least one
   * @return the kernel
   * @throws IllegalArgumentException if there is none, or one is not above 0 and finite
   */
  static Kernel gaussian(double... gammas) {
    return new Gaussian(Arrays.stream(gammas).boxed().toList());
  }

  /**
   * Returns the Laplacian kernel \( e^{-\gamma \|x - y\|_1} \).
   *
   * @param gamma the factor of distances
   * @return the kernel
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  static Kernel laplacian(double gamma) {
    return new Laplacian(gamma);
  }

  /**
   * Returns the rational quadratic kernel \( (1 + \|x - y\|^2 / (2 \alpha \ell^2))^{-\alpha} \), a
   * mixture of Gaussian kernels of all bandwidths.
   *
   * @param alpha how alike the bandwidths are
   * @param lengthScale the length scale
   * @return the kernel
   * @throws IllegalArgumentException if either is not above 0 and finite
   */
  static Kernel rationalQuadratic(double alpha, double lengthScale) {
    return new RationalQuadratic(alpha, lengthScale);
  }

  /**
   * Returns the polynomial kernel \( (\gamma x \cdot y + c)^d \).
   *
   * @param degree d, at least 1
   * @param gamma the factor of products
   * @param offset c, at least 0
   * @return the kernel
   * @throws IllegalArgumentException if a value is out of its range or not finite
   */
  static Kernel polynomial(int degree, double gamma, double offset) {
    return new Polynomial(degree, gamma, offset);
  }

  /**
   * Returns the linear kernel \( x \cdot y \).
   *
   * @return the kernel
   */
  static Kernel linear() {
    return new Polynomial(1, 1, 0);
  }

  /**
   * Returns the values for all pairs of rows.
   *
   * @param x rows, all of one length
   * @param y rows as long
   * @return the value of row i of x and row j of y at {@code [i][j]}
   * @throws IllegalArgumentException if there is no row, rows differ in length, or a value is not
   *     finite or 1e150 or more in magnitude
   */
  default double[][] matrix(double[][] x, double[][] y) {
    Rows a = Rows.of("x", x);
    double[] values = KernelMatrix.of(this, a, Rows.of("y", y));
    double[][] matrix = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      matrix[i] = Arrays.copyOfRange(values, i * y.length, (i + 1) * y.length);
    }
    return matrix;
  }

  /**
   * Returns the values for all pairs of rows.
   *
   * @param x rows, {@code [rows, columns]}, a view or in any order
   * @param y rows, as many columns
   * @return the values, {@code [rows of x, rows of y]}, computed in double precision; in double if
   *     x is, else in single
   * @throws IllegalArgumentException if an array is empty or no matrix of real numbers, the columns
   *     differ, or a value is not finite or 1e150 or more in magnitude
   */
  default INDArray matrix(INDArray x, INDArray y) {
    double[] values = KernelMatrix.of(this, Rows.of("x", x), Rows.of("y", y));
    return SignalBatches.like(x, values, x.size(0), y.size(0));
  }

  /**
   * Returns the kernel with the bandwidth that rows give it: for one that takes its bandwidth from
   * the median distance, the Gaussian kernel of the median distance of these rows; any other
   * itself.
   *
   * @param rows rows, all of one length
   * @return the kernel, which takes nothing from samples any more
   * @throws IllegalArgumentException if there is no row, rows differ in length, or a value is not
   *     finite or 1e150 or more in magnitude
   */
  default Kernel fittedTo(double[][] rows) {
    Rows checked = Rows.of("rows", rows);
    Require.atLeast("rows", checked.count(), 1);
    List<String> notes = new ArrayList<>();
    return this instanceof MedianGaussian median
        ? MedianDistance.of(checked, notes).gaussian(median, notes)
        : this;
  }

  /**
   * The Gaussian kernel whose bandwidth is a multiple of the median distance.
   *
   * @param factor what the median is multiplied with
   */
  record MedianGaussian(double factor) implements Kernel {
    /**
     * Checks the factor.
     *
     * @param factor what the median is multiplied with, above 0 and finite
     * @throws IllegalArgumentException if it is not
     */
    public MedianGaussian {
      Require.positive("factor", factor);
    }
  }

  /**
   * A sum of Gaussian kernels.
   *
   * @param gammas the factors of squared distances
   */
  record Gaussian(List<Double> gammas) implements Kernel {
    /**
     * Checks the factors.
     *
     * @param gammas the factors of squared distances, at least one, each above 0 and finite
     * @throws IllegalArgumentException if there is none, or one is not above 0 and finite
     */
    public Gaussian {
      gammas = List.copyOf(gammas);
      Require.atLeast("number of gammas", gammas.size(), 1);
      gammas.forEach(gamma -> Require.positive("gamma", gamma));
    }
  }

  /**
   * The Laplacian kernel.
   *
   * @param gamma the factor of distances
   */
  record Laplacian(double gamma) implements Kernel {
    /**
     * Checks the factor.
     *
     * @param gamma the factor of distances, above 0 and finite
     * @throws IllegalArgumentException if it is not
     */
    public Laplacian {
      Require.positive("gamma", gamma);
    }
  }

  /**
   * The rational quadratic kernel.
   *
   * @param alpha how alike the bandwidths are
   * @param lengthScale the length scale
   */
  record RationalQuadratic(double alpha, double lengthScale) implements Kernel {
    /**
     * Checks the parameters.
     *
     * @param alpha how alike the bandwidths are, above 0 and finite
     * @param lengthScale the length scale, above 0 and finite
     * @throws IllegalArgumentException if either is not
     */
    public RationalQuadratic {
      Require.positive("alpha", alpha);
      Require.positive("lengthScale", lengthScale);
    }
  }

  /**
   * The polynomial kernel.
   *
   * @param degree the degree
   * @param gamma the factor of products
   * @param offset what is added to them
   */
  record Polynomial(int degree, double gamma, double offset) implements Kernel {
    /**
     * Checks the parameters.
     *
     * @param degree the degree, at least 1
     * @param gamma the factor of products, above 0 and finite
     * @param offset what is added to them, at least 0 and finite
     * @throws IllegalArgumentException if one is out of its range
     */
    public Polynomial {
      Require.atLeast("degree", degree, 1);
      Require.positive("gamma", gamma);
      if (!(offset >= 0 && offset < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("offset: at least 0 and finite, got " + offset);
      }
    }
  }
}
