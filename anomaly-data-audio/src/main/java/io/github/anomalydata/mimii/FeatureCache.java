package io.github.anomalydata.mimii;

import io.github.anomalydata.internal.Hashes;
import io.github.anomalydata.internal.io.AtomicFile;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Features on disk, so that they are computed once.
 *
 * <p>An entry is found by the SHA-256 of the content of the sound file and of all parameters, so
 * that a changed file or option never gets what was computed before; the content is hashed once
 * while size and time of the file stay. An entry carries a SHA-256 of its own, checked whenever it
 * is read: a damaged one is logged, removed and computed again.
 *
 * <p>Threads share a cache, and processes a folder: entries appear whole or not at all, and one
 * that another process removes is computed again. Each process counts the bytes in the folder, and
 * looks at it anew every 64 entries that it writes; so much may others exceed the bound. What would
 * exceed it takes the place of entries that this process has not used, the oldest first; once all
 * are in use nothing more is stored, since to remove what the next epoch reads helps nobody. What a
 * process that died had not finished counts, and is removed once it is an hour old.
 */
public final class FeatureCache {
  private static final Logger LOGGER = LoggerFactory.getLogger(FeatureCache.class);
  private static final String SUFFIX = ".features";
  private static final int MAGIC = 0x41_44_46_31;
  private static final int HEADER = 2 * Integer.BYTES;
  private static final int HASH = 32;
  private static final int RECOUNT = 64;

  /** How old what {@link AtomicFile} has not finished is before nobody is at work on it. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private static final Pattern UNFINISHED =
      Pattern.compile("\\.[0-9a-f]{64}\\.features\\.\\d+\\.tmp");

  private final Path folder;
  private final long maxBytes;
  private final Clock clock;
  private final Map<Path, Content> contents = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private long bytes;
  private int written;
  private boolean full;

  private FeatureCache(Path folder, long maxBytes, Clock clock) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Computes features. */
  @FunctionalInterface
  interface Computation {
    float[] compute() throws IOException;
  }

  /** The hash of a file, valid as long as its size and time stay. */
  private record Content(long size, FileTime modified, String sha256) {}

  /** A file in the folder. */
  private record Entry(Path file, long size, FileTime modified) {}

  /**
   * Opens a cache.
   *
   * @param folder its folder, created if absent; of other files in it none is touched
   * @param maxBytes the most bytes that entries take, at least 1
   * @return the cache
   * @throws IllegalArgumentException if {@code maxBytes} is below 1
   * @throws IOException if the folder cannot be created or read
   */
  public static FeatureCache open(Path folder, long maxBytes) throws IOException {
    return open(folder, maxBytes, Clock.systemUTC());
  }

  static FeatureCache open(Path folder, long maxBytes, Clock clock) throws IOException {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes: at least 1, got " + maxBytes);
    }
    Files.createDirectories(folder);
    FeatureCache cache = new FeatureCache(folder, maxBytes, clock);
    cache.recount();
    return cache;
  }

  /**
   * Returns the bytes that entries take, as far as this process knows.
   *
   * @return at least 0
   */
  public synchronized long bytes() {
    return bytes;
  }

  /** Returns what is stored, or computes and stores it. */
  float[] get(Path file, String parameters, Computation computation) throws IOException {
    String content = content(file);
    String name = Hashes.sha256(content + "\n" + parameters) + SUFFIX;
    used.add(name);
    Optional<float[]> stored = read(folder.resolve(name));
    if (stored.isPresent()) {
      return stored.get();
    }
    float[] values = computation.compute();
    // What was computed belongs to the hash only if nobody wrote to the file in between.
    if (content(file).equals(content)) {
      store(name, values);
    }
    return values;
  }

  private String content(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Content known = contents.get(file);
    if (known == null
        || known.size() != now.size()
        || !known.modified().equals(now.lastModifiedTime())) {
      try (InputStream in = Files.newInputStream(file)) {
        known = new Content(now.size(), now.lastModifiedTime(), Hashes.sha256(in));
      }
      contents.put(file, known);
    }
    return known.sha256();
  }

  private static Optional<float[]> read(Path entry) throws IOException {
    byte[] whole;
    try {
      whole = Files.readAllBytes(entry);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    if (isSound(whole, buffer)) {
      float[] values = new float[buffer.getInt(Integer.BYTES)];
      buffer.position(HEADER).asFloatBuffer().get(values);
      return Optional.of(values);
    }
    LOGGER.warn("{}: a damaged entry of the cache; computing it again", entry);
    Files.deleteIfExists(entry);
    return Optional.empty();
  }

  private static boolean isSound(byte[] whole, ByteBuffer buffer) {
    int payload = whole.length - HEADER - HASH;
    if (payload < 0
        || buffer.getInt(0) != MAGIC
        || (long) buffer.getInt(Integer.BYTES) * Float.BYTES != payload) {
      return false;
    }
    MessageDigest digest = Hashes.newSha256();
    digest.update(whole, 0, HEADER + payload);
    return buffer.duplicate().position(HEADER + payload).equals(ByteBuffer.wrap(digest.digest()));
  }

  private void store(String name, float[] values) throws IOException {
    long size = HEADER + HASH + (long) Float.BYTES * values.length;
    if (size > Integer.MAX_VALUE || !makeRoom(size)) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(MAGIC).putInt(values.length);
    buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    MessageDigest digest = Hashes.newSha256();
    digest.update(buffer.array(), 0, (int) size - HASH);
    System.arraycopy(digest.digest(), 0, buffer.array(), (int) size - HASH, HASH);
    AtomicFile.write(folder.resolve(name), out -> out.write(buffer.array()));
  }

  /** Takes the room of an entry, removing others if need be; false if there is none. */
  private synchronized boolean makeRoom(long size) throws IOException {
    written++;
    boolean recount = written % RECOUNT == 0;
    if (full && !recount) {
      return false;
    }
    if (recount || bytes + size > maxBytes) {
      List<Entry> entries = recount();
      for (Entry entry : entries) {
        if (bytes + size <= maxBytes) {
          break;
        }
        if (!used.contains(entry.file().getFileName().toString())
            && Files.deleteIfExists(entry.file())) {
          bytes -= entry.size();
        }
      }
    }
    full = bytes + size > maxBytes;
    bytes += full ? 0 : size;
    return !full;
  }

  /** Counts the bytes in the folder and returns the entries, the oldest first. */
  private synchronized List<Entry> recount() throws IOException {
    List<Entry> entries = new ArrayList<>();
    bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = TreeFolder.name(file);
        boolean unfinished = UNFINISHED.matcher(name).matches();
        if (unfinished || name.endsWith(SUFFIX)) {
          count(file, unfinished, entries);
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::modified).thenComparing(Entry::file));
    return entries;
  }

  /** Counts a file and, if it is an entry, lists it; one that a process died at is removed. */
  private void count(Path file, boolean unfinished, List<Entry> entries) throws IOException {
    try {
      BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
      Instant modified = of.lastModifiedTime().toInstant();
      if (unfinished && modified.isBefore(clock.instant().minus(ABANDONED))) {
        Files.deleteIfExists(file);
        return;
      }
      bytes += of.size();
      if (!unfinished) {
        entries.add(new Entry(file, of.size(), of.lastModifiedTime()));
      }
    } catch (NoSuchFileException e) {
      // Another process has just removed it.
    }
  }
}
