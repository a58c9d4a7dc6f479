package io.github.anomalydata.drift;

/** What a finding of a {@link Decision} measures, and the unit of its effect size and its floor. */
public enum Measure {
  /** The squared maximum mean discrepancy of the latents, as a share: at most 1. */
  LATENT_DISCREPANCY,
  /** The distance of one latent, in the unit of the effect size of its {@link Distance}. */
  LATENT_DISTANCE,
  /** The largest difference of the distribution functions of the scores, 0 to 1. */
  SCORE_DISTRIBUTION,
  /** The change of the mean score in standard deviations of the reference, of either sign. */
  SCORE_SHIFT,
  /**
   * The ratio of the variances of the scores, current over reference. A floor of 2 is reached by 2
   * and by 0.5.
   */
  SCORE_SPREAD,
  /** The change of the share of scores above the operating threshold, of either sign. */
  SCORE_EXCEEDANCE,
  /** The distance of a feature of numbers, in the unit of the effect size of its distance. */
  FEATURE_DISTANCE,
  /** The distance of a feature of labels, in the unit of the effect size of its distance. */
  FEATURE_CATEGORIES,
  /** How much more or less often a feature is missing: Cramér's V, 0 to 1. */
  FEATURE_MISSING;

  /** Returns how large an effect is, whichever its sign. */
  double size(double effect) {
    return this == SCORE_SPREAD ? Math.max(effect, 1 / effect) : Math.abs(effect);
  }
}
