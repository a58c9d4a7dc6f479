package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An image of a product and what its place in the tree tells of it.
 *
 * @param group what must never be on both sides of a split: the image's place in the tree, such as
 *     {@code "bottle/test/broken_large/002"}
 * @param file the image file
 * @param category the kind of product, such as {@code "bottle"}
 * @param part the part of the data set
 * @param defect the kind of defect, {@link #GOOD} for none
 * @param masks the files with the pixels of the defect, whose union it is; none for a sound
 *     product, or where masks are ignored
 */
public record InspectionImage(
    String group, Path file, String category, Part part, String defect, List<Path> masks) {
  /** The defect of sound products: the name of their folder. */
  public static final String GOOD = "good";

  /**
   * Copies the masks.
   *
   * @param group the image's place in the tree
   * @param file the image file
   * @param category the kind of product
   * @param part the part of the data set
   * @param defect the kind of defect
   * @param masks the files with the pixels of the defect
   */
  public InspectionImage {
    masks = List.copyOf(masks);
  }

  /**
   * Tells whether it shows a defect.
   *
   * @return whether it was not in a folder named exactly {@code good}
   */
  public boolean isDefective() {
    return !defect.equals(GOOD);
  }

  /**
   * Reads where the defect is.
   *
   * @param size the size of the image
   * @return the union of the masks, empty if there are none
   * @throws io.github.anomalydata.data.DataFileException if a mask is of another size, is broken,
   *     or has pixels that are neither black nor white
   * @throws IOException if a mask cannot be read
   */
  public Mask mask(ImageSize size) throws IOException {
    return MaskFiles.union(this, size);
  }
}
