package io.github.anomalydata.metrics;

/**
 * Bins of real numbers whose width grows with the number: 64 between one power of two and the next.
 *
 * <p>The bits of a positive {@code double}, cut off after six binary places, are the number of its
 * bin, so that finding it is a shift. Magnitudes from 2<sup>-40</sup> to 2<sup>40</sup> have bins
 * of their own; smaller ones are in bin 0, larger ones in the outermost. The middle of a bin is
 * within 1/128 of every number in it (C. Masson, J. E. Rim and H. K. Lee, DDSketch, PVLDB 12, 2019,
 * doi:10.14778/3352063.3352135, with linear bins between powers of two).
 */
final class Bins {
  /** The highest bin; the lowest is its negative. */
  static final int LAST = 80 << 6;

  private static final int CUT = 52 - 6;
  private static final int BELOW_FIRST = ((1023 - 40) << 6) - 1;

  private Bins() {}

  /** Returns the bin of a number that is not NaN. */
  static int of(double value) {
    int key = (int) ((Double.doubleToRawLongBits(value) & Long.MAX_VALUE) >>> CUT) - BELOW_FIRST;
    int bin = Math.max(0, Math.min(LAST, key));
    return value < 0 ? -bin : bin;
  }

  /** Returns the number in the middle of a bin. */
  static double middle(int bin) {
    int size = Math.abs(bin);
    if (size == 0) {
      return 0;
    }
    double middle = (lower(size) + lower(size + 1)) / 2;
    return bin < 0 ? -middle : middle;
  }

  private static double lower(int bin) {
    return Double.longBitsToDouble((long) (bin + BELOW_FIRST) << CUT);
  }
}
