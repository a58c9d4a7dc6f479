package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageDecoder;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.image.Region;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.ResizeFilter;
import java.io.IOException;

/**
 * How the file of an image becomes numbers: decoded, resized, cut to its centre, and normalised.
 * Masks are resized and cut along with their image, by the nearest pixel. Immutable.
 *
 * @param mode the channels: 3 for RGB, 1 for grey; images of another mode are converted
 * @param resize the size that images are resized to
 * @param crop the size of the centre that is kept, at most that of the resized image
 * @param filter how images are resized
 * @param normalization what becomes of the samples, for as many channels
 */
public record ImagePreparation(
    ColorMode mode,
    ImageSize resize,
    ImageSize crop,
    ResizeFilter filter,
    Normalization normalization) {

  /**
   * Checks that all parts fit.
   *
   * @param mode the channels
   * @param resize the size that images are resized to
   * @param crop the size of the centre that is kept
   * @param filter how images are resized
   * @param normalization what becomes of the samples
   * @throws IllegalArgumentException if the mode is {@link ColorMode#AS_STORED}, the centre is
   *     larger than the image, or the normalisation is for another number of channels
   */
  public ImagePreparation {
    if (mode == ColorMode.AS_STORED) {
      throw new IllegalArgumentException("mode: RGB or GREY, since batches have one, got " + mode);
    }
    if (crop.width() > resize.width() || crop.height() > resize.height()) {
      throw new IllegalArgumentException("crop: at most " + resize + ", got " + crop);
    }
    if (normalization.channels() != channels(mode)) {
      throw new IllegalArgumentException(
          "normalization: for " + channels(mode) + " channels, got " + normalization.channels());
    }
  }

  /**
   * Returns what most models of the field see: RGB, resized to 256 x 256 by bilinear interpolation,
   * with ImageNet's normalisation.
   *
   * @return the preparation
   */
  public static ImagePreparation withDefaults() {
    ImageSize size = ImageSize.square(256);
    return new ImagePreparation(
        ColorMode.RGB, size, size, ResizeFilter.BILINEAR, Normalization.imageNet());
  }

  /**
   * Returns one to another size, of which all is kept.
   *
   * @param size the size
   * @return the preparation
   */
  public ImagePreparation withSize(ImageSize size) {
    return new ImagePreparation(mode, size, size, filter, normalization);
  }

  /**
   * Returns one that keeps the centre.
   *
   * @param size the size of the centre, at most that of the resized image
   * @return the preparation
   * @throws IllegalArgumentException if it is larger
   */
  public ImagePreparation withCrop(ImageSize size) {
    return new ImagePreparation(mode, resize, size, filter, normalization);
  }

  /**
   * Returns one by another filter.
   *
   * @param newFilter how images are resized
   * @return the preparation
   */
  public ImagePreparation with(ResizeFilter newFilter) {
    return new ImagePreparation(mode, resize, crop, newFilter, normalization);
  }

  /**
   * Returns one to other channels.
   *
   * @param newMode RGB or grey
   * @param newNormalization what becomes of the samples, for as many channels
   * @return the preparation
   * @throws IllegalArgumentException if these do not fit
   */
  public ImagePreparation with(ColorMode newMode, Normalization newNormalization) {
    return new ImagePreparation(newMode, resize, crop, filter, newNormalization);
  }

  int channels() {
    return channels(mode);
  }

  /** Decodes the file of an image as it is, but for its channels. */
  Image decode(InspectionImage image) throws IOException {
    return ImageDecoder.withDefaults().with(mode).decode(image.file());
  }

  Image fit(Image image) {
    return Resize.to(resize).with(filter).apply(image).crop(Region.centered(resize, crop));
  }

  Mask fit(Mask mask) {
    return Resize.to(resize).apply(mask).crop(Region.centered(resize, crop));
  }

  private static int channels(ColorMode mode) {
    return mode == ColorMode.GREY ? 1 : 3;
  }
}
