package io.github.anomalydata.metrics.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server for Prometheus: {@code /metrics} in the format the client accepts, {@code
 * /healthz} with 200, or 503 if the metrics cannot be collected. Anything else is 404, other
 * methods than GET and HEAD 405. There is no encryption and no password: bind it to loopback, or to
 * a network that you trust.
 */
public final class MetricsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final HttpServer server;

  private MetricsServer(HttpServer server) {
    this.server = server;
  }

  /** What a path answers. */
  @FunctionalInterface
  private interface Page {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  private record Answer(int status, String contentType, byte[] body) {
    static Answer text(int status, String body) {
      return new Answer(status, PLAIN, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Starts a server that only this machine reaches.
   *
   * @param metrics what it serves
   * @param port the port; 0 for any that is free
   * @param executor answers requests, one of its threads for each; with one thread, a client that
   *     stalls keeps others waiting
   * @return the server, to be closed
   * @throws IOException if the port cannot be bound
   */
  public static MetricsServer start(PrometheusMetrics metrics, int port, Executor executor)
      throws IOException {
    return start(metrics, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), executor);
  }

  /**
   * Starts a server.
   *
   * @param metrics what it serves
   * @param address where it listens
   * @param executor answers requests, one of its threads for each
   * @return the server, to be closed
   * @throws IOException if the address cannot be bound
   */
  public static MetricsServer start(
      PrometheusMetrics metrics, InetSocketAddress address, Executor executor) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(executor);
    serve(server, "/", exchange -> Answer.text(404, "There are /metrics and /healthz\n"));
    serve(server, "/metrics", exchange -> metrics(metrics, exchange));
    serve(server, "/healthz", exchange -> health(metrics));
    server.start();
    return new MetricsServer(server);
  }

  private static void serve(HttpServer server, String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            respond(exchange, answer(exchange, path, page));
          }
        });
  }

  private static Answer answer(HttpExchange exchange, String path, Page page) {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Answer.text(405, "GET or HEAD\n");
    }
    // A context also gets the paths below its own.
    if (!path.equals("/") && !exchange.getRequestURI().getPath().equals(path)) {
      return Answer.text(404, "There are /metrics and /healthz\n");
    }
    try {
      return page.answer(exchange);
    } catch (IOException | RuntimeException e) {
      LOG.error("{} failed", path, e);
      return Answer.text(500, "The metrics cannot be collected; see the log\n");
    }
  }

  private static Answer metrics(PrometheusMetrics metrics, HttpExchange exchange)
      throws IOException {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    ExpositionFormat format = ExpositionFormat.accepted(accept == null ? "" : accept);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out, format);
    return new Answer(200, format.contentType(), out.toByteArray());
  }

  private static Answer health(PrometheusMetrics metrics) {
    try {
      metrics.collect();
      return Answer.text(200, "ok\n");
    } catch (RuntimeException e) {
      LOG.error("/healthz: the metrics cannot be collected", e);
      return Answer.text(503, "The metrics cannot be collected; see the log\n");
    }
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status, isHead ? -1 : answer.body.length);
    if (!isHead) {
      exchange.getResponseBody().write(answer.body);
    }
  }

  /**
   * Returns the port it listens on.
   *
   * @return the port
   */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops listening; requests under way are ended. The executor stays the caller's. */
  @Override
  public void close() {
    server.stop(0);
  }
}
