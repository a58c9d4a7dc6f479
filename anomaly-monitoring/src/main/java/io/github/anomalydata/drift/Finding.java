package io.github.anomalydata.drift;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one test of a decision found, and what the policy makes of it.
 *
 * @param measure what was measured
 * @param subject of what: {@code latents}, {@code scores}, the number of a latent from 0, or the
 *     name of a feature
 * @param test which test
 * @param statistic how far the samples are apart, as the test measures it
 * @param pValue the p-value of the test on its own; empty where the policy looks at none
 * @param adjustedPValue the p-value adjusted for all tests of the decision; empty likewise
 * @param effectSize how far the samples are apart, without regard to their sizes
 * @param effect what the effect size is: formula and unit
 * @param interval where the effect size lies with a confidence of 95 in 100; empty where it is not
 *     known
 * @param verdict what the policy makes of it
 * @param rule the rule that decided, with its numbers
 */
public record Finding(
    Measure measure,
    String subject,
    String test,
    double statistic,
    OptionalDouble pValue,
    OptionalDouble adjustedPValue,
    double effectSize,
    String effect,
    Optional<Interval> interval,
    Verdict verdict,
    String rule) {

  /** What a policy makes of a finding. */
  public enum Verdict {
    /** Drift, large enough to count. */
    DRIFT,
    /** Drift, too small to count. */
    BELOW_FLOOR,
    /** No drift that chance would not explain. */
    NOT_SIGNIFICANT
  }

  /**
   * Checks the values.
   *
   * @param measure what was measured
   * @param subject of what
   * @param test which test
   * @param statistic the statistic, finite
   * @param pValue the p-value, above 0 and at most 1
   * @param adjustedPValue the adjusted p-value, above 0 and at most 1
   * @param effectSize the effect size, finite
   * @param effect what the effect size is
   * @param interval where the effect size lies
   * @param verdict what the policy makes of it
   * @param rule the rule that decided
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Finding {
    Rules.finite("statistic", statistic);
    Rules.finite("effectSize", effectSize);
    pValue.ifPresent(p -> Rules.probability("pValue", p));
    adjustedPValue.ifPresent(p -> Rules.probability("adjustedPValue", p));
  }
}
