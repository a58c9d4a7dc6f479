package io.github.anomalydata.turbofan;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A hidden folder inside the target folder, in which files grow before they are moved to their
 * place: no reader sees a part of a file, and a failed run leaves nothing behind.
 */
final class SimulatorStaging implements Closeable {
  private final Path folder;
  private final Path staging;
  private final List<String> names;
  private final boolean overwrite;

  private SimulatorStaging(Path folder, Path staging, List<String> names, boolean overwrite) {
    this.folder = folder;
    this.staging = staging;
    this.names = names;
    this.overwrite = overwrite;
  }

  /**
   * Creates the folders, or refuses when a file is already there.
   *
   * @throws FileAlreadyExistsException if a file exists and {@code overwrite} is false
   */
  static SimulatorStaging open(Path folder, List<String> names, boolean overwrite)
      throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      if (!overwrite && Files.exists(file)) {
        throw new FileAlreadyExistsException(
            file.toString(), null, "withOverwrite(true) replaces it");
      }
    }
    Files.createDirectories(folder);
    Path staging = Files.createTempDirectory(folder, ".simulated");
    return new SimulatorStaging(folder, staging, List.copyOf(names), overwrite);
  }

  /** Opens a file to write. */
  SimulatorOutput create(String name) throws IOException {
    return new SimulatorOutput(Files.newOutputStream(staging.resolve(name)));
  }

  /** Moves all files to their place. */
  void publish() throws IOException {
    for (String name : names) {
      Path target = folder.resolve(name);
      if (overwrite) {
        Files.move(staging.resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(staging.resolve(name), target);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (String name : names) {
      Files.deleteIfExists(staging.resolve(name));
    }
    Files.delete(staging);
  }
}
