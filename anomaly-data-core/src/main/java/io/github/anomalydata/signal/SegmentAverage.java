package io.github.anomalydata.signal;

import java.util.Arrays;

/** How the spectra of the segments of a signal become one. */
public enum SegmentAverage {
  /** The arithmetic mean. */
  MEAN {
    @Override
    double of(double[] powers) {
      return Arrays.stream(powers).sum() / powers.length;
    }
  },

  /**
   * The median over its bias for the power of noise: robust against a segment with a shock. The
   * bias of n segments is {@code 1 - 1/2 + 1/3 - ... + 1/m} with m the last odd number up to n.
   */
  MEDIAN {
    @Override
    double of(double[] powers) {
      int n = powers.length;
      Arrays.sort(powers);
      double bias = 1;
      for (int i = 2; i < n; i += 2) {
        bias += 1.0 / (i + 1) - 1.0 / i;
      }
      return (powers[(n - 1) / 2] / 2 + powers[n / 2] / 2) / bias;
    }
  };

  abstract double of(double[] powers);
}
