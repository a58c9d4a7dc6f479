package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * A picture of a simulated product. Each pixel is the mean of four places, in a light that is not
 * quite even, with the noise of the camera.
 *
 * @param image the picture, RGB
 * @param mask the pixels that the defect changed by {@link #VISIBLE} grey levels or more before the
 *     noise; the others are those of the sound product
 */
record SimulatedPicture(Image image, Mask mask) {
  static final double VISIBLE = 8;

  private static final int PLACES = 2;
  private static final double NOISE = 1.5;

  static SimulatedPicture of(
      SimulatedDefect.Look sound, SimulatedDefect.Look seen, int side, RandomGenerator random) {
    double brightness = 1 + 0.04 * (random.nextDouble() - 0.5);
    double across = 0.05 * (random.nextDouble() - 0.5);
    double down = 0.05 * (random.nextDouble() - 0.5);
    int plane = side * side;
    byte[] samples = new byte[3 * plane];
    byte[] bits = new byte[plane];
    double[] good = new double[3];
    double[] bad = new double[3];
    for (int i = 0; i < plane; i++) {
      int x = i % side;
      int y = i / side;
      pixel(sound, x, y, side, good);
      pixel(seen, x, y, side, bad);
      double light = brightness + across * x / side + down * y / side;
      boolean changed = false;
      for (int c = 0; c < 3; c++) {
        changed |= Math.abs(good[c] - bad[c]) >= VISIBLE;
      }
      bits[i] = (byte) (changed ? 1 : 0);
      for (int c = 0; c < 3; c++) {
        double value = light * (changed ? bad : good)[c] + NOISE * NormalDraws.next(random);
        samples[c * plane + i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
      }
    }
    ImageSize size = ImageSize.square(side);
    return new SimulatedPicture(Image.of(samples, 3, size), Mask.of(bits, size));
  }

  private static void pixel(SimulatedDefect.Look look, int x, int y, int side, double[] mean) {
    double[] rgb = new double[3];
    mean[0] = 0;
    mean[1] = 0;
    mean[2] = 0;
    for (int i = 0; i < PLACES * PLACES; i++) {
      int row = i / PLACES;
      int column = i % PLACES;
      double u = (x + (column + 0.5) / PLACES) / side;
      double v = (y + (row + 0.5) / PLACES) / side;
      look.colour(u, v, rgb);
      for (int c = 0; c < 3; c++) {
        mean[c] += rgb[c] / (PLACES * PLACES);
      }
    }
  }
}
