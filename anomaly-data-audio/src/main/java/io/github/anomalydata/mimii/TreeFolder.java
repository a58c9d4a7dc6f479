package io.github.anomalydata.mimii;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of a tree and what is in it, sorted by name. Hidden entries, whose names begin with a
 * dot, do not count: file managers leave them everywhere.
 */
record TreeFolder(Path path, List<Path> folders, List<Path> files) {
  private static final int NAMES_SHOWN = 5;

  static TreeFolder list(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(path.toString());
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> visible = entries.filter(e -> !name(e).startsWith(".")).sorted().toList();
      return new TreeFolder(
          path,
          visible.stream().filter(Files::isDirectory).toList(),
          visible.stream().filter(e -> !Files.isDirectory(e)).toList());
    }
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Returns the folders in it, of which there must be some. */
  List<Path> requireFolders(String what) throws DataFileException {
    if (folders.isEmpty()) {
      throw expected(what);
    }
    return folders;
  }

  /** Returns the files in it, which must be WAV files, and some. */
  List<Path> requireWavs() throws DataFileException {
    boolean clean = files.stream().allMatch(f -> name(f).toLowerCase(Locale.ROOT).endsWith(".wav"));
    if (files.isEmpty() || !folders.isEmpty() || !clean) {
      throw expected("WAV files and nothing else");
    }
    return files;
  }

  /** Returns the complaint that something else was found. */
  DataFileException expected(String what) {
    return new DataFileException(path, "", what, found());
  }

  private String found() {
    List<String> names =
        Stream.concat(folders.stream().map(f -> name(f) + "/"), files.stream().map(f -> name(f)))
            .toList();
    if (names.isEmpty()) {
      return "an empty folder";
    }
    return String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())))
        + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
  }
}
