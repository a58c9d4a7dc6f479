package io.github.anomalydata.internal.io;

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
 *
 * @param path the folder
 * @param folders the folders in it
 * @param files the files in it
 */
public record TreeFolder(Path path, List<Path> folders, List<Path> files) {
  private static final int NAMES_SHOWN = 5;

  /**
   * Lists a folder.
   *
   * @param path the folder
   * @return what is in it
   * @throws NotDirectoryException if it is none
   * @throws IOException if it cannot be read
   */
  public static TreeFolder list(Path path) throws IOException {
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

  /**
   * Returns the last part of a path.
   *
   * @param path the path
   * @return its name, empty for a root
   */
  public static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /**
   * Returns the folders in it, of which there must be some.
   *
   * @param what what was looked for
   * @return at least one folder
   * @throws DataFileException if there is none
   */
  public List<Path> requireFolders(String what) throws DataFileException {
    if (folders.isEmpty()) {
      throw expected(what);
    }
    return folders;
  }

  /**
   * Returns the files in it, which must be of a kind, and some; there must be no folder.
   *
   * @param kind what they are, such as {@code "WAV files"}
   * @param endings what their names end with, in small letters
   * @return at least one file
   * @throws DataFileException if there is none, or something else
   */
  public List<Path> requireFiles(String kind, String... endings) throws DataFileException {
    boolean clean = files.stream().allMatch(file -> endsWith(file, endings));
    if (files.isEmpty() || !folders.isEmpty() || !clean) {
      throw expected(kind + " and nothing else");
    }
    return files;
  }

  private static boolean endsWith(Path file, String... endings) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return Stream.of(endings).anyMatch(name::endsWith);
  }

  /**
   * Returns the complaint that something else was found.
   *
   * @param what what was looked for
   * @return the exception
   */
  public DataFileException expected(String what) {
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
