package io.github.anomalydata.mimii;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files {@code attributes_00.csv} of DCASE: a header {@code file_name,d1p,d1v,d2p,d2v,…}, and
 * in each row a path and pairs of a name and a value, of which the last may be missing or empty.
 */
final class AttributesFile {
  private static final Pattern NAME = Pattern.compile("attributes_\\d\\d\\.csv");

  /** The rows by the last name of their path, in their order. */
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private AttributesFile() {}

  /** What a row tells of the file at a path, and where it does. */
  private record Row(Path file, int line, String wav, Map<String, String> pairs) {
    String name() {
      return wav.substring(wav.lastIndexOf('/') + 1);
    }

    /** Returns the last folder of the path, empty if there is none. */
    String folder() {
      String parent = wav.substring(0, Math.max(0, wav.lastIndexOf('/')));
      return parent.substring(parent.lastIndexOf('/') + 1);
    }

    DataFileException refused(String rule, String found) {
      return new DataFileException(file, "line " + line, rule, found);
    }
  }

  /** Reads those of the files that are such. */
  static AttributesFile read(List<Path> files) throws IOException {
    AttributesFile all = new AttributesFile();
    for (Path file : files) {
      if (NAME.matcher(TreeFolder.name(file)).matches()) {
        all.read(file);
      }
    }
    return all;
  }

  /** Returns what is told of a file, which may be nothing. */
  Map<String, String> of(String name) {
    Row row = rows.get(name);
    return row == null ? Map.of() : row.pairs;
  }

  /**
   * Refuses rows of files that are not there, but for those of folders that are not.
   *
   * @param names the names of the files that are there
   * @param absent the names of the folders that might be there and are not
   */
  void requireFiles(Set<String> names, Set<String> absent) throws DataFileException {
    for (Row row : rows.values()) {
      if (!names.contains(row.name()) && !absent.contains(row.folder())) {
        throw row.refused("a file that is there", row.wav);
      }
    }
  }

  private void read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new DataFileException(file, "", "text in UTF-8", "other bytes");
    }
    String header = lines.isEmpty() ? "" : lines.get(0).replace("\uFEFF", "");
    if (!header.startsWith("file_name")) {
      throw new DataFileException(file, "line 1", "a header file_name,d1p,d1v,…", header);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        add(file, i + 1, lines.get(i));
      }
    }
  }

  private void add(Path file, int line, String text) throws DataFileException {
    String[] cells = text.split(",", -1);
    Map<String, String> pairs = new LinkedHashMap<>();
    Row row = new Row(file, line, cells[0].strip().replace('\\', '/'), pairs);
    for (int c = 1; c < cells.length; c += 2) {
      String name = cells[c].strip();
      String value = c + 1 < cells.length ? cells[c + 1].strip() : "";
      if (!name.isEmpty()) {
        pairs.put(name, value);
      } else if (!value.isEmpty()) {
        throw row.refused("a name before each value", text);
      }
    }
    if (rows.put(row.name(), row) != null) {
      throw row.refused("each file once", row.wav);
    }
  }
}
