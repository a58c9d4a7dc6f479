package io.github.anomalydata.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A history that is read, perhaps while a {@link MetricsTracker} writes it: its batches up to when
 * it was opened. Safe for threads.
 */
public final class MetricsHistory implements AutoCloseable {
  private final Path file;
  private History history;

  private MetricsHistory(Path file, History history) {
    this.file = file;
    this.history = history;
  }

  /**
   * Opens a history. A last line that is not whole is left out: it was torn by a crash, or is being
   * written.
   *
   * @param file the file in use
   * @return the history, to be closed
   * @throws io.github.anomalydata.data.DataFileException if another line breaks a rule
   * @throws IOException if a file cannot be read
   */
  public static MetricsHistory open(Path file) throws IOException {
    return new MetricsHistory(file, History.openForReading(file));
  }

  /**
   * Reads what was written since: new lines alone, all files if a new one was begun.
   *
   * @throws io.github.anomalydata.data.DataFileException if a line breaks a rule
   * @throws IOException if a file cannot be read
   */
  public synchronized void refresh() throws IOException {
    if (!history.readOn()) {
      History renewed = History.openForReading(file);
      history.close();
      history = renewed;
    }
  }

  /**
   * Returns when the first batch was scored.
   *
   * @return the earliest instant; empty without batches
   */
  public synchronized Optional<Instant> first() {
    return history.segments().stream()
        .filter(segment -> segment.firstTime() <= segment.lastTime())
        .map(segment -> Times.instant(segment.firstTime()))
        .min(Instant::compareTo);
  }

  /**
   * Returns when the last batch was scored.
   *
   * @return the latest instant; empty without batches
   */
  public synchronized Optional<Instant> last() {
    return history.segments().stream()
        .filter(segment -> segment.firstTime() <= segment.lastTime())
        .map(segment -> Times.instant(segment.lastTime()))
        .max(Instant::compareTo);
  }

  /**
   * Sums up a window.
   *
   * @param from its start
   * @param to its end, not part of it
   * @return the sums of the batches scored in it
   * @throws IllegalArgumentException if {@code to} is not after {@code from}
   * @throws IOException if the history cannot be read
   */
  public synchronized WindowSummary summary(Instant from, Instant to) throws IOException {
    return history.summary(from, to);
  }

  /**
   * Sums up windows that follow one another.
   *
   * @param from the start of the first
   * @param to the end of the last, not part of it
   * @param step the length of each; the last may be shorter
   * @return the sums, in the order of time
   * @throws IllegalArgumentException if {@code to} is not after {@code from}, the step is not above
   *     0 or there would be more than 100,000 windows
   * @throws IOException if the history cannot be read
   */
  public List<WindowSummary> series(Instant from, Instant to, Duration step) throws IOException {
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("step: above 0, got " + step);
    }
    if (Duration.between(from, to).dividedBy(step) > 100_000) {
      throw new IllegalArgumentException("step: at most 100000 windows, got " + step);
    }
    List<WindowSummary> series = new ArrayList<>();
    for (Instant start = from; start.isBefore(to); start = start.plus(step)) {
      Instant end = start.plus(step);
      series.add(summary(start, end.isBefore(to) ? end : to));
    }
    if (series.isEmpty()) {
      throw new IllegalArgumentException("to: after " + from + ", got " + to);
    }
    return series;
  }

  @Override
  public synchronized void close() throws IOException {
    history.close();
  }
}
