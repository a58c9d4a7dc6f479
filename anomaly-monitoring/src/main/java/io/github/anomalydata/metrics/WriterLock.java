package io.github.anomalydata.metrics;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a history, which one tracker of one process has. The system takes it back when
 * the process dies; {@code FILE.lock} stays, since deleting it would let two in.
 */
final class WriterLock implements Closeable {
  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  static WriterLock of(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file.resolveSibling(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel, file) != null) {
        return new WriterLock(channel);
      }
      throw new FileSystemException(
          file.toString(), null, "another process has this history open for writing");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel, Path file) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      FileSystemException error =
          new FileSystemException(
              file.toString(), null, "this process has this history open for writing");
      error.initCause(e);
      throw error;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
