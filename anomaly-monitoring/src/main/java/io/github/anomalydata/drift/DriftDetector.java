package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;

/**
 * Decides whether a deployed model is to be retrained, from its latents, its scores and the
 * features it is given, at one level for all tests of a decision.
 *
 * <pre>{@code
 * FittedDriftDetector detector =
 *     DriftDetector.withDefaults()
 *         .with(Dependence.estimated())
 *         .withThreshold(0.8)
 *         .with(DecisionPolicy.atLevel(0.01).withFloor(Measure.SCORE_SHIFT, 0.3).withWindows(2, 3))
 *         .fit(DriftSample.of(latents, scores).withFeatures(table));
 * Decision decision = detector.decide(current, history, clock.instant(), 42);
 * if (decision.shouldRetrain()) {
 *   log.warn("{}", decision.reasons());
 * }
 * }</pre>
 *
 * <p>All tests take the same permutations of whole rows, so that what they have in common costs
 * nothing.
 *
 * <p>Instances are immutable.
 */
public final class DriftDetector {
  private static final DriftDetector DEFAULT =
      new DriftDetector(
          List.of(LatentMethod.MAXIMUM_MEAN_DISCREPANCY),
          MaximumMeanDiscrepancy.withDefaults(),
          ScoreTest.withDefaults(),
          DriftTest.withDefaults(),
          ReferenceWindow.all(),
          DecisionPolicy.atLevel(0.01));

  private final List<LatentMethod> methods;
  private final MaximumMeanDiscrepancy discrepancy;
  private final ScoreTest scores;
  private final DriftTest features;
  private final ReferenceWindow window;
  private final DecisionPolicy policy;

  private DriftDetector(
      List<LatentMethod> methods,
      MaximumMeanDiscrepancy discrepancy,
      ScoreTest scores,
      DriftTest features,
      ReferenceWindow window,
      DecisionPolicy policy) {
    this.methods = methods;
    this.discrepancy = discrepancy;
    this.scores = scores;
    this.features = features;
    this.window = window;
    this.policy = policy;
  }

  /**
   * Returns the default: latents by {@linkplain #with(LatentMethod...) maximum mean discrepancy}
   * with a {@linkplain #with(Kernel) Gaussian kernel} whose bandwidth is the median distance,
   * columns {@linkplain #with(Scaling) as they are}, scores on a {@linkplain #with(ScoreScale)
   * linear} scale without an {@linkplain #withThreshold operating threshold}, features by
   * {@linkplain #with(Distance...) Wasserstein} and {@linkplain #with(CategoryDistance)
   * chi-squared}, missing values that {@linkplain #with(MissingValues) fail}, {@linkplain
   * #with(Dependence) independent} rows, {@linkplain #with(ReferenceWindow) all} rows of the
   * reference, {@linkplain #withPermutations 999} permutations, the caller's thread {@linkplain
   * #withWorkers alone}, and a decision {@linkplain #with(DecisionPolicy) at a level} of 0.01 for
   * an effect of any size, in one window, without a cool-down.
   *
   * @return the detector
   */
  public static DriftDetector withDefaults() {
    return DEFAULT;
  }

  private DriftDetector with(MaximumMeanDiscrepancy a, ScoreTest b, DriftTest c) {
    return new DriftDetector(methods, a, b, c, window, policy);
  }

  /**
   * Sets how latents are compared. Of several ways each is a test of its own.
   *
   * @param choice the methods, at least one, each once
   * @return the detector
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public DriftDetector with(LatentMethod... choice) {
    List<LatentMethod> chosen = List.of(choice);
    if (chosen.isEmpty() || chosen.stream().distinct().count() < chosen.size()) {
      throw new IllegalArgumentException("choice: at least one, each once, got " + chosen);
    }
    return new DriftDetector(chosen, discrepancy, scores, features, window, policy);
  }

  /**
   * Sets the kernel of the maximum mean discrepancy.
   *
   * @param choice the kernel
   * @return the detector
   */
  public DriftDetector with(Kernel choice) {
    return with(discrepancy.with(choice), scores, features);
  }

  /**
   * Sets how latents are scaled before their maximum mean discrepancy.
   *
   * @param choice the scaling
   * @return the detector
   */
  public DriftDetector with(Scaling choice) {
    return with(discrepancy.with(choice), scores, features);
  }

  /**
   * Sets the scale on which mean and spread of scores are compared.
   *
   * @param choice the scale
   * @return the detector
   */
  public DriftDetector with(ScoreScale choice) {
    return with(discrepancy, scores.with(choice), features);
  }

  /**
   * Sets the operating threshold: a score above it is an alarm of the model. Without one, the share
   * of alarms is not tested.
   *
   * @param score the threshold
   * @return the detector
   * @throws IllegalArgumentException if it is not finite
   */
  public DriftDetector withThreshold(double score) {
    return with(discrepancy, scores.withThreshold(score), features);
  }

  /**
   * Sets what is measured between features of numbers. Of several distances each is a test of its
   * own.
   *
   * @param choice the distances, at least one, each once
   * @return the detector
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public DriftDetector with(Distance... choice) {
    return with(discrepancy, scores, features.with(choice));
  }

  /**
   * Sets what is measured between features of labels.
   *
   * @param choice the distance
   * @return the detector
   */
  public DriftDetector with(CategoryDistance choice) {
    return with(discrepancy, scores, features.with(choice));
  }

  /**
   * Sets what becomes of missing values of features.
   *
   * @param choice the policy
   * @return the detector
   */
  public DriftDetector with(MissingValues choice) {
    return with(discrepancy, scores, features.with(choice));
  }

  /**
   * Sets how rows depend on those before them. An estimated block length is that of the latent, the
   * score or the feature whose blocks are longest, for all.
   *
   * @param choice the dependence
   * @return the detector
   */
  public DriftDetector with(Dependence choice) {
    return with(discrepancy.with(choice), scores.with(choice), features.with(choice));
  }

  /**
   * Sets which rows of the reference are kept.
   *
   * @param choice the window
   * @return the detector
   */
  public DriftDetector with(ReferenceWindow choice) {
    return new DriftDetector(methods, discrepancy, scores, features, choice, policy);
  }

  /**
   * Sets when drift is reason enough to retrain.
   *
   * @param choice the policy
   * @return the detector
   */
  public DriftDetector with(DecisionPolicy choice) {
    return new DriftDetector(methods, discrepancy, scores, features, window, choice);
  }

  /**
   * Sets the number of permutations. The smallest p-value, adjusted or not, is one over this number
   * and one. Where there are fewer splits than this and no value is missing, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the detector
   * @throws IllegalArgumentException if it is below 1
   */
  public DriftDetector withPermutations(int count) {
    return with(
        discrepancy.withPermutations(count),
        scores.withPermutations(count),
        features.withPermutations(count));
  }

  /**
   * Pools rare labels of features, as {@link DriftTest#withFewestRows} does.
   *
   * @param rows the rows a category of its own has at least, at least 1
   * @return the detector
   * @throws IllegalArgumentException if it is below 1
   */
  public DriftDetector withFewestRows(int rows) {
    return with(discrepancy, scores, features.withFewestRows(rows));
  }

  /**
   * Shares permutations and pairs of rows among threads. The result is the same for any number of
   * them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the detector
   * @throws IllegalArgumentException if the number is below 1
   */
  public DriftDetector withWorkers(Executor executor, int count) {
    return with(
        discrepancy.withWorkers(executor, count),
        scores.withWorkers(executor, count),
        features.withWorkers(executor, count));
  }

  /**
   * Prepares the reference.
   *
   * @param reference what the model saw and said while all was well, with at least one part
   * @return the detector against this reference
   * @throws IllegalArgumentException if there is no part or no row, a score is not above 0 on a
   *     logarithmic scale, a value of a feature is missing and that fails, there are so few
   *     permutations that no test alone could reach the level, or the policy has a floor for what
   *     is not measured
   */
  public FittedDriftDetector fit(DriftSample reference) {
    Require.atLeast("rows of the reference", reference.rows(), 1);
    return new FittedDriftDetector(this, reference.kept(window));
  }

  /**
   * Returns how latents are compared.
   *
   * @return the methods
   */
  public List<LatentMethod> methods() {
    return methods;
  }

  MaximumMeanDiscrepancy discrepancy() {
    return discrepancy;
  }

  ScoreTest scores() {
    return scores;
  }

  DriftTest features() {
    return features;
  }

  /**
   * Returns which rows of the reference are kept.
   *
   * @return the window
   */
  public ReferenceWindow window() {
    return window;
  }

  /**
   * Returns when drift is reason enough to retrain.
   *
   * @return the policy
   */
  public DecisionPolicy policy() {
    return policy;
  }

  /**
   * Returns how rows depend on those before them.
   *
   * @return the dependence
   */
  public Dependence dependence() {
    return scores.dependence();
  }

  /**
   * Returns the operating threshold of scores.
   *
   * @return the threshold; empty if there is none
   */
  public OptionalDouble threshold() {
    return scores.threshold();
  }

  /**
   * Returns the number of permutations.
   *
   * @return the number of permutations at most
   */
  public int permutations() {
    return scores.permutations();
  }

  ParallelRows workers() {
    return scores.workers();
  }
}
