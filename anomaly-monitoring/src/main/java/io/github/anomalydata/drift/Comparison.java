package io.github.anomalydata.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Two samples that a statistic compares, and the other splits of their rows. */
interface Comparison {
  /** Returns the name of the test. */
  String test();

  /** Returns the number of rows of the reference, at least 1. */
  int reference();

  /** Returns the number of current rows, at least 1. */
  int current();

  /** Returns the statistic of the rows as they are. */
  double observed();

  /** Returns the statistic if differences were less variable by a factor: {@link Blocks}. */
  double observed(double widening);

  /** Returns what makes for a thread the function from the bits of a split to its statistic. */
  Supplier<ToDoubleFunction<long[]>> statistic();

  /**
   * Returns the effect size.
   *
   * @param notes gets what was replaced
   */
  double effectSize(List<String> notes);

  /** Returns what the effect size is. */
  String effect();

  /** Returns how rows move the effect size; empty where that is not known. */
  default Optional<Influence> influence() {
    return Optional.empty();
  }

  /** Returns the least and the greatest effect size that there can be. */
  default Interval effects() {
    return new Interval(0, Double.MAX_VALUE);
  }

  /**
   * Returns the standard error of the effect size, to first order.
   *
   * @param blocks the blocks that rows are taken in
   * @return the error; empty where it is not known, or a sample is a single block
   */
  default Optional<StandardError> error(Blocks blocks) {
    return influence().flatMap(influence -> influence.error(blocks));
  }

  /**
   * Returns where the effect size lies.
   *
   * @param blocks the blocks that rows are taken in
   * @return the interval; empty where it is not known, or a sample is a single block
   */
  default Optional<Interval> interval(Blocks blocks) {
    double effect = effectSize(new ArrayList<>());
    Interval all = effects();
    return error(blocks).map(error -> error.about(effect).within(all.lower(), all.upper()));
  }

  /**
   * Returns the result.
   *
   * @param probability the p-value
   * @param blockLength the rows of a block
   * @param notes what was found out; gets what was replaced
   * @param seed the seed of the permutations
   * @param elapsed the time the test took
   */
  default TestResult.Tested result(
      Probability probability, int blockLength, List<String> notes, long seed, Duration elapsed) {
    double effectSize = effectSize(notes);
    return new TestResult.Tested(
        test(),
        observed(),
        probability.value(),
        probability.kind(),
        probability.permutations(),
        effectSize,
        effect(),
        reference(),
        current(),
        blockLength,
        notes,
        seed,
        elapsed);
  }
}
