package io.github.anomalydata.mvtec;

import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.detect.DefectRegion;
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
 * @param defect the kind of defect, {@link #GOOD} for none and {@link #UNLABELLED} where that is
 *     not known
 * @param masks the files with the pixels of the defect, whose union it is; none for a sound
 *     product, or where masks are ignored
 * @param levels what the grey levels of the masks mean
 */
public record InspectionImage(
    String group,
    Path file,
    String category,
    Part part,
    String defect,
    List<Path> masks,
    MaskLevels levels) {
  /** The defect of sound products: the name of their folder. */
  public static final String GOOD = "good";

  /** The defect of products of which nobody told whether they are sound. */
  public static final String UNLABELLED = "";

  /**
   * Checks the label and copies the masks.
   *
   * @param group the image's place in the tree
   * @param file the image file
   * @param category the kind of product
   * @param part the part of the data set
   * @param defect the kind of defect
   * @param masks the files with the pixels of the defect
   * @param levels what the grey levels of the masks mean
   * @throws IllegalArgumentException if an image of a part without labels has one or has masks, or
   *     one of another part has no label
   */
  public InspectionImage {
    masks = List.copyOf(masks);
    if (part.isLabelled() == defect.equals(UNLABELLED)) {
      throw new IllegalArgumentException(
          "defect: "
              + (part.isLabelled() ? "a label" : "none")
              + " in "
              + part
              + ", got '"
              + defect
              + "'");
    }
    if (!part.isLabelled() && !masks.isEmpty()) {
      throw new IllegalArgumentException("masks: none in " + part + ", got " + masks);
    }
  }

  /**
   * Tells whether it is known whether it shows a defect.
   *
   * @return false for an image of a private part
   */
  public boolean isLabelled() {
    return part.isLabelled();
  }

  /**
   * Tells whether it shows a defect.
   *
   * @return whether it was not in the folder of sound products
   * @throws IllegalStateException if nobody told
   */
  public boolean isDefective() {
    requireLabel();
    return !defect.equals(GOOD);
  }

  /**
   * Reads where the defect is.
   *
   * @param size the size of the image
   * @return the union of the masks, empty if there are none
   * @throws IllegalStateException if nobody told whether there is a defect
   * @throws io.github.anomalydata.data.DataFileException if a mask is of another size, is broken,
   *     or has grey levels that are not those of {@code levels}
   * @throws IOException if a mask cannot be read
   */
  public Mask mask(ImageSize size) throws IOException {
    requireLabel();
    return MaskFiles.union(this, size);
  }

  /**
   * Reads the defects one by one, for an evaluation that counts each the same.
   *
   * @param size the size of the image
   * @return a region for each mask, with the saturation of its type, where grey levels tell types;
   *     otherwise one for each connected part of the union, to be found as a whole; none for a
   *     sound product
   * @throws IllegalStateException if nobody told whether there is a defect, or where, since masks
   *     were ignored
   * @throws io.github.anomalydata.data.DataFileException if a mask is of another size, is broken or
   *     empty, or has grey levels that are not those of {@code levels}
   * @throws IOException if a mask cannot be read
   */
  public List<DefectRegion> regions(ImageSize size) throws IOException {
    if (isDefective() && masks.isEmpty()) {
      throw new IllegalStateException("masks: of images that were opened with them, got " + group);
    }
    return MaskFiles.regions(this, size);
  }

  private void requireLabel() {
    if (!isLabelled()) {
      throw new IllegalStateException(
          "label: none is published for " + part + ", asked of " + group);
    }
  }
}
