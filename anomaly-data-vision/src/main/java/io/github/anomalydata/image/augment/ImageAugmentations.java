package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.AugmentationTypes;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Normalization;
import java.util.random.RandomGenerator;

/** Applies augmentations to 8-bit images and masks, and knows their names in files. */
public final class ImageAugmentations {
  private static final AugmentationTypes TYPES =
      AugmentationTypes.ofSeries()
          .with("affine", Affine.class)
          .with("color-jitter", ColorJitter.class)
          .with("cut-paste", CutPaste.class)
          .with("flip", Flip.class)
          .with("gaussian-blur", GaussianBlur.class)
          .with("normalization-step", NormalizationStep.class)
          .with("perlin-defect", PerlinDefect.class)
          .with("perspective", Perspective.class)
          .with("random-erasing", RandomErasing.class)
          .with("rotation", Rotation.class);

  private ImageAugmentations() {}

  /**
   * Returns the types that a file may hold: those of series and of images.
   *
   * @return the types, which save and load
   */
  public static AugmentationTypes types() {
    return TYPES;
  }

  /**
   * Augments an image.
   *
   * @param augmentation an augmentation of images
   * @param image the image
   * @param random the generator, of which one long is taken
   * @return the augmented image, rounded to 8 bits
   * @throws IllegalArgumentException if the augmentation is none of images
   */
  public static Image apply(Augmentation augmentation, Image image, RandomGenerator random) {
    return apply(augmentation, image, Draw.of(1, random));
  }

  /**
   * Augments an image and its mask alike.
   *
   * @param augmentation an augmentation of images
   * @param pair the image and its mask
   * @param random the generator, of which one long is taken
   * @return the augmented image, rounded to 8 bits, and its mask; defects that were added are in it
   * @throws IllegalArgumentException if the augmentation is none of images
   */
  public static ImagePair apply(Augmentation augmentation, ImagePair pair, RandomGenerator random) {
    Draw draw = Draw.of(1, random);
    Mask mask = pair.mask();
    float[] labels = mask.toFloats();
    float[] moved =
        augmentation.apply(labels, 1, mask.height(), mask.width(), Track.Role.LABELS, draw);
    byte[] bits = new byte[moved.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (moved[i] > 0 ? 1 : 0);
    }
    return new ImagePair(
        apply(augmentation, pair.image(), draw), Mask.of(bits, pair.image().size()));
  }

  private static Image apply(Augmentation augmentation, Image image, Draw draw) {
    float[] values = Normalization.unitRange(image.channels()).apply(image);
    float[] augmented =
        augmentation.apply(
            values, image.channels(), image.height(), image.width(), Track.Role.VALUES, draw);
    byte[] samples = new byte[augmented.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.max(0, Math.min(255, Math.round(augmented[i] * 255)));
    }
    return Image.of(samples, image.channels(), image.size());
  }
}
