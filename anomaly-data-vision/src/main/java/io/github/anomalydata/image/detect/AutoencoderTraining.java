package io.github.anomalydata.image.detect;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains an {@link Autoencoder} on images of sound products.
 *
 * <p>The network takes in blocks of 4 x 4 pixels. A convolution of 3 x 3 blocks with stride 2 makes
 * {@code width} numbers of them, one of 1 x 1 squeezes these into a code of {@code code} numbers
 * for each 8 x 8 pixels, and two of 3 x 3, with nearest upsampling between, and one of 1 x 1 make
 * blocks again. It learns by Adam to make of an image the image, with the mean squared error of
 * normalised values.
 *
 * <p>Weights and the order of the batches follow from the seed alone. Deeplearning4j draws from
 * ND4J's global generator as it trains, as for any network, but nothing comes of it here. With one
 * thread of ND4J ({@code OMP_NUM_THREADS=1}) the same machine gives the same model.
 *
 * @param epochs how often all images are learned from, at least 1
 * @param batch the number of images of a step, at least 1
 * @param width the number of channels of the convolutions, from 1 to 256
 * @param code the number of channels of the code, from 1 to 256
 * @param learningRate the rate of Adam, above 0
 * @param smoothing the deviation in pixels of the Gaussian that smooths maps, above 0 and at most
 *     100
 */
public record AutoencoderTraining(
    int epochs, int batch, int width, int code, double learningRate, double smoothing) {
  private static final AutoencoderTraining DEFAULTS =
      new AutoencoderTraining(60, 4, 32, 8, 2e-3, 2);
  private static final int WEIGHTS = 0;
  private static final int ORDER = 1;

  /**
   * Checks the values.
   *
   * @param epochs how often all images are learned from
   * @param batch the number of images of a step
   * @param width the number of channels of the convolutions
   * @param code the number of channels of the code
   * @param learningRate the rate of Adam
   * @param smoothing the deviation in pixels of the Gaussian that smooths maps
   * @throws IllegalArgumentException if one is out of its range
   */
  public AutoencoderTraining {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch", batch, 1);
    Require.between("width", width, 1, 256);
    Require.between("code", code, 1, 256);
    Require.positive("learningRate", learningRate);
    Require.positive("smoothing", Require.between("smoothing", smoothing, 0, 100));
  }

  /**
   * Returns the training with these defaults: 60 epochs in batches of 4, convolutions of 32
   * channels and 8 in the code, a learning rate of 0.002, maps smoothed by 2 pixels.
   *
   * @return the default training
   */
  public static AutoencoderTraining withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a training of another length.
   *
   * @param newEpochs how often all images are learned from, at least 1
   * @return the training
   * @throws IllegalArgumentException if it is below 1
   */
  public AutoencoderTraining withEpochs(int newEpochs) {
    return new AutoencoderTraining(newEpochs, batch, width, code, learningRate, smoothing);
  }

  /**
   * Returns a training in other batches.
   *
   * @param newBatch the number of images of a step, at least 1
   * @return the training
   * @throws IllegalArgumentException if it is below 1
   */
  public AutoencoderTraining withBatch(int newBatch) {
    return new AutoencoderTraining(epochs, newBatch, width, code, learningRate, smoothing);
  }

  /**
   * Returns a training of another network.
   *
   * @param newWidth the number of channels of the convolutions, from 1 to 256
   * @param newCode the number of channels of the code, from 1 to 256
   * @return the training
   * @throws IllegalArgumentException if one is out of its range
   */
  public AutoencoderTraining withChannels(int newWidth, int newCode) {
    return new AutoencoderTraining(epochs, batch, newWidth, newCode, learningRate, smoothing);
  }

  /**
   * Returns a training at another rate.
   *
   * @param newRate the rate of Adam, above 0
   * @return the training
   * @throws IllegalArgumentException if it is not
   */
  public AutoencoderTraining withLearningRate(double newRate) {
    return new AutoencoderTraining(epochs, batch, width, code, newRate, smoothing);
  }

  /**
   * Returns a training of a model that smooths its maps otherwise.
   *
   * @param newSmoothing the deviation in pixels, above 0 and at most 100
   * @return the training
   * @throws IllegalArgumentException if it is out of this range
   */
  public AutoencoderTraining withSmoothing(double newSmoothing) {
    return new AutoencoderTraining(epochs, batch, width, code, learningRate, newSmoothing);
  }

  /**
   * Trains a model.
   *
   * @param images images of sound products, at least one, all grey or all RGB and of one size,
   *     whose sides are multiples of 8; read once, and kept in memory as 8 bits
   * @param seed the seed of the weights and of the order of batches
   * @return the model
   * @throws IllegalArgumentException if there are none, they differ, or have other sides
   */
  public Autoencoder fit(Iterable<Image> images, long seed) {
    return fit(images, seed, ProgressListener.NONE);
  }

  /**
   * Trains a model.
   *
   * @param images images of sound products, at least one, all grey or all RGB and of one size,
   *     whose sides are multiples of 8; read once, and kept in memory as 8 bits
   * @param seed the seed of the weights and of the order of batches
   * @param progress hears of each epoch
   * @return the model
   * @throws IllegalArgumentException if there are none, they differ, or have other sides
   */
  public Autoencoder fit(Iterable<Image> images, long seed, ProgressListener progress) {
    List<Image> all = new ArrayList<>();
    images.forEach(all::add);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("images: at least one, got none");
    }
    Normalization normalization = Normalization.fit(all);
    ImageSize size = all.get(0).size();
    AutoencoderNetwork shape =
        new AutoencoderNetwork(normalization.channels(), size.width(), size.height(), width, code);
    for (Image image : all) {
      shape.require(image);
    }
    MultiLayerNetwork network = train(shape, all, normalization, seed, progress);
    return Autoencoder.of(shape, network, normalization, smoothing, all);
  }

  private MultiLayerNetwork train(
      AutoencoderNetwork shape,
      List<Image> images,
      Normalization normalization,
      long seed,
      ProgressListener progress) {
    MultiLayerNetwork network =
        shape.create(shape.draw(RandomStreams.of(seed, WEIGHTS)), learningRate);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(images, RandomStreams.of(seed, ORDER, epoch));
      for (int from = 0; from < images.size(); from += batch) {
        List<Image> some = images.subList(from, Math.min(images.size(), from + batch));
        INDArray input = shape.input(some, normalization);
        network.fit(new DataSet(input, input));
      }
      progress.progress("autoencoder", epoch + 1L, epochs);
    }
    return network;
  }

  private static void shuffle(List<Image> images, RandomGenerator random) {
    for (int i = images.size() - 1; i > 0; i--) {
      int other = (int) (random.nextDouble() * (i + 1));
      images.set(i, images.set(other, images.get(i)));
    }
  }
}
