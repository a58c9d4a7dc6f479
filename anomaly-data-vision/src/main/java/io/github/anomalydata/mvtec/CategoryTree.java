package io.github.anomalydata.mvtec;

import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a tree with folders for categories, and in those for the parts of the data set. */
final class CategoryTree {
  private final Layout layout;
  private final MaskUse masks;
  private final List<InspectionImage> images = new ArrayList<>();

  private CategoryTree(Layout layout, MaskUse masks) {
    this.layout = layout;
    this.masks = masks;
  }

  static List<InspectionImage> read(TreeFolder root, Layout layout, MaskUse masks)
      throws IOException {
    CategoryTree tree = new CategoryTree(layout, masks);
    tree.readRoot(root);
    return tree.images;
  }

  private void readRoot(TreeFolder root) throws IOException {
    if (isCategory(root)) {
      readCategory(TreeFolder.name(root.path().toAbsolutePath().normalize()), root);
      return;
    }
    String rule = "a folder for each category, or the folders " + names() + " of one";
    for (Path child : root.requireFolders(rule)) {
      TreeFolder category = TreeFolder.list(child);
      if (!isCategory(category)) {
        throw category.expected("the folders " + names() + " of a category");
      }
      readCategory(TreeFolder.name(child), category);
    }
  }

  private boolean isCategory(TreeFolder folder) {
    return folder.folders().stream()
        .map(TreeFolder::name)
        .anyMatch(name -> layout.parts().stream().anyMatch(part -> part.name().equals(name)));
  }

  private String names() {
    List<String> names = List.copyOf(layout.folders());
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private void readCategory(String category, TreeFolder folder) throws IOException {
    Set<String> known = layout.folders();
    for (Path child : folder.folders()) {
      if (!known.contains(TreeFolder.name(child))) {
        throw folder.expected("the folders " + names());
      }
    }
    for (PartFolder part : layout.parts()) {
      Path path = folder.path().resolve(part.name());
      if (!Files.exists(path)) {
        continue;
      }
      TreeFolder in = TreeFolder.list(path);
      switch (part.content()) {
        case SOUND -> readSound(category, part, in);
        case KINDS -> readKinds(category, part, folder.path(), in);
        case UNLABELLED -> add(category, part, in, InspectionImage.UNLABELLED, Masks.NONE);
      }
    }
  }

  private void readSound(String category, PartFolder part, TreeFolder folder) throws IOException {
    if (folder.folders().size() != 1
        || !TreeFolder.name(folder.folders().get(0)).equals(InspectionImage.GOOD)) {
      throw folder.expected(
          "the folder good, and no other, since only sound products are "
              + (part.part() == Part.TRAIN ? "trained on" : "validated on"));
    }
    TreeFolder good = TreeFolder.list(folder.folders().get(0));
    add(category, part, good, InspectionImage.GOOD, Masks.NONE);
  }

  private void readKinds(String category, PartFolder part, Path root, TreeFolder folder)
      throws IOException {
    List<Path> kinds =
        folder.requireFolders(part.rule()).stream()
            .filter(kind -> !part.isMaskFolder(TreeFolder.name(kind)))
            .toList();
    List<String> names = kinds.stream().map(TreeFolder::name).toList();
    boolean allowed =
        part.kinds().isEmpty()
            || names.stream().allMatch(name -> isGood(name) || part.kinds().contains(name));
    if (!names.contains(InspectionImage.GOOD) || !allowed) {
      throw folder.expected(part.rule());
    }
    Path groundTruth = root.resolve(part.masks());
    requireKnownMasks(groundTruth, part, names);
    for (Path kind : kinds) {
      String defect = TreeFolder.name(kind);
      TreeFolder files = TreeFolder.list(kind);
      boolean masked = masks == MaskUse.REQUIRED && !isGood(defect);
      Masks found = masked ? masks(root, groundTruth.resolve(defect), files) : Masks.NONE;
      add(category, part, files, defect, found);
    }
  }

  private static boolean isGood(String kind) {
    return kind.equals(InspectionImage.GOOD);
  }

  private void requireKnownMasks(Path groundTruth, PartFolder part, List<String> kinds)
      throws IOException {
    if (masks == MaskUse.IGNORED || !Files.exists(groundTruth)) {
      return;
    }
    TreeFolder folder = TreeFolder.list(groundTruth);
    for (Path child : folder.folders()) {
      String name = TreeFolder.name(child);
      if (!kinds.contains(name) || isGood(name)) {
        throw folder.expected("a folder for each kind of defect in " + part.name() + ", " + kinds);
      }
    }
  }

  /** The masks of images by the names of these, and what their levels mean. */
  private record Masks(Map<String, List<Path>> byImage, MaskLevels levels) {
    static final Masks NONE = new Masks(Map.of(), MaskLevels.blackAndWhite());
  }

  private Masks masks(Path category, Path folder, TreeFolder images) throws IOException {
    List<String> names = ImageFiles.in(images).stream().map(ImageFiles::stem).toList();
    Map<String, List<Path>> found = layout.maskNames().find(folder, images.path(), names);
    return new Masks(
        found,
        switch (layout) {
          case LOCO -> DefectsFile.read(category.resolve(DefectsFile.NAME));
          case VISA -> MaskLevels.aboveZero();
          default -> MaskLevels.blackAndWhite();
        });
  }

  private void add(String category, PartFolder part, TreeFolder folder, String defect, Masks found)
      throws IOException {
    String kind = defect.equals(InspectionImage.UNLABELLED) ? "" : defect + "/";
    String place = category + "/" + part.name() + "/" + kind;
    for (Path file : ImageFiles.in(folder)) {
      String name = ImageFiles.stem(file);
      images.add(
          new InspectionImage(
              place + name,
              file,
              category,
              part.part(),
              defect,
              found.byImage().getOrDefault(name, List.of()),
              found.levels()));
    }
  }
}
