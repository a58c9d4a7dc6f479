package io.github.anomalydata.image;

/** What is beyond the border of an image. */
public enum BorderMode {
  /** One value. */
  CONSTANT,

  /** The nearest pixel of the border. */
  EDGE,

  /** The image mirrored, without its border twice: {@code c b | a b c | b a}. */
  REFLECT;

  /**
   * Returns where a pixel, which may be beyond the border, is taken from.
   *
   * @param at its index
   * @param length the number of pixels
   * @return an index within the length; -1 for the constant
   */
  public int index(int at, int length) {
    if (at >= 0 && at < length) {
      return at;
    }
    return switch (this) {
      case CONSTANT -> -1;
      case EDGE -> at < 0 ? 0 : length - 1;
      case REFLECT -> {
        int period = Math.max(1, 2 * (length - 1));
        int folded = Math.floorMod(at, period);
        yield folded < length ? folded : period - folded;
      }
    };
  }
}
