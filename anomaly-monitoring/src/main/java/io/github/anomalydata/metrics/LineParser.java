package io.github.anomalydata.metrics;

import io.github.anomalydata.internal.decimal.DecimalParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the lines that {@link LineBuffer} writes. It is strict: what it does not know it cannot
 * have understood.
 */
final class LineParser {
  /** A line that breaks a rule. */
  static final class LineException extends Exception {
    private static final long serialVersionUID = 1L;

    final int column;

    LineException(int column, String rule) {
      super(rule);
      this.column = column;
    }
  }

  private byte[] text = {};
  private int start;
  private int at;
  private int end;
  private int segment;
  private long firstBatch;
  private long begun;

  /** Starts a line, without its line feed. */
  private void over(byte[] bytes, int from, int to) {
    text = bytes;
    start = from;
    at = from;
    end = to;
  }

  /** Reads the first line of a segment. */
  void header(byte[] bytes, int from, int to) throws LineException {
    over(bytes, from, to);
    expect("{\"format\":\"anomaly-metrics\",\"version\":1,\"segment\":");
    long number = integer();
    expect(",\"batch\":");
    firstBatch = integer();
    expect(",\"time\":");
    begun = time();
    expect("}");
    require(
        at == end && number > 0 && number < Integer.MAX_VALUE && firstBatch > 0,
        "the numbers of a segment and its first batch");
    segment = (int) number;
  }

  /** Returns the number of the segment whose first line was read last. */
  int segment() {
    return segment;
  }

  /** Returns the number of the first batch of the segment whose first line was read last. */
  long firstBatch() {
    return firstBatch;
  }

  /** Returns when the segment whose first line was read last was begun. */
  long begun() {
    return begun;
  }

  /** Reads a line into an entry. */
  void entry(byte[] bytes, int from, int to, Entry entry) throws LineException {
    over(bytes, from, to);
    entry.clear();
    expect("{\"");
    if (peek() == 'l') {
      labels(entry);
    } else {
      batch(entry);
    }
    require(at == end, "the end of the line");
  }

  private void batch(Entry entry) throws LineException {
    expect("batch\":");
    entry.batch = integer();
    expect(",\"time\":");
    entry.time = time();
    if (next(",\"model\":")) {
      entry.model = string();
    }
    expect(",\"predictions\":");
    entry.predictions = integer();
    if (next(",\"notFinite\":")) {
      entry.notFinite = integer();
    }
    expect(",\"anomalies\":");
    entry.anomalies = integer();
    expect(",\"threshold\":");
    entry.threshold = number();
    expect(",\"latencyNanos\":");
    entry.latencyNanos = integer();
    if (next(",\"drift\":")) {
      entry.drift = number();
    }
    long finite = entry.predictions - entry.notFinite;
    require(
        entry.batch > 0
            && entry.notFinite >= 0
            && entry.anomalies >= 0
            && entry.anomalies <= finite
            && entry.latencyNanos >= 0,
        "counts that fit together");
    if (next(",\"mean\":")) {
      double mean = number();
      expect(",\"squares\":");
      double squares = number();
      expect(",\"min\":");
      double min = number();
      expect(",\"max\":");
      entry.scores.set(finite, mean, squares, min, number());
      expect(",\"bins\":");
      bins(entry.bins, finite);
    }
    require(entry.scores.count == finite, "the moments of " + finite + " finite scores");
    if (next(",\"measures\":")) {
      measures(entry);
    }
    if (next(",\"scores\":")) {
      entry.kept = scores(entry.predictions);
    }
    expect("}");
  }

  private void measures(Entry entry) throws LineException {
    expect("{");
    do {
      String name = string();
      expect(":");
      entry.measures.put(name, number());
    } while (next(","));
    expect("}");
  }

  private double[] scores(long count) throws LineException {
    // At least two bytes for each, so that no count makes a larger array than the line.
    require(count <= end - at, "as many scores as predictions");
    double[] values = new double[(int) count];
    int size = 0;
    expect("[");
    do {
      require(size < count, count + " scores");
      values[size++] = next("null") ? Double.NaN : number();
    } while (next(","));
    expect("]");
    require(size == count, count + " scores");
    return values;
  }

  private void labels(Entry entry) throws LineException {
    entry.labels = true;
    expect("labels\":");
    entry.batch = integer();
    expect(",\"time\":");
    entry.time = time();
    expect(",\"labelled\":");
    entry.labelled = time();
    expect(",\"confusion\":[");
    entry.confusion.truePositives = integer();
    expect(",");
    entry.confusion.falsePositives = integer();
    expect(",");
    entry.confusion.falseNegatives = integer();
    expect(",");
    entry.confusion.trueNegatives = integer();
    expect("],\"positives\":");
    bins(entry.positives, entry.confusion.truePositives + entry.confusion.falseNegatives);
    expect(",\"negatives\":");
    bins(entry.negatives, entry.confusion.falsePositives + entry.confusion.trueNegatives);
    expect("}");
  }

  private void bins(Entry.BinCounts bins, long total) throws LineException {
    expect("[");
    long sum = 0;
    long bin = 0;
    if (peek() != ']') {
      do {
        long step = integer();
        bin += step;
        require(bins.size == 0 || step > 0, "ascending bins");
        require(Math.abs(bin) <= Bins.LAST, "a bin");
        expect(",");
        long count = integer();
        require(count > 0, "a count above 0");
        bins.add((int) bin, count);
        sum += count;
      } while (next(","));
    }
    expect("]");
    require(sum == total, total + " scores in bins");
  }

  private long time() throws LineException {
    expect("\"");
    int from = at;
    while (peek() != '"') {
      at++;
    }
    try {
      long nanos = Times.read(text, from, at - from);
      at++;
      return nanos;
    } catch (IllegalArgumentException e) {
      at = from;
      throw error("an instant like 2026-11-24T12:00:00.123456789Z");
    }
  }

  private String string() throws LineException {
    expect("\"");
    byte[] bytes = new byte[end - at];
    int size = 0;
    while (peek() != '"') {
      if (text[at] == '\\') {
        at++;
        require(peek() == '"' || peek() == '\\', "\\\" or \\\\");
      }
      bytes[size++] = text[at++];
    }
    at++;
    return new String(Arrays.copyOf(bytes, size), StandardCharsets.UTF_8);
  }

  private long integer() throws LineException {
    boolean negative = peek() == '-';
    at += negative ? 1 : 0;
    int from = at;
    long value = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at++] - '0');
    }
    require(at > from && at - from <= 18, "an integer");
    return negative ? -value : value;
  }

  private double number() throws LineException {
    int from = at;
    while (at < end && text[at] != ',' && text[at] != '}' && text[at] != ']') {
      at++;
    }
    double value = DecimalParser.parse(text, from, at);
    if (!Double.isFinite(value)) {
      at = from;
      throw error("a number");
    }
    return value;
  }

  private byte peek() throws LineException {
    require(at < end, "more of the line");
    return text[at];
  }

  private boolean next(String expected) {
    int length = expected.length();
    if (end - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text[at + i] != expected.charAt(i)) {
        return false;
      }
    }
    at += length;
    return true;
  }

  private void expect(String expected) throws LineException {
    if (!next(expected)) {
      throw error(expected);
    }
  }

  private void require(boolean isKept, String rule) throws LineException {
    if (!isKept) {
      throw error(rule);
    }
  }

  private LineException error(String rule) {
    return new LineException(at - start + 1, rule);
  }

  /** Returns what is found instead, as much of it as a person reads. */
  String found() {
    int to = Math.min(end, at + 40);
    return at >= end
        ? "the end of the line"
        : "'" + new String(text, at, to - at, StandardCharsets.UTF_8) + "'";
  }
}
