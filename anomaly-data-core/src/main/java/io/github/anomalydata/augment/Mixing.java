package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import java.util.List;

/** Samples made of two. */
final class Mixing {

  /** Makes the arrays of a field. */
  interface Fields {
    float[] mix(int field, float[] own, float[] partner, boolean isMask);
  }

  private Mixing() {}

  static Sample mix(SampleKey key, Sample sample, Sample partner, Fields fields) {
    if (!sample.layout().equals(partner.layout())) {
      throw new IllegalArgumentException(
          "partner: of layout " + sample.layout() + ", got " + partner.layout());
    }
    List<Field> all = sample.layout().fields();
    float[][] values = new float[all.size()][];
    float[][] masks = new float[all.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.mix(i, sample.values(i), partner.values(i), false);
      masks[i] = fields.mix(i, sample.mask(i), partner.mask(i), true);
    }
    return Sample.of(key, sample.layout(), values, masks);
  }

  /** Returns the weighted mean of values; of masks what counts in both that have a share. */
  static float[] blend(double lambda, float[] own, float[] partner, boolean isMask) {
    // What has no share must not count even if it is NaN.
    float[] first = lambda > 0 ? own : partner;
    float[] second = lambda < 1 ? partner : own;
    float[] mixed = new float[own.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] =
          isMask
              ? Math.min(first[i], second[i])
              : (float) (lambda * first[i] + (1 - lambda) * second[i]);
    }
    return mixed;
  }

  /** Returns planes of rows of a length whose rectangle is that of the partner. */
  static float[] cut(Rectangle rectangle, int height, int width, float[] own, float[] partner) {
    float[] mixed = own.clone();
    for (int plane = 0; plane < mixed.length; plane += height * width) {
      for (int y = 0; y < rectangle.height(); y++) {
        int at = plane + (rectangle.top() + y) * width + rectangle.left();
        System.arraycopy(partner, at, mixed, at, rectangle.width());
      }
    }
    return mixed;
  }
}
