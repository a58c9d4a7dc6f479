package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.NdArrays;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which pixels of an image belong to a defect: ones, where they do, and zeros, {@code [height,
 * width]}. Immutable. Whatever moves or resizes a mask leaves it zeros and ones.
 */
public final class Mask {
  private final byte[] bits;
  private final int width;
  private final int height;

  /** Creates a mask that takes over an array of zeros and ones. */
  Mask(byte[] bits, int width, int height) {
    this.bits = bits;
    this.width = width;
    this.height = height;
  }

  /**
   * Creates a mask.
   *
   * @param bits zeros and ones, {@code [height, width]}; copied
   * @param size the size
   * @return the mask
   * @throws IllegalArgumentException if there are more or fewer of them, or other values
   */
  public static Mask of(byte[] bits, ImageSize size) {
    if (bits.length != Image.length(1, size)) {
      throw new IllegalArgumentException(
          "bits: one for each pixel of " + size + ", got " + bits.length);
    }
    for (byte bit : bits) {
      if (bit != 0 && bit != 1) {
        throw new IllegalArgumentException("bits: 0 or 1, got " + bit);
      }
    }
    return new Mask(bits.clone(), size.width(), size.height());
  }

  /**
   * Returns the pixels of an image that are not black.
   *
   * @param image the image
   * @return the mask: 1 where a sample of any channel is above 0
   */
  public static Mask of(Image image) {
    byte[] samples = image.shared();
    byte[] bits = new byte[image.width() * image.height()];
    for (int from = 0; from < samples.length; from += bits.length) {
      for (int i = 0; i < bits.length; i++) {
        if (samples[from + i] != 0) {
          bits[i] = 1;
        }
      }
    }
    return new Mask(bits, image.width(), image.height());
  }

  /**
   * Returns a mask of zeros: that of an image without defect.
   *
   * @param size the size
   * @return the mask
   */
  public static Mask empty(ImageSize size) {
    return new Mask(new byte[Image.length(1, size)], size.width(), size.height());
  }

  /**
   * Decodes a file whose pixels are black and white.
   *
   * @param path the file
   * @return the mask: 1 where it is white
   * @throws DataFileException if a pixel is neither 0 nor 255, or the file is no whole image
   * @throws IOException if the file cannot be read
   */
  public static Mask open(Path path) throws IOException {
    Image image = ImageDecoder.withDefaults().with(ColorMode.GREY).decode(path);
    byte[] samples = image.shared();
    for (int i = 0; i < samples.length; i++) {
      if (samples[i] != 0 && samples[i] != (byte) 255) {
        throw new DataFileException(
            path,
            "column " + i % image.width() + ", row " + i / image.width(),
            "a mask of 0 and 255",
            String.valueOf(samples[i] & 0xFF));
      }
    }
    return of(image);
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
   * Tells whether a pixel belongs to the defect.
   *
   * @param x the column
   * @param y the row
   * @return true if it does
   * @throws IllegalArgumentException if there is no such column or row
   */
  public boolean at(int x, int y) {
    Image.requireIndex("x", x, width);
    Image.requireIndex("y", y, height);
    return bits[y * width + x] != 0;
  }

  /**
   * Returns how many pixels belong to the defect.
   *
   * @return from 0 to the number of pixels
   */
  public int count() {
    int count = 0;
    for (byte bit : bits) {
      count += bit;
    }
    return count;
  }

  /**
   * Returns the pixels that belong to this mask or the other.
   *
   * @param other a mask of the same size
   * @return the union
   * @throws IllegalArgumentException if it has another size
   */
  public Mask or(Mask other) {
    if (!size().equals(other.size())) {
      throw new IllegalArgumentException("other: of size " + size() + ", got " + other.size());
    }
    byte[] union = new byte[bits.length];
    for (int i = 0; i < union.length; i++) {
      union[i] = (byte) (bits[i] | other.bits[i]);
    }
    return new Mask(union, width, height);
  }

  /**
   * Cuts out a part.
   *
   * @param region the part
   * @return the mask of its size
   * @throws IllegalArgumentException if it is not within the mask
   */
  public Mask crop(Region region) {
    return new Mask(region.cut(bits, 1, size()), region.width(), region.height());
  }

  /**
   * Returns the zeros and ones.
   *
   * @return a new array, {@code [height, width]}
   */
  public byte[] bits() {
    return bits.clone();
  }

  /** Returns the zeros and ones themselves, not to be changed. */
  byte[] shared() {
    return bits;
  }

  /**
   * Returns the zeros and ones as floats.
   *
   * @return a new array, {@code [1, height, width]}
   */
  public float[] toFloats() {
    float[] floats = new float[bits.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = bits[i];
    }
    return floats;
  }

  /**
   * Returns the zeros and ones as an array of ND4J.
   *
   * @return a new array of floats, {@code [1, 1, height, width]}
   */
  public INDArray toNd4j() {
    return NdArrays.of(toFloats(), 1, 1, height, width);
  }

  /**
   * Returns the mask as an image, as the data sets store it.
   *
   * @return one channel, 255 where the mask is 1
   */
  public Image toImage() {
    byte[] grey = new byte[bits.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) -bits[i];
    }
    return new Image(grey, 1, width, height);
  }

  /** Tells whether the other object is a mask of the same size and pixels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && width == mask.width && Arrays.equals(bits, mask.bits);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return "Mask[" + size() + ", " + count() + " of " + bits.length + " pixels]";
  }
}
