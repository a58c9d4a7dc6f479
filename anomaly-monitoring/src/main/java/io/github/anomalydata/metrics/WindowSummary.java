package io.github.anomalydata.metrics;

import java.time.Instant;
import java.util.Map;

/**
 * What happened in a window of time.
 *
 * @param from the start
 * @param to the end, not part of it
 * @param batches the number of batches
 * @param predictions the number of scores, of any value
 * @param notFinite the number of scores that are NaN or infinite, and part of nothing else
 * @param anomalies the number of finite scores above the threshold of their batch
 * @param latency the latency of batches, in seconds
 * @param scores the finite scores
 * @param maximumDrift the largest drift of a batch; NaN if none was measured
 * @param labelled the scores whose labels came, whenever they came
 * @param measures the custom measures by name; those beyond the first 100 names are together {@code
 *     "other"}
 */
public record WindowSummary(
    Instant from,
    Instant to,
    long batches,
    long predictions,
    long notFinite,
    long anomalies,
    Distribution latency,
    Distribution scores,
    double maximumDrift,
    LabelledScores labelled,
    Map<String, Distribution> measures) {

  /**
   * Creates a summary.
   *
   * @param from the start
   * @param to the end, not part of it
   * @param batches the number of batches
   * @param predictions the number of scores, of any value
   * @param notFinite the number of scores that are NaN or infinite
   * @param anomalies the number of finite scores above the threshold of their batch
   * @param latency the latency of batches, in seconds
   * @param scores the finite scores
   * @param maximumDrift the largest drift of a batch; NaN if none was measured
   * @param labelled the scores whose labels came
   * @param measures the custom measures by name; copied
   */
  public WindowSummary {
    measures = Map.copyOf(measures);
  }

  /**
   * Returns the share of finite scores that are anomalies.
   *
   * @return the share and its interval, which takes scores for independent
   */
  public Proportion anomalyRate() {
    return new Proportion(anomalies, predictions - notFinite);
  }
}
