package io.github.anomalydata.image;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the mean and deviation of each channel of images that come one after another.
 *
 * <p>Samples are whole numbers, so their sums are exact, whatever the order; not even 10^14 pixels
 * overflow them. Not for several threads at once.
 */
public final class PixelStatistics {
  private static final int FULL = 255;

  private long[] sums = new long[0];
  private long[] squares = new long[0];
  private long pixels;

  /** Creates statistics of nothing. */
  public PixelStatistics() {}

  /**
   * Counts an image.
   *
   * @param image the image, of any size
   * @throws IllegalArgumentException if it has not as many channels as those before it
   */
  public void add(Image image) {
    if (pixels == 0) {
      sums = new long[image.channels()];
      squares = new long[image.channels()];
    }
    if (image.channels() != sums.length) {
      throw new IllegalArgumentException(
          "image: of " + sums.length + " channels as those before, got " + image.channels());
    }
    byte[] samples = image.shared();
    int plane = image.width() * image.height();
    for (int c = 0; c < sums.length; c++) {
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        int sample = samples[i] & 0xFF;
        sums[c] += sample;
        squares[c] += (long) sample * sample;
      }
    }
    pixels += plane;
  }

  /**
   * Returns the statistics of all images so far.
   *
   * @return their mean and deviation, with divisor {@code n}
   * @throws IllegalArgumentException if there is no image yet
   */
  public Normalization normalization() {
    if (pixels == 0) {
      throw new IllegalArgumentException("images: at least one, got none");
    }
    List<Double> mean = new ArrayList<>();
    List<Double> deviation = new ArrayList<>();
    BigInteger count = BigInteger.valueOf(pixels);
    for (int c = 0; c < sums.length; c++) {
      BigInteger sum = BigInteger.valueOf(sums[c]);
      BigInteger spread =
          count.multiply(BigInteger.valueOf(squares[c])).subtract(sum.multiply(sum));
      mean.add((double) sums[c] / pixels / FULL);
      deviation.add(Math.sqrt(spread.doubleValue()) / pixels / FULL);
    }
    return new Normalization(mean, deviation);
  }
}
