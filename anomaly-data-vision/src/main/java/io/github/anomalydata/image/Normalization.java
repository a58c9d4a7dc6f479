package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns 8-bit samples into the floats a model takes in: {@code (sample / 255 - mean) / deviation},
 * channel by channel.
 *
 * <p>The arithmetic is that of torchvision's {@code ToTensor} and {@code Normalize}, in single
 * precision, bit for bit. A channel whose deviation is 0 is divided by 1: what never changed in
 * training is no reason for infinity.
 *
 * @param mean the mean of each channel, in units of the full range
 * @param deviation the standard deviation of each channel, in units of the full range; 0 for a
 *     channel that is constant
 */
public record Normalization(List<Double> mean, List<Double> deviation) {
  private static final JsonDocument<Normalization> DOCUMENT =
      JsonDocument.of("anomaly-data/image-normalization", 1, Normalization.class);

  /**
   * Checks the values.
   *
   * @param mean the mean of each channel, in units of the full range
   * @param deviation the standard deviation of each channel, in units of the full range; 0 for a
   *     channel that is constant
   * @throws IllegalArgumentException if there are not 1 or 3 of both, a mean is not finite, or a
   *     deviation negative or not finite
   */
  public Normalization {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != deviation.size() || (mean.size() != 1 && mean.size() != 3)) {
      throw new IllegalArgumentException(
          "mean, deviation: of 1 or 3 channels, got " + mean + ", " + deviation);
    }
    for (int c = 0; c < mean.size(); c++) {
      double spread = deviation.get(c);
      if (!Double.isFinite(mean.get(c))) {
        throw new IllegalArgumentException("mean: finite, got " + mean);
      }
      if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("deviation: finite, at least 0, got " + deviation);
      }
    }
  }

  /**
   * Returns the scale to [0, 1] and nothing else: torchvision's {@code ToTensor}.
   *
   * @param channels 1 or 3
   * @return mean 0 and deviation 1
   * @throws IllegalArgumentException if the number is another
   */
  public static Normalization unitRange(int channels) {
    return new Normalization(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
  }

  /**
   * Returns what backbones trained on ImageNet expect.
   *
   * @return red, green and blue of mean 0.485, 0.456 and 0.406 and deviation 0.229, 0.224 and 0.225
   */
  public static Normalization imageNet() {
    return new Normalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
  }

  /**
   * Returns the statistics of training images.
   *
   * @param images the images, of the same number of channels and any sizes, at least one
   * @return the mean and deviation (divisor {@code n}) of all pixels of each channel, which do not
   *     depend on the order of the images
   * @throws IllegalArgumentException if there are none, or their channels differ
   */
  public static Normalization fit(Iterable<Image> images) {
    PixelStatistics statistics = new PixelStatistics();
    images.forEach(statistics::add);
    return statistics.normalization();
  }

  /**
   * Returns the number of channels.
   *
   * @return 1 or 3
   */
  public int channels() {
    return mean.size();
  }

  /**
   * Normalises an image.
   *
   * @param image the image
   * @return a new array, {@code [channels, height, width]}
   * @throws IllegalArgumentException if the image has another number of channels
   */
  public float[] apply(Image image) {
    float[] values = new float[image.shared().length];
    apply(image, values, 0);
    return values;
  }

  /**
   * Normalises an image into a batch.
   *
   * @param image the image
   * @param values where its floats go, {@code [channels, height, width]}
   * @param at the index of the first
   * @throws IllegalArgumentException if the image has another number of channels, or the array no
   *     room
   */
  public void apply(Image image, float[] values, int at) {
    if (image.channels() != channels()) {
      throw new IllegalArgumentException(
          "image: of " + channels() + " channels, got " + image.channels());
    }
    byte[] samples = image.shared();
    if (at < 0 || at > values.length - samples.length) {
      throw new IllegalArgumentException(
          "at: room for " + samples.length + " of " + values.length + " values, got " + at);
    }
    int plane = image.width() * image.height();
    for (int c = 0; c < channels(); c++) {
      float[] table = table(c);
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        values[at + i] = table[samples[i] & 0xFF];
      }
    }
  }

  /** Returns the float of each of the 256 samples. */
  private float[] table(int channel) {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    normalize(channel, table, 0, table.length);
    return table;
  }

  private void normalize(int channel, float[] values, int from, int end) {
    float subtrahend = mean.get(channel).floatValue();
    float spread = deviation.get(channel).floatValue();
    float divisor = spread == 0 ? 1 : spread;
    for (int i = from; i < end; i++) {
      values[i] = (values[i] - subtrahend) / divisor;
    }
  }

  /**
   * Normalises floats, such as those of an image that was augmented.
   *
   * @param values the values in units of the full range, {@code [channels, height, width]}
   * @return a new array of the same shape
   * @throws IllegalArgumentException if they are no planes of one length
   */
  public float[] apply(float[] values) {
    if (values.length % channels() != 0) {
      throw new IllegalArgumentException(
          "values: of " + channels() + " channels, got " + values.length + " values");
    }
    float[] normalized = values.clone();
    int plane = values.length / channels();
    for (int c = 0; c < channels(); c++) {
      normalize(c, normalized, c * plane, (c + 1) * plane);
    }
    return normalized;
  }

  /**
   * Normalises an image into an array of ND4J.
   *
   * @param image the image
   * @return a new array of floats, {@code [1, channels, height, width]}
   * @throws IllegalArgumentException if the image has another number of channels
   */
  public INDArray toNd4j(Image image) {
    return NdArrays.of(apply(image), 1, image.channels(), image.height(), image.width());
  }

  /**
   * Saves the statistics as JSON.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads statistics that were saved.
   *
   * @param file the file
   * @return the statistics
   * @throws DataFileException if the file is something else, or a value breaks its rule
   * @throws IOException if the file cannot be read
   */
  public static Normalization load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
