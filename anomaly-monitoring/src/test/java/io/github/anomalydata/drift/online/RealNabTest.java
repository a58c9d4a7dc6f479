package io.github.anomalydata.drift.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.drift.online.AlarmEvaluation.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Monitors on the series of the Numenta Anomaly Benchmark with its labelled windows. The first 15
 * in 100 of a series, at most 750 samples, are the reference, as NAB does not score them.
 * Thresholds are those of one false alarm in 1,000 samples. Leaves the table of the guide in {@code
 * target/nab.md}.
 */
class RealNabTest {
  private static final RunLength TARGET = RunLength.ofSamples(1000);

  private static final Map<String, Detector> DETECTORS = new LinkedHashMap<>();

  static {
    DETECTORS.put("Cusum", Cusum.withDefaults());
    DETECTORS.put("Ewma", Ewma.withDefaults());
    DETECTORS.put("PageHinkley", PageHinkley.withDefaults());
    DETECTORS.put("Adwin", Adwin.withDefaults());
    DETECTORS.put("SlidingWindow, KS", window(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV));
    DETECTORS.put("SlidingWindow, CvM", window(SlidingWindow.Distance.CRAMER_VON_MISES));
    DETECTORS.put("SlidingDiscrepancy", SlidingDiscrepancy.withDefaults().withSize(50));
  }

  private static Path folder = Path.of("");

  private static Detector window(SlidingWindow.Distance distance) {
    return SlidingWindow.of(distance).withSize(50);
  }

  /** What is scored of a series: what follows the reference. */
  private record Series(double[] reference, double[] stream, List<Window> windows) {}

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("nab");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs NAB: set -Danomaly.realData to the folder that holds nab/");
  }

  private static List<Series> series() throws IOException {
    JsonNode labels =
        new ObjectMapper().readTree(folder.resolve("labels/combined_windows.json").toFile());
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    List<Series> series = new ArrayList<>();
    for (Path file : files) {
      String name = file.getParent().getFileName() + "/" + file.getFileName();
      series.add(series(Files.readAllLines(file, UTF_8), labels.path(name)));
    }
    return series;
  }

  private static Series series(List<String> lines, JsonNode labels) {
    List<String> rows = lines.subList(1, lines.size());
    double[] values =
        rows.stream().mapToDouble(row -> Double.parseDouble(row.split(",")[1])).toArray();
    int scored = (int) (0.15 * Math.min(5000, values.length));
    List<Window> windows = new ArrayList<>();
    for (JsonNode label : labels) {
      long from = Long.MAX_VALUE;
      long to = 0;
      for (int i = scored; i < values.length; i++) {
        String time = rows.get(i).split(",")[0];
        boolean in =
            time.compareTo(label.get(0).textValue().substring(0, 19)) >= 0
                && time.compareTo(label.get(1).textValue().substring(0, 19)) <= 0;
        from = in ? Math.min(from, i - scored) : from;
        to = in ? i - scored + 1 : to;
      }
      windows.add(new Window(from, to));
    }
    return new Series(
        Arrays.copyOf(values, scored), Arrays.copyOfRange(values, scored, values.length), windows);
  }

  @Test
  void monitorsFindMoreThanAlarmsByTheClockAndAreMoreOftenRightThanAlarmsThatNeverEnd()
      throws IOException {
    List<Series> all = series();
    assertEquals(24, all.size());
    AlarmEvaluation always = baseline(all, 1);
    AlarmEvaluation byTheClock = baseline(all, 1000);
    List<String> table =
        new ArrayList<>(
            List.of(
                "| monitor | windows found | recall | precision | mean delay, samples |"
                    + " samples to a false alarm | series without threshold |",
                "|---|---|---|---|---|---|---|",
                line("an alarm at every sample", always, 0),
                line("an alarm at every 1000th sample", byTheClock, 0)));
    Map<String, AlarmEvaluation> found = new LinkedHashMap<>();
    for (Map.Entry<String, Detector> detector : DETECTORS.entrySet()) {
      AlarmEvaluation evaluation = new AlarmEvaluation(0, 0, 0, 0, 0, 0, 0);
      int withoutThreshold = 0;
      for (Series series : all) {
        Optional<Monitor> monitor = fit(detector.getValue(), series);
        withoutThreshold += monitor.isEmpty() ? 1 : 0;
        evaluation = evaluation.and(evaluate(monitor, series));
      }
      found.put(detector.getKey(), evaluation);
      table.add(line(detector.getKey(), evaluation, withoutThreshold));
    }
    Files.write(Path.of("target", "nab.md"), table, UTF_8);

    assertEquals(1, always.recall());
    found.forEach(
        (name, evaluation) -> {
          assertTrue(evaluation.recall() > byTheClock.recall(), () -> name + ": " + evaluation);
          assertTrue(evaluation.precision() > always.precision(), () -> name + ": " + evaluation);
        });
    AlarmEvaluation best = Objects.requireNonNull(found.get("PageHinkley"));
    assertTrue(best.recall() > 0.75 && best.precision() > 0.25, best::toString);
  }

  private static AlarmEvaluation baseline(List<Series> all, int period) {
    return all.stream()
        .map(s -> AlarmEvaluation.ofAlarmsAtEvery(period, s.windows(), s.stream().length))
        .reduce(AlarmEvaluation::and)
        .orElseThrow();
  }

  /** A reference of few different values may have no threshold of the target: no alarm then. */
  private static Optional<Monitor> fit(Detector detector, Series series) {
    try {
      return Optional.of(
          Calibration.withDefaults().fit(detector, series.reference(), TARGET, 42).start());
    } catch (IllegalArgumentException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("target: "), e::toString);
      return Optional.empty();
    }
  }

  private static AlarmEvaluation evaluate(Optional<Monitor> monitor, Series series) {
    List<Alarm> raised = monitor.map(m -> m.update(series.stream())).orElse(List.of());
    long[] alarms = raised.stream().mapToLong(Alarm::sample).toArray();
    return AlarmEvaluation.of(alarms, series.windows(), series.stream().length);
  }

  private static String line(String name, AlarmEvaluation evaluation, int withoutThreshold) {
    return String.format(
        Locale.ROOT,
        "| %s | %d of %d | %.2f | %.2f | %.0f | %.0f | %d |",
        name,
        evaluation.windowsFound(),
        evaluation.windows(),
        evaluation.recall(),
        evaluation.precision(),
        evaluation.meanDelay(),
        evaluation.samplesPerFalseAlarm(),
        withoutThreshold);
  }
}
