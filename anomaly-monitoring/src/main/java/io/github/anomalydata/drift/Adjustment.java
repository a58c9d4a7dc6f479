package io.github.anomalydata.drift;

/** How p-values of several tests are adjusted, so that all tests together keep one level. */
public enum Adjustment {
  /**
   * The probability of any false alarm is at most the level, and what tests of the same rows have
   * in common costs nothing: the step-down maximum of P. H. Westfall and S. S. Young, 1993, over
   * the permutations that the tests share.
   */
  WESTFALL_YOUNG {
    @Override
    double[] adjust(Permutations splits, double[] observed, double[][] statistics) {
      return MaxT.adjust(splits, observed, statistics);
    }
  },

  /** The probability of any false alarm is at most the level: {@link Holm}. */
  HOLM {
    @Override
    double[] adjust(Permutations splits, double[] observed, double[][] statistics) {
      return Holm.adjust(splits.pValues(observed, statistics));
    }
  },

  /**
   * The expected share of false alarms among the alarms is at most the level, where tests depend on
   * one another positively or not at all: {@link BenjaminiHochberg}.
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] adjust(Permutations splits, double[] observed, double[][] statistics) {
      return BenjaminiHochberg.adjust(splits.pValues(observed, statistics));
    }
  },

  /**
   * The expected share of false alarms among the alarms is at most the level: {@link
   * BenjaminiYekutieli}.
   */
  BENJAMINI_YEKUTIELI {
    @Override
    double[] adjust(Permutations splits, double[] observed, double[][] statistics) {
      return BenjaminiYekutieli.adjust(splits.pValues(observed, statistics));
    }
  };

  /**
   * Returns the adjusted p-values.
   *
   * @param splits the splits
   * @param observed each statistic of the rows as they are
   * @param statistics each statistic of each split
   */
  abstract double[] adjust(Permutations splits, double[] observed, double[][] statistics);

  /** Returns the least adjusted p-value that a test can have of which all others have none. */
  double least(int tests, double smallest) {
    return switch (this) {
      case WESTFALL_YOUNG -> smallest;
      case HOLM, BENJAMINI_HOCHBERG -> Math.min(1, tests * smallest);
      case BENJAMINI_YEKUTIELI ->
          Math.min(1, tests * smallest * BenjaminiYekutieli.harmonic(tests));
    };
  }
}
