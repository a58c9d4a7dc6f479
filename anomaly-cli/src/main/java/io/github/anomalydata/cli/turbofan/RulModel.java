package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.FittedPreparation;
import io.github.anomalydata.turbofan.RulTarget;
import io.github.anomalydata.turbofan.Windows;
import io.github.anomalydata.turbofan.Windows.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained network with the preparation that belongs to it. */
final class RulModel {
  private static final int BATCH = 1024;

  private final MultiLayerNetwork network;
  private final FittedPreparation preparation;
  private final int window;
  private final double cap;

  RulModel(MultiLayerNetwork network, FittedPreparation preparation, int window, double cap) {
    this.network = network;
    this.preparation = preparation;
    this.window = window;
    this.cap = cap;
  }

  /** Predicts the remaining useful life at the last cycle of each engine, in [0, cap]. */
  double[] predictLast(EngineRuns runs) {
    return predict(
        Windows.ofLength(window)
            .with(Selection.LAST)
            .withEdgePadding()
            .over(preparation.apply(runs), RulTarget.raw()));
  }

  /** Predicts the remaining useful life of each window, in [0, cap]. */
  double[] predict(Source windows) {
    double[] predicted = new double[windows.size()];
    int at = 0;
    try (SourceDataSetIterator batches = SourceDataSetIterator.over(windows, Batching.of(BATCH))) {
      while (batches.hasNext()) {
        INDArray output = network.output(batches.next().getFeatures());
        for (long i = 0; i < output.size(0); i++) {
          predicted[at++] = Math.max(0, Math.min(cap, cap * output.getDouble(i)));
        }
      }
    }
    return predicted;
  }

  /** Writes network.zip and preparation.json. */
  void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    preparation.save(folder.resolve("preparation.json"));
    network.save(folder.resolve("network.zip").toFile(), true);
  }
}
