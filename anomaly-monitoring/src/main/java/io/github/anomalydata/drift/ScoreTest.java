package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tests whether a model gives other scores than it did: another distribution, mean, spread, or
 * share above the operating threshold, at one level for all of them.
 *
 * <pre>{@code
 * FittedScoreTest test =
 *     ScoreTest.withDefaults().withThreshold(0.8).with(Dependence.estimated()).fit(reference);
 * ScoreDrift drift = test.test(current, 42);
 * if (drift.reject(0.01)) {
 *   log.info("mean moved by {} sigma, {}", drift.shift().result(), drift.shift().interval());
 * }
 * }</pre>
 *
 * <p>All four tests take the same permutations; see {@link ScoreDrift} for what each measures.
 *
 * <p>Instances are immutable.
 */
public final class ScoreTest {
  private static final ScoreTest DEFAULT =
      new ScoreTest(
          ScoreScale.LINEAR,
          OptionalDouble.empty(),
          Dependence.independent(),
          999,
          ParallelRows.NONE);

  private final ScoreScale scale;
  private final OptionalDouble threshold;
  private final Dependence dependence;
  private final int permutations;
  private final ParallelRows workers;

  private ScoreTest(
      ScoreScale scale,
      OptionalDouble threshold,
      Dependence dependence,
      int permutations,
      ParallelRows workers) {
    this.scale = scale;
    this.threshold = threshold;
    this.dependence = dependence;
    this.permutations = permutations;
    this.workers = workers;
  }

  /**
   * Returns the default: scores on a {@linkplain #with(ScoreScale) linear} scale, {@linkplain
   * #withThreshold no} operating threshold, {@linkplain #with(Dependence) independent} rows,
   * {@linkplain #withPermutations 999} permutations, the caller's thread {@linkplain #withWorkers
   * alone}.
   *
   * @return the test
   */
  public static ScoreTest withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets the scale on which mean and spread are compared.
   *
   * @param choice the scale
   * @return the test
   */
  public ScoreTest with(ScoreScale choice) {
    return new ScoreTest(choice, threshold, dependence, permutations, workers);
  }

  /**
   * Sets the operating threshold: a score above it is an alarm of the model. Without one, the share
   * of alarms is not tested.
   *
   * @param score the threshold, in the unit of the scores, whatever the scale
   * @return the test
   * @throws IllegalArgumentException if it is not finite
   */
  public ScoreTest withThreshold(double score) {
    return new ScoreTest(
        scale,
        OptionalDouble.of(Rules.finite("threshold", score)),
        dependence,
        permutations,
        workers);
  }

  /**
   * Sets how scores depend on those before them. Permutations and standard errors take it into
   * account.
   *
   * @param choice the dependence
   * @return the test
   */
  public ScoreTest with(Dependence choice) {
    return new ScoreTest(scale, threshold, choice, permutations, workers);
  }

  /**
   * Sets the number of permutations. The smallest p-value, adjusted or not, is one over this number
   * and one; where there are fewer splits than this, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public ScoreTest withPermutations(int count) {
    return new ScoreTest(scale, threshold, dependence, Require.atLeast("count", count, 1), workers);
  }

  /**
   * Shares permutations among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the test
   * @throws IllegalArgumentException if the number is below 1
   */
  public ScoreTest withWorkers(Executor executor, int count) {
    return new ScoreTest(
        scale, threshold, dependence, permutations, ParallelRows.of(executor, count));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the scores in the order of time; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if a score is not finite or 1e250 or more in magnitude, or not
   *     above 0 on a logarithmic scale
   */
  public FittedScoreTest fit(double[] reference) {
    return new FittedScoreTest(this, Series.of("reference", reference));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the scores in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order; copied
   * @return the test against this reference
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public FittedScoreTest fit(INDArray reference) {
    return fit(Vectors.of("reference", reference));
  }

  ScoreScale scale() {
    return scale;
  }

  OptionalDouble threshold() {
    return threshold;
  }

  Dependence dependence() {
    return dependence;
  }

  int permutations() {
    return permutations;
  }

  ParallelRows workers() {
    return workers;
  }
}
