package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.internal.Require;

/**
 * Describes patches by fixed filters, so that no weights are needed: at Gaussian scales of 1, 2 and
 * 4 pixels the luminance and two differences of colours, the slopes of the luminance, and how
 * strong its slopes and its detail are around. That is 24 numbers for each patch.
 *
 * @param stride the distance of patches in pixels, at least 1
 */
public record FilterBank(int stride) implements PatchFeatures {
  private static final double[] SCALES = {1, 2, 4};
  private static final int EACH = 8;
  private static final FilterBank DEFAULTS = new FilterBank(4);

  /**
   * Checks the value.
   *
   * @param stride the distance of patches in pixels
   * @throws IllegalArgumentException if it is below 1
   */
  public FilterBank {
    Require.atLeast("stride", stride, 1);
  }

  /**
   * Returns the filters with a {@linkplain #withStride(int) stride} of 4.
   *
   * @return the default filters
   */
  public static FilterBank withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns filters with another stride.
   *
   * @param newStride the distance of patches in pixels, at least 1
   * @return the filters
   * @throws IllegalArgumentException if it is below 1
   */
  public FilterBank withStride(int newStride) {
    return new FilterBank(newStride);
  }

  /**
   * Describes the patches of an image.
   *
   * @param image the image, grey or RGB, at least a stride wide and high
   * @return 24 numbers for each patch
   * @throws IllegalArgumentException if the image is smaller than the stride
   */
  @Override
  public FeatureGrid of(Image image) {
    if (image.width() < stride || image.height() < stride) {
      throw new IllegalArgumentException(
          "image: at least " + stride + " x " + stride + ", got " + image.size());
    }
    int columns = image.width() / stride;
    int rows = image.height() / stride;
    Sampler sampler = new Sampler(image, columns, rows);
    double[][] colours = colours(image);
    for (double scale : SCALES) {
      sampler.addScale(colours, scale);
    }
    return new FeatureGrid(sampler.values, columns, rows, sampler.length);
  }

  /** Luminance, red against green, and both against blue, in [-1, 1]. */
  private static double[][] colours(Image image) {
    byte[] samples = image.rgb().samples();
    int plane = samples.length / 3;
    double[][] colours = new double[3][plane];
    for (int i = 0; i < plane; i++) {
      double red = (samples[i] & 0xFF) / 255.0;
      double green = (samples[plane + i] & 0xFF) / 255.0;
      double blue = (samples[2 * plane + i] & 0xFF) / 255.0;
      colours[0][i] = (red + green + blue) / 3;
      colours[1][i] = red - green;
      colours[2][i] = (red + green) / 2 - blue;
    }
    return colours;
  }

  /** Takes the values of planes at the middles of patches. */
  private final class Sampler {
    private final int width;
    private final int height;
    private final int columns;
    private final int length = EACH * SCALES.length;
    private final float[] values;
    private int next;

    Sampler(Image image, int columns, int rows) {
      this.width = image.width();
      this.height = image.height();
      this.columns = columns;
      this.values = new float[columns * rows * length];
    }

    void addScale(double[][] colours, double scale) {
      Blur blur = new Blur(scale);
      double[] light = blur.apply(colours[0], width, height);
      add(light);
      add(blur.apply(colours[1], width, height));
      add(blur.apply(colours[2], width, height));
      double[] across = new double[light.length];
      double[] down = new double[light.length];
      double[] detail = new double[light.length];
      double[] strengthAcross = new double[light.length];
      double[] strengthDown = new double[light.length];
      for (int i = 0; i < light.length; i++) {
        int x = i % width;
        int y = i / width;
        int row = i - x;
        across[i] =
            scale * (light[row + Math.min(width - 1, x + 1)] - light[row + Math.max(0, x - 1)]);
        down[i] =
            scale
                * (light[Math.min(height - 1, y + 1) * width + x]
                    - light[Math.max(0, y - 1) * width + x]);
        detail[i] = Math.abs(colours[0][i] - light[i]);
        strengthAcross[i] = Math.abs(across[i]);
        strengthDown[i] = Math.abs(down[i]);
      }
      Blur pool = new Blur(Math.max(stride, scale));
      add(across);
      add(down);
      add(pool.apply(strengthAcross, width, height));
      add(pool.apply(strengthDown, width, height));
      add(pool.apply(detail, width, height));
    }

    private void add(double[] plane) {
      for (int place = 0; place < values.length / length; place++) {
        int x = place % columns * stride + stride / 2;
        int y = place / columns * stride + stride / 2;
        values[place * length + next] = (float) plane[y * width + x];
      }
      next++;
    }
  }
}
