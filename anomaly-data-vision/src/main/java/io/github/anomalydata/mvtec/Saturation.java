package io.github.anomalydata.mvtec;

/** How much of a defect has to be found before it counts as found. */
public sealed interface Saturation {

  /**
   * Returns a number of pixels.
   *
   * @param count the number, at least 1
   * @return all of a defect that has fewer
   * @throws IllegalArgumentException if it is below 1
   */
  static Saturation pixels(int count) {
    return new Pixels(count);
  }

  /**
   * Returns a share of the pixels.
   *
   * @param share the share, above 0 and at most 1, which is all
   * @return the share, rounded down to a number of pixels that is at least 1
   * @throws IllegalArgumentException if it is out of range
   */
  static Saturation share(double share) {
    return new Share(share);
  }

  /**
   * Returns the number of pixels that have to be found of a defect.
   *
   * @param area the number of its pixels, at least 1
   * @return from 1 to {@code area}
   */
  int of(int area);

  /**
   * A number of pixels.
   *
   * @param count the number
   */
  record Pixels(int count) implements Saturation {
    /**
     * Checks the number.
     *
     * @param count the number
     * @throws IllegalArgumentException if it is below 1
     */
    public Pixels {
      if (count < 1) {
        throw new IllegalArgumentException("count: at least 1, got " + count);
      }
    }

    @Override
    public int of(int area) {
      return Math.min(count, area);
    }
  }

  /**
   * A share of the pixels.
   *
   * @param share the share
   */
  record Share(double share) implements Saturation {
    /**
     * Checks the share.
     *
     * @param share the share
     * @throws IllegalArgumentException if it is not above 0 and at most 1
     */
    public Share {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share: above 0 and at most 1, got " + share);
      }
    }

    @Override
    public int of(int area) {
      return Math.max(1, (int) (share * area));
    }
  }
}
