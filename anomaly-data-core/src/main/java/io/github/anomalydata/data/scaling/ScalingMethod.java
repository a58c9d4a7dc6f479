package io.github.anomalydata.data.scaling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;

/** How the affine map of one column is found. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScalingMethod.Standard.class, name = "standard"),
  @JsonSubTypes.Type(value = ScalingMethod.MinMax.class, name = "minMax"),
  @JsonSubTypes.Type(value = ScalingMethod.Robust.class, name = "robust")
})
sealed interface ScalingMethod {

  /**
   * Fits on the values of a column, which are finite and at least one.
   *
   * @return offset and scale; the scale is infinite if the values have no spread
   */
  double[] fit(double[] values);

  /** Mean 0, population standard deviation 1. */
  record Standard() implements ScalingMethod {
    @Override
    public double[] fit(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / values.length;
      double squares = 0;
      double rest = 0;
      for (double value : values) {
        double difference = value - mean;
        squares += difference * difference;
        rest += difference;
      }
      // The rest is 0 but for the rounding of the mean, which it corrects (Chan, Golub and LeVeque,
      // "Algorithms for computing the sample variance", 1983).
      double variance = (squares - rest * rest / values.length) / values.length;
      return new double[] {mean + rest / values.length, 1 / Math.sqrt(Math.max(variance, 0))};
    }
  }

  /** The range becomes {@code [low, high]}. */
  record MinMax(double low, double high) implements ScalingMethod {
    public MinMax {
      if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "low, high: finite and low < high, got " + low + " and " + high);
      }
    }

    @Override
    public double[] fit(double[] values) {
      double min = Double.POSITIVE_INFINITY;
      double max = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        min = value < min ? value : min;
        max = value > max ? value : max;
      }
      double scale = (high - low) / (max - min);
      return new double[] {min - low / scale, scale};
    }
  }

  /** Median 0, distance between two quantiles 1. */
  record Robust(double lower, double upper) implements ScalingMethod {
    public Robust {
      if (!(lower >= 0 && lower < upper && upper <= 1)) {
        throw new IllegalArgumentException(
            "lower, upper: 0 <= lower < upper <= 1, got " + lower + " and " + upper);
      }
    }

    @Override
    public double[] fit(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new double[] {
        quantile(sorted, 0.5), 1 / (quantile(sorted, upper) - quantile(sorted, lower))
      };
    }

    private static double quantile(double[] sorted, double probability) {
      double place = probability * (sorted.length - 1);
      int below = (int) place;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
  }
}
