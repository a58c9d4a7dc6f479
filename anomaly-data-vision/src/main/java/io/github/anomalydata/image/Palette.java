package io.github.anomalydata.image;

/** Colours that pixels name by number: red, green and blue of each in turn. */
final class Palette {
  private Palette() {}

  static boolean isGrey(byte[] palette) {
    for (int i = 0; i < palette.length; i += 3) {
      if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the greys that few bits stand for, from black to white. */
  static byte[] greys(int bits) {
    if (bits > 8) {
      return new byte[0];
    }
    int most = (1 << bits) - 1;
    byte[] greys = new byte[3 * (most + 1)];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i / 3 * 255 / most);
    }
    return greys;
  }
}
