package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the masks of an image are found by its name: as a file that is named like it, or as the files
 * in a folder of its name.
 *
 * @param suffix what the name of a mask has after that of the image
 * @param folders whether there is a folder for each image
 */
record MaskNames(String suffix, boolean folders) {

  static MaskNames suffixed(String suffix) {
    return new MaskNames(suffix, false);
  }

  static MaskNames inFolders() {
    return new MaskNames("", true);
  }

  /**
   * Finds the masks of images.
   *
   * @param folder the folder with the masks
   * @param images the folder of the images, for messages
   * @param names the names of the images, without their endings
   * @return the masks of each image, at least one, by its name
   * @throws DataFileException if there is no folder, an image has no mask, or a mask no image
   */
  Map<String, List<Path>> find(Path folder, Path images, Collection<String> names)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DataFileException(
          folder,
          "",
          "a folder with the masks of "
              + names.size()
              + " images, or to open the tree without masks by choice",
          "none");
    }
    Map<String, List<Path>> byImage = folders ? ofFolders(folder) : ofFiles(folder);
    TreeSet<String> missing = new TreeSet<>(names);
    TreeSet<String> extra = new TreeSet<>(byImage.keySet());
    extra.removeAll(missing);
    missing.removeAll(byImage.keySet());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new DataFileException(
          folder,
          "",
          "a mask for each image of " + images + ", and no other",
          "none for " + missing + ", and masks without image for " + extra);
    }
    return byImage;
  }

  private Map<String, List<Path>> ofFiles(Path folder) throws IOException {
    Map<String, List<Path>> byImage = new TreeMap<>();
    for (Path mask : ImageFiles.in(TreeFolder.list(folder))) {
      String name = ImageFiles.stem(mask);
      if (!name.endsWith(suffix)) {
        throw new DataFileException(
            mask, "", "a mask, named IMAGE" + suffix, TreeFolder.name(mask));
      }
      byImage.put(name.substring(0, name.length() - suffix.length()), List.of(mask));
    }
    return byImage;
  }

  private static Map<String, List<Path>> ofFolders(Path folder) throws IOException {
    Map<String, List<Path>> byImage = new TreeMap<>();
    TreeFolder images = TreeFolder.list(folder);
    if (!images.files().isEmpty()) {
      throw images.expected("a folder with the masks of each image, and no files");
    }
    for (Path image : images.folders()) {
      byImage.put(TreeFolder.name(image), ImageFiles.in(TreeFolder.list(image)));
    }
    return byImage;
  }
}
