package io.github.anomalydata.metrics;

import io.github.anomalydata.internal.decimal.ShortestDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of JSON as bytes, in the one form that {@link LineParser} reads. */
final class LineBuffer {
  private static final byte[] BATCH = key("{", "batch");
  private static final byte[] LABELS = key("{", "labels");
  private static final byte[] TIME = key(",", "time");
  private static final byte[] LABELLED = key(",", "labelled");
  private static final byte[] MODEL = key(",", "model");
  private static final byte[] PREDICTIONS = key(",", "predictions");
  private static final byte[] NOT_FINITE = key(",", "notFinite");
  private static final byte[] ANOMALIES = key(",", "anomalies");
  private static final byte[] THRESHOLD = key(",", "threshold");
  private static final byte[] LATENCY = key(",", "latencyNanos");
  private static final byte[] DRIFT = key(",", "drift");
  private static final byte[] MEAN = key(",", "mean");
  private static final byte[] SQUARES = key(",", "squares");
  private static final byte[] MIN = key(",", "min");
  private static final byte[] MAX = key(",", "max");
  private static final byte[] BINS = key(",", "bins");
  private static final byte[] MEASURES = key(",", "measures");
  private static final byte[] SCORES = key(",", "scores");
  private static final byte[] CONFUSION = key(",", "confusion");
  private static final byte[] POSITIVES = key(",", "positives");
  private static final byte[] NEGATIVES = key(",", "negatives");
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[1 << 16];
  private int size;

  private static byte[] key(String before, String name) {
    return (before + '"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes the first line of a file. */
  void header(int segment, long batch, long time) {
    text("{\"format\":\"anomaly-metrics\",\"version\":1,\"segment\":");
    number(segment);
    text(",\"batch\":");
    number(batch);
    raw(TIME);
    time(time);
    text("}\n");
  }

  void entry(Entry entry) {
    if (entry.labels) {
      labels(entry);
    } else {
      batch(entry);
    }
    put('}');
    put('\n');
  }

  private void batch(Entry entry) {
    member(BATCH, entry.batch);
    raw(TIME);
    time(entry.time);
    if (!entry.model.isEmpty()) {
      raw(MODEL);
      quoted(entry.model);
    }
    member(PREDICTIONS, entry.predictions);
    if (entry.notFinite > 0) {
      member(NOT_FINITE, entry.notFinite);
    }
    member(ANOMALIES, entry.anomalies);
    member(THRESHOLD, entry.threshold);
    member(LATENCY, entry.latencyNanos);
    if (!Double.isNaN(entry.drift)) {
      member(DRIFT, entry.drift);
    }
    if (entry.scores.count > 0) {
      member(MEAN, entry.scores.mean);
      member(SQUARES, entry.scores.squares);
      member(MIN, entry.scores.min);
      member(MAX, entry.scores.max);
      raw(BINS);
      bins(entry.bins);
    }
    if (!entry.measures.isEmpty()) {
      raw(MEASURES);
      char[] before = {'{'};
      entry.measures.forEach(
          (name, value) -> {
            put(before[0]);
            quoted(name);
            put(':');
            number(value);
            before[0] = ',';
          });
      put('}');
    }
    if (entry.kept.length > 0) {
      raw(SCORES);
      scores(entry.kept);
    }
  }

  private void scores(double[] values) {
    for (int i = 0; i < values.length; i++) {
      put(i == 0 ? '[' : ',');
      if (Double.isFinite(values[i])) {
        number(values[i]);
      } else {
        raw(NULL);
      }
    }
    put(']');
  }

  private void labels(Entry entry) {
    member(LABELS, entry.batch);
    raw(TIME);
    time(entry.time);
    raw(LABELLED);
    time(entry.labelled);
    raw(CONFUSION);
    put('[');
    number(entry.confusion.truePositives);
    put(',');
    number(entry.confusion.falsePositives);
    put(',');
    number(entry.confusion.falseNegatives);
    put(',');
    number(entry.confusion.trueNegatives);
    put(']');
    raw(POSITIVES);
    bins(entry.positives);
    raw(NEGATIVES);
    bins(entry.negatives);
  }

  /** Writes pairs of a bin and its count, each bin as the distance to the one before. */
  private void bins(Entry.BinCounts bins) {
    put('[');
    int last = 0;
    for (int i = 0; i < bins.size; i++) {
      if (i > 0) {
        put(',');
      }
      number(bins.bins[i] - last);
      put(',');
      number(bins.counts[i]);
      last = bins.bins[i];
    }
    put(']');
  }

  private void member(byte[] key, long value) {
    raw(key);
    number(value);
  }

  private void member(byte[] key, double value) {
    raw(key);
    number(value);
  }

  private void time(long nanos) {
    room(Times.LENGTH + 2);
    bytes[size++] = '"';
    size = Times.write(nanos, bytes, size);
    bytes[size++] = '"';
  }

  private void number(double value) {
    room(ShortestDecimal.MAX_LENGTH);
    size = ShortestDecimal.write(value, bytes, size);
  }

  private void number(long value) {
    room(20);
    long rest = value;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  private void quoted(String text) {
    put('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        put('\\');
      }
      put((char) (b & 0xFF));
    }
    put('"');
  }

  private void text(String ascii) {
    raw(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private void raw(byte[] part) {
    room(part.length);
    System.arraycopy(part, 0, bytes, size, part.length);
    size += part.length;
  }

  private void put(char c) {
    room(1);
    bytes[size++] = (byte) c;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }
}
