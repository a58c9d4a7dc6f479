package io.github.anomalydata.drift;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A detector that knows the reference. Immutable: any number of threads may use it at the same
 * time.
 */
public final class FittedDriftDetector {
  private final DriftDetector options;
  private final DriftSample reference;
  private final Optional<FittedMaximumMeanDiscrepancy> discrepancy;
  private final Optional<List<Series>> latents;
  private final Optional<FittedScoreTest> scores;
  private final Optional<FittedDriftTest> features;

  FittedDriftDetector(DriftDetector options, DriftSample reference) {
    this.options = options;
    this.reference = reference;
    this.discrepancy = reference.latents().map(options.discrepancy()::fit);
    this.latents =
        options.discrepancy().scaling() == Scaling.NONE
            ? discrepancy.map(fitted -> fitted.reference().columns())
            : reference.latents().map(MultivariateReference::series);
    this.scores = reference.scores().map(series -> new FittedScoreTest(options.scores(), series));
    this.features = reference.features().map(options.features()::fit);
    if (options.policy() instanceof DecisionPolicy.Calibrated policy) {
      CalibratedRules.check(policy, options, reference);
    }
  }

  /**
   * Opens a detector.
   *
   * @param file a file that {@link #save} wrote
   * @return a detector that decides as the one that was saved, on the caller's thread alone
   * @throws io.github.anomalydata.data.DataFileException if the file is not that of a detector, or
   *     is damaged
   * @throws IOException if the file cannot be read
   */
  public static FittedDriftDetector open(Path file) throws IOException {
    return DetectorFiles.read(file);
  }

  /**
   * Saves the detector, its reference among it: an NPZ file, whose arrays NumPy reads, with a
   * manifest in JSON and the SHA-256 of each part.
   *
   * @param file the file, replaced once the new one is whole; on failure it stays as it was
   * @throws IOException if the file cannot be written
   * @throws IllegalStateException if a feature has labels that are no strings
   */
  public void save(Path file) throws IOException {
    DetectorFiles.write(file, options, reference);
  }

  /**
   * Returns a detector with the same reference that decides by another policy.
   *
   * @param policy the policy
   * @return the detector
   * @throws IllegalArgumentException if there are so few permutations that no test alone could
   *     reach the level, or the policy has a floor for what is not measured
   */
  public FittedDriftDetector with(DecisionPolicy policy) {
    return new FittedDriftDetector(options.with(policy), reference);
  }

  /**
   * Returns the options.
   *
   * @return the options
   */
  public DriftDetector options() {
    return options;
  }

  /**
   * Returns the reference.
   *
   * @return the rows that are kept of what the detector was fitted to
   */
  public DriftSample reference() {
    return reference;
  }

  /**
   * Tests latents alone, at a level of their own.
   *
   * @param current the latents, {@code [rows][columns]}; not changed
   * @param method how they are compared, whether decisions use it or not
   * @param seed the seed of the permutations
   * @return the result: one for all latents, named {@code latents}, or one for each, named by its
   *     number from 0
   * @throws IllegalArgumentException if rows have another length than those of the reference, or a
   *     value is not finite or too large
   * @throws IllegalStateException if the reference has no latents
   */
  public DriftResult latentDrift(double[][] current, LatentMethod method, long seed) {
    return latentDrift(Rows.of("current", current), method, seed);
  }

  /**
   * Tests latents alone, at a level of their own.
   *
   * @param current the latents, {@code [rows, columns]}, a view or in any order; not changed
   * @param method how they are compared, whether decisions use it or not
   * @param seed the seed of the permutations
   * @return the result, as for arrays of Java
   * @throws IllegalArgumentException if the array is no matrix with the columns of the reference,
   *     or a value is not finite or too large
   * @throws IllegalStateException if the reference has no latents
   */
  public DriftResult latentDrift(INDArray current, LatentMethod method, long seed) {
    return latentDrift(Rows.of("current", current), method, seed);
  }

  private DriftResult latentDrift(Rows current, LatentMethod method, long seed) {
    long start = System.nanoTime();
    FittedMaximumMeanDiscrepancy fitted = require("latents", discrepancy);
    fitted.reference().requireAlike(current);
    if (method.distance().isPresent()) {
      DetectorTests tests = new DetectorTests(options, reference.rows(), current.count());
      tests.add(require("latents", latents), current, method.distance().get());
      return tests.joint().result(options.permutations(), options.workers(), seed, start);
    }
    TestResult result = fitted.test(fitted.scaled(current), seed);
    double p = 1;
    int blockLength = 1;
    int permutations = 0;
    if (result instanceof TestResult.Tested tested) {
      p = tested.pValue();
      blockLength = tested.blockLength();
      permutations = tested.permutations();
    }
    DriftResult.Column column =
        new DriftResult.Column(
            DetectorTests.LATENTS,
            DriftResult.Aspect.VALUES,
            result,
            p,
            p,
            0,
            0,
            CategoryChanges.NONE);
    return new DriftResult(
        List.of(column), blockLength, permutations, seed, JointTest.elapsed(start));
  }

  /**
   * Tests scores alone, at a level of their own.
   *
   * @param current the scores; not changed
   * @param seed the seed of the permutations
   * @return the result, as of a {@link FittedScoreTest}
   * @throws IllegalArgumentException if a score is not finite, too large, or not above 0 on a
   *     logarithmic scale
   * @throws IllegalStateException if the reference has no scores
   */
  public ScoreDrift scoreDrift(double[] current, long seed) {
    return require("scores", scores).test(current, seed);
  }

  /**
   * Tests scores alone, at a level of their own.
   *
   * @param current the scores, {@code [rows]} or {@code [rows, 1]}, a view or in any order
   * @param seed the seed of the permutations
   * @return the result, as of a {@link FittedScoreTest}
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   * @throws IllegalStateException if the reference has no scores
   */
  public ScoreDrift scoreDrift(INDArray current, long seed) {
    return require("scores", scores).test(current, seed);
  }

  /**
   * Tests features alone, at a level of their own.
   *
   * @param current the features, with the columns of the reference in the same order
   * @param seed the seed of the permutations
   * @return the result, as of a {@link FittedDriftTest}
   * @throws IllegalArgumentException if the columns or their kinds are others, a value is missing
   *     and that fails, or a number is too large
   * @throws IllegalStateException if the reference has no features
   */
  public DriftResult featureDrift(MixedTable current, long seed) {
    return require("features", features).test(current, seed);
  }

  private static <T> T require(String name, Optional<T> part) {
    return part.orElseThrow(
        () -> new IllegalStateException(name + ": the reference was fitted without any"));
  }

  /**
   * Decides whether to retrain, by a policy that looks at this window alone.
   *
   * @param current what the model saw and said now, with the parts of the reference
   * @param seed the seed of the permutations
   * @return the decision
   * @throws IllegalArgumentException as {@link #decide(DriftSample, DecisionHistory, Instant,
   *     long)}
   * @throws IllegalStateException if the policy looks at several windows or has a cool-down
   */
  public Decision decide(DriftSample current, long seed) {
    if (options.policy() instanceof DecisionPolicy.Calibrated policy && policy.remembers()) {
      throw new IllegalStateException(
          "history: needed by a policy of several windows or with a cool-down");
    }
    return decide(current, DecisionHistory.none(), Instant.EPOCH, seed);
  }

  /**
   * Decides whether to retrain.
   *
   * @param current what the model saw and said now, with the parts of the reference
   * @param history that of the decision before, or {@link DecisionHistory#none()}
   * @param now the time, from which a cool-down counts
   * @param seed the seed of the permutations
   * @return the decision, with the history for the next one. A window in which nothing could be
   *     tested leaves the history as it was.
   * @throws IllegalArgumentException if there are other parts or columns than in the reference, a
   *     value of a feature is missing and that fails, or a number is too large or, of scores on a
   *     logarithmic scale, not above 0
   */
  public Decision decide(DriftSample current, DecisionHistory history, Instant now, long seed) {
    long start = System.nanoTime();
    if (!current.hasPartsOf(reference)) {
      throw new IllegalArgumentException(
          "current: the parts of the reference, " + reference.parts() + ", got " + current.parts());
    }
    return options.policy() instanceof DecisionPolicy.Legacy legacy
        ? legacy(legacy, current, history, seed, start)
        : CalibratedRules.decide(
            (DecisionPolicy.Calibrated) options.policy(),
            tests(current),
            options,
            history,
            now,
            seed,
            start);
  }

  private DetectorTests tests(DriftSample current) {
    DetectorTests tests = new DetectorTests(options, reference.rows(), current.rows());
    if (discrepancy.isPresent() && latents.isPresent() && current.latents().isPresent()) {
      Rows rows = discrepancy.get().reference().requireAlike(current.latents().get());
      for (LatentMethod method : options.methods()) {
        method
            .distance()
            .ifPresentOrElse(
                distance -> tests.add(latents.get(), rows, distance),
                () -> tests.add(discrepancy.get(), rows));
      }
    }
    if (scores.isPresent() && current.scores().isPresent()) {
      tests.add(scores.get(), current.scores().get());
    }
    if (features.isPresent() && current.features().isPresent()) {
      tests.add(features.get(), current.features().get());
    }
    return tests;
  }

  private Decision legacy(
      DecisionPolicy.Legacy policy,
      DriftSample current,
      DecisionHistory history,
      long seed,
      long start) {
    LegacyRules rules = new LegacyRules(policy);
    if (reference.latents().isPresent() && current.latents().isPresent()) {
      rules.latents(reference.latents().get(), current.latents().get());
    }
    if (reference.scores().isPresent() && current.scores().isPresent()) {
      rules.scores(reference.scores().get(), current.scores().get());
    }
    if (reference.features().isPresent()
        && features.isPresent()
        && current.features().isPresent()) {
      rules.features(
          reference.features().get(), features.get().requireAlike(current.features().get()));
    }
    return rules.decide(history, seed, start);
  }
}
