package io.github.anomalydata.internal.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its place and moves it there, so that nobody ever sees half of it. Closed
 * before it is committed, it leaves nothing behind and an older file as it was.
 */
public final class AtomicFile implements Closeable {
  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private boolean committed;

  private AtomicFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the content.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param path the file, replaced if it exists
   * @param content what writes its content
   * @throws IOException if it cannot be written; the file is then as it was before
   */
  public static void write(Path path, Content content) throws IOException {
    try (AtomicFile file = create(path)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      file.commit();
    }
  }

  /**
   * Starts a file.
   *
   * @param path the file, replaced on {@link #commit()} if it exists
   * @return the file, empty
   * @throws IOException if it cannot be created, or the path is something else than a file
   */
  public static AtomicFile create(Path path) throws IOException {
    // A link stays a link; a device must not be replaced by a file.
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new FileSystemException(path.toString(), null, "exists and is not a regular file");
    }
    for (int attempt = 0; ; attempt++) {
      Path temporary = target.resolveSibling("." + target.getFileName() + "." + attempt + ".tmp");
      try {
        // Not Files.createTempFile, whose files only their owner may read.
        return new AtomicFile(
            target,
            temporary,
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      } catch (FileAlreadyExistsException e) {
        // Another writer is at work on it, or died there: take the next name.
      }
    }
  }

  /**
   * Returns where to write.
   *
   * @return the channel, at the start of the file
   */
  public FileChannel channel() {
    return channel;
  }

  /**
   * Moves the file to its place.
   *
   * @throws IOException if it cannot be moved
   */
  public void commit() throws IOException {
    channel.close();
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
    committed = true;
  }

  /**
   * Closes the file, and removes it unless it is committed.
   *
   * @throws IOException if it cannot be removed
   */
  @Override
  public void close() throws IOException {
    if (!committed) {
      try {
        channel.close();
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
  }
}
