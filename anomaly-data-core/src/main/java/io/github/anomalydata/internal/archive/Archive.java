package io.github.anomalydata.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.internal.Hashes;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of file that holds a fitted object: its content as JSON, and arrays of {@code float64}.
 *
 * <p>It is an NPZ file, which {@code numpy.load} reads: the arrays by their names, {@code manifest}
 * with the JSON as bytes in UTF-8, and {@code sha256sums} with a line for each of the others: the
 * SHA-256 of its values, little-endian, in hexadecimal, two spaces and the name. So whatever is
 * damaged is found before any of it is used.
 *
 * @param <T> the type of the content
 */
public final class Archive<T> {
  private static final String MANIFEST = "manifest";
  private static final String SUMS = "sha256sums";

  private final JsonDocument<T> manifest;
  private final long maxBytes;

  private Archive(JsonDocument<T> manifest, long maxBytes) {
    this.manifest = manifest;
    this.maxBytes = maxBytes;
  }

  /**
   * What a file held.
   *
   * @param content the content
   * @param arrays the arrays by name
   * @param <T> the type of the content
   */
  public record Saved<T>(T content, Map<String, double[]> arrays) {

    /**
     * Returns an array.
     *
     * @param name its name, one of those that were asked for
     * @return its values
     * @throws IllegalArgumentException if it was not asked for
     */
    public double[] array(String name) {
      double[] values = arrays.get(name);
      if (values == null) {
        throw new IllegalArgumentException("name: one of " + arrays.keySet() + ", got " + name);
      }
      return values;
    }
  }

  /**
   * Returns a kind of file.
   *
   * @param format the name of the format
   * @param version its version
   * @param type the type of the content
   * @param maxBytes the most bytes that the values of one array may take
   * @param <T> the type of the content
   * @return the kind of file
   */
  public static <T> Archive<T> of(String format, int version, Class<T> type, long maxBytes) {
    return new Archive<>(JsonDocument.of(format, version, type), maxBytes);
  }

  /**
   * Writes a file.
   *
   * @param file the file, replaced once the new one is whole; on failure it stays as it was
   * @param content the content
   * @param arrays the arrays by name
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, T content, Map<String, double[]> arrays) throws IOException {
    Map<String, NumericArray> entries = new LinkedHashMap<>();
    byte[] json = manifest.bytes(content);
    Map<String, String> sums = new TreeMap<>();
    entries.put(MANIFEST, text(json));
    sums.put(MANIFEST, Hashes.sha256(json));
    new TreeMap<>(arrays)
        .forEach(
            (name, values) -> {
              entries.put(name, NumericArray.of(values, values.length));
              sums.put(name, sha256(values));
            });
    entries.put(SUMS, text(lines(sums).getBytes(UTF_8)));
    Npz.write(file, entries, Npz.Compression.STORED);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param names the names of the arrays that it must hold, and no others
   * @return what it holds
   * @throws DataFileException if it is not such a file, or damaged
   * @throws IOException if it cannot be read
   */
  public Saved<T> read(Path file, String... names) throws IOException {
    try (Npz npz = Npz.open(file, maxBytes)) {
      byte[] json = bytes(file, npz, MANIFEST);
      T content = manifest.parse(file, json);
      Map<String, String> sums = new TreeMap<>();
      sums.put(MANIFEST, Hashes.sha256(json));
      Map<String, double[]> arrays = new LinkedHashMap<>();
      for (String name : names) {
        NumericArray array = array(file, npz, name, ElementType.FLOAT64);
        arrays.put(name, array.doubles());
        sums.put(name, sha256(array.doubles()));
      }
      if (npz.names().size() != names.length + 2) {
        throw new DataFileException(
            file, "", "the arrays " + sums.keySet() + " and " + SUMS, npz.names().toString());
      }
      String found = new String(bytes(file, npz, SUMS), UTF_8);
      if (!found.equals(lines(sums))) {
        throw new DataFileException(
            file, SUMS, "the SHA-256 of what the file holds:\n" + lines(sums), found);
      }
      return new Saved<>(content, arrays);
    }
  }

  private static String lines(Map<String, String> sums) {
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    return lines.toString();
  }

  private static NumericArray array(Path file, Npz npz, String name, ElementType type)
      throws IOException {
    if (!npz.names().contains(name)) {
      throw new DataFileException(file, "", "an array " + name, npz.names().toString());
    }
    NumericArray array = npz.read(name);
    if (array.type() != type || array.shape().length != 1) {
      throw new DataFileException(file, name, type + " of one dimension", array.toString());
    }
    return array;
  }

  private static byte[] bytes(Path file, Npz npz, String name) throws IOException {
    int[] values = array(file, npz, name, ElementType.UINT8).ints();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static NumericArray text(byte[] bytes) {
    return NumericArray.of(bytes, bytes.length).unsigned();
  }

  private static String sha256(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return Hashes.sha256(bytes.array());
  }
}
