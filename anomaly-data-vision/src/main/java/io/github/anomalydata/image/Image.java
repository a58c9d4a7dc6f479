package io.github.anomalydata.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An image of 8 bits a sample, {@code [channels, height, width]} in row-major order: one channel of
 * grey, or red, green and blue. Immutable; there is at least one pixel.
 *
 * <p>Samples run from 0 to 255. Eight bits are what industrial images hold and what Pillow resizes
 * in, so that a resized image is the one that the user's Python sees, bit for bit; floats are made
 * once, at the end, by {@link Normalization}.
 */
public final class Image {
  private static final int MAX_SAMPLES = Integer.MAX_VALUE - 8;

  private final byte[] samples;
  private final int channels;
  private final int width;
  private final int height;

  /** Creates an image that takes over the array. */
  Image(byte[] samples, int channels, int width, int height) {
    this.samples = samples;
    this.channels = channels;
    this.width = width;
    this.height = height;
  }

  /**
   * Creates an image.
   *
   * @param samples the samples, {@code [channels, height, width]}, each an unsigned byte; copied
   * @param channels the number of channels, 1 or 3
   * @param size the size
   * @return the image
   * @throws IllegalArgumentException if {@code channels} is another, or there are more or fewer
   *     samples
   */
  public static Image of(byte[] samples, int channels, ImageSize size) {
    if (samples.length != length(channels, size)) {
      throw new IllegalArgumentException(
          "samples: " + channels + " for each pixel of " + size + ", got " + samples.length);
    }
    return new Image(samples.clone(), channels, size.width(), size.height());
  }

  /**
   * Decodes a file with the {@linkplain ImageDecoder#withDefaults() default options}.
   *
   * @param path the file: PNG, JPEG, BMP or TIFF, whatever its name
   * @return the image
   * @throws io.github.anomalydata.data.DataFileException if the file is none of these, is broken,
   *     or is larger than the limit
   * @throws IOException if the file cannot be read
   */
  public static Image open(Path path) throws IOException {
    return ImageDecoder.withDefaults().decode(path);
  }

  /** Returns how many samples such an image has. */
  static int length(int channels, ImageSize size) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels: 1 or 3, got " + channels);
    }
    if (channels * size.pixels() > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "size: at most " + MAX_SAMPLES / channels + " pixels, got " + size);
    }
    return (int) (channels * size.pixels());
  }

  /**
   * Returns the number of channels.
   *
   * @return 1 or 3
   */
  public int channels() {
    return channels;
  }

  /**
   * Returns the number of columns.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  public int height() {
    return height;
  }

  /**
   * Returns the size.
   *
   * @return columns and rows
   */
  public ImageSize size() {
    return new ImageSize(width, height);
  }

  /**
   * Returns one sample.
   *
   * @param channel the channel
   * @param x the column
   * @param y the row
   * @return from 0 to 255
   * @throws IllegalArgumentException if there is no such channel, column or row
   */
  public int sample(int channel, int x, int y) {
    requireIndex("channel", channel, channels);
    requireIndex("x", x, width);
    requireIndex("y", y, height);
    return samples[(channel * height + y) * width + x] & 0xFF;
  }

  static void requireIndex(String name, int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException(name + ": from 0 to " + (count - 1) + ", got " + index);
    }
  }

  /**
   * Returns all samples.
   *
   * @return a new array, {@code [channels, height, width]}, each an unsigned byte
   */
  public byte[] samples() {
    return samples.clone();
  }

  /** Returns the samples themselves, not to be changed. */
  byte[] shared() {
    return samples;
  }

  /**
   * Returns this image in grey.
   *
   * @return the luminance of ITU-R BT.601, {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, as
   *     Pillow's {@code convert("L")}; this image if it is grey already
   */
  public Image grey() {
    if (channels == 1) {
      return this;
    }
    int plane = width * height;
    byte[] grey = new byte[plane];
    for (int i = 0; i < plane; i++) {
      grey[i] =
          (byte)
              luminance(
                  samples[i] & 0xFF, samples[plane + i] & 0xFF, samples[2 * plane + i] & 0xFF);
    }
    return new Image(grey, 1, width, height);
  }

  /** Returns the luminance of a colour whose parts are in [0, 255]. */
  static int luminance(int red, int green, int blue) {
    return (19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16;
  }

  /**
   * Returns this image in three channels.
   *
   * @return the grey channel three times; this image if it has three already
   */
  public Image rgb() {
    if (channels == 3) {
      return this;
    }
    byte[] rgb = new byte[length(3, size())];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(samples, 0, rgb, c * samples.length, samples.length);
    }
    return new Image(rgb, 3, width, height);
  }

  /**
   * Returns this image in other channels.
   *
   * @param mode the channels
   * @return the image; this one if nothing changes
   */
  public Image in(ColorMode mode) {
    return switch (mode) {
      case AS_STORED -> this;
      case GREY -> grey();
      case RGB -> rgb();
    };
  }

  /**
   * Cuts out a part.
   *
   * @param region the part
   * @return the image of its size
   * @throws IllegalArgumentException if it is not within the image
   */
  public Image crop(Region region) {
    return new Image(
        region.cut(samples, channels, size()), channels, region.width(), region.height());
  }

  /**
   * Writes a PNG file of 8 bits a sample.
   *
   * @param path the file, replaced once the new one is whole
   * @throws IOException if it cannot be written
   */
  public void savePng(Path path) throws IOException {
    PngEncoder.write(this, path);
  }

  /** Tells whether the other object is an image of the same size, channels and samples. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image image
        && channels == image.channels
        && width == image.width
        && height == image.height
        && Arrays.equals(samples, image.samples);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + channels) + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "Image[" + channels + " channels, " + size() + "]";
  }
}
