package io.github.anomalydata.metrics.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.metrics.ScoredBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetricsServerTest {
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final PrometheusMetrics metrics =
      PrometheusMetrics.of(PrometheusOptions.withDefaults(), Clock.systemUTC());
  private MetricsServer server = start(metrics);

  private MetricsServer start(PrometheusMetrics served) {
    try {
      return MetricsServer.start(served, 0, executor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    executor.shutdown();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient().send(request.uri(uri).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(), path);
  }

  @Test
  void metricsComeAsTextByDefault() throws Exception {
    metrics.logged(ScoredBatch.of(new double[] {1}, 0.5));
    HttpResponse<String> response = get("/metrics");
    assertEquals(200, response.statusCode());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        response.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(response.body().contains("\nanomaly_predictions_total 1.0\n"));
  }

  @Test
  void metricsComeAsOpenMetricsToThoseWhoAcceptIt() throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder()
                .header(
                    "Accept",
                    "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"),
            "/metrics");
    assertEquals(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        response.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(response.body().endsWith("# EOF\n"));
  }

  @Test
  void healthIsOk() throws Exception {
    assertEquals(200, get("/healthz").statusCode());
    assertEquals("ok\n", get("/healthz").body());
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    assertEquals(404, get("/").statusCode());
    assertEquals(404, get("/metrics/x").statusCode());
    assertEquals(404, get("/metricsx").statusCode());
    HttpResponse<String> post =
        send(HttpRequest.newBuilder().POST(BodyPublishers.ofString("x")), "/metrics");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", post.headers().firstValue("Allow").orElseThrow());
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder().method("HEAD", BodyPublishers.noBody()), "/metrics");
    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
  }

  @Test
  void clientThatStallsKeepsNobodyWaiting() throws Exception {
    try (Socket stalled = new Socket()) {
      stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      stalled.getOutputStream().write("GET /met".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      stalled.getOutputStream().flush();
      assertEquals(200, get("/metrics").statusCode());
    }
  }

  @Test
  void metricsThatCannotBeCollectedAreAnErrorWithoutItsInsides() throws Exception {
    PrometheusMetrics broken =
        PrometheusMetrics.ofWindows(
            length -> {
              throw new IOException("secret path");
            },
            PrometheusOptions.withDefaults());
    server.close();
    server = start(broken);
    assertEquals(500, get("/metrics").statusCode());
    assertEquals(503, get("/healthz").statusCode());
    assertTrue(!get("/metrics").body().contains("secret"));
  }
}
