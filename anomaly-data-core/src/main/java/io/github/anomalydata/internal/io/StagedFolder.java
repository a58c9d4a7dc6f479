package io.github.anomalydata.internal.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside the one that is wanted, in which a tree grows before it is moved to its
 * place: no reader sees a part of it, and a failed run leaves nothing behind.
 */
public final class StagedFolder implements Closeable {
  private final Path target;
  private final Path path;
  private boolean published;

  private StagedFolder(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  /**
   * Creates the folder.
   *
   * @param target where the tree is to be, once it is whole
   * @return the folder
   * @throws FileAlreadyExistsException if the target is there and not an empty folder
   * @throws IOException if the folder cannot be created
   */
  public static StagedFolder open(Path target) throws IOException {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.exists(whole) && !isEmpty(whole)) {
      throw new FileAlreadyExistsException(whole.toString(), null, "exists and is not empty");
    }
    Files.createDirectories(whole.getParent());
    for (int attempt = 0; ; attempt++) {
      Path path = whole.resolveSibling("." + whole.getFileName() + "." + attempt + ".tmp");
      try {
        return new StagedFolder(whole, Files.createDirectory(path));
      } catch (FileAlreadyExistsException e) {
        // Another writer is at work on it, or died there: take the next name.
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * Returns where the tree grows.
   *
   * @return the hidden folder
   */
  public Path path() {
    return path;
  }

  /**
   * Moves the folder to its place.
   *
   * @throws IOException if it cannot be moved
   */
  public void publish() throws IOException {
    Files.deleteIfExists(target);
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    published = true;
  }

  @Override
  public void close() throws IOException {
    if (published) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> walk = Files.walk(path)) {
      entries = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      Files.delete(entry);
    }
  }
}
