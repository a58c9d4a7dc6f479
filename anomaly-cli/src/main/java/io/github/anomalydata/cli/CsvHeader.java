package io.github.anomalydata.cli;

import io.github.anomalydata.exchange.CsvOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether the first line of a CSV file names its columns. */
public final class CsvHeader {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private CsvHeader() {}

  /**
   * Looks at the first line. One number makes it data: names in it are then an error, and no row is
   * lost silently.
   *
   * @param file the file
   * @return whether its first line names the columns
   * @throws IOException if the file cannot be read
   */
  public static CsvOptions.Header of(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line = reader.readLine();
      boolean numbers =
          line != null
              && Arrays.stream(line.replace(BYTE_ORDER_MARK, "").split(",", -1))
                  .anyMatch(CsvHeader::isNumber);
      return numbers ? CsvOptions.Header.NONE : CsvOptions.Header.FIRST_LINE;
    }
  }

  private static boolean isNumber(String cell) {
    return cell.strip()
        .matches("\"?\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+|inf|nan)([eE][-+]?\\d+)?\\s*\"?");
  }
}
