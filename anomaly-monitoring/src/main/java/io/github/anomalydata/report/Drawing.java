package io.github.anomalydata.report;

import java.io.IOException;
import java.io.OutputStream;

/** Something to draw on, in pixels from the upper left. */
interface Drawing {
  /** Where a text is, seen from its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * How a line is drawn.
   *
   * @param rgb its colour, {@code 0xRRGGBB}
   * @param width its width
   * @param dashed whether it is dashed
   */
  record Pen(int rgb, double width, boolean dashed) {}

  /** Draws a line through points. */
  void line(double[] x, double[] y, Pen pen);

  /** Fills a polygon. */
  void area(double[] x, double[] y, int rgb, double opacity);

  /** Draws a point. */
  void point(double x, double y, double radius, int rgb);

  /** Writes text whose baseline is at a height. */
  void text(double x, double y, String text, Anchor anchor, int rgb, double size, int degrees);

  /** Draws cells of colours, row after row from the top; a colour of -1 is none. */
  void cells(double x, double y, double width, double height, int columns, int[] rgb);

  /** Limits what follows to a rectangle, until the next call. */
  void clip(double x, double y, double width, double height);

  /** Ends the limit. */
  void unclip();

  /** Writes the drawing. */
  void write(OutputStream out) throws IOException;
}
