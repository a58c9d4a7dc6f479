package io.github.anomalydata.cli.turbofan;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps an exponential moving average of a network's weights while it trains, which predicts better
 * than the weights of the last batch and makes the choice of the epoch less of a lottery.
 */
final class WeightAverage extends BaseTrainingListener {
  private static final double DECAY = 0.99;

  private @Nullable INDArray average;
  private int steps;

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    INDArray weights = model.params();
    if (average == null) {
      average = weights.dup();
    } else {
      // The first steps count for more, or the average would hang on to the random start.
      double decay = Math.min(DECAY, (1.0 + steps) / (10.0 + steps));
      average.muli(decay).addi(weights.mul(1 - decay));
    }
    steps++;
  }

  /** Returns the average so far. */
  INDArray get() {
    if (average == null) {
      throw new IllegalStateException("average: train at least one batch first");
    }
    return average;
  }
}
