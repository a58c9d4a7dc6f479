package io.github.anomalydata.data.scaling;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerTest {
  private static final int COLUMNS = 5;
  private static final int GROUPS = 3;

  /** The values of the lines of the golden file that begin with a word. */
  private static double[][] golden(String word) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ScalerTest.class.getResourceAsStream("scaling.txt")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> Arrays.stream(line.split(" ")).skip(1))
          .map(numbers -> numbers.mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }

  private static Scaler scaler(String name) {
    return switch (name) {
      case "standard" -> Scaler.standard();
      case "minMax(0,1)" -> Scaler.minMax(0, 1);
      case "minMax(-1,3)" -> Scaler.minMax(-1, 3);
      case "robust(0.25,0.75)" -> Scaler.robust();
      case "robust(0.1,0.95)" -> Scaler.robust(0.1, 0.95);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  /** The first column of the golden table is the group. */
  private static Table table(double[][] rows) {
    Table table = new Table();
    for (int column = 0; column < COLUMNS; column++) {
      table.with("column " + column, column(rows, column + 1));
    }
    return table;
  }

  private static void assertScaled(double[][] expected, double[][] rows, FittedScaler fitted) {
    assertTrue(expected.length > 0);
    for (int row = 0; row < rows.length; row++) {
      int group = fitted.groups() == 1 ? 0 : (int) rows[row][0];
      for (int column = 0; column < COLUMNS; column++) {
        double value = rows[row][column + 1];
        // Both sides subtract the offset: relative to what is subtracted, not to what is left.
        double scale = fitted.apply(group, column, value + 1) - fitted.apply(group, column, value);
        double tolerance = 1e-12 * Math.max(1, Math.abs(value * scale));
        assertEquals(expected[row][column], fitted.apply(group, column, value), tolerance);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "minMax(0,1)",
        "minMax(-1,3)",
        "robust(0.25,0.75)",
        "robust(0.1,0.95)"
      })
  void theNumbersAreThoseOfScikitLearn(String name) throws IOException {
    double[][] rows = golden("table");
    assertScaled(golden(name + "-global"), rows, scaler(name).fit(table(rows)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard",
        "minMax(0,1)",
        "minMax(-1,3)",
        "robust(0.25,0.75)",
        "robust(0.1,0.95)"
      })
  void eachGroupIsScaledAsIfItWereAlone(String name) throws IOException {
    double[][] rows = golden("table");
    int[] groups = Arrays.stream(column(rows, 0)).mapToInt(group -> (int) group).toArray();
    assertScaled(golden(name + "-grouped"), rows, scaler(name).fit(table(rows), groups, GROUPS));
  }

  @Test
  void aLargeOffsetDoesNotCostTheSpreadItsDigits() {
    // The textbook formula, mean of squares minus square of mean, gives 0 or less here.
    FittedScaler fitted = Scaler.standard().fit(Table.of("x", 1e9, 1e9 + 1, 1e9 + 2));
    assertEquals(Math.sqrt(1.5), fitted.apply(0, 0, 1e9 + 2), 1e-12);
  }

  @Test
  void minMaxReachesBothEndsAndGoesBeyondThem() {
    FittedScaler fitted = Scaler.minMax(-1, 1).fit(Table.of("x", 2, 4, 6));
    assertEquals(-1, fitted.apply(0, 0, 2));
    assertEquals(1, fitted.apply(0, 0, 6));
    assertEquals(2, fitted.apply(0, 0, 8));
  }

  @Test
  void aConstantColumnBecomesZero() {
    FittedScaler fitted = Scaler.standard().fit(Table.of("x", 3, 3, 3).with("y", 1, 2, 3));
    assertTrue(fitted.isConstant(0, 0));
    assertFalse(fitted.isConstant(0, 1));
    assertEquals(0, fitted.apply(0, 0, 3));
    assertEquals(0, fitted.apply(0, 0, 4));
  }

  @Test
  void aColumnOfRoundingErrorsIsConstant() {
    double[] values = {0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3 + 1e-16};
    assertTrue(Scaler.standard().fit(Table.of("x", values)).isConstant(0, 0));
    assertFalse(
        Scaler.standard().withMinimumRelativeRange(0).fit(Table.of("x", values)).isConstant(0, 0));
  }

  @Test
  void aColumnThatIsNearlyAlwaysTheSameIsConstant() {
    double[] values = new double[100];
    Arrays.fill(values, 21.61);
    for (int i = 0; i < 5; i++) {
      values[20 * i] = 21.60;
    }
    assertTrue(Scaler.standard().fit(Table.of("sensor_6", values)).isConstant(0, 0));
    values[99] = 21.60;
    assertFalse(Scaler.standard().fit(Table.of("sensor_6", values)).isConstant(0, 0));
  }

  @Test
  void theShareOfTheCommonestValueCanBeChosenAndTurnedOff() {
    Table table = Table.of("x", 1, 1, 2, 1, 1, 1, 3, 1, 1, 1);
    assertFalse(Scaler.standard().fit(table).isConstant(0, 0));
    assertTrue(Scaler.standard().withMaximumModeShare(0.8).fit(table).isConstant(0, 0));
    double[] values = new double[100];
    values[50] = 1;
    assertFalse(
        Scaler.standard().withMaximumModeShare(2).fit(Table.of("x", values)).isConstant(0, 0));
  }

  @Test
  void aColumnMayBeConstantInOneGroupOnly() {
    FittedScaler fitted =
        Scaler.minMax(0, 1).fit(Table.of("x", 5, 1, 5, 3), new int[] {0, 1, 0, 1}, 2);
    assertTrue(fitted.isConstant(0, 0));
    assertFalse(fitted.isConstant(1, 0));
    assertEquals(0.5, fitted.apply(1, 0, 2));
  }

  @Test
  void aColumnWithoutSpreadBetweenItsQuantilesIsConstant() {
    assertTrue(Scaler.robust().fit(Table.of("x", 1, 7, 7, 7, 9)).isConstant(0, 0));
  }

  @Test
  void oneRowIsConstant() {
    assertTrue(Scaler.standard().fit(Table.of("x", 3)).isConstant(0, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsRefusedWithItsPlace(double value) {
    for (Scaler scaler : List.of(Scaler.standard(), Scaler.minMax(0, 1), Scaler.robust())) {
      assertRefused(
          () -> scaler.fit(Table.of("x", 1, 2, 3).with("speed", 1, 2, value)),
          "finite",
          String.valueOf(value),
          "row 2",
          "'speed'");
    }
  }

  @Test
  void aSpreadThatOverflowsIsRefused() {
    Table table = Table.of("x", -1.7e308, 1.7e308, 0.5e308, -1.7e308);
    for (Scaler scaler : List.of(Scaler.standard(), Scaler.minMax(0, 1), Scaler.robust())) {
      assertRefused(() -> scaler.fit(table), "spread", "'x'");
    }
  }

  @Test
  void aTableWithoutRowsIsRefused() {
    assertRefused(() -> Scaler.standard().fit(Table.of("x")), "at least one row", "group 0");
  }

  @Test
  void aGroupWithoutRowsIsRefused() {
    assertRefused(
        () -> Scaler.standard().fit(Table.of("x", 1, 2), new int[] {0, 2}, 3),
        "at least one row",
        "group 1");
  }

  @Test
  void aRowOfAGroupThatIsNotThereIsRefused() {
    assertRefused(
        () -> Scaler.standard().fit(Table.of("x", 1, 2), new int[] {0, 3}, 3),
        "groupOfRow: in [0, 3)",
        "3 at row 1");
    assertRefused(
        () -> Scaler.standard().fit(Table.of("x", 1, 2), new int[] {-1, 0}, 1), "-1 at row 0");
  }

  @Test
  void anotherNumberOfGroupsThanOfRowsIsRefused() {
    assertRefused(
        () -> Scaler.standard().fit(Table.of("x", 1, 2), new int[] {0}, 1), "2 rows, got 1");
    assertRefused(
        () -> Scaler.standard().fit(Table.of("x", 1, 2), new int[2], 0), "groups: at least 1");
  }

  @Test
  void optionsOutsideOfTheirRangeAreRefused() {
    assertRefused(() -> Scaler.minMax(1, 1), "low < high", "1.0 and 1.0");
    assertRefused(() -> Scaler.minMax(0, Double.POSITIVE_INFINITY), "finite");
    assertRefused(() -> Scaler.minMax(Double.NaN, 1), "NaN");
    assertRefused(() -> Scaler.robust(0.5, 0.5), "lower < upper");
    assertRefused(() -> Scaler.robust(-0.1, 0.5), "0 <= lower");
    assertRefused(() -> Scaler.robust(0.1, 1.5), "upper <= 1");
    assertRefused(
        () -> Scaler.standard().withMinimumRelativeRange(-1), "minimumRelativeRange: at least 0");
    assertRefused(
        () -> Scaler.standard().withMinimumRelativeRange(Double.NaN), "minimumRelativeRange");
    assertRefused(() -> Scaler.standard().withMaximumModeShare(0.5), "maximumModeShare: above 0.5");
  }
}
