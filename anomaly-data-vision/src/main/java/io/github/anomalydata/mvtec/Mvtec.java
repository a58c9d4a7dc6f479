package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The MVTec AD data set: images of 15 kinds of product and texture, with a mask of each defect.
 *
 * <p>The tree of a category is {@code train/good/*.png}, {@code test/good/*.png}, {@code
 * test/DEFECT/*.png}, and {@code ground_truth/DEFECT/NAME_mask.png} for each image {@code
 * test/DEFECT/NAME.png}. Masks belong to the image of their name. Whether an image shows a defect
 * tells the exact name of its folder. A tree without images to train on, or none to test on, is one
 * too, as long as it has some.
 *
 * <p>Opening reads names, no files; {@link TreeCheck} reads them all. Text files beside the folders
 * of a category, such as its licence, and hidden files, whose names begin with a dot, do not count.
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2019.00982">P. Bergmann et al. (2019), MVTec AD,
 *     doi:10.1109/CVPR.2019.00982</a>
 */
public final class Mvtec {
  private static final String[] ENDINGS = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"};
  private static final String IMAGES = "images (PNG, JPEG, BMP or TIFF)";
  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final String GROUND_TRUTH = "ground_truth";
  private static final String MASK = "_mask";

  private final MaskUse masks;
  private final List<InspectionImage> images = new ArrayList<>();

  private Mvtec(MaskUse masks) {
    this.masks = masks;
  }

  /** What a tree must hold. */
  public enum Completeness {
    /** Any number of images: a part of the data set, or one of the user's own. */
    ANY,
    /** Categories of MVTec AD, each with as many images as were published. */
    AS_PUBLISHED
  }

  /**
   * Opens a tree of any number of images, with their masks.
   *
   * @param folder the folder of a category, or the one that holds those of the categories
   * @return the images
   * @throws DataFileException if a folder is empty or is none of the tree, or masks are missing or
   *     too many; the message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static InspectionImages open(Path folder) throws IOException {
    return open(folder, MaskUse.REQUIRED, Completeness.ANY);
  }

  /**
   * Opens a tree.
   *
   * @param folder the folder of a category, or the one that holds those of the categories
   * @param masks whether there must be masks
   * @param completeness what the tree must hold
   * @return the images
   * @throws DataFileException if a folder is empty or is none of the tree, masks are missing or too
   *     many, or images are missing; the message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public static InspectionImages open(Path folder, MaskUse masks, Completeness completeness)
      throws IOException {
    Mvtec tree = new Mvtec(masks);
    tree.readRoot(TreeFolder.list(folder));
    InspectionImages images = InspectionImages.of(tree.images);
    if (completeness == Completeness.AS_PUBLISHED) {
      requirePublished(folder, images);
    }
    return images;
  }

  private void readRoot(TreeFolder root) throws IOException {
    if (isCategory(root)) {
      readCategory(TreeFolder.name(root.path().toAbsolutePath().normalize()), root);
      return;
    }
    String rule = "a folder for each category, or the folders train, test and ground_truth of one";
    for (Path child : root.requireFolders(rule)) {
      TreeFolder category = TreeFolder.list(child);
      if (!isCategory(category)) {
        throw category.expected("the folders train, test and ground_truth of a category");
      }
      readCategory(TreeFolder.name(child), category);
    }
  }

  private static boolean isCategory(TreeFolder folder) {
    return folder.folders().stream()
        .map(TreeFolder::name)
        .anyMatch(name -> name.equals(TRAIN) || name.equals(TEST));
  }

  private void readCategory(String category, TreeFolder folder) throws IOException {
    for (Path child : folder.folders()) {
      switch (TreeFolder.name(child)) {
        case TRAIN -> readTrain(category, TreeFolder.list(child));
        case TEST -> readTest(category, folder.path(), TreeFolder.list(child));
        case GROUND_TRUTH -> {}
        default -> throw folder.expected("the folders train, test and ground_truth");
      }
    }
  }

  private void readTrain(String category, TreeFolder folder) throws IOException {
    String rule = "the folder good, and no other, since only sound products are trained on";
    if (folder.folders().size() != 1
        || !TreeFolder.name(folder.folders().get(0)).equals(InspectionImage.GOOD)) {
      throw folder.expected(rule);
    }
    read(category, Part.TRAIN, TreeFolder.list(folder.folders().get(0)), Map.of());
  }

  private void readTest(String category, Path root, TreeFolder folder) throws IOException {
    String rule = "the folder good, and one for each kind of defect";
    List<Path> kinds = folder.requireFolders(rule);
    if (kinds.stream().noneMatch(kind -> TreeFolder.name(kind).equals(InspectionImage.GOOD))) {
      throw folder.expected(rule);
    }
    requireKnownMasks(root.resolve(GROUND_TRUTH), kinds);
    for (Path kind : kinds) {
      String defect = TreeFolder.name(kind);
      TreeFolder files = TreeFolder.list(kind);
      boolean masked = masks == MaskUse.REQUIRED && !defect.equals(InspectionImage.GOOD);
      Map<String, Path> byImage =
          masked ? masks(root.resolve(GROUND_TRUTH).resolve(defect), files) : Map.of();
      read(category, Part.TEST, files, byImage);
    }
  }

  private void requireKnownMasks(Path groundTruth, List<Path> kinds) throws IOException {
    if (masks == MaskUse.IGNORED || !Files.exists(groundTruth)) {
      return;
    }
    List<String> known = kinds.stream().map(TreeFolder::name).toList();
    TreeFolder folder = TreeFolder.list(groundTruth);
    for (Path child : folder.folders()) {
      String name = TreeFolder.name(child);
      if (!known.contains(name) || name.equals(InspectionImage.GOOD)) {
        throw folder.expected("a folder for each kind of defect in test, " + known);
      }
    }
  }

  /** Returns the masks of a kind of defect by the names of their images. */
  private static Map<String, Path> masks(Path folder, TreeFolder images) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DataFileException(
          folder,
          "",
          "a folder with the masks of "
              + images.files().size()
              + " images, or to open the tree without masks by choice",
          "none");
    }
    Map<String, Path> byImage = new TreeMap<>();
    for (Path mask : TreeFolder.list(folder).requireFiles(IMAGES, ENDINGS)) {
      String name = stem(mask);
      if (!name.endsWith(MASK)) {
        throw new DataFileException(mask, "", "a mask, named IMAGE_mask", TreeFolder.name(mask));
      }
      byImage.put(name.substring(0, name.length() - MASK.length()), mask);
    }
    TreeSet<String> missing = new TreeSet<>();
    images.files().forEach(image -> missing.add(stem(image)));
    TreeSet<String> extra = new TreeSet<>(byImage.keySet());
    extra.removeAll(missing);
    missing.removeAll(byImage.keySet());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new DataFileException(
          folder,
          "",
          "a mask for each image of " + images.path() + ", and no other",
          "none for " + missing + ", and masks without image for " + extra);
    }
    return byImage;
  }

  private void read(String category, Part part, TreeFolder folder, Map<String, Path> masks)
      throws IOException {
    String defect = TreeFolder.name(folder.path());
    String place = category + "/" + (part == Part.TRAIN ? TRAIN : TEST) + "/" + defect + "/";
    for (Path file : folder.requireFiles(IMAGES, ENDINGS)) {
      Path mask = masks.get(stem(file));
      images.add(
          new InspectionImage(
              place + stem(file),
              file,
              category,
              part,
              defect,
              mask == null ? List.of() : List.of(mask)));
    }
  }

  private static String stem(Path file) {
    String name = TreeFolder.name(file);
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static void requirePublished(Path folder, InspectionImages images)
      throws DataFileException {
    for (String category : images.categories()) {
      PublishedCounts published =
          PublishedCounts.of(category)
              .orElseThrow(
                  () ->
                      new DataFileException(
                          folder,
                          "",
                          "categories of MVTec AD, "
                              + new TreeSet<>(PublishedCounts.categories().keySet()),
                          category));
      PublishedCounts found = PublishedCounts.found(images.withCategories(category));
      if (!found.equals(published)) {
        throw new DataFileException(
            folder, category, published + ", as published", found.toString());
      }
    }
  }
}
