package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.List;

/** What a two-sample test says, or that it has too few values to say anything. */
public sealed interface TestResult permits TestResult.Tested, TestResult.InsufficientData {

  /**
   * Returns which test it was.
   *
   * @return its name
   */
  String test();

  /**
   * Returns the size of the reference.
   *
   * @return the number of rows
   */
  int referenceSize();

  /**
   * Returns the size of the current sample.
   *
   * @return the number of rows
   */
  int currentSize();

  /**
   * Tells whether the test rejects that both samples come from one distribution.
   *
   * @param alpha the rate of false alarms that is accepted, above 0 and below 1
   * @return whether the p-value is at most {@code alpha}; false if there were too few values
   * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
   */
  boolean reject(double alpha);

  /** Where a p-value comes from. */
  enum PValue {
    /** The distribution of the statistic for these sample sizes, of continuous values. */
    EXACT,
    /** The distribution that the statistic tends to as samples grow. */
    ASYMPTOTIC,
    /** Random permutations: {@code (k + 1) / (B + 1)}. */
    PERMUTATION,
    /** Every split of the pooled rows, each once: the share that is at least as extreme. */
    ALL_PERMUTATIONS
  }

  /**
   * The result of a test that had enough values.
   *
   * @param test which test
   * @param statistic how far the samples are apart, as the test measures it
   * @param pValue the probability of such a statistic, or a more extreme one, if both samples come
   *     from one distribution; above 0 and at most 1
   * @param kind where the p-value comes from
   * @param permutations the number of permutations behind the p-value, 0 for none
   * @param effectSize how far the samples are apart, without regard to their sizes
   * @param effect what the effect size is: formula and unit
   * @param referenceSize the number of rows of the reference, at least 1
   * @param currentSize the number of rows of the current sample, at least 1
   * @param blockLength the rows of a block that was permuted as one, 1 for rows that do not depend
   *     on one another
   * @param notes what was assumed or replaced, and what looks wrong with that
   * @param seed the seed of the permutations
   * @param elapsed the time the test took
   */
  record Tested(
      String test,
      double statistic,
      double pValue,
      PValue kind,
      int permutations,
      double effectSize,
      String effect,
      int referenceSize,
      int currentSize,
      int blockLength,
      List<String> notes,
      long seed,
      Duration elapsed)
      implements TestResult {

    /**
     * Checks the values.
     *
     * @param test which test
     * @param statistic the statistic, finite
     * @param pValue the p-value, above 0 and at most 1
     * @param kind where the p-value comes from
     * @param permutations the number of permutations, at least 1 if the p-value comes from them, 0
     *     if not
     * @param effectSize the effect size, finite
     * @param effect what the effect size is
     * @param referenceSize the number of rows of the reference, at least 1
     * @param currentSize the number of rows of the current sample, at least 1
     * @param blockLength the rows of a block, at least 1
     * @param notes what was assumed
     * @param seed the seed of the permutations
     * @param elapsed the time the test took, not negative
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Tested {
      Rules.named("test", test);
      Rules.finite("statistic", statistic);
      Rules.probability("pValue", pValue);
      boolean permuted = kind == PValue.PERMUTATION || kind == PValue.ALL_PERMUTATIONS;
      if (permuted ? permutations < 1 : permutations != 0) {
        throw new IllegalArgumentException(
            "permutations: "
                + (permuted ? "at least 1" : "0")
                + " for "
                + kind
                + ", got "
                + permutations);
      }
      Rules.finite("effectSize", effectSize);
      Rules.named("effect", effect);
      Require.atLeast("referenceSize", referenceSize, 1);
      Require.atLeast("currentSize", currentSize, 1);
      Require.atLeast("blockLength", blockLength, 1);
      notes = List.copyOf(notes);
      Rules.notNegative("elapsed", elapsed);
    }

    @Override
    public boolean reject(double alpha) {
      return pValue <= Rules.level(alpha);
    }
  }

  /**
   * A test that could not be made: it never rejects.
   *
   * @param test which test
   * @param reason what is missing
   * @param referenceSize the number of rows of the reference, at least 0
   * @param currentSize the number of rows of the current sample, at least 0
   */
  record InsufficientData(String test, String reason, int referenceSize, int currentSize)
      implements TestResult {

    /**
     * Checks the values.
     *
     * @param test which test
     * @param reason what is missing
     * @param referenceSize the number of rows of the reference, at least 0
     * @param currentSize the number of rows of the current sample, at least 0
     * @throws IllegalArgumentException if a text is blank or a size below 0
     */
    public InsufficientData {
      Rules.named("test", test);
      Rules.named("reason", reason);
      Require.atLeast("referenceSize", referenceSize, 0);
      Require.atLeast("currentSize", currentSize, 0);
    }

    @Override
    public boolean reject(double alpha) {
      Rules.level(alpha);
      return false;
    }
  }
}
