package io.github.anomalydata.turbofan;

import java.util.Arrays;

/**
 * The rows of one file: a column of doubles for each channel, and where each unit begins.
 *
 * @param file the name of the file, for messages
 * @param columns the values, a column for each channel in the order of {@link Channel}
 * @param units the number of each unit
 * @param starts the first row of each unit, and the number of rows at the end
 */
record RunTable(String file, double[][] columns, int[] units, int[] starts) {

  /** Collects rows whose number is not known beforehand. */
  static final class Builder {
    private double[][] columns;
    private int[] units = new int[16];
    private int[] starts = new int[17];
    private int unitCount;
    private int rows;

    Builder(int expectedRows) {
      columns = new double[Channel.all().size()][Math.max(expectedRows, 16)];
    }

    int rows() {
      return rows;
    }

    int lastUnit() {
      return unitCount == 0 ? 0 : units[unitCount - 1];
    }

    /** The number of cycles of the last unit so far. */
    int lastCycle() {
      return unitCount == 0 ? 0 : rows - starts[unitCount - 1];
    }

    void beginUnit(int unit) {
      if (unitCount == units.length) {
        units = Arrays.copyOf(units, 2 * unitCount);
        starts = Arrays.copyOf(starts, 2 * unitCount + 1);
      }
      units[unitCount] = unit;
      starts[unitCount] = rows;
      unitCount++;
    }

    /** Returns the columns to write row {@link #rows()} into. */
    double[][] room() {
      if (rows == columns[0].length) {
        int larger = (int) Math.min(Integer.MAX_VALUE - 8L, rows + (rows >> 1) + 16L);
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], larger);
        }
      }
      return columns;
    }

    void endRow() {
      rows = Math.incrementExact(rows);
    }

    RunTable build(String file) {
      if (columns[0].length > rows + rows / 8 + 16) {
        for (int i = 0; i < columns.length; i++) {
          columns[i] = Arrays.copyOf(columns[i], rows);
        }
      }
      starts[unitCount] = rows;
      return new RunTable(
          file, columns, Arrays.copyOf(units, unitCount), Arrays.copyOf(starts, unitCount + 1));
    }
  }
}
