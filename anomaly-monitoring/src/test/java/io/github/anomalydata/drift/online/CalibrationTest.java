package io.github.anomalydata.drift.online;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.Dependence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {
  private static final double[] NORMAL = Streams.normal(50_000, 11);

  static Stream<Detector> detectors() {
    return Stream.of(
        Cusum.withDefaults(),
        Ewma.withDefaults(),
        PageHinkley.withDefaults(),
        Adwin.withDefaults().withPeriod(8),
        SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV).withSize(30),
        SlidingWindow.of(SlidingWindow.Distance.CRAMER_VON_MISES).withSize(30));
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void falseAlarmsOfAnotherStreamAreAsFarApartAsWasAskedFor(Detector detector) {
    assertRunLength(detector, 200, 300_000);
  }

  @ParameterizedTest
  @MethodSource("detectors")
  @Tag("calibration")
  void runLengthsOfAllSizesAreKept(Detector detector) {
    assertRunLength(detector, 100, 1_000_000);
    assertRunLength(detector, 1000, 2_000_000);
    assertRunLength(detector, 10_000, 10_000_000);
  }

  private static void assertRunLength(Detector detector, double target, int size) {
    FittedDetector fitted =
        Calibration.withDefaults()
            .with(Dependence.independent())
            .fit(detector, NORMAL, RunLength.ofSamples(target), 5);
    Monitor monitor = fitted.start();
    monitor.update(Streams.normal(size, 12));
    double measured = monitor.samples() / (double) monitor.alarms();

    assertEquals(1, measured / target, 0.15, detector + " at " + target + ": " + measured);
    assertEquals(target, fitted.threshold().runLength(), 0.02 * target);
    assertEquals(0.034, fitted.threshold().standardError() / target, 0.01);
  }

  @Test
  void errorStreamIsCalibratedAlike() {
    FittedDetector fitted =
        Calibration.withDefaults()
            .with(Dependence.independent())
            .fit(
                Ddm.withDefaults().withMemory(200),
                Streams.errors(50_000, 0.1, 1),
                RunLength.ofSamples(1000),
                5);
    Monitor monitor = fitted.start();
    monitor.update(Streams.errors(1_000_000, 0.1, 2));

    assertEquals(1000, monitor.samples() / (double) monitor.alarms(), 150);
  }

  @Test
  void dependentStreamKeepsItsRunLengthByBlocks() {
    double[] reference = Streams.autoregressive(500_000, 0.9, 3);
    double[] stream = Streams.autoregressive(1_000_000, 0.9, 4);
    Cusum cusum = Cusum.withDefaults();
    RunLength target = RunLength.ofSamples(1000);

    Monitor inBlocks = Calibration.withDefaults().fit(cusum, reference, target, 5).start();
    inBlocks.update(stream);
    assertEquals(1000, stream.length / (double) inBlocks.alarms(), 150);
    Monitor independent =
        Calibration.withDefaults()
            .with(Dependence.independent())
            .fit(cusum, reference, target, 5)
            .start();
    independent.update(stream);
    assertTrue(stream.length / (double) independent.alarms() < 100, "as peers do");
  }

  @Test
  void anyNumberOfThreadsFindsTheSameThreshold() {
    Calibration one = Calibration.withDefaults().withReplicates(50);
    RunLength target = RunLength.ofSamples(300);
    Threshold alone = one.fit(Cusum.withDefaults(), NORMAL, target, 6).threshold();
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      for (int workers : List.of(2, 4)) {
        assertEquals(
            alone,
            one.withWorkers(executor, workers)
                .fit(Cusum.withDefaults(), NORMAL, target, 6)
                .threshold());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void runLengthIsATimeToo() {
    assertEquals(
        RunLength.ofSamples(1440), RunLength.ofTime(Duration.ofDays(1), Duration.ofMinutes(1)));
    assertRefused(
        () -> RunLength.ofTime(Duration.ofDays(1), Duration.ZERO), "perSample: above 0, got PT0S");
    assertRefused(() -> RunLength.ofSamples(Double.NaN), "samples: above 1", "NaN");
  }

  @Test
  void targetBelowTheWindowIsRefused() {
    Detector window = SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV);

    assertRefused(
        () -> Calibration.withDefaults().fit(window, NORMAL, RunLength.ofSamples(50), 1),
        "target: above 100.0 samples, the mean time to the first statistic, got 50.0");
  }

  @Test
  void referenceWithoutErrorsHasNoRunLength() {
    assertRefused(
        () ->
            Calibration.withDefaults()
                .fit(Ddm.withDefaults(), new double[500], RunLength.ofSamples(5000), 1),
        "target: a run length that some threshold has",
        "5000.0");
  }

  @Test
  void referencesThatTellNothingAreRefused() {
    Calibration calibration = Calibration.withDefaults();
    RunLength target = RunLength.ofSamples(100);

    assertRefused(
        () -> calibration.fit(Cusum.withDefaults(), new double[1], target, 1),
        "reference: at least 2 samples, got 1");
    assertRefused(
        () -> calibration.fit(Cusum.withDefaults(), new double[] {3, 3, 3}, target, 1),
        "reference: not constant, got 3 samples of 3.0");
    assertRefused(
        () -> calibration.fit(Cusum.withDefaults(), new double[] {0.1, 0.1, 0.1}, target, 1),
        "reference: not constant, got 3 samples of 0.1");
    assertRefused(
        () -> calibration.fit(Cusum.withDefaults(), new double[] {0, 1e-300}, target, 1),
        "reference: a standard deviation of at least 1.0E-60");
    assertRefused(
        () -> calibration.fit(Cusum.withDefaults(), new double[] {3, Double.NaN}, target, 1),
        "reference: finite",
        "NaN at index 1");
    assertRefused(
        () -> calibration.fit(Ddm.withDefaults(), new double[] {0, 0.5}, target, 1),
        "reference: 0 or 1, an error, got 0.5 at index 1");
    assertRefused(() -> calibration.withReplicates(19), "replicates: at least 20, got 19");
    assertRefused(() -> calibration.withWorkers(Runnable::run, 0), "workers: at least 1, got 0");
  }
}
