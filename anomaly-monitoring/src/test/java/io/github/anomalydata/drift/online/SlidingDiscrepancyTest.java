package io.github.anomalydata.drift.online;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.drift.MaximumMeanDiscrepancy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class SlidingDiscrepancyTest {
  private static final SlidingDiscrepancy WINDOW = SlidingDiscrepancy.withDefaults().withSize(20);

  /** The test takes kernel values of more than 500 rows in single precision. */
  @ParameterizedTest
  @CsvSource({"470, 1e-8", "700, 1e-7"})
  void statisticIsThatOfTheTestOfTheWindow(int rows, double tolerance) {
    double[][] reference = Streams.rows(rows, 3, 1);
    double[][] stream = Streams.rows(60, 3, 2);
    for (Kernel kernel : List.of(Kernel.gaussian(0.3), Kernel.gaussian(0.1, 0.4, 2))) {
      Statistic statistic = start(WINDOW.with(kernel), reference);
      for (int i = 0; i < stream.length; i++) {
        double found = statistic.next(stream[i]);
        if (i < 19) {
          assertEquals(Statistic.NONE, found);
        } else {
          double[][] window = Arrays.copyOfRange(stream, i - 19, i + 1);
          double expected =
              MaximumMeanDiscrepancy.withDefaults().with(kernel).fit(reference).statistic(window);
          assertEquals(expected, found, tolerance);
        }
      }
    }
  }

  @Test
  void bandwidthIsTheMedianDistanceOfTheReference() {
    double[][] reference = {{0, 0}, {3, 4}, {0, 0}};
    Kernel kernel =
        ((SlidingDiscrepancy) FittedDetector.of(WINDOW, reference, 1).detector()).kernel();

    assertEquals(Kernel.gaussian(1.0 / 50), kernel);
  }

  @Test
  void kernelOfTwoRowsIsTheExponentialOfTheirDistance() {
    double[][] rows = Streams.rows(1300, 5, 3);
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 5; k++) {
        rows[i][k] *= i * 0.01;
      }
    }
    KernelRows kernel = KernelRows.of(Samples.of("rows", rows), new double[] {0.7});
    double[] values = kernel.new Values().of(rows[3]);
    double[][] expected = Kernel.gaussian(0.7).matrix(new double[][] {rows[3]}, rows);

    for (int i = 0; i < rows.length; i++) {
      assertEquals(expected[0][i], values[i], 0x1p-30 + 1e-13, "row " + i);
      assertEquals(Math.rint(values[i] * 0x1p29), values[i] * 0x1p29, "a multiple of 2^-29");
    }
    assertEquals(1, values[3]);
  }

  @Test
  void noErrorGrowsWithTheStream() {
    double[][] reference = Streams.rows(100, 2, 4);
    double[][] stream = Streams.rows(20_000, 2, 5);
    Statistic old = start(WINDOW, reference);
    double last = 0;
    for (double[] row : stream) {
      last = old.next(row);
    }
    Statistic fresh = start(WINDOW, reference);
    double again = 0;
    for (int i = stream.length - 20; i < stream.length; i++) {
      again = fresh.next(stream[i]);
    }

    assertEquals(again, last, "the same bits");
    assertEquals(fresh.sinceChange(), old.sinceChange());
  }

  @Test
  void changeOfCorrelationAloneIsSeenAndDated() {
    double[][] reference = Streams.rows(2000, 2, 6);
    FittedDetector detector =
        Calibration.withDefaults()
            .with(Dependence.independent())
            .withReplicates(200)
            .fit(WINDOW.withSize(100), reference, RunLength.ofSamples(3000), 7);
    double[][] stream = Streams.rows(600, 2, 9);
    for (int i = 300; i < 600; i++) {
      stream[i][1] = stream[i][0];
    }
    List<Alarm> alarms = detector.start().update(stream);

    assertFalse(alarms.isEmpty());
    assertTrue(alarms.get(0).sample() > 310 && alarms.get(0).sample() < 360, alarms.toString());
    assertEquals(300, (double) alarms.get(0).changePoint(), 15, alarms.toString());
  }

  @ParameterizedTest
  @CsvSource({"1, 25, 100", "4, 20, 200"})
  void falseAlarmsAreAsFarApartAsWasAskedFor(int columns, int size, int target) {
    assertRunLength(columns, size, 2500, target, 700);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 25, 5000, 100, 2000",
    "8, 50, 5000, 1000, 1000",
    "32, 100, 5000, 1000, 1000",
    "8, 50, 5000, 10000, 500"
  })
  @Tag("calibration")
  void runLengthsOfAllSizesAreKept(int columns, int size, int reference, int target, int alarms) {
    assertRunLength(columns, size, reference, target, alarms);
  }

  /** Of four references, since what one has by chance is taken for true. */
  private static void assertRunLength(
      int columns, int size, int referenceRows, int target, int alarms) {
    SlidingDiscrepancy window = WINDOW.withSize(size).withReferenceRows(referenceRows);
    long samples = 0;
    long raised = 0;
    StringBuilder each = new StringBuilder();
    for (int seed = 0; seed < 4; seed++) {
      double[][] reference = Streams.rows(referenceRows, columns, 100 + seed);
      FittedDetector fitted =
          Calibration.withDefaults()
              .with(Dependence.independent())
              .fit(window, reference, RunLength.ofSamples(target), 5);
      Monitor monitor = fitted.start();
      for (int part = 0; monitor.samples() < (long) target * alarms / 4; part++) {
        monitor.update(Streams.rows(10_000, columns, 1_000 * (seed + 1) + part));
      }
      samples += monitor.samples();
      raised += monitor.alarms();
      each.append(' ').append((double) monitor.samples() / monitor.alarms());
      assertEquals(target, fitted.threshold().runLength(), 0.02 * target);
    }
    double measured = (double) samples / raised;

    assertEquals(1, measured / target, 0.15, "at " + target + ": " + measured + each);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 18", "1, 10", "3, 6"})
  @Tag("calibration")
  void shiftOfAllColumnsIsSeenWithinTheWindow(double shift, double delay) {
    FittedDetector fitted =
        Calibration.withDefaults()
            .with(Dependence.independent())
            .fit(WINDOW.withSize(50), Streams.rows(5000, 8, 1), RunLength.ofSamples(1000), 5);
    double sum = 0;
    for (int run = 0; run < 100; run++) {
      double[][] quiet = Streams.rows(50, 8, 10 + run);
      double[][] shifted = Streams.rows(200, 8, 1000 + run);
      for (double[] row : shifted) {
        Arrays.setAll(row, k -> row[k] + shift);
      }
      Monitor monitor = fitted.withCoolDown(0).start();
      monitor.update(quiet);
      sum += monitor.update(shifted).get(0).sample() - 49;
    }

    assertEquals(delay, sum / 100, 0.3 * delay);
  }

  @Test
  void dependentRowsKeepTheirRunLengthByBlocks() {
    double[][] reference = Streams.autoregressiveRows(4000, 2, 0.7, 1);
    Monitor monitor =
        Calibration.withDefaults()
            .fit(WINDOW.withSize(30), reference, RunLength.ofSamples(400), 5)
            .start();
    monitor.update(Streams.autoregressiveRows(200_000, 2, 0.7, 2));

    assertEquals(400, (double) monitor.samples() / monitor.alarms(), 0.25 * 400);
  }

  @Test
  void savedWindowGoesOnBitByBit(@TempDir Path folder) throws IOException {
    FittedDetector detector =
        FittedDetector.of(WINDOW, Streams.rows(200, 3, 1), 0.05).withCoolDown(2);
    Monitor straight = detector.start();
    Monitor saved = detector.start();
    double[][] stream = Streams.rows(400, 3, 2);
    for (int i = 0; i < stream.length; i++) {
      stream[i][0] += i / 200.0;
      assertEquals(straight.updateRow(stream[i]), saved.updateRow(stream[i]));
      if (i % 37 == 0) {
        saved.save(folder.resolve("monitor.npz"));
        saved = Monitor.open(folder.resolve("monitor.npz"));
      }
    }

    assertTrue(straight.alarms() > 3);
    assertEquals(Arrays.toString(straight.state()), Arrays.toString(saved.state()));
  }

  @Test
  void arraysOfNd4jAreRowsToo() {
    double[][] reference = Streams.rows(300, 2, 1);
    double[][] stream = Streams.rows(200, 2, 2);
    RunLength target = RunLength.ofSamples(60);
    Calibration calibration = Calibration.withDefaults().withReplicates(50);
    FittedDetector detector = calibration.fit(WINDOW, reference, target, 1);

    assertEquals(
        detector.threshold(),
        calibration.fit(WINDOW, Nd4j.create(reference).dup('f'), target, 1).threshold());
    assertEquals(
        detector.start().update(stream), detector.start().update(Nd4j.create(stream).dup('f')));
  }

  @Test
  void newestRowsOfALongReferenceAreKept() {
    double[][] reference = Streams.rows(300, 2, 1);
    double[][] newest = Arrays.copyOfRange(reference, 200, 300);
    Statistic ofAll = start(WINDOW.withReferenceRows(100), reference);
    Statistic ofNewest = start(WINDOW.withReferenceRows(100), newest);
    for (double[] row : Streams.rows(30, 2, 2)) {
      assertEquals(ofNewest.next(row), ofAll.next(row));
    }
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    FittedDetector detector = FittedDetector.of(WINDOW, Streams.rows(50, 3, 1), 0.1);
    Monitor monitor = detector.start();

    assertEquals(3, detector.columns());
    assertRefused(() -> monitor.update(1.0), "value: samples of 3 columns, got 1");
    assertRefused(() -> monitor.update(new double[3]), "values: samples of 3 columns, got 1");
    assertRefused(() -> monitor.updateRow(new double[2]), "values: samples of 3 columns, got 2");
    assertRefused(
        () -> monitor.updateRow(new double[] {0, Double.NaN, 0}), "finite", "NaN at index 1");
    assertRefused(
        () -> monitor.update(new double[][] {{0, 0, 0}, {0, 0, 1e60}}),
        "rows: finite",
        "1.0E60 at row 1, column 2");
    assertRefused(
        () -> monitor.update(new double[][] {{0, 0, 0}, {0}}), "rows of 3 columns, got 1 in row 1");
    assertEquals(0, monitor.samples());
    assertTrue(monitor.update(new double[0][]).isEmpty());
  }

  @Test
  void referencesThatTellNothingAreRefused() {
    assertRefused(
        () -> FittedDetector.of(WINDOW, new double[][] {{1, 2}}, 1), "at least 2 samples, got 1");
    assertRefused(() -> FittedDetector.of(WINDOW, new double[0][], 1), "at least one row");
    assertRefused(
        () -> FittedDetector.of(WINDOW, new double[][] {{1}, {Double.NaN}}, 1),
        "reference: finite",
        "row 1, column 0");
    assertRefused(
        () -> FittedDetector.of(WINDOW.withSize(2000), new double[2][20_000], 1),
        "reference: fewer than 2^25 values in it and in a window of 2000 rows, got 40000000");
    assertRefused(
        () -> FittedDetector.of(Cusum.withDefaults(), Streams.rows(9, 2, 1), 1),
        "reference: one column",
        "got 2");
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertRefused(() -> WINDOW.withSize(1), "size: in [2", "got 1");
    assertRefused(() -> WINDOW.withSize(2001), "size: in [2", "got 2001");
    assertRefused(() -> WINDOW.withReferenceRows(20_001), "referenceRows: in [2", "got 20001");
    assertRefused(() -> WINDOW.with(Kernel.linear()), "kernel: Gaussian", "Polynomial");
    assertRefused(
        () -> WINDOW.with(Kernel.gaussian(1, 2, 3, 4, 5, 6, 7, 8, 9)), "at most 8 bandwidths");
  }

  private static Statistic start(SlidingDiscrepancy window, double[][] reference) {
    return Fit.of(window, Samples.of("reference", reference)).start();
  }
}
