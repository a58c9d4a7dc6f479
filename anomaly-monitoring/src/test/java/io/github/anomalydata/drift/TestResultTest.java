package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.PValue;
import io.github.anomalydata.drift.TestResult.Tested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestResultTest {
  private static Tested tested(double statistic, double pValue, PValue kind, int permutations) {
    return new Tested(
        "test",
        statistic,
        pValue,
        kind,
        permutations,
        0.5,
        "effect",
        10,
        20,
        1,
        List.of(),
        42,
        Duration.ZERO);
  }

  @Test
  void pValueAtTheLevelRejects() {
    Tested result = tested(1, 0.05, PValue.EXACT, 0);
    assertTrue(result.reject(0.05));
    assertFalse(result.reject(0.049));
  }

  @Test
  void insufficientDataNeverReject() {
    assertFalse(new InsufficientData("test", "no values", 0, 3).reject(0.999));
  }

  @Test
  void levelIsBetweenZeroAndOne() {
    for (double alpha : new double[] {0, 1, Double.NaN}) {
      Thrown.assertRefused(() -> tested(1, 1, PValue.EXACT, 0).reject(alpha), "alpha", "got");
      Thrown.assertRefused(
          () -> new InsufficientData("test", "no values", 0, 3).reject(alpha), "alpha", "got");
    }
  }

  @Test
  void pValueIsAboveZeroAndAtMostOne() {
    for (double p : new double[] {0, -1, 1.1, Double.NaN}) {
      Thrown.assertRefused(() -> tested(1, p, PValue.EXACT, 0), "pValue", "got " + p);
    }
  }

  @Test
  void statisticIsFinite() {
    Thrown.assertRefused(() -> tested(Double.NaN, 1, PValue.EXACT, 0), "statistic", "NaN");
  }

  @Test
  void permutationsAreThoseBehindThePValue() {
    Thrown.assertRefused(() -> tested(1, 1, PValue.EXACT, 9), "permutations: 0 for EXACT");
    Thrown.assertRefused(() -> tested(1, 1, PValue.PERMUTATION, 0), "at least 1", "got 0");
    assertEquals(35, tested(1, 1, PValue.ALL_PERMUTATIONS, 35).permutations());
  }

  @Test
  void notesAreCopied() {
    List<String> notes = new ArrayList<>(List.of("first"));
    Tested result =
        new Tested("t", 1, 1, PValue.EXACT, 0, 0, "e", 1, 1, 1, notes, 0, Duration.ZERO);
    notes.add("second");
    assertEquals(List.of("first"), result.notes());
  }

  @Test
  void timeIsNotNegative() {
    Thrown.assertRefused(
        () ->
            new Tested(
                "t", 1, 1, PValue.EXACT, 0, 0, "e", 1, 1, 1, List.of(), 0, Duration.ofNanos(-1)),
        "elapsed");
  }

  @Test
  void blocksHaveALength() {
    Thrown.assertRefused(() -> Dependence.blocks(0), "length: at least 1, got 0");
    assertEquals(new Dependence.Blocks(7), Dependence.blocks(7));
  }
}
