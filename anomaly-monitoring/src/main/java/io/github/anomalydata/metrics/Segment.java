package io.github.anomalydata.metrics;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.metrics.LineParser.LineException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One file of a history, and what memory keeps of it: totals by the hour, where their lines are,
 * and where every 64th batch is. Nothing of it grows with the number of scores.
 */
final class Segment implements Closeable {
  private static final int MARK_EVERY = 64;

  final int number;
  private RandomAccessFile file;
  private Path path;

  private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
  private @Nullable Bucket current;
  private @Nullable Totals whole;

  private long[] marks = new long[2];
  private int markCount;
  private final BitSet labelled = new BitSet();

  private long begun;
  private long firstBatch;
  private long nextBatch;
  private long firstTime = Long.MAX_VALUE;
  private long lastTime = Long.MIN_VALUE;
  private long end;
  private long lines;

  private Segment(Path path, int number, RandomAccessFile file) {
    this.path = path;
    this.number = number;
    this.file = file;
  }

  /**
   * Opens a segment by its first line; the others are yet to be {@linkplain #load read}.
   *
   * @return the segment; null if a crash tore off its first line
   * @throws DataFileException if the file is no history
   */
  static @Nullable Segment open(Path path, RandomAccessFile file) throws IOException {
    Segment[] opened = new Segment[1];
    LineParser parser = new LineParser();
    long read =
        Lines.visit(
            file,
            0,
            Long.MAX_VALUE,
            (bytes, from, to, offset) -> {
              try {
                parser.header(bytes, from, to);
                opened[0] = new Segment(path, parser.segment(), file);
                opened[0].begin(parser.firstBatch(), parser.begun(), to + 1L);
              } catch (LineException e) {
                throw error(path, "line 1, column " + e.column, e, parser);
              }
              return false;
            });
    if (read == 0 && file.length() > 1024) {
      throw new DataFileException(path, "line 1", "the first line of a history", "none in 1 KiB");
    }
    return opened[0];
  }

  /** Returns a segment whose file has its first line and no other. */
  static Segment begun(
      Path path, int number, RandomAccessFile file, long batch, long time, long end) {
    Segment segment = new Segment(path, number, file);
    segment.begin(batch, time, end);
    return segment;
  }

  private void begin(long batch, long time, long behindHeader) {
    begun = time;
    firstBatch = batch;
    nextBatch = batch;
    end = behindHeader;
    lines = 1;
  }

  /**
   * Reads the lines behind those that are known.
   *
   * <p>A last line that cannot be read was torn off by a crash, since lines are written in order.
   * It is left out: {@link #end()} is the byte before it.
   *
   * @param mayBeTorn whether such a line is left out, and not refused
   * @param withLabels takes the number of each batch whose labels are read
   * @throws DataFileException if a line breaks a rule
   */
  void load(boolean mayBeTorn, LongConsumer withLabels) throws IOException {
    LineParser parser = new LineParser();
    Entry entry = new Entry();
    DataFileException[] torn = new DataFileException[1];
    long behind =
        Lines.visit(
            file,
            end,
            Long.MAX_VALUE,
            (bytes, from, to, offset) -> {
              if (torn[0] != null) {
                throw torn[0];
              }
              lines++;
              try {
                parser.entry(bytes, from, to, entry);
                check(entry);
                add(entry, offset, offset + to - from + 1);
                if (entry.labels) {
                  withLabels.accept(entry.batch);
                }
              } catch (LineException e) {
                torn[0] = error(path, "line " + lines + ", column " + e.column, e, parser);
              }
              return true;
            });
    if (torn[0] != null) {
      lines--;
      if (!mayBeTorn) {
        throw torn[0];
      }
    } else if (!mayBeTorn && behind < file.length()) {
      throw new DataFileException(
          path, "line " + (lines + 1), "a line feed at the end of the line", "the end of the file");
    }
  }

  private void check(Entry entry) throws LineException {
    if (entry.labels && (entry.batch <= 0 || entry.batch >= nextBatch)) {
      throw new LineException(1, "the labels of a batch before");
    }
    if (!entry.labels && entry.batch != nextBatch) {
      throw new LineException(1, "batch " + nextBatch);
    }
  }

  private static DataFileException error(
      Path path, String place, LineException e, LineParser parser) {
    DataFileException error =
        new DataFileException(path, place, String.valueOf(e.getMessage()), parser.found());
    error.initCause(e);
    return error;
  }

  /**
   * Adds a line that is in the file, or will be.
   *
   * @param from its first byte
   * @param to the byte behind its line feed
   */
  void add(Entry entry, long from, long to) {
    if (!entry.labels) {
      nextBatch = entry.batch + 1;
      if ((entry.batch - firstBatch) % MARK_EVERY == 0) {
        mark(entry.batch, from);
      }
    }
    bucket(entry.time).add(entry, from, to);
    firstTime = Math.min(firstTime, entry.time);
    lastTime = Math.max(lastTime, entry.time);
    end = to;
  }

  private void mark(long batch, long offset) {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
    }
    marks[markCount++] = batch;
    marks[markCount++] = offset;
  }

  private Bucket bucket(long time) {
    long start = Bucket.start(time);
    Bucket found = current;
    if (found == null || found.start != start) {
      if (found != null) {
        found.totals.pack();
      }
      found = buckets.computeIfAbsent(start, Bucket::new);
      current = found;
    }
    return found;
  }

  /** Ends the segment: nothing is added any more. */
  void complete() {
    Totals sum = new Totals();
    for (Bucket bucket : buckets.values()) {
      bucket.totals.pack();
      sum.add(bucket.totals);
    }
    sum.pack();
    whole = sum;
    current = null;
  }

  /** Adds what lies in a window. */
  void addTo(Totals sum, long from, long to) throws IOException {
    if (lastTime < from || firstTime >= to) {
      return;
    }
    if (whole != null && firstTime >= from && lastTime < to) {
      sum.add(whole);
      return;
    }
    for (Bucket bucket :
        buckets.subMap(Bucket.start(from), true, Bucket.start(to), true).values()) {
      if (bucket.start >= from && bucket.start + Bucket.LENGTH <= to) {
        sum.add(bucket.totals);
      } else {
        addLines(bucket, sum, from, to);
      }
    }
  }

  private void addLines(Bucket bucket, Totals sum, long from, long to) throws IOException {
    LineParser parser = new LineParser();
    Entry entry = new Entry();
    long[] runs = bucket.runs();
    for (int i = 0; i < runs.length; i += 2) {
      Lines.visit(
          file,
          runs[i],
          runs[i + 1],
          (bytes, start, stop, offset) -> {
            parse(parser, bytes, start, stop, offset, entry);
            if (entry.time >= from && entry.time < to) {
              sum.add(entry);
            }
            return true;
          });
    }
  }

  private void parse(LineParser parser, byte[] bytes, int from, int to, long offset, Entry entry)
      throws DataFileException {
    try {
      parser.entry(bytes, from, to, entry);
    } catch (LineException e) {
      throw error(path, "byte " + offset, e, parser);
    }
  }

  boolean hasBatch(long batch) {
    return batch >= firstBatch && batch < nextBatch;
  }

  /** Reads the line of a batch. */
  void read(long batch, Entry entry) throws IOException {
    int low = 0;
    for (int high = markCount / 2 - 1; low < high; ) {
      int middle = (low + high + 1) >>> 1;
      if (marks[2 * middle] <= batch) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    LineParser parser = new LineParser();
    Lines.visit(
        file,
        marks[2 * low + 1],
        end,
        (bytes, from, to, offset) -> {
          parse(parser, bytes, from, to, offset, entry);
          return entry.labels || entry.batch != batch;
        });
  }

  /** Tells whether a batch has its labels. */
  boolean isLabelled(long batch) {
    return labelled.get((int) (batch - firstBatch));
  }

  void setLabelled(long batch) {
    labelled.set((int) (batch - firstBatch));
  }

  Path path() {
    return path;
  }

  RandomAccessFile file() {
    return file;
  }

  /** Goes on with another handle, and perhaps another name, of the file. */
  void reopen(Path renamed, String mode) throws IOException {
    file.close();
    file = new RandomAccessFile(renamed.toFile(), mode);
    path = renamed;
  }

  /** Returns when the file was begun, in nanoseconds since 1970. */
  long begun() {
    return begun;
  }

  boolean isEmpty() {
    return nextBatch == firstBatch;
  }

  /** Returns the number of the first batch, here or yet to come. */
  long firstBatch() {
    return firstBatch;
  }

  /** Returns the number of the next batch. */
  long nextBatch() {
    return nextBatch;
  }

  /** Returns the first instant, {@link Long#MAX_VALUE} without lines. */
  long firstTime() {
    return firstTime;
  }

  /** Returns the last instant, {@link Long#MIN_VALUE} without lines. */
  long lastTime() {
    return lastTime;
  }

  /** Returns the byte behind the last line. */
  long end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
