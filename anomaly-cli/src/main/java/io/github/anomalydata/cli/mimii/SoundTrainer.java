package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipTarget;
import io.github.anomalydata.mimii.Recordings;
import java.io.IOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Trains an autoencoder on normal recordings of one machine.
 *
 * @param features what of a recording it sees
 * @param epochs the number of epochs
 * @param workers the number of threads that make batches ahead
 * @param seed the seed of the weights and of the order of the batches
 */
record SoundTrainer(ClipFeatures features, int epochs, int workers, long seed) {
  /** The size of the published baseline's batches. */
  private static final int BATCH = 512;

  SoundModel train(Recordings normal, ProgressListener progress) throws IOException {
    Source vectors = features.over(normal, ClipTarget.NONE);
    Batching inOrder = Batching.of(BATCH).withWorkers(workers);
    Level level = Level.of(vectors, inOrder);
    MultiLayerNetwork network =
        Autoencoder.create(vectors.layout().features().get(0).length(), seed);
    try (SourceDataSetIterator batches =
        SourceDataSetIterator.over(vectors, inOrder.withShuffle(seed))) {
      batches.setPreProcessor(
          batch -> {
            level.apply(batch.getFeatures());
            batch.setLabels(batch.getFeatures());
          });
      for (int epoch = 1; epoch <= epochs; epoch++) {
        batches.reset();
        network.fit(batches);
        progress.progress("train " + normal.units().get(0), epoch, epochs);
      }
    }
    return new SoundModel(network, features, level);
  }
}
