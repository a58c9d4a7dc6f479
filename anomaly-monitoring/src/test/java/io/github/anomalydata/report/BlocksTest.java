package io.github.anomalydata.report;

import static io.github.anomalydata.report.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the parts of a report accept, and what they refuse. */
final class BlocksTest {
  private static final Axis X = Axis.of("x");
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void blankTitlesAreRefused() {
    for (Executable call :
        List.<Executable>of(
            () -> Report.of(" "),
            () -> Section.of(""),
            () -> Table.of(""),
            () -> Gallery.of(""),
            () -> Chart.of("", X, X),
            () -> MatrixPlot.of("", X, X, "", new double[][] {{1}}),
            () -> Picture.of("", "d", new byte[0]),
            () -> Verdict.of(Mark.GOOD, ""))) {
      assertThrown(IllegalArgumentException.class, call, "not blank");
    }
  }

  @Test
  void columnsOfATableHaveAsManyRows() {
    assertThrown(
        IllegalArgumentException.class,
        () -> Table.of("t").withText("a", List.of("x")).withNumbers("b", Digits.decimals(0), 1, 2),
        "values: 1",
        "got 2");
    assertThrown(
        IllegalArgumentException.class,
        () -> Table.of("t").withMarks("a", List.of(Mark.GOOD), List.of()),
        "words");
    assertEquals(0, Table.of("t").rows());
  }

  @Test
  void placesOfAChartAscend() {
    assertThrown(IllegalArgumentException.class, () -> Chart.of("c", X, X, 2, 1), "places", "1.0");
    assertThrown(
        IllegalArgumentException.class, () -> Chart.of("c", X, X, Double.NaN), "places", "NaN");
  }

  @Test
  void seriesHaveAValueForEachPlace() {
    assertThrown(
        IllegalArgumentException.class,
        () -> Chart.of("c", X, X, 1, 2).withPoints("a", Tone.BLUE, 1),
        "values: 2",
        "got 1");
    assertThrown(
        IllegalArgumentException.class,
        () -> Chart.of("c", X, X, 1, 2).withNames(List.of("a")),
        "all: 2");
  }

  @Test
  void limitsAreFinite() {
    assertThrown(
        IllegalArgumentException.class,
        () -> Chart.of("c", X, X).withLimit("a", Tone.RED, Double.NaN),
        "NaN");
    assertThrown(
        IllegalArgumentException.class,
        () -> Chart.of("c", X, X).withAlarm(0, Double.POSITIVE_INFINITY),
        "Infinity");
  }

  @Test
  void barsStandAtTheirNames() {
    Chart chart = Chart.ofCategories("c", Axis.ofCategories("kind", List.of("a", "b")), X);
    assertArrayEquals(new double[] {0, 1}, chart.places());
    assertThrown(IllegalArgumentException.class, () -> Chart.ofCategories("c", X, X), "horizontal");
    assertThrown(
        IllegalArgumentException.class, () -> Axis.ofCategories("kind", List.of()), "categories");
  }

  @Test
  void heatMapIsAMatrix() {
    assertThrown(
        IllegalArgumentException.class,
        () -> MatrixPlot.of("m", X, X, "", new double[][] {{1, 2}, {3}}),
        "values[1]: 2");
    assertThrown(
        IllegalArgumentException.class,
        () -> MatrixPlot.of("m", X, X, "", new double[][] {{}}),
        "values");
    assertThrown(
        IllegalArgumentException.class,
        () -> MatrixPlot.of("m", X, X, "", new double[][] {{1}}).withRows(2, 2),
        "from",
        "2.0");
  }

  @Test
  void pictureIsAPngFile() {
    assertThrown(
        IllegalArgumentException.class, () -> Picture.of("p", "d", new byte[] {1, 2, 3}), "png");
  }

  @Test
  void windowsFollowOneAnother() {
    TimeLine line = TimeLine.of("score").withWindow(START, START.plusSeconds(60), 1, false);
    assertThrown(
        IllegalArgumentException.class,
        () -> line.withWindow(START.plusSeconds(30), START.plusSeconds(90), 1, false),
        "from");
    assertThrown(
        IllegalArgumentException.class,
        () -> line.withWindow(START.plusSeconds(60), START.plusSeconds(60), 1, false),
        "from");
    assertThrown(IllegalStateException.class, () -> line.withWindow(0, 1, 1, false), "TIME");
    assertThrown(IllegalStateException.class, () -> TimeLine.of("score").chart(), "windows");
  }

  @Test
  void windowsAreStepsAndAlarmsAreMarked() {
    Chart chart =
        TimeLine.of("score")
            .withWindow(START, START.plusSeconds(60), 0.5, true)
            .withWindow(START.plusSeconds(90), START.plusSeconds(120), 0.1, false)
            .chart();
    double start = START.getEpochSecond();
    assertArrayEquals(new double[] {start, start + 60, start + 90, start + 120}, chart.places());
    assertArrayEquals(new double[] {0.5, 0.5, 0.1, 0.1}, chart.series().get(0).values());
    assertEquals(List.of(new Chart.Span(start, start + 60)), chart.spans());
    assertEquals("2 windows, 1 with an alarm.", chart.description());
  }
}
