package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.List;

/**
 * A kernel: how much two rows x and y resemble one another. The names of parameters are those of
 * scikit-learn.
 *
 * <p>{@link MaximumMeanDiscrepancy} sees every difference of two distributions by a Gaussian,
 * Laplacian or rational quadratic kernel, differences of moments up to the degree by a polynomial
 * one, and those of means by the linear one.
 */
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
    return new MedianGaussian();
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

  /** The Gaussian kernel whose bandwidth is the median distance. */
  record MedianGaussian() implements Kernel {}

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
