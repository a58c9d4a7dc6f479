package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.ImageSize;
import java.util.Objects;

/** How unusual each pixel of an image is, {@code [height, width]}: the higher, the more. */
public final class AnomalyMap {
  private final float[] values;
  private final ImageSize size;

  /** Creates a map that takes over the array. */
  AnomalyMap(float[] values, ImageSize size) {
    this.values = values;
    this.size = size;
  }

  /**
   * Creates a map.
   *
   * @param values the values, {@code [height, width]}; copied
   * @param size the size
   * @return the map
   * @throws IllegalArgumentException if there are more or fewer values, or one is NaN or infinite
   */
  public static AnomalyMap of(float[] values, ImageSize size) {
    if (values.length != Objects.requireNonNull(size, "size").pixels()) {
      throw new IllegalArgumentException(
          "values: one for each pixel of " + size + ", got " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("values: finite, got " + values[i] + " at " + i);
      }
    }
    return new AnomalyMap(values.clone(), size);
  }

  /**
   * Returns the size.
   *
   * @return columns and rows
   */
  public ImageSize size() {
    return size;
  }

  /**
   * Returns the values.
   *
   * @return a new array, {@code [height, width]}
   */
  public float[] values() {
    return values.clone();
  }

  /**
   * Returns the map at another size, such as that of the image before it was resized for a model:
   * masks are best compared at their own size.
   *
   * @param newSize the size
   * @return the map, bilinear between the middles of pixels and constant beyond those of the border
   */
  public AnomalyMap resize(ImageSize newSize) {
    if (newSize.equals(size)) {
      return this;
    }
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return Bilinear.map(wide, size.width(), size.height(), newSize);
  }

  /** Returns the values themselves, not to be changed. */
  float[] shared() {
    return values;
  }

  /**
   * Returns the score of the image.
   *
   * @return the largest value
   */
  public double maximum() {
    float maximum = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }
}
