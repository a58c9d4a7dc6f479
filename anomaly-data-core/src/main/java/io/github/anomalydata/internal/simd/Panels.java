package io.github.anomalydata.internal.simd;

import java.util.Arrays;

/** Rows in single precision, centred, scaled and packed for {@link PairTiles}. Immutable. */
public final class Panels {
  private final PairTiles tiles;
  private final int columns;
  private final float[][] values;
  private final int[] rows;

  private Panels(PairTiles tiles, int columns, float[][] values, int[] rows) {
    this.tiles = tiles;
    this.columns = columns;
    this.values = values;
    this.rows = rows;
  }

  /**
   * Packs rows.
   *
   * @param values the values, row after row
   * @param columns the number of columns, at least 1
   * @param centre what is taken off each column
   * @param scale what values are multiplied with then; the results must be floats whose squared
   *     differences are finite
   * @return the panels
   */
  public static Panels of(double[] values, int columns, double[] centre, double scale) {
    return of(Faster.TILES, values, columns, centre, scale);
  }

  static Panels of(PairTiles tiles, double[] values, int columns, double[] centre, double scale) {
    int width = tiles.width();
    int all = values.length / columns;
    int panels = (all + width - 1) / width;
    float[][] packed = new float[panels][columns * width];
    int[] rows = new int[panels];
    for (int row = 0; row < all; row++) {
      int panel = row / width;
      int place = row % width;
      for (int k = 0; k < columns; k++) {
        packed[panel][k * width + place] =
            (float) ((values[row * columns + k] - centre[k]) * scale);
      }
      rows[panel] = place + 1;
    }
    return new Panels(tiles, columns, packed, rows);
  }

  /**
   * Returns these rows and then others. No value is copied.
   *
   * @param other others, as many columns, of the same centre and scale
   * @return all of them
   */
  public Panels and(Panels other) {
    float[][] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    int[] allRows = Arrays.copyOf(rows, all.length);
    System.arraycopy(other.rows, 0, allRows, rows.length, other.rows.length);
    return new Panels(tiles, columns, all, allRows);
  }

  PairTiles tiles() {
    return tiles;
  }

  /** Returns the number of panels. */
  int count() {
    return values.length;
  }

  /** Returns the number of rows. */
  int rows() {
    return Arrays.stream(rows).sum();
  }

  /** Returns the number of rows of a panel; what follows them is no row. */
  int rows(int panel) {
    return rows[panel];
  }

  /**
   * Computes the squared distances of the rows of two panels. Those of a row to itself, and of what
   * is no row, are infinite.
   */
  void distances(int i, int j, float[] tile, int at) {
    tiles.distances(values[i], values[j], columns, tile, at);
    int width = tiles.width();
    if (i == j) {
      for (int row = 0; row < width; row++) {
        tile[at + row * width + row] = Float.POSITIVE_INFINITY;
      }
    }
    for (int row = rows[j]; row < width; row++) {
      Arrays.fill(tile, at + row * width, at + (row + 1) * width, Float.POSITIVE_INFINITY);
    }
    if (rows[i] < width) {
      for (int row = 0; row < rows[j]; row++) {
        Arrays.fill(
            tile, at + row * width + rows[i], at + (row + 1) * width, Float.POSITIVE_INFINITY);
      }
    }
  }

  /** Chosen when first used. */
  private static final class Faster {
    private static final PairTiles TILES = Twins.faster(PairTiles.class, PlainPairTiles::new);
  }
}
