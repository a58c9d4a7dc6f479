package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.DataFileException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Where the files of a data set lie: a folder, a zip file, or a zip file in a zip file. */
abstract sealed class DataLocation implements Closeable {
  private static final long LONGEST_IN_MEMORY = 1L << 28;

  final Path location;

  private DataLocation(Path location) {
    this.location = location;
  }

  static DataLocation open(Path location) throws IOException {
    if (Files.isDirectory(location)) {
      return new Folder(location);
    }
    if (!Files.exists(location)) {
      throw new NoSuchFileException(
          location.toString(),
          null,
          "no such file, expected a folder or a zip file with C-MAPSS files");
    }
    return new Archive(location);
  }

  /** What is made of the bytes of a file. */
  @FunctionalInterface
  interface Content<T> {
    T read(InputStream in) throws IOException;
  }

  /** Opens a file; the caller closes it. */
  abstract InputStream stream(String file) throws IOException;

  /**
   * Reads a file; whatever a damaged archive makes the JDK throw becomes an error with its name.
   */
  <T> T read(String file, Content<T> content) throws IOException {
    try (InputStream in = stream(file)) {
      return content.read(in);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw caused(
          new DataFileException(
              describe(file), "", "an intact zip entry", String.valueOf(e.getMessage())),
          e);
    }
  }

  /** The length of a file in bytes, or 0 if it is unknown. */
  abstract long length(String file) throws IOException;

  /**
   * Reads a train or test file: with {@link PlainRows} if it fits into memory and is plain, else
   * with {@link RunFiles}.
   */
  RunTable readRuns(String file) throws IOException {
    long length = length(file);
    if (length > 0 && length <= LONGEST_IN_MEMORY) {
      byte[] bytes = new byte[(int) length + PlainRows.PADDING];
      int read = read(file, in -> in.readNBytes(bytes, 0, bytes.length));
      Optional<RunTable> table =
          read == length ? PlainRows.read(bytes, read, describe(file)) : Optional.empty();
      if (table.isPresent()) {
        return table.get();
      }
    }
    return read(file, in -> RunFiles.readRuns(in, describe(file), length));
  }

  /** What a message calls the file. */
  abstract String describe(String file);

  DataFileException missing(String file, List<String> found) {
    return new DataFileException(
        location,
        "",
        file,
        found.isEmpty() ? "no files" : found.subList(0, Math.min(20, found.size())).toString());
  }

  private static DataFileException caused(DataFileException error, Throwable cause) {
    error.initCause(cause);
    return error;
  }

  @Override
  public void close() throws IOException {}

  /** Files in a folder. */
  private static final class Folder extends DataLocation {
    Folder(Path location) {
      super(location);
    }

    @Override
    InputStream stream(String file) throws IOException {
      Path path = location.resolve(file);
      if (!Files.isRegularFile(path)) {
        try (Stream<Path> files = Files.list(location)) {
          throw missing(file, files.map(f -> f.getFileName().toString()).sorted().toList());
        }
      }
      return Files.newInputStream(path);
    }

    @Override
    long length(String file) throws IOException {
      Path path = location.resolve(file);
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    }

    @Override
    String describe(String file) {
      return location.resolve(file).toString();
    }
  }

  /** Files in a zip file, in whatever folder of it, or in a zip file inside. */
  private static final class Archive extends DataLocation {
    private final ZipFile zip;

    /** Names of entries by file name, in lower case as some copies differ in case. */
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private final List<ZipEntry> inner = new ArrayList<>();

    Archive(Path location) throws IOException {
      super(location);
      try {
        zip = new ZipFile(location.toFile());
      } catch (ZipException | EOFException | IllegalArgumentException e) {
        throw caused(
            new DataFileException(
                location, "", "a folder or a zip file", String.valueOf(e.getMessage())),
            e);
      }
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(
              entry -> {
                entries.put(fileName(entry), entry);
                if (fileName(entry).endsWith(".zip")) {
                  inner.add(entry);
                }
              });
    }

    private static String fileName(ZipEntry entry) {
      String name = entry.getName();
      return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    InputStream stream(String file) throws IOException {
      String wanted = file.toLowerCase(Locale.ROOT);
      ZipEntry entry = entries.get(wanted);
      if (entry != null) {
        return zip.getInputStream(entry);
      }
      for (ZipEntry archive : inner) {
        ZipInputStream in = new ZipInputStream(zip.getInputStream(archive));
        for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
          if (fileName(e).equals(wanted)) {
            return in;
          }
        }
        in.close();
      }
      throw missing(file, entries.keySet().stream().sorted().toList());
    }

    @Override
    long length(String file) {
      // What an archive says of its entries is a claim: nothing is allocated by it.
      return 0;
    }

    @Override
    String describe(String file) {
      return location + "!" + file;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
