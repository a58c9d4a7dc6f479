package io.github.anomalydata.cli.audio;

import io.github.anomalydata.cli.plot.Canvas;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/**
 * A picture of a spectrogram in decibels: time from left to right, bands from below, and the level
 * as colour, from the loudest value to 80 dB below it.
 */
final class SpectrogramPlot {
  private static final int LEFT = 92;
  private static final int TOP = 40;
  private static final int PLOT_WIDTH = 780;
  private static final int PLOT_HEIGHT = 384;
  private static final int BAR_LEFT = LEFT + PLOT_WIDTH + 28;
  private static final int BAR_WIDTH = 18;
  private static final int WIDTH = BAR_LEFT + BAR_WIDTH + 80;
  private static final int HEIGHT = TOP + PLOT_HEIGHT + 64;
  private static final int RANGE = 80;
  private static final int TEXT = 0x333333;
  private static final int TEXT_HEIGHT = 10;
  private static final int TICKS = 5;

  /** From quiet to loud: each lighter than the one before, in grey too. */
  private static final int[] COLOURS = {0x0B0724, 0x4A1570, 0x9A2A6B, 0xDB4F4A, 0xF89A3C, 0xFCF3B0};

  private final float[] levels;
  private final double[] centres;
  private final int frames;
  private final double seconds;
  private final double loudest;
  private final double quietest;

  /** Takes the levels, {@code [bands, frames]}, and the frequencies of the bands in Hz. */
  SpectrogramPlot(float[] levels, double[] centres, int frames, double seconds) {
    this.levels = levels;
    this.centres = centres;
    this.frames = frames;
    this.seconds = seconds;
    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    for (float level : levels) {
      high = Math.max(high, level);
      low = Math.min(low, level);
    }
    this.loudest = high;
    this.quietest = Math.max(low, high - RANGE);
  }

  void write(Path file) throws IOException {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    for (int x = 0; x < PLOT_WIDTH; x++) {
      for (int y = 0; y < PLOT_HEIGHT; y++) {
        canvas.pixel(LEFT + x, TOP + y, colour(level(x, PLOT_HEIGHT - 1 - y)));
      }
    }
    frequencies(canvas);
    times(canvas);
    bar(canvas);
    canvas.write(file);
  }

  /** Returns the mean level over the frames that a column of pixels stands for. */
  private double level(int x, int height) {
    int band = height * centres.length / PLOT_HEIGHT;
    int from = (int) ((long) x * frames / PLOT_WIDTH);
    int to = Math.max(from + 1, (int) ((x + 1L) * frames / PLOT_WIDTH));
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += levels[band * frames + t];
    }
    return sum / (to - from);
  }

  private int colour(double level) {
    double range = loudest - quietest;
    double share = range > 0 ? Math.max(0, (level - quietest) / range) : 0;
    double place = share * (COLOURS.length - 1);
    int before = Math.min(COLOURS.length - 2, (int) place);
    int colour = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = COLOURS[before] >> shift & 0xFF;
      int b = COLOURS[before + 1] >> shift & 0xFF;
      colour |= (int) Math.rint(a + (place - before) * (b - a)) << shift;
    }
    return colour;
  }

  private void frequencies(Canvas canvas) {
    canvas.text(LEFT - 84, 12, "kHz", TEXT);
    for (int i = 0; i <= TICKS; i++) {
      int band = i * (centres.length - 1) / TICKS;
      double y = TOP + PLOT_HEIGHT * (1 - (band + 0.5) / centres.length);
      canvas.line(LEFT - 6, y, LEFT - 1, y, 1, TEXT);
      right(canvas, LEFT - 12, y - TEXT_HEIGHT / 2.0, number(centres[band] / 1000, 2));
    }
  }

  private void times(Canvas canvas) {
    int bottom = TOP + PLOT_HEIGHT;
    for (int i = 0; i <= TICKS; i++) {
      double x = LEFT + (double) PLOT_WIDTH * i / TICKS;
      canvas.line(x, bottom, x, bottom + 6, 1, TEXT);
      String time = number(seconds * i / TICKS, seconds < 1 ? 3 : 1);
      canvas.text(x - Canvas.width(time) / 2, bottom + 14, time, TEXT);
    }
    String label = "time in s";
    canvas.text(LEFT + (PLOT_WIDTH - Canvas.width(label)) / 2, bottom + 40, label, TEXT);
  }

  private void bar(Canvas canvas) {
    for (int y = 0; y < PLOT_HEIGHT; y++) {
      double level = quietest + (loudest - quietest) * (1 - (y + 0.5) / PLOT_HEIGHT);
      for (int x = 0; x < BAR_WIDTH; x++) {
        canvas.pixel(BAR_LEFT + x, TOP + y, colour(level));
      }
    }
    canvas.text(BAR_LEFT, 12, "dB", TEXT);
    for (int i = 0; i <= 4; i++) {
      double y = TOP + PLOT_HEIGHT * (1 - i / 4.0);
      String level = number(quietest + (loudest - quietest) * i / 4, 0);
      double top = Math.max(TOP, Math.min(TOP + PLOT_HEIGHT - TEXT_HEIGHT, y - TEXT_HEIGHT / 2.0));
      canvas.text(BAR_LEFT + BAR_WIDTH + 10, top, level, TEXT);
    }
  }

  private static void right(Canvas canvas, double x, double y, String text) {
    canvas.text(x - Canvas.width(text), y, text, TEXT);
  }

  private static String number(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
