package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the masks of images. */
final class MaskFiles {
  private MaskFiles() {}

  /**
   * Returns the union of the masks of an image.
   *
   * @param image the image
   * @param size its size
   * @return the mask; empty if there is no file
   */
  static Mask union(InspectionImage image, ImageSize size) throws IOException {
    Mask union = Mask.empty(size);
    for (Path file : image.masks()) {
      Mask mask = Mask.open(file);
      if (!mask.size().equals(size)) {
        throw new DataFileException(
            file, "", "the size of its image, " + size, mask.size().toString());
      }
      union = union.or(mask);
    }
    return union;
  }
}
