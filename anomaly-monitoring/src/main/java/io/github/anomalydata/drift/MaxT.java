package io.github.anomalydata.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of statistics that were taken of the same splits, so that the probability
 * that any of them raises a false alarm is at most the level, while what they have in common costs
 * nothing: the step-down maximum of P. H. Westfall and S. S. Young, "Resampling-Based Multiple
 * Testing", 1993, as in Y. Ge, S. Dudoit and T. P. Speed, 2003, doi:10.1007/BF02595811.
 *
 * <p>Statistics of different kinds are made alike by mean and standard deviation over all splits,
 * the one observed among them. Smallest p-values would be an alternative, but each statistic has
 * one of {@code 1 / (B + 1)}: of more than {@code B / 20} statistics none could then reach a level
 * of 0.05.
 */
final class MaxT {
  private MaxT() {}

  /**
   * Returns the adjusted p-values.
   *
   * @param splits the splits
   * @param observed each statistic of the rows as they are
   * @param statistics each statistic of each split
   */
  static double[] adjust(Permutations splits, double[] observed, double[][] statistics) {
    int count = observed.length;
    double[] most = new double[count];
    double[] least = new double[count];
    double[] means = new double[count];
    double[] scales = new double[count];
    for (int i = 0; i < count; i++) {
      means[i] = mean(observed[i], statistics[i]);
      scales[i] = scale(observed[i], statistics[i], means[i]);
      most[i] = (observed[i] - means[i]) * scales[i];
      double threshold = Permutations.threshold(observed[i], statistics[i]);
      least[i] = (threshold - means[i]) * scales[i];
    }
    List<Integer> descending =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -most[i]))
            .toList();
    double[] adjusted = new double[count];
    int[] extreme = new int[count];
    for (int split = 0; split < splits.count(); split++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int rank = count - 1; rank >= 0; rank--) {
        int i = descending.get(rank);
        greatest = Math.max(greatest, (statistics[i][split] - means[i]) * scales[i]);
        extreme[i] += greatest >= least[i] ? 1 : 0;
      }
    }
    double worst = 0;
    for (int i : descending) {
      worst = Math.max(worst, splits.share(extreme[i]));
      adjusted[i] = worst;
    }
    return adjusted;
  }

  private static double mean(double observed, double[] statistics) {
    double sum = observed;
    for (double statistic : statistics) {
      sum += statistic;
    }
    return sum / (statistics.length + 1);
  }

  /** Returns one over the standard deviation, 0 for statistics that are all equal. */
  private static double scale(double observed, double[] statistics, double mean) {
    double sum = (observed - mean) * (observed - mean);
    double greatest = Math.abs(observed);
    for (double statistic : statistics) {
      sum += (statistic - mean) * (statistic - mean);
      greatest = Math.max(greatest, Math.abs(statistic));
    }
    double deviation = Math.sqrt(sum / (statistics.length + 1));
    return deviation > Permutations.TIE * greatest ? 1 / deviation : 0;
  }
}
