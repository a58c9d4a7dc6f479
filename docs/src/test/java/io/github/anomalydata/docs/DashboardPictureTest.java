package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.github.anomalydata.metrics.TrackerOptions;
import io.github.anomalydata.metrics.WindowSummary;
import io.github.anomalydata.report.Axis;
import io.github.anomalydata.report.Chart;
import io.github.anomalydata.report.MatrixPlot;
import io.github.anomalydata.report.Plot;
import io.github.anomalydata.report.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The picture of the dashboard's panels is what they show of a simulated day: a sensor drifts from
 * four in the afternoon on.
 */
final class DashboardPictureTest {
  private static final String FILE = "dashboard.svg";
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int STEPS = 96;
  private static final int DRIFT = 64;
  private static final int BATCHES = 60;
  private static final int SCORES = 12;
  private static final int BOUNDS = 12;
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<WindowSummary> windows = new ArrayList<>();
  private final double[][] scores = new double[BOUNDS][STEPS];

  @Test
  void picturesOfPanelsAreThoseOfASimulatedDay() throws IOException {
    simulate();
    Path made = Pictures.made(FILE);
    Files.writeString(made, svg(panels()));
    assertEquals(
        Files.readString(Pictures.GUIDE.resolve("images").resolve(FILE)), Files.readString(made));
  }

  @Test
  void everyPanelWithATimeIsInThePicture() throws IOException {
    simulate();
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(
                Pictures.GUIDE.resolveSibling("prometheus").resolve("dashboard.json").toFile());
    assertEquals(
        StreamSupport.stream(dashboard.get("panels").spliterator(), false)
            .filter(panel -> !panel.get("type").asText().equals("stat"))
            .map(panel -> panel.get("title").asText())
            .toList(),
        panels().stream().map(Plot::title).toList());
  }

  private void simulate() throws IOException {
    Clock clock = Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsTracker tracker =
        MetricsTracker.open(file, TrackerOptions.withDefaults().with(clock))) {
      for (int step = 0; step < STEPS; step++) {
        Instant from = START.plus(STEP.multipliedBy(step));
        for (int i = 0; i < BATCHES; i++) {
          tracker.log(batch(step).withTime(from.plusSeconds(15L * i)));
        }
        windows.add(tracker.summary(from, from.plus(STEP)));
      }
    }
  }

  /** How far the sensor has drifted, from 0 to 1. */
  private static double drift(int step) {
    return Math.max(0, Math.min(1, (step - DRIFT) / 16.0));
  }

  private ScoredBatch batch(int step) {
    boolean night = step < 24 || step > 88;
    double[] values = new double[night ? SCORES / 4 : SCORES];
    for (int i = 0; i < values.length; i++) {
      double three = random.nextDouble() + random.nextDouble() + random.nextDouble();
      values[i] = Math.min(0.999, three / 3.6 + 0.22 * drift(step));
      scores[(int) (values[i] * BOUNDS)][step]++;
    }
    return ScoredBatch.of(values, 0.75)
        .withLatency(Duration.ofMillis(latency()))
        .withDrift(0.02 + 0.03 * random.nextDouble() + 0.3 * drift(step));
  }

  private int latency() {
    int wait = random.nextInt(25) == 0 ? random.nextInt(60) : 0;
    return 8 + random.nextInt(10) + wait;
  }

  private List<Plot> panels() {
    double[] places = windows.stream().mapToDouble(window -> Chart.seconds(window.to())).toArray();
    Axis time = Axis.ofTime("time (UTC)");
    Chart predictions =
        Chart.of("Predictions a second", time, Axis.of("1/s"), places)
            .withLine(
                "predictions", Tone.BLUE, each(w -> (double) w.predictions() / STEP.toSeconds()));
    Chart share =
        Chart.of("Share of anomalies", time, Axis.of("share"), places)
            .withDashes("lower", Tone.GREY, each(w -> w.anomalyRate().lower()))
            .withDashes("upper", Tone.GREY, each(w -> w.anomalyRate().upper()))
            .withLine("anomalies", Tone.ORANGE, each(w -> w.anomalyRate().value()));
    Chart latency =
        Chart.of("Latency of a batch", time, Axis.of("s"), places)
            .withLine("50 %", Tone.BLUE, each(w -> w.latency().quantile(0.5)))
            .withLine("95 %", Tone.ORANGE, each(w -> w.latency().quantile(0.95)))
            .withLine("99 %", Tone.GREEN, each(w -> w.latency().quantile(0.99)));
    MatrixPlot map =
        MatrixPlot.of("Scores", time, Axis.of("score"), "scores in 15 minutes", scores)
            .withColumns(places[0] - STEP.toSeconds(), places[STEPS - 1])
            .withRows(0, 1);
    Chart drift =
        Chart.of("Drift of the data", time, Axis.of("drift"), places)
            .withLine("greatest of the window", Tone.BLUE, each(WindowSummary::maximumDrift))
            .withLimit("ModelDrift", Tone.RED, 0.2);
    return List.of(predictions, share, latency, map, drift, byFeature(time, places));
  }

  /** What the process reports of each feature, which the history does not keep. */
  private Chart byFeature(Axis time, double[] places) {
    Chart chart = Chart.of("Drift by feature", time, Axis.of("drift"), places);
    List<Tone> tones = List.of(Tone.BLUE, Tone.GREEN, Tone.PURPLE, Tone.ORANGE);
    for (int k = 0; k < tones.size(); k++) {
      boolean drifts = k == tones.size() - 1;
      double[] values =
          IntStream.range(0, STEPS)
              .mapToDouble(i -> 0.02 + 0.02 * random.nextDouble() + (drifts ? 0.3 * drift(i) : 0))
              .toArray();
      chart = chart.withLine("sensor_" + (k + 1), tones.get(k), values);
    }
    return chart.withLimit("ModelFeatureDrift", Tone.RED, 0.2);
  }

  private double[] each(ToDoubleFunction<WindowSummary> figure) {
    return windows.stream().mapToDouble(figure).toArray();
  }

  /** Returns the panels two by two, as on the dashboard. */
  private String svg(List<Plot> panels) throws IOException {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(2 * WIDTH)
        .append(' ')
        .append((panels.size() + 1) / 2 * HEIGHT)
        .append("\">\n");
    for (int i = 0; i < panels.size(); i++) {
      Path file = folder.resolve("panel.svg");
      panels.get(i).writeSvg(file);
      String place =
          "<svg x=\""
              + i % 2 * WIDTH
              + "\" y=\""
              + i / 2 * HEIGHT
              + "\" width=\""
              + WIDTH
              + "\" height=\""
              + HEIGHT
              + "\" ";
      svg.append(Files.readString(file).replaceFirst("<svg ", place));
    }
    return svg.append("</svg>\n").toString();
  }
}
