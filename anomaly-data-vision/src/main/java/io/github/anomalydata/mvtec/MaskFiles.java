package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.detect.DefectRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
      union = union.or(open(file, image.levels(), size));
    }
    return union;
  }

  /** Returns each of the masks of an image. */
  static List<Mask> each(InspectionImage image, ImageSize size) throws IOException {
    List<Mask> masks = new ArrayList<>();
    for (Path file : image.masks()) {
      masks.add(open(file, image.levels(), size));
    }
    return masks;
  }

  /** Returns a region for each mask that tells its type; otherwise for each connected part. */
  static List<DefectRegion> regions(InspectionImage image, ImageSize size) throws IOException {
    if (image.levels().types().isEmpty()) {
      return DefectRegion.connected(union(image, size));
    }
    List<DefectRegion> regions = new ArrayList<>();
    for (Path file : image.masks()) {
      Mask mask = open(file, image.levels(), size);
      Saturation saturation = image.levels().type(file).saturation();
      regions.add(new DefectRegion(mask, saturation.of(mask.count())));
    }
    return List.copyOf(regions);
  }

  private static Mask open(Path file, MaskLevels levels, ImageSize size) throws IOException {
    Mask mask = levels.open(file);
    if (!mask.size().equals(size)) {
      throw new DataFileException(
          file, "", "the size of its image, " + size, mask.size().toString());
    }
    return mask;
  }
}
