package io.github.anomalydata.report;

/**
 * Colours for shares from 0 to 1 that get lighter all the way, also in grey: "viridis" by S. van
 * der Walt and N. Smith, 2015, linear between nine of its colours.
 */
final class Ramp {
  private static final int[] COLOURS = {
    0x440154, 0x472C7A, 0x3B518B, 0x2C718E, 0x21908D, 0x27AD81, 0x5CC863, 0xAADC32, 0xFDE725
  };

  private Ramp() {}

  static int rgb(double share) {
    double place = Math.max(0, Math.min(1, share)) * (COLOURS.length - 1);
    int below = (int) Math.min(place, COLOURS.length - 2);
    int blended = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int low = COLOURS[below] >> shift & 0xFF;
      int high = COLOURS[below + 1] >> shift & 0xFF;
      blended |= (int) Math.rint(low + (place - below) * (high - low)) << shift;
    }
    return blended;
  }
}
