package io.github.anomalydata.drift.online;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonitorTest {
  private static final double[] REFERENCE = Streams.normal(1000, 1);

  static Stream<FittedDetector> detectors() {
    return Stream.of(
        FittedDetector.of(Cusum.withDefaults(), REFERENCE, 5),
        FittedDetector.of(Ewma.withDefaults(), REFERENCE, 3),
        FittedDetector.of(PageHinkley.withDefaults(), REFERENCE, 5),
        FittedDetector.of(Adwin.withDefaults().withPeriod(4), REFERENCE, 5),
        FittedDetector.of(
            SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV).withSize(40),
            REFERENCE,
            0.3),
        FittedDetector.of(
            SlidingWindow.of(SlidingWindow.Distance.CRAMER_VON_MISES).withSize(40), REFERENCE, 1),
        FittedDetector.of(SlidingDiscrepancy.withDefaults().withSize(40), REFERENCE, 0.08));
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void alarmSaysWhenTheStreamChanged(FittedDetector detector) {
    double[] stream = Streams.normal(600, 9);
    for (int i = 500; i < stream.length; i++) {
      stream[i] += 1.5;
    }
    List<Alarm> alarms =
        detector.start().update(stream).stream().filter(alarm -> alarm.sample() >= 500).toList();

    assertEquals(500, (double) alarms.get(0).changePoint(), 12, alarms.toString());
    assertTrue(alarms.get(0).sample() < 550, alarms.toString());
    assertTrue(alarms.get(0).statistic() > alarms.get(0).threshold());
  }

  @Test
  void statisticAtTheThresholdRaisesNoAlarm() {
    Monitor monitor = FittedDetector.of(Cusum.withDefaults(), new double[] {-1, 1}, 4).start();
    double unit = Math.sqrt(2);

    assertTrue(monitor.update(4.5 * unit).isEmpty());
    assertEquals(1, monitor.update(unit).orElseThrow().sample());
  }

  @Test
  void statisticStartsAnewAfterAnAlarm() {
    Monitor monitor = FittedDetector.of(Cusum.withDefaults(), new double[] {-1, 1}, 4).start();
    double[] stream = new double[6];
    Arrays.fill(stream, 3 * Math.sqrt(2));

    assertEquals(List.of(1L, 3L, 5L), monitor.update(stream).stream().map(Alarm::sample).toList());
    assertEquals(3, monitor.alarms());
    assertEquals(6, monitor.samples());
  }

  @Test
  void coolDownPassesOverSamples() {
    Monitor monitor =
        FittedDetector.of(Cusum.withDefaults(), new double[] {-1, 1}, 4).withCoolDown(3).start();
    double[] stream = new double[7];
    Arrays.fill(stream, 3 * Math.sqrt(2));

    assertEquals(List.of(1L, 6L), monitor.update(stream).stream().map(Alarm::sample).toList());
  }

  @Test
  void restartForgetsTheSamplesButNotTheirNumber() {
    Monitor monitor = FittedDetector.of(Cusum.withDefaults(), new double[] {-1, 1}, 4).start();
    monitor.update(3 * Math.sqrt(2));
    monitor.restart();

    assertTrue(monitor.update(3 * Math.sqrt(2)).isEmpty());
    assertEquals(2, monitor.samples());
  }

  @Test
  void refusedSampleChangesNothing() {
    Monitor monitor = FittedDetector.of(Cusum.withDefaults(), REFERENCE, 5).start();
    monitor.update(new double[] {0, 1});
    double[] state = monitor.state();

    assertRefused(() -> monitor.update(Double.NaN), "value: finite", "got NaN");
    assertRefused(
        () -> monitor.update(new double[] {5, Double.POSITIVE_INFINITY}),
        "values: finite",
        "got Infinity at index 1");
    assertEquals(2, monitor.samples());
    assertEquals(Arrays.toString(state), Arrays.toString(monitor.state()));
  }

  @Test
  void valuesFarOutRaiseAlarmsAndAreNeverLostToOverflow() {
    double[] reference = {0, 1e-59, 2e-59};
    List<Detector> ofMeans =
        List.of(
            Cusum.withDefaults(),
            Ewma.withDefaults(),
            PageHinkley.withDefaults().withWarmUp(1),
            Adwin.withDefaults().withPeriod(1));
    double[] stream = new double[40];
    Arrays.fill(stream, 0, 20, 1e-59);
    Arrays.fill(stream, 20, 40, 9e59);
    for (Detector detector : ofMeans) {
      Monitor monitor = FittedDetector.of(detector, reference, 5).start();
      Alarm alarm = monitor.update(stream).get(0);
      assertTrue(alarm.sample() >= 20 && alarm.sample() < 30, detector + ": " + alarm);
      assertTrue(Double.isFinite(alarm.statistic()), detector + ": " + alarm);
    }
    assertRefused(
        () -> FittedDetector.of(Cusum.withDefaults(), reference, 5).start().update(1e60),
        "value: finite and below 1e60 in magnitude, got 1.0E60");
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void savedMonitorGoesOnAsIfNothingHadHappened(FittedDetector detector, @TempDir Path folder)
      throws IOException {
    double[] stream = Streams.normal(3000, 7);
    for (int i = 2000; i < stream.length; i++) {
      stream[i] += 1;
    }
    Monitor straight = detector.withCoolDown(5).start();
    Monitor saved = detector.withCoolDown(5).start();
    List<Alarm> expected = new ArrayList<>();
    List<Alarm> found = new ArrayList<>();
    for (int from = 0; from < stream.length; from += 250) {
      double[] part = Arrays.copyOfRange(stream, from, from + 250);
      expected.addAll(straight.update(part));
      found.addAll(saved.update(part));
      saved.save(folder.resolve("monitor.npz"));
      saved = Monitor.open(folder.resolve("monitor.npz"));
    }

    assertEquals(expected, found);
    assertFalse(expected.isEmpty());
    assertEquals(Arrays.toString(straight.state()), Arrays.toString(saved.state()));
    assertEquals(straight.samples(), saved.samples());
    assertEquals(straight.alarms(), saved.alarms());
  }

  @Test
  void sameMonitorIsTheSameBytes(@TempDir Path folder) throws IOException {
    Monitor monitor = detectors().toList().get(4).start();
    monitor.update(Streams.normal(100, 3));
    monitor.save(folder.resolve("a"));
    Monitor.open(folder.resolve("a")).save(folder.resolve("b"));

    assertEquals(-1, Files.mismatch(folder.resolve("a"), folder.resolve("b")));
  }

  @Test
  void damagedFilesAreTypedErrors(@TempDir Path folder) throws IOException {
    assertDamageIsTyped(folder, 200);
  }

  @Test
  @Tag("calibration")
  void tenThousandDamagedFilesAreTypedErrors(@TempDir Path folder) throws IOException {
    assertDamageIsTyped(folder, 1500);
  }

  private static void assertDamageIsTyped(Path folder, int files) throws IOException {
    Path file = folder.resolve("monitor.npz");
    SplittableRandom random = new SplittableRandom(1);
    for (FittedDetector detector : detectors().toList()) {
      Monitor monitor = detector.start();
      monitor.update(Streams.normal(100, 3));
      monitor.save(file);
      byte[] whole = Files.readAllBytes(file);
      Path damaged = folder.resolve("damaged.npz");
      for (int i = 0; i < files; i++) {
        byte[] bytes =
            Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int k = random.nextInt(1, 4); k > 0 && bytes.length > 0; k--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);
        }
        Files.write(damaged, bytes);
        try {
          Monitor opened = Monitor.open(damaged);
          assertEquals(Arrays.toString(monitor.state()), Arrays.toString(opened.state()));
        } catch (DataFileException e) {
          assertTrue(e.getMessage().contains("damaged.npz"), e.getMessage());
        }
      }
    }
  }

  /** Such a file has sums that are right: it was written by something else. */
  @Test
  void numbersThatNoMonitorLeavesAreTypedErrors(@TempDir Path folder) throws IOException {
    Archive<Object> archive = Archive.of("anomaly-data/monitor", 1, Object.class, 1 << 20);
    double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, -1, 1e300, 0.5, 7, 1e15};
    Path file = folder.resolve("monitor.npz");
    SplittableRandom random = new SplittableRandom(1);
    int refused = 0;
    for (FittedDetector detector : detectors().toList()) {
      Monitor monitor = detector.start();
      monitor.update(Streams.normal(100, 3));
      monitor.save(file);
      Archive.Saved<Object> saved = archive.read(file, "reference", "state");
      for (int i = 0; i < 100; i++) {
        Map<String, double[]> arrays = new HashMap<>();
        saved.arrays().forEach((name, values) -> arrays.put(name, values.clone()));
        double[] changed = saved.array(random.nextBoolean() ? "state" : "reference");
        changed = changed.length == 0 ? saved.array("state") : changed;
        double[] target = arrays.get(changed == saved.array("state") ? "state" : "reference");
        target[random.nextInt(Math.min(8, target.length))] = odd[random.nextInt(odd.length)];
        archive.write(file, saved.content(), arrays);
        try {
          Monitor.open(file).update(Streams.normal(50, 4));
        } catch (DataFileException e) {
          refused++;
        }
      }
    }

    assertTrue(refused > 300, "refused: " + refused);
  }

  @Test
  void fileOfAnotherKindIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("monitor.npz"), "no zip");

    DataFileException e = assertThrows(DataFileException.class, () -> Monitor.open(file));
    assertTrue(e.getMessage().contains("monitor.npz"), e.getMessage());
  }

  @Test
  void stateThatDoesNotFitIsRefused() {
    Statistic statistic = new CusumStatistic(Cusum.withDefaults(), new Scale(0, 1));

    assertRefused(() -> statistic.read(new State(new double[] {1, 2})), "state: more than 2");
    assertRefused(
        () -> statistic.read(new State(new double[] {-1, 2, 0, 0})),
        "state: not negative at index 0, got -1.0");
    assertRefused(
        () -> statistic.read(new State(new double[] {1, 2, 0.5, 0})),
        "state: a count up to",
        "index 2, got 0.5");
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void stateDoesNotGrow(FittedDetector detector) {
    assertStateStays(detector, 100_000);
  }

  @ParameterizedTest
  @MethodSource("detectors")
  @Tag("calibration")
  void stateDoesNotGrowInTenMillionSamples(FittedDetector detector) {
    assertStateStays(detector, 10_000_000);
  }

  private static void assertStateStays(FittedDetector detector, int samples) {
    Monitor monitor = detector.start();
    int size = monitor.state().length;
    monitor.update(Streams.normal(samples, 5));

    assertEquals(size, monitor.state().length);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertRefused(() -> Cusum.withDefaults().withShift(0), "shift: above 0 and finite, got 0.0");
    assertRefused(
        () -> Ewma.withDefaults().withWeight(1.5), "weight: above 0 and at most 1, got 1.5");
    assertRefused(() -> PageHinkley.withDefaults().withTolerance(-1), "tolerance: above 0", "-1.0");
    assertRefused(() -> PageHinkley.withDefaults().withWarmUp(0), "warmUp: at least 1, got 0");
    assertRefused(() -> Adwin.withDefaults().withPeriod(0), "period: at least 1, got 0");
    assertRefused(() -> Adwin.withDefaults().withBuckets(0), "buckets: at least 1, got 0");
    assertRefused(
        () -> Ddm.withDefaults().withMemory(30), "memory: above the warm-up of 30, got 30");
    assertRefused(
        () -> SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV).withSize(1),
        "size: at least 2, got 1");
    assertRefused(
        () -> FittedDetector.of(Cusum.withDefaults(), REFERENCE, Double.NaN),
        "value: finite, got NaN");
    assertRefused(
        () -> FittedDetector.of(Cusum.withDefaults(), REFERENCE, 5).withCoolDown(-1),
        "coolDown: at least 0, got -1");
  }
}
