package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.AtomicFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's NPZ files: a zip file of named NPY arrays, what {@code numpy.savez} and {@code
 * numpy.savez_compressed} write and {@code numpy.load} reads.
 *
 * <p>An open file lists its names at once and reads an array when asked for it, checking its CRC.
 * Every entry must be named {@code <name>.npy}, and each name may stand once. Several threads may
 * read one open file.
 */
public final class Npz implements Closeable {
  /** How entries are written. Both are read. */
  public enum Compression {
    /** As they are, as {@code numpy.savez} does. */
    STORED,
    /** Deflated, as {@code numpy.savez_compressed} does. */
    DEFLATED
  }

  private static final String SUFFIX = ".npy";
  private static final int MAX_NAME = 0xFFFF - SUFFIX.length();

  /** The oldest time a zip file can tell, which NumPy writes too: files depend on content only. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path path;
  private final ZipFile zip;
  private final long maxBytes;
  private final Map<String, ZipEntry> entries;

  private Npz(Path path, ZipFile zip, long maxBytes) throws DataFileException {
    this.path = path;
    this.zip = zip;
    this.maxBytes = maxBytes;
    this.entries = entries(path, zip);
  }

  /**
   * Opens a file for reading its arrays one by one.
   *
   * @param path the file, on the default file system
   * @return the open file, to be closed
   * @throws DataFileException if it is no zip file, or has an entry that is no array or a name
   *     twice
   * @throws IOException if the file cannot be read
   */
  public static Npz open(Path path) throws IOException {
    return open(path, Long.MAX_VALUE);
  }

  /**
   * Opens a file of unknown origin. Compressed values can take a thousand times the memory they
   * take on disk; an array above the limit is refused before any memory is taken for it.
   *
   * @param path the file, on the default file system
   * @param maxBytes the most bytes the values of one array may take
   * @return the open file, to be closed
   * @throws IllegalArgumentException if {@code maxBytes} is negative
   * @throws DataFileException if it is no zip file, or has an entry that is no array or a name
   *     twice
   * @throws IOException if the file cannot be read
   */
  public static Npz open(Path path, long maxBytes) throws IOException {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes must not be negative, got " + maxBytes);
    }
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw broken(path.toString(), e);
    }
    try {
      return new Npz(path, zip, maxBytes);
    } catch (IOException | RuntimeException e) {
      try (zip) {
        throw e;
      }
    }
  }

  /**
   * Reads all arrays of a file.
   *
   * @param path the file, on the default file system
   * @return the arrays by name, in the order of the file; unmodifiable
   * @throws DataFileException if the file or one of its arrays is broken
   * @throws IOException if the file cannot be read
   */
  public static Map<String, NumericArray> readAll(Path path) throws IOException {
    try (Npz npz = open(path)) {
      Map<String, NumericArray> arrays = new LinkedHashMap<>();
      for (String name : npz.names()) {
        arrays.put(name, npz.read(name));
      }
      return Collections.unmodifiableMap(arrays);
    }
  }

  /**
   * Writes a file; the arrays lie in it in the default layout of {@link NpyOptions}.
   *
   * @param path the file, replaced once the new one is whole; on failure it stays as it was
   * @param arrays the arrays by name, written in the order of the map; a name must not be empty
   * @param compression how to store them
   * @throws IllegalArgumentException if a name is empty or longer than 65,531 bytes in UTF-8
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, Map<String, NumericArray> arrays, Compression compression)
      throws IOException {
    AtomicFile.write(
        path,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, NumericArray> array : arrays.entrySet()) {
              write(zip, array.getKey(), array.getValue(), compression);
            }
          }
        });
  }

  /**
   * Returns the names of the arrays.
   *
   * @return the names in the order of the file; unmodifiable
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Reads an array.
   *
   * @param name its name, without {@code .npy}
   * @return the array
   * @throws IllegalArgumentException if there is no such name
   * @throws IllegalStateException if this file is closed
   * @throws DataFileException if the array is broken, does not match its CRC, or is larger than the
   *     limit
   * @throws IOException if the file cannot be read
   */
  public NumericArray read(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("name must be one of " + names() + ", got " + name);
    }
    String file = path + "!" + entry.getName();
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      NumericArray array = new NpyReader(in, file, maxBytes).read(-1);
      long found = in.getChecksum().getValue();
      if (found != entry.getCrc()) {
        throw new DataFileException(
            file, "", "CRC-32 " + Long.toHexString(entry.getCrc()), Long.toHexString(found));
      }
      return array;
    } catch (ZipException | EOFException e) {
      throw broken(file, e);
    }
  }

  /**
   * Closes the file.
   *
   * @throws IOException if that fails
   */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static Map<String, ZipEntry> entries(Path path, ZipFile zip) throws DataFileException {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    List<? extends ZipEntry> all;
    try {
      all = Collections.list(zip.entries());
    } catch (IllegalArgumentException e) {
      // A comment that is not UTF-8 is found this late.
      throw broken(path.toString(), e);
    }
    for (ZipEntry entry : all) {
      String name = entry.getName();
      if (!name.endsWith(SUFFIX) || name.length() == SUFFIX.length()) {
        throw new DataFileException(path, "", "entries named *.npy", Excerpt.quote(name));
      }
      name = name.substring(0, name.length() - SUFFIX.length());
      if (entries.put(name, entry) != null) {
        throw new DataFileException(path, "", "each name once", Excerpt.quote(name) + " again");
      }
    }
    return entries;
  }

  private static void write(
      ZipOutputStream zip, String name, NumericArray array, Compression compression)
      throws IOException {
    int nameLength = name.getBytes(UTF_8).length;
    if (nameLength == 0 || nameLength > MAX_NAME) {
      throw new IllegalArgumentException(
          "arrays must have names of 1 to " + MAX_NAME + " bytes in UTF-8, got " + nameLength);
    }
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setTimeLocal(TIME);
    if (compression == Compression.STORED) {
      describe(entry, array);
    }
    zip.putNextEntry(entry);
    Npy.write(zip, array, NpyOptions.withDefaults());
    zip.closeEntry();
  }

  /** A stored entry tells its length and checksum before its content. */
  private static void describe(ZipEntry entry, NumericArray array) throws IOException {
    CRC32 crc = new CRC32();
    long[] length = {0};
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            length[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            length[0] += count;
          }
        };
    Npy.write(new CheckedOutputStream(counter, crc), array, NpyOptions.withDefaults());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(length[0]);
    entry.setCrc(crc.getValue());
  }

  private static DataFileException broken(String file, Exception cause) {
    DataFileException bad =
        new DataFileException(file, "", "an intact zip file", Excerpt.quote(cause));
    bad.initCause(cause);
    return bad;
  }
}
