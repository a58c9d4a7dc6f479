package io.github.anomalydata.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A batch of scores that a model gave, and what is known of it.
 *
 * <pre>{@code
 * ScoredBatch.of(scores, 0.8)
 *     .withLatency(Duration.ofMillis(12))
 *     .withDrift(0.04)
 *     .withModel("2026-11-24")
 *     .withMeasure("queue_length", 17)
 * }</pre>
 *
 * <p>Instances are immutable, but share the array of scores with the caller.
 */
public final class ScoredBatch {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_MEASURES = 100;

  private final double[] scores;
  private final double threshold;
  private final Duration latency;
  private final double drift;
  private final @Nullable Instant time;
  private final String model;
  private final Map<String, Double> measures;

  private ScoredBatch(
      double[] scores,
      double threshold,
      Duration latency,
      double drift,
      @Nullable Instant time,
      String model,
      Map<String, Double> measures) {
    this.scores = scores;
    this.threshold = threshold;
    this.latency = latency;
    this.drift = drift;
    this.time = time;
    this.model = model;
    this.measures = measures;
  }

  /**
   * Returns a batch with a latency of 0, no drift, no model and no measures, scored now.
   *
   * @param scores the scores, any values; not copied, and not to be changed until it is logged
   * @param threshold the score above which one is an anomaly
   * @return the batch
   * @throws IllegalArgumentException if the threshold is not finite
   */
  public static ScoredBatch of(double[] scores, double threshold) {
    return new ScoredBatch(
        scores, finite("threshold", threshold), Duration.ZERO, Double.NaN, null, "", Map.of());
  }

  /**
   * Sets the time that scoring took.
   *
   * @param value the time for all scores together
   * @return the batch
   * @throws IllegalArgumentException if it is negative, or 292 years or more
   */
  public ScoredBatch withLatency(Duration value) {
    nanos(value);
    return new ScoredBatch(scores, threshold, value, drift, time, model, measures);
  }

  /**
   * Sets the drift of the data, such as an effect size.
   *
   * @param value the drift, larger for more; NaN if it was not measured
   * @return the batch
   * @throws IllegalArgumentException if it is infinite
   */
  public ScoredBatch withDrift(double value) {
    return new ScoredBatch(scores, threshold, latency, drift(value), time, model, measures);
  }

  /**
   * Sets when it was scored, if that is not now.
   *
   * @param value the instant, from 1678 to 2261
   * @return the batch
   * @throws IllegalArgumentException if it lies beyond
   */
  public ScoredBatch withTime(Instant value) {
    Times.nanos("time", value);
    return new ScoredBatch(scores, threshold, latency, drift, value, model, measures);
  }

  /**
   * Sets the version of the model.
   *
   * @param version the version, at most 200 characters, none of them a control character
   * @return the batch
   * @throws IllegalArgumentException if it is longer, or has such a character
   */
  public ScoredBatch withModel(String version) {
    return new ScoredBatch(
        scores, threshold, latency, drift, time, name("model", version), measures);
  }

  /**
   * Adds a measure of your own.
   *
   * @param name its name, of 1 to 200 characters, none of them a control character
   * @param value its value
   * @return the batch
   * @throws IllegalArgumentException if the name is no such name, the value is not finite, or the
   *     batch has 100 measures by now
   */
  public ScoredBatch withMeasure(String name, double value) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name: at least 1 character, got ''");
    }
    Map<String, Double> more = new TreeMap<>(measures);
    more.put(name("name", name), finite(name, value));
    if (more.size() > MOST_MEASURES) {
      throw new IllegalArgumentException(
          "measures: at most " + MOST_MEASURES + ", got one more: '" + name + "'");
    }
    return new ScoredBatch(scores, threshold, latency, drift, time, model, more);
  }

  private static String name(String what, String text) {
    if (text.length() > LONGEST_NAME || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what
              + ": at most "
              + LONGEST_NAME
              + " characters, none of them a control character, got '"
              + text
              + "'");
    }
    return text;
  }

  private static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + ": finite, got " + value);
    }
    return value;
  }

  private static double drift(double value) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("drift: finite, or NaN for none, got " + value);
    }
    return value;
  }

  private static long nanos(Duration latency) {
    try {
      long nanos = latency.toNanos();
      if (nanos >= 0) {
        return nanos;
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("latency: below 292 years, got " + latency, e);
    }
    throw new IllegalArgumentException("latency: at least 0, got " + latency);
  }

  /** Fills an entry with what every batch has. */
  static void fill(Entry entry, double[] scores, double threshold, Duration latency, double drift) {
    long nanos = nanos(latency);
    double checked = drift(drift);
    entry.score(scores, finite("threshold", threshold));
    entry.latencyNanos = nanos;
    entry.drift = checked;
  }

  /** Fills an entry with what only a batch knows. */
  void fillRest(Entry entry) {
    entry.model = model;
    entry.measures.putAll(measures);
    if (time != null) {
      entry.time = Times.nanos("time", time);
    }
  }

  /**
   * Returns the scores.
   *
   * @return the array, not copied
   */
  public double[] scores() {
    return scores;
  }

  /**
   * Returns the score above which one is an anomaly.
   *
   * @return a finite number
   */
  public double threshold() {
    return threshold;
  }

  /**
   * Returns the time that scoring took.
   *
   * @return the time for all scores together
   */
  public Duration latency() {
    return latency;
  }

  /**
   * Returns the drift of the data.
   *
   * @return the drift; NaN if it was not measured
   */
  public double drift() {
    return drift;
  }

  /**
   * Returns when it was scored.
   *
   * @return the instant; empty for when it is logged
   */
  public Optional<Instant> time() {
    return Optional.ofNullable(time);
  }

  /**
   * Returns the version of the model.
   *
   * @return the version; empty if unknown
   */
  public String model() {
    return model;
  }

  /**
   * Returns the measures of your own.
   *
   * @return the values by name
   */
  public Map<String, Double> measures() {
    return Map.copyOf(measures);
  }
}
