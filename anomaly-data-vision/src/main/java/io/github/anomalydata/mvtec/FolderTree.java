package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Images of a product in folders named by what is in them: one of sound products, and one for each
 * kind of defect. Masks lie in a folder of their own, in a folder for each kind of defect or all
 * together, and are named like their image with a suffix. Immutable.
 *
 * <p>Sound products are all trained on, unless some are {@linkplain #withTestShare(double, long)
 * set aside} to test on at random; defective ones are all tested on. The category of the images is
 * the name of the folder that holds these folders.
 */
public final class FolderTree {
  private static final FolderTree DEFAULTS =
      new FolderTree(
          InspectionImage.GOOD,
          List.of(),
          "masks",
          MaskNames.suffixed("_mask"),
          MaskUse.REQUIRED,
          MaskLevels.blackAndWhite(),
          new TestShare(0, 0));

  private final String good;
  private final List<String> defects;
  private final String masks;
  private final MaskNames maskNames;
  private final MaskUse maskUse;
  private final MaskLevels levels;
  private final TestShare test;

  /** The share of sound products that is tested on, 0 for none, and the seed that draws them. */
  private record TestShare(double share, long seed) {}

  private FolderTree(
      String good,
      List<String> defects,
      String masks,
      MaskNames maskNames,
      MaskUse maskUse,
      MaskLevels levels,
      TestShare test) {
    this.good = good;
    this.defects = defects;
    this.masks = masks;
    this.maskNames = maskNames;
    this.maskUse = maskUse;
    this.levels = levels;
    this.test = test;
  }

  /**
   * Returns the names that are looked for where none are given.
   *
   * <ul>
   *   <li>{@linkplain #withGood(String) Sound products}: {@code good}
   *   <li>{@linkplain #withDefects(String...) Defects}: every other folder but that of the masks
   *   <li>{@linkplain #withMasks(String, String) Masks}: in {@code masks}, with the suffix {@code
   *       _mask}
   *   <li>{@linkplain #with(MaskUse) Masks} are required
   *   <li>{@linkplain #with(MaskLevels) Levels} of masks: 0 and 255
   *   <li>{@linkplain #withTestShare(double, long) No} sound products are tested on
   * </ul>
   *
   * @return the default names
   */
  public static FolderTree withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a tree with another folder of sound products.
   *
   * @param folder its name, such as {@code "OK"}
   * @return the tree
   */
  public FolderTree withGood(String folder) {
    return new FolderTree(folder, defects, masks, maskNames, maskUse, levels, test);
  }

  /**
   * Returns a tree with some folders of defects; others are left alone.
   *
   * @param folders their names, at least one; images of a defect have its name
   * @return the tree
   * @throws IllegalArgumentException if there are none, one is there twice, or one is named {@code
   *     good}, which is the label of sound products
   */
  public FolderTree withDefects(String... folders) {
    List<String> names = List.of(folders);
    if (names.isEmpty()
        || new HashSet<>(names).size() < names.size()
        || names.contains(InspectionImage.GOOD)) {
      throw new IllegalArgumentException(
          "folders: at least one, each once and none 'good', got " + names);
    }
    return new FolderTree(good, names, masks, maskNames, maskUse, levels, test);
  }

  /**
   * Returns a tree with masks in another folder.
   *
   * @param folder its name, such as {@code "ground_truth"}
   * @param suffix what the name of a mask has after that of its image; may be empty
   * @return the tree
   */
  public FolderTree withMasks(String folder, String suffix) {
    MaskNames names = MaskNames.suffixed(suffix);
    return new FolderTree(good, defects, folder, names, maskUse, levels, test);
  }

  /**
   * Returns a tree with or without masks.
   *
   * @param use whether there must be masks
   * @return the tree
   */
  public FolderTree with(MaskUse use) {
    return new FolderTree(good, defects, masks, maskNames, use, levels, test);
  }

  /**
   * Returns a tree whose masks have other grey levels.
   *
   * @param newLevels what they mean
   * @return the tree
   */
  public FolderTree with(MaskLevels newLevels) {
    return new FolderTree(good, defects, masks, maskNames, maskUse, newLevels, test);
  }

  /**
   * Returns a tree of which some sound products are tested on, and not trained on.
   *
   * @param share the share, above 0 and below 1; rounded to at least one image, and leaves at least
   *     one
   * @param seed the seed
   * @return the tree
   * @throws IllegalArgumentException if the share is out of range
   */
  public FolderTree withTestShare(double share, long seed) {
    TestShare some = new TestShare(RandomSplit.requireShare(share), seed);
    return new FolderTree(good, defects, masks, maskNames, maskUse, levels, some);
  }

  /**
   * Opens a tree.
   *
   * @param folder the folder that holds those of sound products and of defects, or a folder with
   *     such a folder for each category
   * @return the images
   * @throws DataFileException if a folder is missing, is empty or holds something else, there is
   *     but one sound product and some are to be tested on, or masks are missing or too many; the
   *     message tells what was looked for and what was found
   * @throws IOException if a folder cannot be read
   */
  public InspectionImages open(Path folder) throws IOException {
    TreeFolder root = TreeFolder.list(folder);
    List<InspectionImage> images = new ArrayList<>();
    if (isCategory(root)) {
      read(TreeFolder.name(folder.toAbsolutePath().normalize()), root, images);
      return InspectionImages.of(images);
    }
    String rule = "a folder " + good + ", or a folder with one for each category";
    for (Path child : root.requireFolders(rule)) {
      TreeFolder category = TreeFolder.list(child);
      if (!isCategory(category)) {
        throw root.expected(rule);
      }
      read(TreeFolder.name(child), category, images);
    }
    return InspectionImages.of(images);
  }

  private boolean isCategory(TreeFolder folder) {
    return folder.folders().stream().map(TreeFolder::name).anyMatch(good::equals);
  }

  private void read(String category, TreeFolder root, List<InspectionImage> images)
      throws IOException {
    addGood(category, root, images);
    Map<String, List<Path>> byDefect = new TreeMap<>();
    for (String defect : defectFolders(root)) {
      byDefect.put(defect, files(root, defect));
    }
    Map<Path, List<Path>> found =
        maskUse == MaskUse.REQUIRED && !byDefect.isEmpty() ? masks(root, byDefect) : Map.of();
    byDefect.forEach(
        (defect, files) -> {
          for (Path file : files) {
            String group = category + "/" + defect + "/" + ImageFiles.stem(file);
            List<Path> ofImage = found.getOrDefault(file, List.of());
            images.add(
                new InspectionImage(group, file, category, Part.TEST, defect, ofImage, levels));
          }
        });
  }

  private List<Path> files(TreeFolder root, String name) throws IOException {
    Path folder = root.path().resolve(name);
    if (!Files.isDirectory(folder)) {
      throw root.expected("a folder " + name);
    }
    return ImageFiles.in(TreeFolder.list(folder));
  }

  private void addGood(String category, TreeFolder root, List<InspectionImage> images)
      throws IOException {
    List<Path> files = files(root, good);
    Set<Path> tested = Set.of();
    if (test.share() > 0) {
      if (files.size() < 2) {
        throw new DataFileException(
            root.path().resolve(good), "", "at least 2 images, to train and to test on", "1");
      }
      tested = Set.copyOf(RandomSplit.of(files, category, test.share(), test.seed()).taken());
    }
    for (Path file : files) {
      Part part = tested.contains(file) ? Part.TEST : Part.TRAIN;
      String group = category + "/" + good + "/" + ImageFiles.stem(file);
      images.add(
          new InspectionImage(
              group, file, category, part, InspectionImage.GOOD, List.of(), levels));
    }
  }

  private List<String> defectFolders(TreeFolder root) throws DataFileException {
    if (!defects.isEmpty()) {
      return defects;
    }
    List<String> others =
        root.folders().stream()
            .map(TreeFolder::name)
            .filter(name -> !name.equals(good) && !name.equals(masks))
            .toList();
    if (others.contains(InspectionImage.GOOD)) {
      throw root.expected("no folder of defects with the name good, the label of sound products");
    }
    return others;
  }

  /** Finds the masks of images, in a folder for each kind of defect or all together. */
  private Map<Path, List<Path>> masks(TreeFolder root, Map<String, List<Path>> byDefect)
      throws IOException {
    Path folder = root.path().resolve(masks);
    Map<Path, List<Path>> found = new HashMap<>();
    List<Path> kinds = Files.isDirectory(folder) ? TreeFolder.list(folder).folders() : List.of();
    if (kinds.isEmpty() && Files.isDirectory(folder)) {
      List<Path> files = byDefect.values().stream().flatMap(List::stream).toList();
      find(folder, root.path(), files, found);
      return found;
    }
    for (Path kind : kinds) {
      if (defects.isEmpty() && !byDefect.containsKey(TreeFolder.name(kind))) {
        throw TreeFolder.list(folder)
            .expected("a folder for each kind of defect, " + byDefect.keySet());
      }
    }
    for (Map.Entry<String, List<Path>> defect : byDefect.entrySet()) {
      Path images = root.path().resolve(defect.getKey());
      find(folder.resolve(defect.getKey()), images, defect.getValue(), found);
    }
    return found;
  }

  private void find(Path folder, Path images, List<Path> files, Map<Path, List<Path>> found)
      throws IOException {
    Map<String, Path> byName = new HashMap<>();
    for (Path file : files) {
      Path first = byName.putIfAbsent(ImageFiles.stem(file), file);
      if (first != null) {
        throw new DataFileException(
            file,
            "",
            "each name once, since all masks are in one folder",
            "the same name as " + first);
      }
    }
    maskNames
        .find(folder, images, byName.keySet())
        .forEach((name, masksOfImage) -> found.put(byName.get(name), masksOfImage));
  }
}
