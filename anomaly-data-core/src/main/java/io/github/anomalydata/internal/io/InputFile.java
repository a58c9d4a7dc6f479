package io.github.anomalydata.internal.io;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A check of files that are to be read: of a folder, the system would only say what it is. */
public final class InputFile {
  private InputFile() {}

  /**
   * Refuses a folder.
   *
   * @param path the file that is to be read; one that is not there is left to its reader
   * @return the same path
   * @throws FileSystemException if it is a folder
   */
  public static Path of(Path path) throws FileSystemException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "a folder, where a file is wanted");
    }
    return path;
  }
}
