package io.github.anomalydata.cli.mimii;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The autoencoder of MIMII's published baseline: dense layers of 64, 64, 8, 64 and 64 rectified
 * units between an input and an output of the size of a vector.
 */
final class Autoencoder {
  private static final int[] LAYERS = {64, 64, 8, 64, 64};
  private static final double LEARNING_RATE = 1e-3;

  private Autoencoder() {}

  /**
   * Returns an untrained network.
   *
   * @param size the size of a vector
   * @param seed the seed of its weights
   */
  static MultiLayerNetwork create(int size, long seed) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(LEARNING_RATE))
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.RELU)
            .list();
    int before = size;
    for (int width : LAYERS) {
      layers.layer(new DenseLayer.Builder().nIn(before).nOut(width).build());
      before = width;
    }
    layers.layer(
        new OutputLayer.Builder(LossFunction.MSE)
            .nIn(before)
            .nOut(size)
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }
}
