package io.github.anomalydata.cli.augment;

import io.github.anomalydata.cli.plot.Canvas;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A picture of the channels of a series before and after: one panel for each channel, the original
 * in grey, the augmented one in orange, both at the same scale.
 *
 * <p>It is drawn without the graphics and the fonts of the system, so that it is the same
 * everywhere, on servers too.
 */
public final class SeriesPlot {
  private static final int WIDTH = 900;
  private static final int LEFT = 92;
  private static final int RIGHT = 24;
  private static final int TOP = 44;
  private static final int PANEL = 120;
  private static final int GAP = 34;
  private static final int BOTTOM = 12;
  private static final int MOST_CHANNELS = 8;
  private static final int TEXT = 0x333333;
  private static final int FRAME = 0xC8C8C8;
  private static final int ORIGINAL = 0x8A8F98;
  private static final int AUGMENTED = 0xD9541E;

  private final double[] original;
  private final int originalTime;
  private final double[] augmented;
  private final int augmentedTime;
  private final int channels;

  /**
   * Takes the series; of several, the first is drawn, and of its channels the first eight.
   *
   * @param original the series before, {@code [..., channels, time]}
   * @param originalTime the number of steps of the series before
   * @param augmented the series after
   * @param augmentedTime the number of steps of the series after
   * @param channels the number of channels
   * @throws IllegalArgumentException if a series has fewer values than channels and steps
   */
  public SeriesPlot(
      double[] original, int originalTime, double[] augmented, int augmentedTime, int channels) {
    require("original", original, originalTime, channels);
    require("augmented", augmented, augmentedTime, channels);
    this.original = original.clone();
    this.originalTime = originalTime;
    this.augmented = augmented.clone();
    this.augmentedTime = augmentedTime;
    this.channels = channels;
  }

  private static void require(String name, double[] values, int time, int channels) {
    if (time < 1 || channels < 1 || values.length < (long) time * channels) {
      throw new IllegalArgumentException(
          name
              + ": at least "
              + channels
              + " channels of "
              + time
              + " steps, got "
              + values.length
              + " values");
    }
  }

  /**
   * Writes the picture as a PNG file.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    draw().write(file);
  }

  private Canvas draw() {
    int shown = Math.min(channels, MOST_CHANNELS);
    Canvas canvas = new Canvas(WIDTH, TOP + shown * (PANEL + GAP) + BOTTOM);
    legend(canvas, LEFT, "original", ORIGINAL);
    legend(canvas, LEFT + 170, "augmented", AUGMENTED);
    if (shown < channels) {
      canvas.text(LEFT + 360, 16, "the first " + shown + " of " + channels + " channels", TEXT);
    }
    for (int channel = 0; channel < shown; channel++) {
      panel(canvas, channel, TOP + channel * (PANEL + GAP));
    }
    return canvas;
  }

  private static void legend(Canvas canvas, int left, String text, int colour) {
    canvas.line(left, 22, left + 28, 22, 3, colour);
    canvas.text(left + 38, 16, text, TEXT);
  }

  private void panel(Canvas canvas, int channel, int top) {
    double[] before = channel(original, originalTime, channel);
    double[] after = channel(augmented, augmentedTime, channel);
    double low = Math.min(least(before), least(after));
    double high = Math.max(-least(negated(before)), -least(negated(after)));
    if (!(low < high)) {
      double middle = Double.isFinite(low) ? low : 0;
      low = middle - 1;
      high = middle + 1;
    }
    int right = WIDTH - RIGHT;
    int bottom = top + PANEL;
    canvas.line(LEFT, top, right, top, 1, FRAME);
    canvas.line(LEFT, bottom, right, bottom, 1, FRAME);
    canvas.line(LEFT, top, LEFT, bottom, 1, FRAME);
    canvas.line(right, top, right, bottom, 1, FRAME);
    canvas.text(LEFT - 10 - Canvas.width(number(high)), top, number(high), TEXT);
    canvas.text(LEFT - 10 - Canvas.width(number(low)), bottom - 10, number(low), TEXT);
    canvas.text(LEFT, bottom + 8, "0", TEXT);
    String end = String.valueOf(Math.max(originalTime, augmentedTime) - 1);
    canvas.text(right - Canvas.width(end), bottom + 8, end, TEXT);
    String name = "channel " + channel;
    canvas.text((LEFT + right - Canvas.width(name)) / 2, bottom + 8, name, TEXT);
    curve(canvas, before, top, low, high, 2.4, ORIGINAL);
    curve(canvas, after, top, low, high, 1.6, AUGMENTED);
  }

  private static double[] channel(double[] values, int time, int channel) {
    return Arrays.copyOfRange(values, channel * time, (channel + 1) * time);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  private static String number(double value) {
    double magnitude = Math.abs(value);
    return magnitude == 0 || (magnitude >= 0.001 && magnitude < 1e6)
        ? new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%.1e", value);
  }

  /** Draws a line through the values; it has a gap where one is missing. */
  private void curve(
      Canvas canvas, double[] values, int top, double low, double high, double width, int colour) {
    double step = (WIDTH - RIGHT - LEFT - 8.0) / Math.max(1, longest() - 1);
    double x = LEFT + 4;
    for (int t = 0; t < values.length; t++) {
      double y = place(values[t], top, low, high);
      // A step without neighbours is a dot.
      double next = t + 1 < values.length ? place(values[t + 1], top, low, high) : Double.NaN;
      boolean hasNext = Double.isFinite(next);
      if (Double.isFinite(y)) {
        canvas.line(x, y, hasNext ? x + step : x, hasNext ? next : y, width, colour);
      }
      x += step;
    }
  }

  private int longest() {
    return Math.max(originalTime, augmentedTime);
  }

  private static double place(double value, int top, double low, double high) {
    // Halves, as the difference of two large numbers may be more than the largest.
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return top + 6 + (PANEL - 12) * (1 - share);
  }
}
