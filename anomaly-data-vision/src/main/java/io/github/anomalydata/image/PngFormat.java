package io.github.anomalydata.image;

import java.util.List;

/**
 * How a PNG file stores its pixels.
 *
 * @param bits the bits of a sample
 * @param type the colour type
 * @param interlaced whether it stores the passes of Adam7
 */
record PngFormat(int bits, int type, boolean interlaced) {
  static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  static boolean isValid(int bits, int type) {
    return switch (type) {
      case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
      case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
      case RGB, GREY_ALPHA, RGB_ALPHA -> bits == 8 || bits == 16;
      default -> false;
    };
  }

  boolean isPalette() {
    return type == PALETTE;
  }

  boolean isGrey() {
    return type == GREY || type == GREY_ALPHA;
  }

  /** Returns how many samples a pixel has, alpha included. */
  int samples() {
    return switch (type) {
      case RGB -> 3;
      case GREY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 1;
    };
  }

  /** Returns how many bytes a pixel takes, at least 1. */
  int pixelBytes() {
    return Math.max(1, samples() * bits / 8);
  }

  int rowBytes(int width) {
    return Math.toIntExact(((long) width * samples() * bits + 7) / 8);
  }

  List<PngPass> passes(ImageSize size) {
    return interlaced ? PngPass.interlaced(size) : List.of(PngPass.all(size));
  }

  /** Returns how many bytes the rows take before compression. */
  long rawBytes(ImageSize size) {
    return passes(size).stream().mapToLong(p -> p.height() * (1L + rowBytes(p.width()))).sum();
  }
}
