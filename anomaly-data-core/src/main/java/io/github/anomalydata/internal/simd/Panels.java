package io.github.anomalydata.internal.simd;

import java.util.Arrays;

/**
 * Rows in single precision, centred, scaled and packed for {@link PairTiles}. Immutable.
 *
 * <p>Squared distances are taken from scalar products and norms where all rows of two panels are so
 * near to the centre, measured by the kernel, that what cancels is not seen in its values; and as
 * sums of squared differences, which takes half as long again, where some are not.
 */
public final class Panels {
  /** Squared norms of two rows, times the factor of the kernel, that may cancel. */
  private static final double NEAR = 4;

  private final PairTiles tiles;
  private final int columns;
  private final float[][] values;
  private final float[][] norms;
  private final int[] rows;

  private Panels(PairTiles tiles, int columns, float[][] values, float[][] norms, int[] rows) {
    this.tiles = tiles;
    this.columns = columns;
    this.values = values;
    this.norms = norms;
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
    // Columns of zeros change no distance.
    int padded = (columns + 3) / 4 * 4;
    float[][] packed = new float[panels][padded * width];
    float[][] norms = new float[panels][width];
    int[] rows = new int[panels];
    for (int row = 0; row < all; row++) {
      int panel = row / width;
      int place = row % width;
      double norm = 0;
      for (int k = 0; k < columns; k++) {
        float value = (float) ((values[row * columns + k] - centre[k]) * scale);
        packed[panel][k * width + place] = value;
        norm += (double) value * value;
      }
      norms[panel][place] = (float) norm;
      rows[panel] = place + 1;
    }
    return new Panels(tiles, padded, packed, norms, rows);
  }

  /**
   * Returns these rows and then others. No value is copied.
   *
   * @param other others, as many columns, of the same centre and scale
   * @return all of them
   */
  public Panels and(Panels other) {
    int[] all = Arrays.copyOf(rows, rows.length + other.rows.length);
    System.arraycopy(other.rows, 0, all, rows.length, other.rows.length);
    return new Panels(
        tiles, columns, joined(values, other.values), joined(norms, other.norms), all);
  }

  private static float[][] joined(float[][] first, float[][] second) {
    float[][] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
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

  /** Returns which panels are near to the centre for a kernel of this factor. */
  boolean[] near(float[] factors) {
    double greatest = 0;
    for (float factor : factors) {
      greatest = Math.max(greatest, factor);
    }
    boolean[] near = new boolean[values.length];
    for (int panel = 0; panel < near.length; panel++) {
      double norm = 0;
      for (float value : norms[panel]) {
        norm = Math.max(norm, value);
      }
      near[panel] = 2 * greatest * norm < NEAR;
    }
    return near;
  }

  /**
   * Computes the squared distances of the rows of two panels. Those of a row to itself, and of what
   * is no row, are infinite.
   *
   * @param near whether both panels are near to the centre
   */
  void distances(int i, int j, boolean near, float[] tile, int at) {
    if (near) {
      tiles.multiply(values[j], columns, values[i], 0, tile, at);
      tiles.distances(tile, at, norms[i], norms[j]);
    } else {
      tiles.distances(values[i], values[j], columns, tile, at);
    }
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
