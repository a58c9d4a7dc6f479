package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.augment.AugmentationPlan;
import io.github.anomalydata.data.GroupSplit;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.evaluation.RulScore;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.FittedPreparation;
import io.github.anomalydata.turbofan.Preparation;
import io.github.anomalydata.turbofan.RulTarget;
import io.github.anomalydata.turbofan.Windows;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trains a network on training units alone: a first run on four fifths of them finds out on the
 * other fifth how many epochs are best, a second run trains for so many epochs on all of them.
 *
 * @param preparation how engine runs are prepared
 * @param window the number of cycles of a window
 * @param cap the remaining useful life above which engines count as new
 * @param epochs the greatest number of epochs
 * @param workers the number of threads that make batches ahead
 * @param seed the seed of the split, the weights, the order of the batches and the augmentation
 * @param augmentation what is done to the windows in training
 */
record RulTrainer(
    Preparation preparation,
    int window,
    double cap,
    int epochs,
    int workers,
    long seed,
    Optional<AugmentationPlan> augmentation) {
  private static final int BATCH = 256;
  private static final GroupSplit SPLIT = GroupSplit.of(0.8, 0.2);

  /**
   * What training led to.
   *
   * @param model the model, trained on all training units
   * @param epochs the number of epochs that was best
   * @param validationRmse the error at that number of epochs on the units left out
   */
  record Result(RulModel model, int epochs, double validationRmse) {}

  /** Hears of the network after each epoch. */
  private interface EpochListener {
    void done(int epoch, MultiLayerNetwork network, FittedPreparation fitted);
  }

  /** The best epoch so far. */
  private static final class Best {
    private int epoch;
    private double rmse = Double.POSITIVE_INFINITY;
  }

  Result train(EngineRuns units, ProgressListener progress) {
    List<EngineRuns> parts = units.split(SPLIT, seed);
    EngineRuns validation = parts.get(1);
    Best best = new Best();
    fit(
        parts.get(0),
        epochs,
        "choose the number of epochs",
        progress,
        (epoch, network, fitted) -> {
          double rmse = rmse(new RulModel(network, fitted, window, cap), fitted, validation);
          if (rmse < best.rmse) {
            best.rmse = rmse;
            best.epoch = epoch;
          }
        });
    RulModel model =
        fit(units, best.epoch, "train on all units", progress, (epoch, network, fitted) -> {});
    return new Result(model, best.epoch, best.rmse);
  }

  private double rmse(RulModel model, FittedPreparation fitted, EngineRuns units) {
    Source windows =
        Windows.ofLength(window)
            .withEdgePadding()
            .over(fitted.apply(units), RulTarget.clippedAt(cap));
    return RulScore.of(model.predict(windows), labels(windows)).rmse();
  }

  private static double[] labels(Source windows) {
    double[] labels = new double[windows.size()];
    try (SourceDataSetIterator batches = SourceDataSetIterator.over(windows, Batching.of(1024))) {
      int at = 0;
      while (batches.hasNext()) {
        INDArray batch = batches.next().getLabels();
        for (long i = 0; i < batch.size(0); i++) {
          labels[at++] = batch.getDouble(i);
        }
      }
    }
    return labels;
  }

  /** Trains for {@code stop} of {@code epochs} epochs: the schedule is that of all of them. */
  private RulModel fit(
      EngineRuns units, int stop, String task, ProgressListener progress, EpochListener listener) {
    FittedPreparation fitted = preparation.fit(units);
    // The share of the cap, so that the output is of the size of the weights.
    RulTarget target = RulTarget.piecewiseLinear(new double[] {0, cap}, new double[] {0, 1});
    Source windows = Windows.ofLength(window).withEdgePadding().over(fitted.apply(units), target);
    int batchesPerEpoch = (windows.size() + BATCH - 1) / BATCH;
    MultiLayerNetwork network =
        RulNetwork.create(fitted.channelNames().size(), window, batchesPerEpoch * epochs, seed);
    WeightAverage average = new WeightAverage();
    network.setListeners(average);
    Batching plain = Batching.of(BATCH).withShuffle(seed).withWorkers(workers);
    Batching batching = augmentation.map(plan -> plan.attach(plain, seed)).orElse(plain);
    try (SourceDataSetIterator batches = SourceDataSetIterator.over(windows, batching)) {
      for (int epoch = 1; epoch <= stop; epoch++) {
        batches.reset();
        network.fit(batches);
        progress.progress(task, epoch, stop);
        INDArray current = network.params().dup();
        network.setParams(average.get());
        listener.done(epoch, network, fitted);
        if (epoch < stop) {
          network.setParams(current);
        }
      }
    }
    return new RulModel(network, fitted, window, cap);
  }
}
