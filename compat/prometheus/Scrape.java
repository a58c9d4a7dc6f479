import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.github.anomalydata.metrics.TrackerOptions;
import io.github.anomalydata.metrics.prometheus.ExpositionFormat;
import io.github.anomalydata.metrics.prometheus.MetricsServer;
import io.github.anomalydata.metrics.prometheus.PrometheusMetrics;
import io.github.anomalydata.metrics.prometheus.PrometheusOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real Prometheus scrapes a model for 15 seconds, in both formats, while windows expire and the
 * model starts again once. compat/prometheus/check runs it.
 */
final class Scrape {
  private static final Duration TIME = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Looks at what Prometheus knows while the model lives. */
  private interface Check {
    void run(long logged) throws Exception;
  }

  private static PrometheusMetrics current;
  private static int failures;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path dashboard = Path.of(args[1]);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    HttpServer text = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    text.createContext(
        "/metrics",
        exchange -> {
          // This Prometheus would rather have OpenMetrics, so the other format has a port of its own.
          try (exchange) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            current.write(out, ExpositionFormat.TEXT);
            exchange.getResponseHeaders().set("Content-Type", ExpositionFormat.TEXT.contentType());
            exchange.sendResponseHeaders(200, out.size());
            exchange.getResponseBody().write(out.toByteArray());
          }
        });
    text.setExecutor(executor);
    text.start();

    int openMetrics = freePort();
    int server = freePort();
    Process prometheus = prometheus(folder, server, text.getAddress().getPort(), openMetrics);
    try {
      long begun = System.nanoTime();
      long half = TIME.toMillis() / 2;
      long logged = live(folder, openMetrics, executor, begun, half, first -> {});
      long before = logged;
      logged +=
          live(
              folder,
              openMetrics,
              executor,
              begun,
              TIME.toMillis(),
              second -> check(server, before + second, dashboard));
      System.out.println(logged + " predictions logged");
    } finally {
      prometheus.destroy();
      prometheus.waitFor();
      text.stop(0);
      executor.shutdownNow();
    }
    if (failures > 0) {
      System.out.println(failures + " checks failed");
      System.exit(1);
    }
  }

  /** One life of a model: 20 batches of 5 scores a second. */
  private static long live(
      Path folder,
      int port,
      ExecutorService executor,
      long begun,
      long untilMillis,
      Check check)
      throws Exception {
    long logged = 0;
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsTracker tracker = MetricsTracker.open(file, TrackerOptions.withDefaults())) {
      PrometheusMetrics metrics =
          PrometheusMetrics.over(
              tracker, PrometheusOptions.withDefaults().withWindow(Duration.ofSeconds(2)));
      metrics.reportDrift("wasserstein", "sensor \"2\"\n", 0.3);
      current = metrics;
      try (MetricsServer server =
          MetricsServer.start(
              metrics, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), executor)) {
        while ((System.nanoTime() - begun) / 1_000_000 < untilMillis) {
          double[] scores = {0.1, 0.2, 0.4, Double.NaN, 3};
          tracker.log(
              ScoredBatch.of(scores, 1)
                  .withLatency(Duration.ofMillis(20))
                  .withDrift(0.1)
                  .withModel("v1"));
          logged += scores.length;
          Thread.sleep(50);
        }
        // The last batches are scraped too.
        Thread.sleep(700);
        check.run(logged);
        // For promtool.
        try (OutputStream out = Files.newOutputStream(folder.resolve("metrics.txt"))) {
          metrics.write(out, ExpositionFormat.TEXT);
        }
      }
    }
    return logged;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process prometheus(Path folder, int port, int text, int openMetrics)
      throws Exception {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 500ms, scrape_timeout: 400ms}
        scrape_configs:
          - job_name: text
            static_configs: [{targets: ['127.0.0.1:%d']}]
          - job_name: openmetrics
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
            .formatted(text, openMetrics));
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port,
            "--log.level=error")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private static void check(int server, long logged, Path dashboard) throws Exception {
    JsonNode targets = get(server, "/api/v1/targets").get("activeTargets");
    expect(targets.size() == 2, "two targets, found " + targets.size());
    for (String job : List.of("text", "openmetrics")) {
      String of = "{job=\"" + job + "\"}";
      // A scrape may meet the moment between two lives, and the end of the last.
      double up = query(server, "sum_over_time(up" + of + "[20s])");
      double scrapes = query(server, "count_over_time(up" + of + "[20s])");
      expect(scrapes >= 20 && up >= scrapes - 4, job + ": " + up + " of " + scrapes + " scrapes");
      double rises = rises(server, "anomaly_predictions_total" + of + "[20s]", true);
      expect(
          rises <= logged && rises >= logged - 100,
          job + ": the samples rise by " + rises + ", logged " + logged);
      // The model starts again amid these 12 seconds; increase() extrapolates to their ends.
      String range = "anomaly_predictions_total" + of + "[12s]";
      double increase = query(server, "increase(" + range + ")");
      double risen = rises(server, range, false);
      expect(
          increase >= risen && increase < 1.1 * risen,
          job + ": increase() over 12 s is " + increase + ", the samples rise by " + risen);
      double window = query(server, "max_over_time(anomaly_window_predictions" + of + "[20s])");
      expect(window > 150 && window <= 205, job + ": largest window of 2 s has " + window);
      double quantile =
          query(
              server,
              "histogram_quantile(0.5, rate(anomaly_inference_duration_seconds_bucket"
                  + of
                  + "[15s]))");
      expect(quantile > 0.01 && quantile <= 0.025, job + ": median latency " + quantile);
      double drift = query(server, "max_over_time(anomaly_drift_score" + of + "[20s])");
      expect(drift == 0.3, job + ": drift of a feature with a hostile name " + drift);
    }
    for (JsonNode panel : JSON.readTree(dashboard.toFile()).get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String expression =
            target
                .get("expr")
                .asText()
                .replace("$job", ".*")
                .replace("$instance", ".*")
                .replace("$__rate_interval", "10s");
        JsonNode result = get(server, "/api/v1/query?query=" + encode(expression)).get("result");
        expect(!result.isEmpty(), "dashboard: " + expression);
      }
    }
  }

  /** Adds up what samples rise by, a fall being a new beginning. */
  private static double rises(int server, String range, boolean fromZero) throws Exception {
    JsonNode values =
        get(server, "/api/v1/query?query=" + encode(range)).get("result").get(0).get("values");
    List<Double> samples = new ArrayList<>();
    values.forEach(sample -> samples.add(sample.get(1).asDouble()));
    double sum = fromZero ? samples.get(0) : 0;
    for (int i = 1; i < samples.size(); i++) {
      double step = samples.get(i) - samples.get(i - 1);
      sum += step >= 0 ? step : samples.get(i);
    }
    return sum;
  }

  private static double query(int server, String expression) throws Exception {
    JsonNode result = get(server, "/api/v1/query?query=" + encode(expression)).get("result");
    return result.isEmpty() ? Double.NaN : result.get(0).get("value").get(1).asDouble();
  }

  private static JsonNode get(int server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server + path)).build();
    JsonNode answer = JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer.get("data");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void expect(boolean isSo, String what) {
    System.out.println((isSo ? "ok    " : "FAILED ") + what);
    failures += isSo ? 0 : 1;
  }
}
