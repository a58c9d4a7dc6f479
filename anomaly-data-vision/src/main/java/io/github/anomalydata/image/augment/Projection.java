package io.github.anomalydata.image.augment;

import io.github.anomalydata.image.ImageSize;

/**
 * Where each point of a warped image is taken from, in pixels from its left and top edges: {@code x
 * = (a u + b v + c) / (g u + h v + 1)} and {@code y = (d u + e v + f) / (g u + h v + 1)}. The
 * centre of the first pixel is at (0.5, 0.5).
 *
 * @param a as above
 * @param b as above
 * @param c as above
 * @param d as above
 * @param e as above
 * @param f as above
 * @param g as above; 0 if parallel lines stay parallel
 * @param h as above; 0 if parallel lines stay parallel
 */
public record Projection(
    double a, double b, double c, double d, double e, double f, double g, double h) {
  private static final int UNKNOWNS = 8;

  /**
   * Returns a rotation around the middle.
   *
   * @param degrees the angle, counter-clockwise
   * @param size the size of the image
   * @return the projection
   */
  public static Projection rotation(double degrees, ImageSize size) {
    return affine(degrees, 1, 0, 0, 0, size);
  }

  /**
   * Returns a shear along rows, then a scaling, a rotation and a shift, around the middle.
   *
   * @param degrees the angle of rotation, counter-clockwise
   * @param scale the factor of the size, above 0
   * @param shear the angle of shear in degrees, within -90 and 90
   * @param right the shift in columns
   * @param down the shift in rows
   * @param size the size of the image
   * @return the projection
   */
  public static Projection affine(
      double degrees, double scale, double shear, double right, double down, ImageSize size) {
    double angle = StrictMath.toRadians(degrees);
    double cos = exact(StrictMath.cos(angle));
    double sin = exact(StrictMath.sin(angle));
    double slant = exact(StrictMath.tan(StrictMath.toRadians(shear)));
    // The inverse: back by the shift, turned back, made smaller, sheared back.
    double a = (cos - slant * sin) / scale;
    double b = (-sin - slant * cos) / scale;
    double d = sin / scale;
    double e = cos / scale;
    double x = size.width() / 2.0;
    double y = size.height() / 2.0;
    double c = x - a * (x + right) - b * (y + down);
    double f = y - d * (x + right) - e * (y + down);
    return new Projection(a, b, c, d, e, f, 0, 0);
  }

  /** Cuts off the last bits, as Pillow does: a quarter turn is to take whole pixels. */
  private static double exact(double value) {
    return Math.rint(value * 1e15) / 1e15;
  }

  /**
   * Returns what moves the corners of an image.
   *
   * @param corners where the top left, top right, bottom right and bottom left corners go to: x and
   *     y of each
   * @param size the size of the image
   * @return the projection
   * @throws IllegalArgumentException if there are not 8 numbers, or three corners are in one line
   */
  public static Projection ofCorners(double[] corners, ImageSize size) {
    if (corners.length != UNKNOWNS) {
      throw new IllegalArgumentException("corners: 8 numbers, got " + corners.length);
    }
    double w = size.width();
    double hh = size.height();
    double[] from = {0, 0, w, 0, w, hh, 0, hh};
    double[][] rows = new double[UNKNOWNS][UNKNOWNS + 1];
    for (int i = 0; i < 4; i++) {
      double u = corners[2 * i];
      double v = corners[2 * i + 1];
      double x = from[2 * i];
      double y = from[2 * i + 1];
      rows[2 * i] = new double[] {u, v, 1, 0, 0, 0, -x * u, -x * v, x};
      rows[2 * i + 1] = new double[] {0, 0, 0, u, v, 1, -y * u, -y * v, y};
    }
    double[] s = solve(rows);
    return new Projection(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
  }

  /** Gauss's elimination with pivots. */
  private static double[] solve(double[][] rows) {
    for (int column = 0; column < UNKNOWNS; column++) {
      int pivot = column;
      for (int row = column + 1; row < UNKNOWNS; row++) {
        pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
      }
      double[] swap = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swap;
      if (!(Math.abs(rows[column][column]) > 1e-12)) {
        throw new IllegalArgumentException("corners: no three in one line");
      }
      for (int row = 0; row < UNKNOWNS; row++) {
        double factor = rows[row][column] / rows[column][column];
        for (int i = column; row != column && i <= UNKNOWNS; i++) {
          rows[row][i] -= factor * rows[column][i];
        }
      }
    }
    double[] solution = new double[UNKNOWNS];
    for (int i = 0; i < UNKNOWNS; i++) {
      solution[i] = rows[i][UNKNOWNS] / rows[i][i];
    }
    return solution;
  }

  /** Returns this projection of points moved before. */
  Projection shifted(double right, double down) {
    return new Projection(
        a,
        b,
        a * right + b * down + c,
        d,
        e,
        d * right + e * down + f,
        g,
        h); // of an affine one only: its divisor is 1
  }

  double x(double u, double v) {
    return (a * u + b * v + c) / (g * u + h * v + 1);
  }

  double y(double u, double v) {
    return (d * u + e * v + f) / (g * u + h * v + 1);
  }
}
