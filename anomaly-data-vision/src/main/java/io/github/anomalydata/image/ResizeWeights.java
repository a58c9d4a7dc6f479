package io.github.anomalydata.image;

/**
 * What each pixel of a resized row is made of: weights in fixed point, {@code weights[pixel * taps
 * + i]} of the pixel {@code starts[pixel] + i}.
 *
 * <p>The numbers are those of Pillow's resampling: weights that sum up to one in double precision,
 * then rounded to 22 bits, so that products with 8 bits and their sum fit 32. Each pixel has as
 * many taps as any, those beyond its own of weight 0, so that loops over them have one length.
 *
 * @param starts the first pixel that counts; from there all taps are within the row
 * @param taps the number of pixels that count
 * @param weights the weights
 */
record ResizeWeights(int[] starts, int taps, long[] weights) {
  static final int BITS = 22;
  static final int HALF = 1 << (BITS - 1);

  static ResizeWeights of(ResizeFilter filter, int from, int to) {
    double scale = (double) from / to;
    double filterScale = Math.max(1, scale);
    double support = filter.support() * filterScale;
    int[] starts = new int[to];
    int[] counts = new int[to];
    int taps = 0;
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * scale;
      starts[i] = Math.max(0, (int) (center - support + 0.5));
      counts[i] = Math.min(from, (int) (center + support + 0.5)) - starts[i];
      taps = Math.max(taps, counts[i]);
    }
    long[] weights = new long[Math.multiplyExact(to, taps)];
    double[] exact = new double[taps];
    double inverse = 1 / filterScale;
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * scale;
      int start = starts[i];
      int count = counts[i];
      double sum = 0;
      for (int k = 0; k < count; k++) {
        exact[k] = filter.weight((k + start - center + 0.5) * inverse);
        sum += exact[k];
      }
      starts[i] = Math.min(start, from - taps);
      int shift = start - starts[i];
      for (int k = 0; k < count; k++) {
        weights[i * taps + shift + k] = fixed(sum == 0 ? exact[k] : exact[k] / sum);
      }
    }
    return new ResizeWeights(starts, taps, weights);
  }

  private static int fixed(double weight) {
    return (int) (weight * (1 << BITS) + (weight < 0 ? -0.5 : 0.5));
  }

  static byte round(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> BITS));
  }
}
