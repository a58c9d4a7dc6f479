package io.github.anomalydata.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How the scores of a model changed, in four ways that share one level.
 *
 * @param distribution Kolmogorov-Smirnov: any change; the effect size is the largest difference of
 *     the distribution functions, 0 to 1
 * @param shift B. L. Welch's t: the mean; the effect size is its change in standard deviations of
 *     the reference
 * @param spread M. B. Brown and A. B. Forsythe, 1974, doi:10.1080/01621459.1974.10482955: the
 *     spread, by distances from the median; the effect size is the ratio of the variances, current
 *     over reference, its standard error that of the logarithm of the ratio
 * @param exceedance the share of scores above the operating threshold; the effect size is its
 *     change. Empty without a threshold.
 * @param referenceEffectiveSize how many independent scores tell as much about the level as those
 *     of the reference, as {@link Dependence#effectiveSize}
 * @param currentEffectiveSize the same of the current scores
 * @param tests the results of all tests, as those of columns
 */
public record ScoreDrift(
    Change distribution,
    Change shift,
    Change spread,
    Optional<Change> exceedance,
    double referenceEffectiveSize,
    double currentEffectiveSize,
    DriftResult tests) {

  /**
   * One way in which scores may have changed.
   *
   * @param result the test on its own
   * @param adjustedPValue the p-value adjusted for all tests together by the splits they share,
   *     after P. H. Westfall and S. S. Young, 1993; 1 where there was too little data
   * @param standardError the standard error of the effect size, by means of blocks where scores
   *     depend on one another; empty where it is not known
   * @param interval where the effect size lies with a confidence of 95 in 100; empty where it is
   *     not known
   */
  public record Change(
      TestResult result,
      double adjustedPValue,
      OptionalDouble standardError,
      Optional<Interval> interval) {

    /**
     * Tells whether this test rejects, at a level that all tests of the scores share.
     *
     * @param alpha the probability of any false alarm that is accepted, above 0 and below 1
     * @return whether the adjusted p-value is at most {@code alpha}
     * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
     */
    public boolean reject(double alpha) {
      Rules.level(alpha);
      return result instanceof TestResult.Tested && adjustedPValue <= alpha;
    }
  }

  /**
   * Returns all changes.
   *
   * @return distribution, shift, spread and, with a threshold, exceedance
   */
  public List<Change> changes() {
    return Stream.concat(Stream.of(distribution, shift, spread), exceedance.stream()).toList();
  }

  /**
   * Tells whether any test rejects that the scores are as they were.
   *
   * @param alpha the probability of a false alarm that is accepted, above 0 and below 1
   * @return whether any adjusted p-value is at most {@code alpha}
   * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
   */
  public boolean reject(double alpha) {
    return tests.reject(alpha);
  }
}
