package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Attribution.Since;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The step that fits a series best by least squares, at a place that is not in the reference, and
 * by a bootstrap of blocks how well that place is known.
 */
final class StepFit {
  private static final int SAMPLES = 199;
  private static final double CONFIDENCE = 0.9;

  private final double[] scores;
  private final int reference;
  private final int blockLength;

  /**
   * Creates it.
   *
   * @param scores the series, at least one value of the reference and one current; not copied
   * @param reference the number of values of the reference
   * @param blockLength the values that stay together
   */
  StepFit(double[] scores, int reference, int blockLength) {
    this.scores = scores;
    this.reference = reference;
    this.blockLength = blockLength;
  }

  /** Returns the place of the step among the current values, and its interval. */
  Since since(RandomGenerator random) {
    int row = place(scores);
    int step = reference + row;
    double[] before = residuals(0, step);
    double[] after = residuals(step, scores.length);
    double low = mean(0, step);
    double high = mean(step, scores.length);
    int[] errors = new int[SAMPLES];
    double[] series = new double[scores.length];
    for (int sample = 0; sample < SAMPLES; sample++) {
      resample(before, low, series, 0, step, random);
      resample(after, high, series, step, series.length, random);
      errors[sample] = place(series) - row;
    }
    Arrays.sort(errors);
    int tail = (int) ((1 - CONFIDENCE) / 2 * SAMPLES);
    int last = scores.length - reference;
    int earliest = Math.max(0, row - errors[SAMPLES - 1 - tail]);
    int latest = Math.min(last, row - errors[tail]);
    return new Since(row, Math.min(row, earliest), Math.max(row, latest), CONFIDENCE);
  }

  private double mean(int from, int to) {
    return Arrays.stream(scores, from, to).sum() / (to - from);
  }

  private double[] residuals(int from, int to) {
    double mean = mean(from, to);
    return Arrays.stream(scores, from, to).map(score -> score - mean).toArray();
  }

  /** Fills a part of the series with blocks of residuals, around its level. */
  private void resample(
      double[] residuals, double level, double[] to, int from, int end, RandomGenerator random) {
    for (int at = from; at < end; ) {
      int start = random.nextInt(residuals.length);
      for (int i = 0; i < blockLength && at < end; i++, at++) {
        to[at] = level + residuals[(start + i) % residuals.length];
      }
    }
  }

  /** Returns the first current value behind the step. */
  private int place(double[] series) {
    double total = Arrays.stream(series).sum();
    double before = Arrays.stream(series, 0, reference).sum();
    double greatest = -1;
    int place = 0;
    for (int step = reference; step < series.length; step++) {
      int left = series.length - step;
      double difference = before / step - (total - before) / left;
      double explained = difference * difference * step * left;
      if (explained > greatest) {
        greatest = explained;
        place = step - reference;
      }
      before += series[step];
    }
    return place;
  }
}
