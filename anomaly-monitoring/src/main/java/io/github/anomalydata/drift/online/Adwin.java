package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * A window that grows while its parts have one mean: ADWIN2 of A. Bifet and R. Gavaldà, "Learning
 * from time-changing data with adaptive windowing", 2007, doi:10.1137/1.9781611972771.42. The
 * window is kept as buckets of 1, 2, 4 … samples, up to {@code buckets} of each size.
 *
 * <p>At every cut between buckets that leaves at least five samples on either side the means of
 * both parts are compared; the statistic is the greatest {@code m * difference² / (2 * variance) -
 * ln(2 ln n)}, with m the reciprocal of the sum of the reciprocals of the sizes of both parts. In
 * the normal approximation of the paper, which this is without its term for few samples of bounded
 * values, an alarm above {@code -ln(delta)} is one at confidence delta. The change is taken to have
 * begun at the cut of that greatest value.
 *
 * <p>Like all monitors here it starts anew after an alarm, which the paper's does not: there the
 * window keeps what follows the cut.
 *
 * @param period the samples from one look at the cuts to the next, at least 1
 * @param buckets the number of buckets of one size, at least 1; more see the cut more sharply
 */
public record Adwin(int period, int buckets) implements Detector {

  /**
   * Checks the options.
   *
   * @param period the samples from one look to the next
   * @param buckets the number of buckets of one size
   * @throws IllegalArgumentException if one is below 1
   */
  public Adwin {
    Require.atLeast("period", period, 1);
    Require.atLeast("buckets", buckets, 1);
  }

  /**
   * Returns one that looks at the cuts every 32 samples and keeps 5 buckets of a size.
   *
   * @return the options
   */
  public static Adwin withDefaults() {
    return new Adwin(32, 5);
  }

  /**
   * Returns one that looks at the cuts more or less often.
   *
   * @param samples the samples from one look to the next, at least 1
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public Adwin withPeriod(int samples) {
    return new Adwin(samples, buckets);
  }

  /**
   * Returns one with more or fewer buckets.
   *
   * @param number the number of buckets of one size, at least 1
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public Adwin withBuckets(int number) {
    return new Adwin(period, number);
  }
}
