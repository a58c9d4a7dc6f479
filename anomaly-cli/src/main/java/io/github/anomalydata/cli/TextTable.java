package io.github.anomalydata.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as they need to be, numbers to the right. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Creates a table.
   *
   * @param header the names of the columns
   */
  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  /**
   * Adds a row.
   *
   * @param cells the cells, one for each column
   * @return this table
   */
  public TextTable row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException("cells: one for each of " + rows.get(0) + ", got " + row);
    }
    rows.add(row);
    return this;
  }

  /**
   * Prints the table.
   *
   * @param out where to
   */
  public void print(PrintWriter out) {
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < rows.get(r).size(); c++) {
        String cell = rows.get(r).get(c);
        String space = " ".repeat(width(c) - cell.length());
        line.append(c == 0 ? "" : "  ").append(isNumeric(c) ? space + cell : cell + space);
      }
      out.println(line.toString().stripTrailing());
      if (r == 0) {
        out.println("-".repeat(line.length()));
      }
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("[-+.,0-9 %]*"));
  }
}
