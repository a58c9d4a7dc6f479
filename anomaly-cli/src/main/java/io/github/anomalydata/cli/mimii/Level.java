package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.internal.SignalBatches;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean and the standard deviation of all values of training vectors, in dB. Scaling by one mean
 * and one deviation for all bands is what a network needs to learn soon, and it leaves the order of
 * the errors as it is in dB.
 *
 * @param mean the mean
 * @param deviation the standard deviation, above 0
 */
record Level(double mean, double deviation) {
  Level {
    if (!(Double.isFinite(mean) && deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "level: a finite mean and a deviation above 0, got " + mean + " and " + deviation);
    }
  }

  static Level of(Source vectors, Batching batching) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    try (SourceDataSetIterator batches = SourceDataSetIterator.over(vectors, batching)) {
      while (batches.hasNext()) {
        for (float value : SignalBatches.floats(batches.next().getFeatures())) {
          sum += value;
          squares += (double) value * value;
          count++;
        }
      }
    }
    double mean = sum / count;
    return new Level(mean, Math.sqrt(squares / count - mean * mean));
  }

  /** Scales in place. */
  void apply(INDArray features) {
    features.subi(mean).divi(deviation);
  }
}
