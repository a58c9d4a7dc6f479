package io.github.anomalydata.cli.metrics;

import io.github.anomalydata.cli.LengthConverter;
import io.github.anomalydata.metrics.MetricsHistory;
import io.github.anomalydata.metrics.WindowSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which history, and which part of it. */
final class WindowOptions {
  @Parameters(paramLabel = "FILE", description = "The history, the file that a tracker writes.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = TimeConverters.Time.class,
      description = "The start, such as 2026-11-24T12:00:00Z (the first batch).")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      converter = TimeConverters.Time.class,
      description = "The end, not part of it (just behind the last batch).")
  private @Nullable Instant to;

  @Option(
      names = "--last",
      paramLabel = "LENGTH",
      converter = LengthConverter.class,
      description = "The time before the end, such as 30s, 5m, 1h or 7d, in place of --from.")
  private @Nullable Duration last;

  Path file() {
    return file;
  }

  /** Sums up the part, in steps or as a whole; empty without batches. */
  List<WindowSummary> summaries(@Nullable Duration step) throws IOException {
    if (from != null && last != null) {
      throw new IllegalArgumentException("--last: not together with --from");
    }
    try (MetricsHistory history = MetricsHistory.open(file)) {
      Optional<Instant> first = history.first();
      if (first.isEmpty()) {
        return List.of();
      }
      Instant end = to != null ? to : history.last().orElseThrow().plusNanos(1);
      Instant start = from != null ? from : last != null ? end.minus(last) : first.get();
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("--to: after " + start + ", got " + end);
      }
      return step == null ? List.of(history.summary(start, end)) : history.series(start, end, step);
    }
  }
}
