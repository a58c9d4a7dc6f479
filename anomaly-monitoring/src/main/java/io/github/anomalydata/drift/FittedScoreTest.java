package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A test of scores against a reference that is prepared once. Any number of threads may use it at
 * the same time.
 */
public final class FittedScoreTest {
  private final ScoreTest options;
  private final Series reference;
  private final Series scaled;

  FittedScoreTest(ScoreTest options, Series reference) {
    this.options = options;
    this.reference = reference;
    this.scaled = options.scale().of("reference", reference);
  }

  /**
   * Tests scores.
   *
   * @param current the scores in the order of time; not changed
   * @param seed the seed of the permutations
   * @return the result, with {@link TestResult.InsufficientData} for what could not be tested: all
   *     if a sample is empty or the blocks are so long that no p-value could reach 0.05, mean and
   *     spread if a sample has a single score or the reference does not vary
   * @throws IllegalArgumentException if a score is not finite or 1e250 or more in magnitude, or not
   *     above 0 on a logarithmic scale
   */
  public ScoreDrift test(double[] current, long seed) {
    long start = System.nanoTime();
    Series sample = Series.of("current", current);
    JointTest test = JointTest.of(reference.size(), sample.size(), tests(sample));
    DriftResult result = test.result(options.permutations(), options.workers(), seed, start);
    List<ScoreDrift.Change> changes = new ArrayList<>();
    for (int i = 0; i < test.columns().size(); i++) {
      changes.add(change(test.columns().get(i), result.columns().get(i), result.blockLength()));
    }
    return new ScoreDrift(
        changes.get(0),
        changes.get(1),
        changes.get(2),
        changes.size() > 3 ? Optional.of(changes.get(3)) : Optional.empty(),
        reference.autocorrelation().effectiveSize(),
        sample.autocorrelation().effectiveSize(),
        result);
  }

  /**
   * Tests scores.
   *
   * @param current the scores in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order
   * @param seed the seed of the permutations
   * @return the result, as for an array of Java
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public ScoreDrift test(INDArray current, long seed) {
    return test(Vectors.of("current", current), seed);
  }

  private static ScoreDrift.Change change(
      ColumnTest test, DriftResult.Column column, int blockLength) {
    if (!(column.result() instanceof TestResult.Tested)) {
      return new ScoreDrift.Change(
          column.result(), column.adjustedPValue(), OptionalDouble.empty(), Optional.empty());
    }
    Comparison samples = test.samples();
    Blocks blocks = test.blocks().atLeast(blockLength);
    Optional<StandardError> error = samples.error(blocks);
    return new ScoreDrift.Change(
        column.result(),
        column.adjustedPValue(),
        error.isPresent() ? OptionalDouble.of(error.get().value()) : OptionalDouble.empty(),
        samples.interval(blocks));
  }

  /**
   * Returns the tests of a sample: distribution, mean, spread and, with a threshold, share above.
   */
  List<ColumnTest> tests(Series sample) {
    boolean none = reference.size() == 0 || sample.size() == 0;
    Series current = options.scale().of("current", sample);
    String shortage =
        none
            ? "no values"
            : reference.size() < 2 || sample.size() < 2
                ? "fewer than 2 values"
                : reference.standardDeviation() == 0 ? "the reference does not vary" : "";
    boolean varies = shortage.isEmpty();
    Blocks blocks = none ? Blocks.NONE : Blocks.of(options.dependence(), reference, sample);
    List<ColumnTest> tests = new ArrayList<>();
    tests.add(
        test(
            NumberComparison.name(Distance.KOLMOGOROV_SMIRNOV),
            none ? null : new NumberComparison(reference, sample, Distance.KOLMOGOROV_SMIRNOV),
            none ? shortage : "",
            sample,
            blocks));
    tests.add(
        test(
            MeanShift.NAME,
            varies ? new MeanShift(scaled, current) : null,
            shortage,
            sample,
            blocks));
    tests.add(
        test(Spread.NAME, varies ? new Spread(scaled, current) : null, shortage, sample, blocks));
    options
        .threshold()
        .ifPresent(
            threshold ->
                tests.add(
                    test(
                        Exceedance.NAME,
                        none ? null : new Exceedance(reference, sample, threshold),
                        none ? shortage : "",
                        sample,
                        blocks)));
    return tests;
  }

  private ColumnTest test(
      String name, @Nullable Comparison comparison, String shortage, Series sample, Blocks blocks) {
    return new ColumnTest(
        new ColumnTest.Subject("scores", DriftResult.Aspect.VALUES, 0, 0),
        name,
        Presence.all(reference.size(), sample.size()),
        comparison,
        shortage,
        blocks,
        blocks.notes(),
        CategoryChanges.NONE);
  }
}
