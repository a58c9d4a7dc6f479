package io.github.anomalydata.cli.turbofan;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * A small network from a window of sensors to a remaining useful life: means over five cycles,
 * three dense layers, one output. It trains in seconds on a CPU.
 */
final class RulNetwork {
  private static final int POOLED_CYCLES = 5;
  private static final double LEARNING_RATE = 2e-3;
  private static final double L2 = 5e-4;

  private RulNetwork() {}

  /**
   * Returns an untrained network.
   *
   * @param channels the number of channels of a window
   * @param length the number of cycles of a window, at least 5
   * @param iterations the number of batches it will be trained on
   * @param seed the seed of its weights
   */
  static MultiLayerNetwork create(int channels, int length, int iterations, long seed) {
    int pooled = length / POOLED_CYCLES;
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                // Falls to 0 along a line. A saved network with a schedule of our own could not be
                // loaded without our classes.
                .updater(
                    new Adam(
                        new PolySchedule(ScheduleType.ITERATION, LEARNING_RATE, 1, iterations + 1)))
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU)
                .l2(L2)
                .list()
                .layer(
                    new Subsampling1DLayer.Builder(PoolingType.AVG, POOLED_CYCLES, POOLED_CYCLES)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .build())
                .layer(new DenseLayer.Builder().nIn(channels * pooled).nOut(128).build())
                .layer(new DenseLayer.Builder().nIn(128).nOut(64).build())
                .layer(new DenseLayer.Builder().nIn(64).nOut(32).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(32)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .inputPreProcessor(
                    1,
                    new ReshapePreprocessor(
                        new long[] {channels, pooled},
                        new long[] {(long) channels * pooled},
                        false))
                .build());
    network.init();
    return network;
  }
}
