package io.github.anomalydata.cli.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.github.anomalydata.metrics.TrackerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCommandTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String file = "";

  /** 180 batches of 2 scores, one every minute, the last hour of which is anomalous. */
  @BeforeEach
  void log() throws IOException {
    file = folder.resolve("metrics.jsonl").toString();
    try (MetricsTracker tracker =
        MetricsTracker.open(Path.of(file), TrackerOptions.withDefaults())) {
      for (int minute = 0; minute < 180; minute++) {
        tracker.log(
            ScoredBatch.of(new double[] {0.25, minute < 120 ? 0.5 : 2}, 1)
                .withTime(START.plus(Duration.ofMinutes(minute)))
                .withLatency(Duration.ofMillis(8))
                .withMeasure("queue", 3));
      }
    }
  }

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private void assertRefused(int code, String... words) {
    assertEquals(2, code, () -> out.toString() + err);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  @Test
  void summaryTellsTheWholeHistory() throws Exception {
    Path json = folder.resolve("summary.json");
    assertEquals(0, run("metrics", "summary", file, "--json", json.toString()), err::toString);
    assertTrue(out.toString().matches("(?s).*predictions +360\\R.*"), out::toString);
    assertTrue(out.toString().contains("mean of queue"), out::toString);
    JsonNode summary = new ObjectMapper().readTree(json.toFile()).get("summary");
    assertEquals(60, summary.get("anomalies").asInt());
    assertEquals(60.0 / 360, summary.get("anomalyRate").asDouble());
    assertEquals(0.008, summary.get("latencyP99Seconds").asDouble());
    assertTrue(summary.get("maximumDrift").isNull());
  }

  @Test
  void lastHourEndsWithTheLastBatch() {
    assertEquals(0, run("metrics", "summary", file, "--last", "1h"), err::toString);
    assertTrue(out.toString().matches("(?s).*batches +60\\R.*"), out::toString);
  }

  @Test
  void partIsChosenByInstants() {
    String from = START.plus(Duration.ofMinutes(10)).toString();
    String to = START.plus(Duration.ofMinutes(25)).toString();
    assertEquals(0, run("metrics", "summary", file, "--from", from, "--to", to), err::toString);
    assertTrue(out.toString().matches("(?s).*batches +15\\R.*"), out::toString);
  }

  @Test
  void emptyHistoryHasNoBatchesYet() throws Exception {
    Path empty = folder.resolve("empty.jsonl");
    MetricsTracker.open(empty, TrackerOptions.withDefaults()).close();
    assertEquals(0, run("metrics", "summary", empty.toString()));
    assertTrue(out.toString().contains("no batches yet"), out::toString);
  }

  @Test
  void exportHasARowForEachStep() throws Exception {
    Path csv = folder.resolve("series.csv");
    assertEquals(0, run("metrics", "export", file, "--out", csv.toString()), err::toString);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).startsWith("from,to,batches,predictions,notFinite,anomalies,"));
    assertTrue(
        lines.get(3).startsWith("2026-11-24T12:00:00Z,2026-11-24T12:59:00.000000001Z,60,120,0,60,"),
        lines.get(3));
    Path json = folder.resolve("series.json");
    assertEquals(
        0,
        run("metrics", "export", file, "--step", "30m", "--out", json.toString()),
        err::toString);
    assertEquals(6, new ObjectMapper().readTree(json.toFile()).size());
  }

  @Test
  void servedGaugesAreScraped() throws Exception {
    Path live = folder.resolve("live.jsonl");
    try (MetricsTracker tracker = MetricsTracker.open(live, TrackerOptions.withDefaults())) {
      CompletableFuture<Integer> served =
          CompletableFuture.supplyAsync(
              () -> run("metrics", "serve", live.toString(), "--port", "0", "--for", "2s"));
      String address = address();
      assertTrue(get(address).contains("anomaly_window_predictions 0.0\n"));
      tracker.logBatch(new double[] {1, 2}, Duration.ofMillis(3), 0.5, 1.5);
      tracker.flush();
      assertTrue(get(address).contains("anomaly_window_predictions 2.0\n"));
      assertEquals(0, served.get(), err::toString);
    }
  }

  private String address() throws InterruptedException {
    for (int i = 0; i < 500 && !out.toString().contains("/metrics"); i++) {
      Thread.sleep(10);
    }
    return out.toString().strip().substring("Serving ".length());
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void wrongUseIsRefused() {
    assertRefused(run("metrics"), "summary, export or serve");
    assertRefused(run("metrics", "summary", folder.resolve("none").toString()), "no such file");
    assertRefused(run("metrics", "summary", file, "--last", "1w"), "--last", "7d");
    assertRefused(run("metrics", "summary", file, "--from", "noon"), "--from", "instant");
    assertRefused(
        run("metrics", "summary", file, "--last", "1h", "--from", START.toString()), "--last");
    assertRefused(run("metrics", "summary", file, "--to", START.toString()), "--to", "after");
    assertRefused(run("metrics", "export", file, "--out", "a.txt"), "--out", ".csv or .json");
    assertRefused(run("metrics", "serve", file, "--port", "70000"), "--port", "70000");
  }
}
