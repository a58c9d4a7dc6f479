package io.github.anomalydata.image;

/**
 * What a pixel of a resized image is made of. All but {@link #NEAREST} are antialiased: an image
 * made smaller weighs every pixel that falls under the filter, which widens with the scale.
 *
 * <p>{@code x} is the distance in pixels of the smaller of the two images.
 */
public enum ResizeFilter {
  /** The pixel that is nearest: the one way to resize masks. */
  NEAREST(0) {
    @Override
    double weight(double x) {
      return 0;
    }
  },

  /** The mean of the pixels within half a pixel. */
  BOX(0.5) {
    @Override
    double weight(double x) {
      return x > -0.5 && x <= 0.5 ? 1 : 0;
    }
  },

  /** The triangle {@code 1 - |x|}. */
  BILINEAR(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },

  /** {@code sinc(x) (0.54 + 0.46 cos(pi x))} within one pixel. */
  HAMMING(1) {
    @Override
    double weight(double x) {
      double at = Math.abs(x);
      if (at == 0) {
        return 1;
      }
      if (at >= 1) {
        return 0;
      }
      at *= Math.PI;
      // The second factor in single precision is Pillow's.
      return StrictMath.sin(at) / at * (0.54f + 0.46f * StrictMath.cos(at));
    }
  },

  /** The cubic of Keys with {@code a = -0.5}, within two pixels. */
  BICUBIC(2) {
    @Override
    double weight(double x) {
      double at = Math.abs(x);
      if (at < 1) {
        return ((A + 2) * at - (A + 3)) * at * at + 1;
      }
      return at < 2 ? (((at - 5) * at + 8) * at - 4) * A : 0;
    }
  },

  /** {@code sinc(x) sinc(x / 3)} within three pixels. */
  LANCZOS(3) {
    @Override
    double weight(double x) {
      return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  };

  private static final double A = -0.5;

  private final double support;

  ResizeFilter(double support) {
    this.support = support;
  }

  /** Returns how far the filter reaches. */
  double support() {
    return support;
  }

  /** Returns the weight at a distance, before weights are made to sum up to one. */
  abstract double weight(double x);

  private static double sinc(double x) {
    if (x == 0) {
      return 1;
    }
    double at = x * Math.PI;
    return StrictMath.sin(at) / at;
  }
}
