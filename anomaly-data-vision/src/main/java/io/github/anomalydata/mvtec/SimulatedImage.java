package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.image.Image;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An image to be simulated.
 *
 * @param category the kind of product
 * @param key what it is drawn by, with the seed: whatever layout it is written to
 * @param defect its defect, if it has one
 * @param light the brightness, 1 for that of the images to train on
 * @param file where the image is written, from the folder of the tree
 * @param mask where its mask is written, or the folder of its masks; empty for none
 */
record SimulatedImage(
    SimulatedCategory category,
    String key,
    @Nullable SimulatedDefect defect,
    double light,
    String file,
    String mask) {
  private static final int PRODUCT = 0;
  private static final int DEFECT = 1;
  private static final int CAMERA = 2;

  SimulatedPicture picture(int side, long seed) {
    SimulatedPicture picture = picture(category, key, defect, side, seed);
    return light == 1 ? picture : new SimulatedPicture(lit(picture.image()), picture.mask());
  }

  private Image lit(Image image) {
    byte[] samples = image.samples();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.min(255, Math.round(light * (samples[i] & 0xFF)));
    }
    return Image.of(samples, image.channels(), image.size());
  }

  /** Makes the picture of one product, which is the same with and without defect but for it. */
  static SimulatedPicture picture(
      SimulatedCategory category,
      String place,
      @Nullable SimulatedDefect defect,
      int side,
      long seed) {
    SampleKey key = key(category, place);
    Surface sound = product(category, place, seed);
    RandomGenerator draws = RandomStreams.of(seed, 0, key, DEFECT);
    SimulatedDefect.Look seen = defect == null ? sound::colour : defect.on(sound, draws);
    return SimulatedPicture.of(sound::colour, seen, side, RandomStreams.of(seed, 0, key, CAMERA));
  }

  /** Draws the product of a picture. */
  static Surface product(SimulatedCategory category, String place, long seed) {
    return category.product(RandomStreams.of(seed, 0, key(category, place), PRODUCT));
  }

  private static SampleKey key(SimulatedCategory category, String place) {
    return new SampleKey(category.folder() + "/" + place, 0);
  }
}
