package io.github.anomalydata.image.detect;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Finds defects as pixels that a small convolutional autoencoder, which has learned sound products
 * only, cannot make again. {@link AutoencoderTraining} trains it. It needs {@code
 * deeplearning4j-nn}, which this module does not bring along.
 *
 * <p>A map holds at each pixel the squared error of the normalised values, averaged over channels,
 * divided by what it was in training, and smoothed by a Gaussian. What it was in training is the
 * mean of two: of all pixels, and of those around this one, so that a place that is hard to make
 * again, such as an edge, does not count as unusual.
 *
 * <p>Immutable; threads share it one at a time.
 */
public final class Autoencoder implements DefectDetector {
  private static final Archive<Description> ARCHIVE =
      Archive.of("anomaly-data/image-autoencoder", 1, Description.class, 1L << 31);

  private final AutoencoderNetwork shape;
  private final MultiLayerNetwork network;
  private final Normalization normalization;
  private final double smoothing;
  private final double[] errors;

  /** What is stored beside the arrays. */
  private record Description(
      AutoencoderNetwork network, Normalization normalization, double smoothing) {
    Description {
      Require.positive("smoothing", Require.between("smoothing", smoothing, 0, 100));
    }
  }

  private Autoencoder(
      AutoencoderNetwork shape,
      MultiLayerNetwork network,
      Normalization normalization,
      double smoothing,
      double[] errors) {
    this.shape = shape;
    this.network = network;
    this.normalization = normalization;
    this.smoothing = smoothing;
    this.errors = errors;
  }

  /** Makes a model of a trained network, which learns its errors from the images. */
  static Autoencoder of(
      AutoencoderNetwork shape,
      MultiLayerNetwork network,
      Normalization normalization,
      double smoothing,
      List<Image> images) {
    double[] errors = new double[shape.columns() * shape.rows()];
    Autoencoder model = new Autoencoder(shape, network, normalization, smoothing, errors);
    double sum = 0;
    for (Image image : images) {
      double[] squares = model.squares(image);
      for (int i = 0; i < errors.length; i++) {
        errors[i] += squares[i] / images.size();
        sum += squares[i] / images.size();
      }
    }
    // With the mean beside, as few images say little of one pixel; never 0, by which maps divide.
    double mean = Math.max(Float.MIN_NORMAL, sum / errors.length);
    double[] smooth = new Blur(smoothing).apply(errors, shape.columns(), shape.rows());
    for (int i = 0; i < errors.length; i++) {
      errors[i] = 0.5 * (smooth[i] + mean);
    }
    return model;
  }

  /**
   * Returns the size of the images that it takes in.
   *
   * @return columns and rows
   */
  public ImageSize size() {
    return ImageSize.of(shape.columns(), shape.rows());
  }

  private double[] squares(Image image) {
    shape.require(image);
    float[] expected = normalization.apply(image);
    float[] made;
    synchronized (network) {
      made = SignalBatches.floats(network.output(shape.input(List.of(image), normalization)));
    }
    double[] squares = new double[errors.length];
    for (int i = 0; i < made.length; i++) {
      double error = (double) made[shape.block(i)] - expected[i];
      squares[i % squares.length] += error * error / shape.channels();
    }
    return squares;
  }

  @Override
  public AnomalyMap map(Image image) {
    double[] ratios = squares(image);
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] /= errors[i];
    }
    double[] smooth = new Blur(smoothing).apply(ratios, shape.columns(), shape.rows());
    float[] values = new float[smooth.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) smooth[i];
    }
    return AnomalyMap.of(values, size());
  }

  /**
   * Saves the model as an NPZ file.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    ARCHIVE.write(
        file,
        new Description(shape, normalization, smoothing),
        Map.of("parameters", SignalBatches.doubles(network.params()), "errors", errors));
  }

  /**
   * Loads a model that was saved.
   *
   * @param file the file
   * @return the model
   * @throws DataFileException if the file is something else
   * @throws IOException if it cannot be read
   */
  public static Autoencoder load(Path file) throws IOException {
    Archive.Saved<Description> saved = ARCHIVE.read(file, "parameters", "errors");
    AutoencoderNetwork shape = saved.content().network();
    double[] parameters = saved.array("parameters");
    double[] errors = saved.array("errors");
    if (parameters.length != shape.parameters()
        || errors.length != (long) shape.columns() * shape.rows()) {
      throw new DataFileException(
          file,
          "",
          "parameters and errors for " + shape,
          parameters.length + " parameters and " + errors.length + " errors");
    }
    float[] weights = new float[parameters.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) parameters[i];
      requireFinite(file, "parameters", i, weights[i]);
    }
    for (int i = 0; i < errors.length; i++) {
      requireFinite(file, "errors", i, 1 / errors[i]);
    }
    MultiLayerNetwork network = shape.create(weights, 1);
    return new Autoencoder(
        shape, network, saved.content().normalization(), saved.content().smoothing(), errors);
  }

  private static void requireFinite(Path file, String name, int index, double value)
      throws DataFileException {
    if (!Double.isFinite(value)) {
      throw new DataFileException(
          file, name + ", index " + index, "finite, of errors above 0 too", String.valueOf(value));
    }
  }
}
