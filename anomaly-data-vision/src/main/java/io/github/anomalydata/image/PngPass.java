package io.github.anomalydata.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The pixels of an image that PNG stores together: all, or one of the seven passes of Adam7.
 *
 * @param left the column of the first pixel
 * @param top the row of the first pixel
 * @param stepX columns from one pixel to the next
 * @param stepY rows from one pixel to the next
 * @param width pixels in a row
 * @param height rows
 */
record PngPass(int left, int top, int stepX, int stepY, int width, int height) {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  static PngPass all(ImageSize size) {
    return new PngPass(0, 0, 1, 1, size.width(), size.height());
  }

  static List<PngPass> interlaced(ImageSize size) {
    List<PngPass> passes = new ArrayList<>();
    for (int[] p : ADAM7) {
      int width = (size.width() - p[0] + p[2] - 1) / p[2];
      int height = (size.height() - p[1] + p[3] - 1) / p[3];
      if (width > 0 && height > 0) {
        passes.add(new PngPass(p[0], p[1], p[2], p[3], width, height));
      }
    }
    return passes;
  }
}
