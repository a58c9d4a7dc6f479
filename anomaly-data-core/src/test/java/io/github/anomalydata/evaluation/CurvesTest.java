package io.github.anomalydata.evaluation;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of scikit-learn, and the rules it leaves to the caller. */
class CurvesTest {
  private static final double TOLERANCE = 1e-12;

  private static List<String> golden() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CurvesTest.class.getResourceAsStream("curves.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static double[] noise(int n, long seed) {
    double[] values = new double[n];
    long state = seed;
    for (int i = 0; i < n; i++) {
      state = (1664525 * state + 1013904223) % (1L << 32);
      values[i] = state / 0x1p31 - 1;
    }
    return values;
  }

  private static boolean[] positive(int n) {
    boolean[] positive = new boolean[n];
    double[] noise = noise(n, 54321);
    for (int i = 0; i < n; i++) {
      positive[i] = i == 0 || (i != 1 && noise[i] > 0.3);
    }
    return positive;
  }

  private static double[] scores(String kind, boolean[] positive) {
    double[] scores = noise(positive.length, 12345);
    for (int i = 0; i < scores.length; i++) {
      int p = positive[i] ? 1 : 0;
      scores[i] =
          switch (kind) {
            case "distinct" -> scores[i] + 0.5 * p;
            case "ties" -> Math.floor(4 * (scores[i] + 0.5 * p));
            case "constant" -> 0;
            case "apart" -> scores[i] + 2.5 * p;
            case "reversed" -> scores[i] - 2.5 * p;
            default -> throw new AssertionError(kind);
          };
    }
    return scores;
  }

  private static double[] points(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void numbersAreThoseOfScikitLearn(String line) {
    String[] cells = line.split("\t", -1);
    String[] input = cells[0].split("[ =]", -1);
    boolean[] positive = positive(Integer.parseInt(input[3]));
    double[] scores = scores(input[1], positive);
    RocCurve roc = RocCurve.of(scores, positive);
    PrecisionRecallCurve precisionRecall = PrecisionRecallCurve.of(scores, positive);
    Map<String, String> expected = new HashMap<>();
    for (String cell : cells) {
      expected.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
    }
    for (Map.Entry<String, String> entry : expected.entrySet()) {
      String name = entry.getKey();
      double[] actual =
          switch (name) {
            case "kind" -> new double[0];
            case "auc" -> new double[] {roc.auc()};
            case "average" -> new double[] {precisionRecall.averagePrecision()};
            case "fpr" -> roc.falsePositiveRates();
            case "tpr" -> roc.truePositiveRates();
            case "thresholds" -> Arrays.copyOfRange(roc.thresholds(), 1, roc.thresholds().length);
            case "precision" -> precisionRecall.precisions();
            case "recall" -> precisionRecall.recalls();
            default ->
                new double[] {
                  roc.partialAuc(Double.parseDouble(name.substring("partial:".length())))
                };
          };
      if (actual.length > 0) {
        assertArrayEquals(points(entry.getValue()), actual, TOLERANCE, name);
      }
    }
  }

  @Test
  void goldenFileHasEveryKindAndSize() throws IOException {
    assertEquals(40, golden().size());
  }

  @Test
  void equalScoresCountHalf() {
    assertEquals(
        0.75, RocCurve.of(new double[] {1, 1, 0}, new boolean[] {true, false, false}).auc());
  }

  @Test
  void rocBeginsAboveTheHighestScore() {
    RocCurve roc = RocCurve.of(new double[] {2, 1}, new boolean[] {true, false});
    assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 2, 1}, roc.thresholds());
    assertArrayEquals(new double[] {0, 0, 1}, roc.falsePositiveRates());
    assertArrayEquals(new double[] {0, 1, 1}, roc.truePositiveRates());
  }

  @Test
  void thresholdsOfPrecisionFall() {
    assertArrayEquals(
        new double[] {2, 1},
        PrecisionRecallCurve.of(new double[] {1, 2, 1}, new boolean[] {true, false, false})
            .thresholds());
  }

  @Test
  void infiniteScoresAreRanked() {
    double[] scores = {Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY};
    assertEquals(1, RocCurve.of(scores, new boolean[] {true, false, false}).auc());
  }

  @Test
  void zerosOfBothSignsAreEqual() {
    assertEquals(0.5, RocCurve.of(new double[] {0.0, -0.0}, new boolean[] {true, false}).auc());
  }

  @Test
  void oneClassAloneIsRefused() {
    assertRefused(
        () -> RocCurve.of(new double[] {1, 2}, new boolean[] {true, true}),
        "one positive and one negative",
        "2 and 0");
    assertRefused(() -> RocCurve.of(new double[0], new boolean[0]), "0 and 0");
    assertRefused(
        () -> PrecisionRecallCurve.of(new double[] {1}, new boolean[] {false}), "got none");
  }

  @Test
  void differentLengthsAreRefused() {
    assertRefused(() -> RocCurve.of(new double[1], new boolean[2]), "1 and 2");
  }

  @Test
  void notANumberIsRefused() {
    assertRefused(
        () -> RocCurve.of(new double[] {0, Double.NaN}, new boolean[] {true, false}), "NaN at 1");
  }

  @Test
  void rateOutOfRangeIsRefused() {
    RocCurve roc = RocCurve.of(new double[] {2, 1}, new boolean[] {true, false});
    assertRefused(() -> roc.partialAuc(0), "(0, 1]", "0.0");
    assertRefused(() -> roc.partialAuc(1.5), "(0, 1]", "1.5");
    assertRefused(() -> roc.partialAuc(Double.NaN), "(0, 1]", "NaN");
  }

  @Test
  void bestThresholdHasTheLargestF1AndIsTheHighestOfSeveral() {
    boolean[] positive = {true, false, true, false};
    PrecisionRecallCurve.Best best =
        PrecisionRecallCurve.of(new double[] {4, 3, 2, 1}, positive).best();
    assertEquals(new PrecisionRecallCurve.Best(2, 2 / 3.0, 1, 0.8), best);
    PrecisionRecallCurve tied =
        PrecisionRecallCurve.of(
            new double[] {5, 4, 3, 2, 1}, new boolean[] {true, false, false, true, false});
    assertEquals(5, tied.best().threshold());
    assertEquals(2 / 3.0, tied.best().f1());
  }

  @Test
  void bestThresholdOfScoresThatFindTheOnlyPositiveLastTakesThemAll() {
    PrecisionRecallCurve.Best best =
        PrecisionRecallCurve.of(new double[] {3, 2, 1}, new boolean[] {false, false, true}).best();
    assertEquals(new PrecisionRecallCurve.Best(1, 1 / 3.0, 1, 0.5), best);
  }
}
