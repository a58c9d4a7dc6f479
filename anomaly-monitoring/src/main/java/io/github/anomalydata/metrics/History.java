package io.github.anomalydata.metrics;

import io.github.anomalydata.data.DataFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a history, the oldest first: {@code FILE.1}, {@code FILE.2} and so on are complete,
 * {@code FILE} is in use. Not safe for threads.
 */
final class History implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  private final Path path;
  private final List<Segment> segments = new ArrayList<>();

  private History(Path path) {
    this.path = path;
  }

  /**
   * Opens a history for one who writes: a file is made if there is none, and a line that a crash
   * tore is cut off.
   */
  static History openForWriting(Path path, long now) throws IOException {
    History history = new History(path.toAbsolutePath());
    try {
      history.loadComplete();
      history.loadForWriting(now);
      return history;
    } catch (IOException | RuntimeException e) {
      history.closeAfter(e);
      throw e;
    }
  }

  /** Opens a history for one who reads, while another may write and begin new files. */
  static History openForReading(Path path) throws IOException {
    for (int attempt = 0; ; attempt++) {
      History history = new History(path.toAbsolutePath());
      try {
        history.loadComplete();
        history.loadForReading();
        return history;
      } catch (IOException | RuntimeException e) {
        history.closeAfter(e);
        // A file was renamed after it was listed, or deleted before it was opened.
        if (attempt == 3 || !Files.exists(path)) {
          throw e;
        }
      }
    }
  }

  private void closeAfter(Exception e) {
    try {
      close();
    } catch (IOException more) {
      e.addSuppressed(more);
    }
  }

  private void loadComplete() throws IOException {
    TreeMap<Integer, Path> complete = new TreeMap<>();
    String name = path.getFileName() + ".";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(parent())) {
      for (Path file : files) {
        String other = String.valueOf(file.getFileName());
        if (other.startsWith(name) && other.substring(name.length()).matches("[1-9][0-9]{0,8}")) {
          complete.put(Integer.valueOf(other.substring(name.length())), file);
        }
      }
    }
    for (Path file : complete.values()) {
      Segment segment = open(file, "r");
      if (segment == null) {
        throw new DataFileException(file, "line 1", "the first line of a history", "a part of it");
      }
      load(segment, false);
      segment.complete();
    }
  }

  private void loadForReading() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Segment segment = open(path, "r");
    if (segment != null) {
      load(segment, true);
    }
  }

  private void loadForWriting(long now) throws IOException {
    Segment segment = Files.exists(path) ? open(path, "rw") : null;
    if (segment == null) {
      if (Files.deleteIfExists(path)) {
        LOG.warn("{}: a crash tore its first line; the file is begun again", path);
      }
      begin(now);
      return;
    }
    load(segment, true);
    long torn = segment.file().length() - segment.end();
    if (torn > 0) {
      LOG.warn("{}: a crash tore its last line; {} bytes are cut off", path, torn);
      segment.file().setLength(segment.end());
      segment.file().getFD().sync();
    }
  }

  /** Reads the lines behind those that are known, if the file in use is still the same. */
  boolean readOn() throws IOException {
    if (segments.isEmpty() || !Files.exists(path)) {
      return false;
    }
    try (Segment now = open(path, "r")) {
      if (now == null || now.number != active().number) {
        return false;
      }
    }
    active().load(true, this::setLabelled);
    return true;
  }

  private static @Nullable Segment open(Path path, String mode) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), mode);
    Segment segment = null;
    try {
      segment = Segment.open(path, file);
    } finally {
      if (segment == null) {
        file.close();
      }
    }
    return segment;
  }

  private void load(Segment segment, boolean mayBeTorn) throws IOException {
    if (!segments.isEmpty()) {
      Segment last = active();
      if (segment.number != last.number + 1 || segment.firstBatch() != last.nextBatch()) {
        segment.close();
        throw new DataFileException(
            segment.path(),
            "line 1",
            "segment " + (last.number + 1) + " from batch " + last.nextBatch(),
            "segment " + segment.number + " from batch " + segment.firstBatch());
      }
    }
    segments.add(segment);
    segment.load(mayBeTorn, this::setLabelled);
  }

  /** Begins the file in use. */
  private void begin(long now) throws IOException {
    int number = segments.isEmpty() ? 1 : active().number + 1;
    long batch = segments.isEmpty() ? 1 : active().nextBatch();
    Files.createFile(path);
    // Not a channel, which an interrupt of the thread that logs would close.
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      LineBuffer header = new LineBuffer();
      header.header(number, batch, now);
      file.write(header.bytes(), 0, header.size());
      file.getFD().sync();
      forceFolder();
      segments.add(Segment.begun(path, number, file, batch, now, header.size()));
    } catch (IOException e) {
      file.close();
      Files.delete(path);
      throw e;
    }
  }

  /** Makes the file in use a complete one, and begins another. */
  void rotate(long now) throws IOException {
    Segment last = active();
    last.file().getFD().sync();
    Path complete = path.resolveSibling(path.getFileName() + "." + last.number);
    // Windows renames no open file.
    last.file().close();
    try {
      Files.move(path, complete, StandardCopyOption.ATOMIC_MOVE);
      try {
        begin(now);
      } catch (IOException e) {
        Files.move(complete, path, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
    } catch (IOException e) {
      last.reopen(path, "rw");
      throw e;
    }
    last.reopen(complete, "r");
    last.complete();
  }

  /** Deletes the oldest files. */
  void retain(long bytes, long notBefore) throws IOException {
    long size = 0;
    for (Segment segment : segments) {
      size += segment.end();
    }
    while (segments.size() > 1 && (size > bytes || segments.get(0).lastTime() < notBefore)) {
      Segment oldest = segments.remove(0);
      size -= oldest.end();
      oldest.close();
      Files.deleteIfExists(oldest.path());
    }
  }

  /** Makes names as durable as what is in the files, where a folder can be opened at all. */
  private void forceFolder() throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel folder = FileChannel.open(parent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  private Path parent() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  Segment active() {
    return segments.get(segments.size() - 1);
  }

  List<Segment> segments() {
    return segments;
  }

  @Nullable Segment segmentOf(long batch) {
    for (Segment segment : segments) {
      if (segment.hasBatch(batch)) {
        return segment;
      }
    }
    return null;
  }

  private void setLabelled(long batch) {
    Segment segment = segmentOf(batch);
    // Its batch may have been deleted since.
    if (segment != null) {
      segment.setLabelled(batch);
    }
  }

  WindowSummary summary(Instant from, Instant to) throws IOException {
    long start = Times.clamped(from);
    long stop = Times.clamped(to);
    if (start >= stop) {
      throw new IllegalArgumentException("to: after " + from + ", got " + to);
    }
    Totals sum = new Totals();
    for (Segment segment : segments) {
      segment.addTo(sum, start, stop);
    }
    return sum.summary(from, to);
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Segment segment : segments) {
      try {
        segment.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
