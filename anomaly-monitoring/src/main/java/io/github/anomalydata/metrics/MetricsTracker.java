package io.github.anomalydata.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a model does in production: every batch a line of a file, and sums of any window.
 *
 * <pre>{@code
 * try (MetricsTracker tracker = MetricsTracker.open(file, TrackerOptions.withDefaults())) {
 *   tracker.logBatch(scores, latency, drift, threshold);
 *   WindowSummary lastHour = tracker.summaryOfLast(Duration.ofHours(1));
 * }
 * }</pre>
 *
 * <p>The history is {@code FILE}, complete files beside it {@code FILE.1}, {@code FILE.2} and so
 * on, and {@code FILE.lock}, which keeps a second writer out. A line is JSON, written whole and in
 * order: after a crash at most the last is torn, and opening cuts it off. Memory keeps sums by the
 * hour, 1 to 2 kB each; a window that begins or ends within an hour reads the lines of that hour.
 *
 * <p>Safe for threads. A batch takes one lock, while its line is put into a buffer; the buffer is
 * written and {@linkplain Sync forced to the disk} outside of it. No thread runs in the background:
 * with {@link Sync#INTERVAL} the last batches before a pause stay in memory until the next call or
 * {@link #flush}.
 */
public final class MetricsTracker implements AutoCloseable {
  private static final int WRITE_AT = 1 << 18;
  private static final int FULL = 1 << 24;

  private final TrackerOptions options;
  private final long interval;
  private final long fileAge;
  private final WriterLock writerLock;
  private final History history;
  private final List<BatchListener> listeners = new CopyOnWriteArrayList<>();

  /** Taken before {@link #lock} by all that write to the file. */
  private final ReentrantLock writeLock = new ReentrantLock();

  /** Guards the history, the buffer and all below it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Entry entry = new Entry();
  private LineBuffer buffer = new LineBuffer();
  private long logged;
  private long lastWrite;
  private boolean closed;

  /** What is being written; empty but after a failure. Guarded by {@link #writeLock}. */
  private LineBuffer writing = new LineBuffer();

  private long written;
  private long taken;
  private volatile long forced;

  private MetricsTracker(TrackerOptions options, WriterLock writerLock, History history) {
    this.options = options;
    this.interval = Times.saturated(options.interval);
    this.fileAge = Times.saturated(options.fileAge);
    this.writerLock = writerLock;
    this.history = history;
    this.lastWrite = now();
    this.written = history.active().end();
  }

  /**
   * Opens a history, or begins one.
   *
   * @param file the file in use; its folder exists
   * @param options how the history is kept
   * @return the tracker, to be closed
   * @throws io.github.anomalydata.data.DataFileException if a line other than the last breaks a
   *     rule
   * @throws java.nio.file.FileSystemException if another tracker has the history open, in this
   *     process or another
   * @throws IOException if a file cannot be read or written
   */
  public static MetricsTracker open(Path file, TrackerOptions options) throws IOException {
    long now = Times.nanos("clock", options.clock.instant());
    // Two names of one file are one history.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    WriterLock writerLock = WriterLock.of(target);
    try {
      MetricsTracker tracker =
          new MetricsTracker(options, writerLock, History.openForWriting(target, now));
      tracker.retain(now);
      return tracker;
    } catch (IOException | RuntimeException e) {
      try {
        writerLock.close();
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private long now() {
    return Times.nanos("clock", options.clock.instant());
  }

  /**
   * Logs a batch.
   *
   * @param scores the scores, any values; those that are not finite are counted and part of nothing
   *     else
   * @param latency the time that scoring took, for all of them together
   * @param driftScore the drift of the data, larger for more; NaN if it was not measured
   * @param threshold the score above which one is an anomaly
   * @return the number of the batch, from 1 on; 0 if it is empty and {@linkplain
   *     EmptyBatches#IGNORE ignored}
   * @throws IllegalArgumentException if there are no scores and empty batches are refused, the
   *     latency is negative, the drift infinite or the threshold not finite
   * @throws IllegalStateException if the tracker is closed
   * @throws UncheckedIOException if the history cannot be written; the batch counts all the same,
   *     and its line is written by the next call that can, unless the message says otherwise
   */
  public long logBatch(double[] scores, Duration latency, double driftScore, double threshold) {
    if (listeners.isEmpty()) {
      return log(scores, null, latency, driftScore, threshold);
    }
    return log(ScoredBatch.of(scores, threshold).withLatency(latency).withDrift(driftScore));
  }

  /**
   * Logs a batch of which more is known.
   *
   * @param batch the batch
   * @return the number of the batch, from 1 on; 0 if it is empty and {@linkplain
   *     EmptyBatches#IGNORE ignored}
   * @throws IllegalArgumentException if there are no scores and empty batches are refused
   * @throws IllegalStateException if the tracker is closed
   * @throws UncheckedIOException as {@link #logBatch}
   */
  public long log(ScoredBatch batch) {
    long number = log(batch.scores(), batch, batch.latency(), batch.drift(), batch.threshold());
    if (number > 0) {
      listeners.forEach(listener -> listener.logged(batch));
    }
    return number;
  }

  private long log(
      double[] scores,
      @Nullable ScoredBatch batch,
      Duration latency,
      double drift,
      double threshold) {
    if (scores.length == 0) {
      if (options.emptyBatches == EmptyBatches.IGNORE) {
        return 0;
      }
      throw new IllegalArgumentException("scores: at least 1, got none");
    }
    long now = now();
    makeRoom(now);
    long number;
    long ticket;
    boolean isDue;
    lock.lock();
    try {
      requireOpen();
      entry.clear();
      entry.time = now;
      ScoredBatch.fill(entry, scores, threshold, latency, drift);
      if (batch != null) {
        batch.fillRest(entry);
      }
      if (options.labels == Labels.LATE) {
        entry.kept = scores;
      }
      number = history.active().nextBatch();
      entry.batch = number;
      ticket = append();
      isDue = isWriteDue(now);
    } finally {
      lock.unlock();
    }
    write(ticket, isDue);
    return number;
  }

  /**
   * Joins a batch with what its scores turned out to be. It counts for the time of the batch.
   *
   * @param batch the number that logging the batch returned
   * @param anomalous for each score of the batch, whether it was an anomaly
   * @throws IllegalArgumentException if there is no such batch (any more), it has another number of
   *     scores or its scores were not {@linkplain Labels#LATE kept}
   * @throws IllegalStateException if the batch has its labels, or the tracker is closed
   * @throws UncheckedIOException as {@link #logBatch}
   */
  public void logLabels(long batch, boolean... anomalous) {
    long now = now();
    long ticket;
    boolean isDue;
    writeLock.lock();
    try {
      lock.lock();
      try {
        requireOpen();
        writeAll();
        Segment segment = requireUnlabelled(batch);
        segment.read(batch, entry);
        double[] scores = entry.kept;
        double threshold = entry.threshold;
        long time = entry.time;
        if (scores.length == 0) {
          throw new IllegalArgumentException(
              "batch: one whose scores were kept, got " + batch + "; set Labels.LATE");
        }
        if (scores.length != anomalous.length) {
          throw new IllegalArgumentException(
              "anomalous: one for each of " + scores.length + " scores, got " + anomalous.length);
        }
        entry.clear();
        entry.labels = true;
        entry.batch = batch;
        entry.time = time;
        entry.labelled = now;
        entry.label(scores, anomalous, threshold);
        ticket = append();
        segment.setLabelled(batch);
        isDue = isWriteDue(now);
      } finally {
        lock.unlock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writeLock.unlock();
    }
    write(ticket, isDue);
  }

  private Segment requireUnlabelled(long batch) {
    Segment segment = history.segmentOf(batch);
    if (segment == null) {
      throw new IllegalArgumentException("batch: one of the history, got " + batch);
    }
    if (segment.isLabelled(batch)) {
      throw new IllegalStateException("batch " + batch + " has its labels");
    }
    return segment;
  }

  /** Puts the entry into the buffer and the sums, and returns its place among all entries. */
  private long append() {
    Segment active = history.active();
    int before = buffer.size();
    buffer.entry(entry);
    active.add(entry, active.end(), active.end() + buffer.size() - before);
    return ++logged;
  }

  /** A clock that goes back must not keep batches in memory. */
  private boolean isWriteDue(long now) {
    boolean isDue = buffer.size() >= WRITE_AT || now - lastWrite >= interval || now < lastWrite;
    lastWrite = isDue ? now : lastWrite;
    return isDue;
  }

  private void write(long ticket, boolean isDue) {
    try {
      if (options.sync == Sync.EACH_BATCH) {
        writeUnlessForced(ticket, true);
      } else if (isDue) {
        writeUnlessForced(ticket, options.sync == Sync.INTERVAL);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeUnlessForced(long ticket, boolean isForced) throws IOException {
    writeLock.lock();
    try {
      // Another thread may have forced it along with its own, or closed the tracker.
      if (forced >= ticket) {
        return;
      }
      writeAll();
      if (isForced) {
        history.active().file().getFD().sync();
        forced = taken;
      }
    } finally {
      writeLock.unlock();
    }
  }

  /** Takes the buffer for writing, if what was taken before is written. */
  private void take() {
    lock.lock();
    try {
      if (writing.size() == 0) {
        LineBuffer full = buffer;
        buffer = writing;
        writing = full;
        taken = logged;
      }
    } finally {
      lock.unlock();
    }
  }

  private void write(Segment active) throws IOException {
    if (writing.size() > 0) {
      // At the same place after a failure.
      active.file().seek(written);
      active.file().write(writing.bytes(), 0, writing.size());
      written += writing.size();
      writing.clear();
    }
  }

  /** Writes all there is, first what a failure left. */
  private void writeAll() throws IOException {
    Segment active = history.active();
    write(active);
    take();
    write(active);
  }

  /**
   * Begins a new file if the one in use is large or old, and deletes the oldest. Writes what is in
   * memory if that is too much for more.
   */
  private void makeRoom(long now) {
    lock.lock();
    try {
      requireOpen();
      if (buffer.size() < FULL && !isFileDue(now)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    try {
      locked(
          () -> {
            writeAll();
            if (isFileDue(now)) {
              history.rotate(now);
              written = history.active().end();
              forced = logged;
              retain(now);
            }
          });
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(
          "the history cannot be written; the batch is not logged", e.getCause());
    }
  }

  private boolean isFileDue(long now) {
    Segment active = history.active();
    return !closed
        && !active.isEmpty()
        && (active.end() >= options.fileBytes || now - active.begun() >= fileAge);
  }

  private void retain(long now) throws IOException {
    long age = Times.saturated(options.historyAge);
    history.retain(options.historyBytes, now < Long.MIN_VALUE + age ? Long.MIN_VALUE : now - age);
  }

  /** What needs both locks. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void locked(Work work) {
    writeLock.lock();
    lock.lock();
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
      writeLock.unlock();
    }
  }

  /**
   * Sums up a window.
   *
   * @param from its start
   * @param to its end, not part of it
   * @return the sums of the batches scored in it
   * @throws IllegalArgumentException if {@code to} is not after {@code from}
   * @throws IllegalStateException if the tracker is closed
   * @throws UncheckedIOException if the history cannot be read, or what is in memory not written
   */
  public WindowSummary summary(Instant from, Instant to) {
    List<WindowSummary> found = new ArrayList<>(1);
    locked(
        () -> {
          requireOpen();
          writeAll();
          found.add(history.summary(from, to));
        });
    return found.get(0);
  }

  /**
   * Sums up the window that ends now, now being part of it.
   *
   * @param length its length
   * @return the sums of the batches scored in it
   * @throws IllegalArgumentException if the length is not above 0
   * @throws IllegalStateException if the tracker is closed
   * @throws UncheckedIOException as {@link #summary}
   */
  public WindowSummary summaryOfLast(Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("length: above 0, got " + length);
    }
    Instant to = options.clock.instant().plusNanos(1);
    return summary(to.minus(length), to);
  }

  /**
   * Returns the clock that tells when a batch is logged.
   *
   * @return the clock of the options
   */
  public Clock clock() {
    return options.clock;
  }

  /**
   * Hears of each batch from now on.
   *
   * @param listener what is called
   */
  public void listen(BatchListener listener) {
    listeners.add(listener);
  }

  /**
   * Forces all batches to the disk.
   *
   * @throws IllegalStateException if the tracker is closed
   * @throws UncheckedIOException if they cannot be written
   */
  public void flush() {
    locked(
        () -> {
          requireOpen();
          writeAll();
          history.active().file().getFD().sync();
          forced = logged;
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the tracker is closed");
    }
  }

  /**
   * Forces all batches to the disk and lets other writers in. Closing twice does nothing.
   *
   * @throws UncheckedIOException if the batches cannot be written; the tracker is closed all the
   *     same
   */
  @Override
  public void close() {
    locked(
        () -> {
          if (closed) {
            return;
          }
          closed = true;
          try (writerLock;
              history) {
            writeAll();
            history.active().file().getFD().sync();
            forced = logged;
          }
        });
  }
}
