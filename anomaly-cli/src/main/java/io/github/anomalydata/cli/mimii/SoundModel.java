package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.internal.SignalBatches;
import io.github.anomalydata.internal.json.JsonDocument;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipScores;
import io.github.anomalydata.mimii.ClipTarget;
import io.github.anomalydata.mimii.MachineUnit;
import io.github.anomalydata.mimii.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A trained autoencoder of one machine, with what its vectors are and how they are scaled. */
final class SoundModel {
  private static final int BATCH = 1024;
  private static final JsonDocument<Description> DOCUMENT =
      JsonDocument.of("anomaly-mimii-model", 1, Description.class);

  private final MultiLayerNetwork network;
  private final ClipFeatures features;
  private final Level level;

  /**
   * What is stored beside the network.
   *
   * @param features the options of the vectors, as text
   * @param level how they are scaled
   */
  record Description(String features, Level level) {}

  SoundModel(MultiLayerNetwork network, ClipFeatures features, Level level) {
    this.network = network;
    this.features = features;
    this.level = level;
  }

  /** Adds the score of each vector of the recordings: its mean squared error, in dB². */
  void score(Recordings recordings, ClipScores scores, int workers) throws IOException {
    Source vectors = features.over(recordings, ClipTarget.NONE);
    try (SourceDataSetIterator batches =
        SourceDataSetIterator.over(vectors, Batching.of(BATCH).withWorkers(workers))) {
      while (batches.hasNext()) {
        score(batches.next(), scores);
      }
    }
  }

  private void score(DataSet batch, ClipScores scores) {
    INDArray input = batch.getFeatures();
    level.apply(input);
    float[] expected = SignalBatches.floats(input);
    float[] actual = SignalBatches.floats(network.output(input));
    int size = (int) input.size(1);
    double unit = level.deviation() * level.deviation();
    for (int row = 0; row < input.size(0); row++) {
      double squares = 0;
      for (int i = row * size; i < (row + 1) * size; i++) {
        double error = expected[i] - actual[i];
        squares += error * error;
      }
      SampleKey key = (SampleKey) batch.getExampleMetaData().get(row);
      scores.add(key, unit * squares / size);
    }
  }

  private static Path folder(Path root, MachineUnit unit) {
    return root.resolve(unit.toString());
  }

  /** Writes network.zip and model.json to the unit's folder. */
  void save(Path root, MachineUnit unit) throws IOException {
    Path folder = Files.createDirectories(folder(root, unit));
    network.save(folder.resolve("network.zip").toFile(), true);
    DOCUMENT.write(folder.resolve("model.json"), new Description(features.toString(), level));
  }

  /** Reads what was saved. */
  static SoundModel load(Path root, MachineUnit unit, ClipFeatures features) throws IOException {
    Path folder = folder(root, unit);
    Path file = folder.resolve("model.json");
    Description description = DOCUMENT.read(file);
    if (!description.features().equals(features.toString())) {
      throw new DataFileException(
          file, "content.features", features.toString(), description.features());
    }
    return new SoundModel(
        MultiLayerNetwork.load(folder.resolve("network.zip").toFile(), false),
        features,
        description.level());
  }
}
