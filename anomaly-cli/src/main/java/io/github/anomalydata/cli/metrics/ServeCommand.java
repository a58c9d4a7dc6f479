package io.github.anomalydata.cli.metrics;

import io.github.anomalydata.cli.LengthConverter;
import io.github.anomalydata.metrics.MetricsHistory;
import io.github.anomalydata.metrics.prometheus.MetricsServer;
import io.github.anomalydata.metrics.prometheus.PrometheusMetrics;
import io.github.anomalydata.metrics.prometheus.PrometheusOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves the window that ends now to Prometheus. */
@Command(
    name = "serve",
    description = {
      "Serve the last minutes of a history to Prometheus, while a tracker writes it: gauges under"
          + " /metrics, and /healthz.",
      "Counters are served by the process that scores: see the guide."
    },
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final int THREADS = 4;

  @Parameters(paramLabel = "FILE", description = "The history, the file that a tracker writes.")
  private Path file = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "9464",
      description = "The port, 0 for any that is free (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (${DEFAULT-VALUE}, which only this machine reaches).")
  private String bind = "";

  @Option(
      names = "--window",
      paramLabel = "LENGTH",
      defaultValue = "5m",
      converter = LengthConverter.class,
      description = "The window of the gauges, such as 30s, 5m or 1h (${DEFAULT-VALUE}).")
  private Duration window = Duration.ofMinutes(5);

  @Option(
      names = "--prefix",
      paramLabel = "NAME",
      defaultValue = "anomaly",
      description = "What all names begin with (${DEFAULT-VALUE}).")
  private String prefix = "";

  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      converter = LengthConverter.class,
      description = "How long to serve (until the process is ended).")
  private @Nullable Duration time;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ServeCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port: from 0 to 65535, got " + port);
    }
    PrometheusOptions options =
        PrometheusOptions.withDefaults().withPrefix(prefix).withWindow(window);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try (MetricsHistory history = MetricsHistory.open(file)) {
      PrometheusMetrics metrics =
          PrometheusMetrics.ofWindows(
              length -> {
                history.refresh();
                Instant now = Clock.systemUTC().instant();
                return history.summary(now.minus(length), now);
              },
              options);
      try (MetricsServer server =
          MetricsServer.start(metrics, new InetSocketAddress(bind, port), executor)) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Serving http://" + bind + ":" + server.port() + "/metrics");
        out.flush();
        Thread.sleep(time == null ? Long.MAX_VALUE : time.toMillis());
      }
    } finally {
      executor.shutdownNow();
    }
    return 0;
  }
}
