package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the two kinds of C-MAPSS files and checks every rule of their format. */
final class RunFiles {
  private static final int COLUMNS = 2 + Channel.all().size();

  private RunFiles() {}

  /**
   * Reads a train or test file: 26 columns, units in ascending order, cycles from 1 without a gap.
   *
   * @param length the length of the file in bytes, or 0 if unknown: a guess at the number of rows
   */
  static RunTable readRuns(InputStream in, String file, long length) throws IOException {
    TextRows rows = new TextRows(in, file);
    RunTable.Builder table = null;
    long blankLine = 0;
    do {
      if (!rows.nextToken()) {
        blankLine = blankLine == 0 ? rows.line() : blankLine;
        continue;
      }
      requireNoBlankLine(file, blankLine);
      if (table == null) {
        // A line of the original files has about 170 bytes.
        table = new RunTable.Builder((int) Math.min(length / 160 + 16, 1 << 24));
      }
      readRow(rows, table);
    } while (rows.nextLine());
    if (table == null) {
      throw new DataFileException(file, "", "rows of " + COLUMNS + " columns", "an empty file");
    }
    return table.build(file);
  }

  private static void readRow(TextRows rows, RunTable.Builder table) throws IOException {
    int unit = rows.readInt("a unit", 1);
    if (unit != table.lastUnit()) {
      if (unit < table.lastUnit()) {
        throw rows.error(
            "units in ascending order, after unit " + table.lastUnit(), "unit " + unit);
      }
      table.beginUnit(unit);
    }
    requireToken(rows, 2);
    int cycle = rows.readInt("a cycle", 0);
    if (cycle != table.lastCycle() + 1) {
      throw rows.error("cycle " + (table.lastCycle() + 1) + " of unit " + unit, "cycle " + cycle);
    }
    double[][] columns = table.room();
    int row = table.rows();
    for (int i = 0; i < columns.length; i++) {
      requireToken(rows, 3 + i);
      columns[i][row] = rows.readDouble();
    }
    if (rows.nextToken()) {
      throw rows.error(COLUMNS + " columns", "a column more");
    }
    table.endRow();
  }

  private static void requireToken(TextRows rows, int column) throws IOException {
    if (!rows.nextToken()) {
      throw rows.lineError(COLUMNS + " columns", (column - 1) + " columns");
    }
  }

  private static void requireNoBlankLine(String file, long blankLine) throws DataFileException {
    if (blankLine > 0) {
      throw new DataFileException(
          file, "line " + blankLine, "no blank line between rows", "a blank line");
    }
  }

  /** Reads a RUL file: one whole number a line, for each test unit in order. */
  static int[] readRul(InputStream in, String file) throws IOException {
    TextRows rows = new TextRows(in, file);
    int[] rul = new int[128];
    int count = 0;
    long blankLine = 0;
    do {
      if (!rows.nextToken()) {
        blankLine = blankLine == 0 ? rows.line() : blankLine;
        continue;
      }
      requireNoBlankLine(file, blankLine);
      if (count == rul.length) {
        rul = Arrays.copyOf(rul, 2 * count);
      }
      rul[count++] = rows.readInt("a remaining useful life", 0);
      if (rows.nextToken()) {
        throw rows.error("one number a line", "a number more");
      }
    } while (rows.nextLine());
    return Arrays.copyOf(rul, count);
  }
}
