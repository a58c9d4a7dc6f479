package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens MVTec AD, and the data sets that follow it: images of products to train on, all of them
 * sound, and sound and defective ones to test on, with masks of the defects. A {@link Layout} says
 * where each set has its files.
 *
 * <p>Masks belong to the image of their name. Whether an image shows a defect tells the exact name
 * of its folder, or the column of VisA's split; the private parts of MVTec AD 2 have no labels, and
 * none are made up. A tree without one of its parts is one too, as long as it has an image.
 *
 * <p>Opening reads names, no images; {@link TreeCheck} reads them all. Text files beside the
 * folders of a category, such as its licence, and hidden files, whose names begin with a dot, do
 * not count.
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2019.00982">P. Bergmann et al. (2019), MVTec AD,
 *     doi:10.1109/CVPR.2019.00982</a>
 */
public final class Mvtec {
  private Mvtec() {}

  /** What a tree must hold. */
  public enum Completeness {
    /** Any number of images: a part of the data set, or one of the user's own. */
    ANY,
    /**
     * Categories of the data set, each with as many images as were published; of MVTec AD 2 all
     * categories, whose images are counted together.
     */
    AS_PUBLISHED
  }

  /**
   * Opens a tree of MVTec AD of any number of images, with their masks.
   *
   * @param folder the folder of a category, or the one that holds those of the categories
   * @return the images
   * @throws DataFileException if a folder is empty or is none of the tree, or masks are missing or
   *     too many; the message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static InspectionImages open(Path folder) throws IOException {
    return open(folder, Layout.AD);
  }

  /**
   * Opens a tree of any number of images, with their masks.
   *
   * @param folder the folder of a category, or the one that holds those of the categories; that of
   *     {@code split_csv} for VisA as it was published
   * @param layout where the files are
   * @return the images
   * @throws DataFileException if a folder is empty or is none of the tree, or masks are missing or
   *     too many; the message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static InspectionImages open(Path folder, Layout layout) throws IOException {
    return open(folder, layout, MaskUse.REQUIRED, Completeness.ANY);
  }

  /**
   * Opens a tree.
   *
   * @param folder the folder of a category, or the one that holds those of the categories; that of
   *     {@code split_csv} for VisA as it was published
   * @param layout where the files are
   * @param masks whether there must be masks
   * @param completeness what the tree must hold
   * @return the images
   * @throws DataFileException if a folder is empty or is none of the tree, masks are missing or too
   *     many, or images are missing; the message tells what was looked for and what was found
   * @throws IllegalArgumentException if a {@link Layout#FOLDER} is to be as published
   * @throws IOException if a folder cannot be read
   */
  public static InspectionImages open(
      Path folder, Layout layout, MaskUse masks, Completeness completeness) throws IOException {
    if (layout == Layout.FOLDER && completeness == Completeness.AS_PUBLISHED) {
      throw new IllegalArgumentException("completeness: ANY for FOLDER, got " + completeness);
    }
    InspectionImages images =
        layout == Layout.FOLDER
            ? FolderTree.withDefaults().with(masks).open(folder)
            : InspectionImages.of(read(TreeFolder.list(folder), layout, masks));
    if (completeness == Completeness.AS_PUBLISHED) {
      PublishedCounts.require(folder, layout, images);
    }
    return images;
  }

  private static List<InspectionImage> read(TreeFolder root, Layout layout, MaskUse masks)
      throws IOException {
    return layout == Layout.VISA && VisaSplit.isIn(root)
        ? VisaSplit.read(root, masks)
        : CategoryTree.read(root, layout, masks);
  }
}
