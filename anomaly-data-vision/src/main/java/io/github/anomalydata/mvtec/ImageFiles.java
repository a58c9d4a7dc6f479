package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The image files of a folder. */
final class ImageFiles {
  private static final String[] ENDINGS = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"};

  private ImageFiles() {}

  /** Returns the files of a folder, which must be images of different names, and at least one. */
  static List<Path> in(TreeFolder folder) throws DataFileException {
    List<Path> files = folder.requireFiles("images (PNG, JPEG, BMP or TIFF)", ENDINGS);
    Map<String, Path> byName = new HashMap<>();
    for (Path file : files) {
      Path first = byName.putIfAbsent(stem(file), file);
      if (first != null) {
        throw new DataFileException(
            file, "", "each name once", "the same name as " + TreeFolder.name(first));
      }
    }
    return files;
  }

  /** Returns the name of a file without its ending. */
  static String stem(Path file) {
    String name = TreeFolder.name(file);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
