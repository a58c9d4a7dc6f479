package io.github.anomalydata.mimii;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.TreeFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files {@code attributes_00.csv} of DCASE: a header {@code file_name,d1p,d1v,d2p,d2v,…}, and
 * in each row a path and pairs of a name and a value, of which the last may be missing or empty.
 */
final class AttributesFile {
  private static final Pattern NAME = Pattern.compile("attributes_\\d\\d\\.csv");

  private AttributesFile() {}

  /** Returns the attributes by the last name of the path. */
  static Map<String, Map<String, String>> read(List<Path> files) throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (Path file : files) {
      if (NAME.matcher(TreeFolder.name(file)).matches()) {
        read(file, rows);
      }
    }
    return rows;
  }

  private static void read(Path file, Map<String, Map<String, String>> rows) throws IOException {
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
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split(",", -1);
      Map<String, String> pairs = new LinkedHashMap<>();
      for (int c = 1; c < cells.length; c += 2) {
        String name = cells[c].strip();
        String value = c + 1 < cells.length ? cells[c + 1].strip() : "";
        if (!name.isEmpty()) {
          pairs.put(name, value);
        } else if (!value.isEmpty()) {
          throw new DataFileException(
              file, "line " + (i + 1), "a name before each value", lines.get(i));
        }
      }
      String wav = cells[0].strip().replace('\\', '/');
      if (rows.put(wav.substring(wav.lastIndexOf('/') + 1), pairs) != null) {
        throw new DataFileException(file, "line " + (i + 1), "each file once", wav);
      }
    }
  }
}
