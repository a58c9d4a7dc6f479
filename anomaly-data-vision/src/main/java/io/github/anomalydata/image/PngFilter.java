package io.github.anomalydata.image;

/** Undoes the filters that make rows of PNG compress better. */
final class PngFilter {
  private PngFilter() {}

  /**
   * Turns a row into bytes of pixels.
   *
   * @param row the number of the filter, from 0 to 4, then the filtered bytes
   * @param up the row above, its first byte unused; zeros above the first
   * @param pixel the bytes of a pixel
   */
  static void undo(byte[] row, byte[] up, int pixel) {
    switch (row[0]) {
      case 1 -> sub(row, pixel);
      case 2 -> up(row, up);
      case 3 -> average(row, up, pixel);
      case 4 -> paeth(row, up, pixel);
      default -> {}
    }
  }

  private static void sub(byte[] row, int pixel) {
    for (int i = 1 + pixel; i < row.length; i++) {
      row[i] += row[i - pixel];
    }
  }

  private static void up(byte[] row, byte[] up) {
    for (int i = 1; i < row.length; i++) {
      row[i] += up[i];
    }
  }

  private static void average(byte[] row, byte[] up, int pixel) {
    int first = Math.min(row.length, 1 + pixel);
    for (int i = 1; i < first; i++) {
      row[i] += (byte) ((up[i] & 0xFF) >> 1);
    }
    for (int i = first; i < row.length; i++) {
      row[i] += (byte) (((row[i - pixel] & 0xFF) + (up[i] & 0xFF)) >> 1);
    }
  }

  private static void paeth(byte[] row, byte[] up, int pixel) {
    int first = Math.min(row.length, 1 + pixel);
    for (int i = 1; i < first; i++) {
      row[i] += up[i];
    }
    for (int start = first; start < first + pixel && start < row.length; start++) {
      // One byte of the pixel after another: what it is predicted from stays in registers.
      int a = row[start - pixel] & 0xFF;
      int c = up[start - pixel] & 0xFF;
      for (int i = start; i < row.length; i += pixel) {
        int b = up[i] & 0xFF;
        int pa = b - c;
        int pb = a - c;
        int pc = Math.abs(pa + pb);
        pa = Math.abs(pa);
        pb = Math.abs(pb);
        int nearest = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
        a = (row[i] + nearest) & 0xFF;
        row[i] = (byte) a;
        c = b;
      }
    }
  }
}
