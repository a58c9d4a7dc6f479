package io.github.anomalydata.drift;

/**
 * How far the shares of categories in two samples are apart: {@code p} of the {@code n} reference
 * rows, {@code q} of the {@code m} current ones. Each is 0 only where all shares are equal.
 */
public enum CategoryDistance {
  /**
   * Pearson's chi-squared of the 2 × K table of counts, both samples taken for random, without
   * correction for continuity. Its effect size is Cramér's V, {@code (chi² / (n + m))^½}, from 0 to
   * 1.
   */
  CHI_SQUARED("Cramér's V, 0 to 1") {
    @Override
    double statistic(int[] reference, int[] current, double n, double m) {
      double sum = 0;
      for (int k = 0; k < reference.length; k++) {
        double difference = n * current[k] - m * reference[k];
        sum += difference * difference / ((double) reference[k] + current[k]);
      }
      return sum / (n * m);
    }

    @Override
    double effect(double statistic, double n, double m) {
      return Math.sqrt(statistic / (n + m));
    }

    @Override
    double narrowed(double statistic, double widening) {
      return statistic / widening;
    }
  },

  /**
   * Population stability index: {@code Σ (q - p) ln(q / p)}, the symmetric Kullback-Leibler
   * divergence in nats. A category that one sample lacks counts as half a row there. Its size under
   * no drift grows with the number of categories over the number of rows: trust the p-value, not a
   * threshold.
   */
  POPULATION_STABILITY("population stability index in nats") {
    @Override
    double statistic(int[] reference, int[] current, double n, double m) {
      double sum = 0;
      for (int k = 0; k < reference.length; k++) {
        double p = Math.max(reference[k], 0.5) / n;
        double q = Math.max(current[k], 0.5) / m;
        sum += (q - p) * Math.log(q / p);
      }
      return sum;
    }

    @Override
    double narrowed(double statistic, double widening) {
      return statistic / widening;
    }
  },

  /**
   * Jensen-Shannon distance: the square root of the divergence {@code ½ Σ p log₂(p / r) + q log₂(q
   * / r)} with {@code r = (p + q) / 2}, from 0 to 1. J. Lin, 1991, doi:10.1109/18.61115.
   */
  JENSEN_SHANNON("Jensen-Shannon distance, 0 to 1") {
    @Override
    double statistic(int[] reference, int[] current, double n, double m) {
      double sum = 0;
      for (int k = 0; k < reference.length; k++) {
        double p = reference[k] / n;
        double q = current[k] / m;
        sum += entropy(p, (p + q) / 2) + entropy(q, (p + q) / 2);
      }
      // Rounding may take a sum of 0 below it, or one of 2 above.
      return Math.sqrt(Math.min(1, Math.max(0, sum / (2 * Math.log(2)))));
    }

    private static double entropy(double share, double mean) {
      return share == 0 ? 0 : share * Math.log(share / mean);
    }
  },

  /** Hellinger distance: {@code (½ Σ (√p - √q)²)^½}, from 0 to 1. */
  HELLINGER("Hellinger distance, 0 to 1") {
    @Override
    double statistic(int[] reference, int[] current, double n, double m) {
      double sum = 0;
      for (int k = 0; k < reference.length; k++) {
        double difference = Math.sqrt(current[k] / m) - Math.sqrt(reference[k] / n);
        sum += difference * difference;
      }
      return Math.min(1, Math.sqrt(sum / 2));
    }
  };

  private final String effect;

  CategoryDistance(String effect) {
    this.effect = effect;
  }

  /**
   * Returns the statistic.
   *
   * @param reference the rows of each category in the reference
   * @param current those in the current sample; no category is empty in both
   * @param n the rows of the reference
   * @param m the current rows
   */
  abstract double statistic(int[] reference, int[] current, double n, double m);

  /** Returns the effect size of a statistic. */
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
}
