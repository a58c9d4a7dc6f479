package io.github.anomalydata.drift;

/**
 * How far two samples of one variable are apart. {@code F} and {@code G} are the empirical
 * distribution functions of {@code n} reference and {@code m} current values, {@code H} that of all
 * {@code N = n + m}. Each is 0 only where {@code F} and {@code G} are equal, and where values are
 * tied, both are taken right of them.
 */
public enum Distance {
  /**
   * Kolmogorov-Smirnov: {@code D = max |F - G|}, from 0 to 1. It sees where the bulk of the values
   * moves, and is blind to a change of scale in the tails.
   */
  KOLMOGOROV_SMIRNOV("largest difference of the distribution functions, 0 to 1", Norm.GREATEST) {
    @Override
    double weight(Pool pool, int place, int ties) {
      return 1;
    }

    @Override
    double statistic(double sum, double n, double m) {
      return sum / (n * m);
    }
  },

  /**
   * Wasserstein-1, the earth mover's distance: {@code W = ∫ |F - G| dx}, in the unit of the values.
   * It sees how far values move. Its effect size is {@code W} over the scale of the reference,
   * {@code (Q3 - Q1) / 1.349}, which is the standard deviation of normal values and which outliers
   * do not change; quantiles are linear between values. Where that is 0, it is the standard
   * deviation of the reference; where that is 0 too, 1. The result notes either.
   */
  WASSERSTEIN("distance over the interquartile range / 1.349 of the reference", Norm.SUM) {
    @Override
    double weight(Pool pool, int place, int ties) {
      return place + 1 < pool.size() ? pool.value(place + 1) - pool.value(place) : 0;
    }

    @Override
    double statistic(double sum, double n, double m) {
      return sum / (n * m);
    }
  },

  /**
   * Cramér-von Mises: {@code T = n m / N ∫ (F - G)² dH}. T. W. Anderson, 1962,
   * doi:10.1214/aoms/1177704477. Its effect size is the integral, from 0 to 1/3.
   */
  CRAMER_VON_MISES("mean squared difference of the distribution functions", Norm.SQUARES) {
    @Override
    double weight(Pool pool, int place, int ties) {
      return ties;
    }

    @Override
    double statistic(double sum, double n, double m) {
      return sum / (n * m * (n + m) * (n + m));
    }

    @Override
    double effect(double statistic, double n, double m) {
      return statistic * (n + m) / (n * m);
    }

    @Override
    double narrowed(double statistic, double widening) {
      return statistic / widening;
    }
  },

  /**
   * Anderson-Darling: {@code A² = n m / N ∫ (F - G)² / (H (1 - H)) dH}, which weighs the tails as
   * much as the middle. A. N. Pettitt, 1976, doi:10.1093/biomet/63.1.161; with ties as in F. W.
   * Scholz and M. A. Stephens, 1987, doi:10.1080/01621459.1987.10478517, equation 6. Its effect
   * size is the integral.
   */
  ANDERSON_DARLING(
      "mean squared difference of the distribution functions over its variance", Norm.SQUARES) {
    @Override
    double weight(Pool pool, int place, int ties) {
      double below = place + 1.0;
      double above = pool.size() - below;
      return above == 0 ? 0 : ties / (below * above);
    }

    @Override
    double statistic(double sum, double n, double m) {
      return sum / (n * m);
    }

    @Override
    double effect(double statistic, double n, double m) {
      return statistic * (n + m) / (n * m);
    }

    @Override
    double narrowed(double statistic, double widening) {
      return statistic / widening;
    }
  },

  /**
   * Energy distance: {@code E = (2 ∫ (F - G)² dx)^½ = (2 E|X - Y| - E|X - X'| - E|Y - Y'|)^½}, in
   * the square root of the unit of the values. G. J. Székely and M. L. Rizzo, 2013,
   * doi:10.1016/j.jspi.2013.03.018. Its effect size is {@code E² / (2 E|X - Y|)}, from 0 to 1, and
   * 0 where all values are equal.
   */
  ENERGY("coefficient of inhomogeneity, 0 to 1", Norm.SQUARES) {
    @Override
    double weight(Pool pool, int place, int ties) {
      return WASSERSTEIN.weight(pool, place, ties);
    }

    @Override
    double statistic(double sum, double n, double m) {
      return Math.sqrt(2 * sum) / (n * m);
    }
  },

  /**
   * Kuiper: {@code V = max (F - G) - min (F - G)}, from 0 to 1, as sensitive in the tails as in the
   * middle, and for angles the same from whichever angle they count. N. H. Kuiper, 1960,
   * doi:10.1016/S1385-7258(60)50006-0.
   */
  KUIPER("range of the differences of the distribution functions, 0 to 1", Norm.RANGE) {
    @Override
    double weight(Pool pool, int place, int ties) {
      return 1;
    }

    @Override
    double statistic(double sum, double n, double m) {
      return sum / (n * m);
    }
  };

  private final String effect;
  private final Norm norm;

  Distance(String effect, Norm norm) {
    this.effect = effect;
    this.norm = norm;
  }

  /** Returns the weight of a place that is the last of so many tied values. */
  abstract double weight(Pool pool, int place, int ties);

  /** Returns the statistic for a norm of the weighted differences {@code n m (G - F)}. */
  abstract double statistic(double sum, double n, double m);

  /** Returns the effect size of a statistic, where it takes nothing else. */
  double effect(double statistic, double n, double m) {
    return statistic;
  }

  /** Returns the statistic if variances were less by a factor. */
  double narrowed(double statistic, double widening) {
    return statistic / Math.sqrt(widening);
  }

  /** Returns what the effect size is. */
  String effect() {
    return effect;
  }

  /** Returns the greatest effect size that there can be. */
  double greatestEffect() {
    return this == KOLMOGOROV_SMIRNOV || this == ENERGY || this == KUIPER ? 1 : Double.MAX_VALUE;
  }

  /** Returns what sums up the differences. */
  Norm norm() {
    return norm;
  }

  /** Returns the weight of each place, 0 where the next value is equal. */
  double[] weights(Pool pool) {
    double[] weights = new double[pool.size()];
    int ties = 0;
    for (int place = 0; place < weights.length; place++) {
      ties++;
      if (pool.isLast(place)) {
        weights[place] = weight(pool, place, ties);
        ties = 0;
      }
    }
    return weights;
  }
}
