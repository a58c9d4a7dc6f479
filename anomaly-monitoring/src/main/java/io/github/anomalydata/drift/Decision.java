package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.List;

/**
 * Whether to retrain, and why.
 *
 * @param outcome what was decided
 * @param findings what each test found
 * @param untested what could not be tested
 * @param history what the next decision has to know
 * @param blockLength the rows of a block that was permuted as one, 1 for rows that do not depend on
 *     one another
 * @param permutations the number of permutations that all tests shared, 0 where none was made
 * @param notes what was assumed or replaced, and what looks wrong with that
 * @param seed the seed of the permutations
 * @param elapsed the time that the decision took
 */
public record Decision(
    Outcome outcome,
    List<Finding> findings,
    List<Untested> untested,
    DecisionHistory history,
    int blockLength,
    int permutations,
    List<String> notes,
    long seed,
    Duration elapsed) {

  /** What was decided. */
  public enum Outcome {
    /** Retrain: drift that counts, in as many windows as the policy wants. */
    RETRAIN,
    /** Drift that counts in this window, but not yet in enough of them. */
    WAITING,
    /** Retrain, were it not for the last decision to, which is too recent. */
    COOLING_DOWN,
    /** No drift that counts in this window. */
    NO_DRIFT,
    /** No test could be made. */
    INSUFFICIENT_DATA
  }

  /**
   * What could not be tested.
   *
   * @param measure what was to be measured
   * @param subject of what
   * @param result what is missing
   */
  public record Untested(Measure measure, String subject, TestResult.InsufficientData result) {}

  /**
   * Checks the values.
   *
   * @param outcome what was decided
   * @param findings what each test found
   * @param untested what could not be tested
   * @param history what the next decision has to know
   * @param blockLength the rows of a block, at least 1
   * @param permutations the number of permutations, at least 0
   * @param notes what was assumed
   * @param seed the seed of the permutations
   * @param elapsed the time that the decision took, not negative
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Decision {
    findings = List.copyOf(findings);
    untested = List.copyOf(untested);
    notes = List.copyOf(notes);
    Require.atLeast("blockLength", blockLength, 1);
    Require.atLeast("permutations", permutations, 0);
    Rules.notNegative("elapsed", elapsed);
  }

  /**
   * Tells whether to retrain.
   *
   * @return whether the outcome is {@link Outcome#RETRAIN}
   */
  public boolean shouldRetrain() {
    return outcome == Outcome.RETRAIN;
  }

  /**
   * Tells whether this window shows drift that counts, whatever came before.
   *
   * @return whether there are {@linkplain #reasons reasons}
   */
  public boolean isDrift() {
    return !reasons().isEmpty();
  }

  /**
   * Returns what speaks for retraining.
   *
   * @return the findings of drift large enough to count
   */
  public List<Finding> reasons() {
    return findings.stream().filter(finding -> finding.verdict() == Finding.Verdict.DRIFT).toList();
  }
}
