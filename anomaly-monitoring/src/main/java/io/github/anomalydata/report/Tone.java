package io.github.anomalydata.report;

/**
 * A colour of plots. They are told apart by people who see no red or no green: M. Okabe and K. Ito,
 * "Color Universal Design", 2008. What colours mean is the same in all reports: blue is the
 * reference, orange the current data, red an alarm, grey a guide for the eye.
 */
public enum Tone {
  /** The reference, or the first of several. */
  BLUE(0x0B6BB0),
  /** Current data, or the second of several. */
  ORANGE(0xC95A00),
  /** A third. */
  GREEN(0x00806A),
  /** A fourth. */
  PURPLE(0xA3568A),
  /** An alarm. */
  RED(0xC4162A),
  /** A guide for the eye. */
  GREY(0x77808A);

  private final int rgb;

  Tone(int rgb) {
    this.rgb = rgb;
  }

  /** Returns the colour on white, {@code 0xRRGGBB}. */
  int rgb() {
    return rgb;
  }
}
