package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.NormalDraws;
import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of an autoencoder, and what it takes in.
 *
 * @param channels the number of channels of an image, 1 or 3
 * @param columns the width of an image, a multiple of 8
 * @param rows the height of an image, a multiple of 8
 * @param width the number of channels of the convolutions
 * @param code the number of channels of the code
 */
record AutoencoderNetwork(int channels, int columns, int rows, int width, int code) {
  private static final int BLOCK = 4;
  private static final int UNIT = 2 * BLOCK;
  private static final int KERNEL = 3;

  AutoencoderNetwork {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels: 1 or 3, got " + channels);
    }
    requireSide("columns", columns);
    requireSide("rows", rows);
    Require.between("width", width, 1, 256);
    Require.between("code", code, 1, 256);
  }

  private static void requireSide(String name, int side) {
    if (side < UNIT || side % UNIT != 0) {
      throw new IllegalArgumentException(name + ": a multiple of " + UNIT + ", got " + side);
    }
  }

  /** A convolution: how many channels become how many, and how it changes the sides. */
  private record Convolution(int in, int out, int kernel, int stride, Activation activation) {
    int weights() {
      return in * out * kernel * kernel;
    }

    ConvolutionLayer layer() {
      return new ConvolutionLayer.Builder(kernel, kernel)
          .stride(stride, stride)
          .convolutionMode(ConvolutionMode.Same)
          .nIn(in)
          .nOut(out)
          .activation(activation)
          .build();
    }
  }

  private List<Convolution> encoder() {
    return List.of(
        new Convolution(channels * BLOCK * BLOCK, width, KERNEL, 2, Activation.RELU),
        new Convolution(width, code, 1, 1, Activation.IDENTITY),
        new Convolution(code, width, KERNEL, 1, Activation.RELU));
  }

  /** Follows an upsampling. */
  private List<Convolution> decoder() {
    return List.of(
        new Convolution(width, width, KERNEL, 1, Activation.RELU),
        new Convolution(width, channels * BLOCK * BLOCK, 1, 1, Activation.IDENTITY));
  }

  /** Draws biases of zero and weights after He: as Deeplearning4j lays them out, biases first. */
  float[] draw(RandomGenerator random) {
    float[] parameters = new float[parameters()];
    int at = 0;
    for (List<Convolution> part : List.of(encoder(), decoder())) {
      for (Convolution c : part) {
        double deviation = Math.sqrt(2.0 / (c.in() * c.kernel() * c.kernel()));
        at += c.out();
        for (int i = 0; i < c.weights(); i++) {
          parameters[at++] = (float) (deviation * NormalDraws.next(random));
        }
      }
    }
    return parameters;
  }

  int parameters() {
    int sum = 0;
    for (List<Convolution> part : List.of(encoder(), decoder())) {
      for (Convolution c : part) {
        sum += c.out() + c.weights();
      }
    }
    return sum;
  }

  /** Makes the network with these parameters. */
  MultiLayerNetwork create(float[] parameters, double learningRate) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().updater(new Adam(learningRate)).list();
    for (Convolution convolution : encoder()) {
      layers.layer(convolution.layer());
    }
    layers.layer(new Upsampling2D.Builder(2).build());
    for (Convolution convolution : decoder()) {
      layers.layer(convolution.layer());
    }
    layers.layer(
        new CnnLossLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY).build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init(NdArrays.of(parameters, 1, parameters.length), false);
    return network;
  }

  void require(Image image) {
    if (image.channels() != channels || image.width() != columns || image.height() != rows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "image: of %d channels, %d x %d, got %s",
              channels,
              columns,
              rows,
              image));
    }
  }

  /** Returns images as the network takes them in: each block of pixels is a place. */
  INDArray input(List<Image> images, Normalization normalization) {
    int length = channels * columns * rows;
    float[] blocks = new float[images.size() * length];
    for (int i = 0; i < images.size(); i++) {
      float[] pixels = normalization.apply(images.get(i));
      for (int at = 0; at < length; at++) {
        blocks[i * length + block(at)] = pixels[at];
      }
    }
    return NdArrays.of(
        blocks, images.size(), (long) channels * BLOCK * BLOCK, rows / BLOCK, columns / BLOCK);
  }

  /** Returns where a value of an image is in its blocks. */
  int block(int at) {
    int x = at % columns;
    int y = at / columns % rows;
    int channel = at / columns / rows;
    int place = (channel * BLOCK + y % BLOCK) * BLOCK + x % BLOCK;
    return (place * (rows / BLOCK) + y / BLOCK) * (columns / BLOCK) + x / BLOCK;
  }
}
