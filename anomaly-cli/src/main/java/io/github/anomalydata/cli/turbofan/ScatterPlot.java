package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A picture of points with the diagonal on which predicted and true values are equal. Both axes
 * have the same scale.
 *
 * <p>It is an SVG: every browser shows it, and drawing it needs no fonts, which servers often lack.
 */
final class ScatterPlot {
  private static final int SIZE = 720;
  private static final int LEFT = 84;
  private static final int TOP = 56;
  private static final int PLOT = SIZE - LEFT - 28;
  private static final int TICKS = 5;

  private final String title;
  private final String xLabel;
  private final String yLabel;
  private final double[] x;
  private final double[] y;

  ScatterPlot(String title, String xLabel, String yLabel, double[] x, double[] y) {
    this.title = title;
    this.xLabel = xLabel;
    this.yLabel = yLabel;
    this.x = x;
    this.y = y;
  }

  /** Writes the picture as an SVG file. */
  void write(Path file) throws IOException {
    byte[] bytes = svg().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  String svg() {
    double step = step();
    double end = TICKS * step;
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
            + " font-size='13' fill='#333'>",
        SIZE,
        SIZE);
    line(svg, "<rect width='%d' height='%d' fill='#fff'/>", SIZE, SIZE);
    for (int i = 0; i <= TICKS; i++) {
      double value = i * step;
      double across = px(value, end);
      double up = py(value, end);
      line(
          svg,
          "<path d='M%.1f %d V%d M%d %.1f H%d' stroke='#e2e2e2'/>",
          across,
          TOP,
          TOP + PLOT,
          LEFT,
          up,
          LEFT + PLOT);
      String text = value == Math.rint(value) ? "%.0f" : "%s";
      line(
          svg,
          "<text x='%.1f' y='%d' text-anchor='middle'>" + text + "</text>",
          across,
          TOP + PLOT + 20,
          value);
      line(
          svg,
          "<text x='%d' y='%.1f' text-anchor='end'>" + text + "</text>",
          LEFT - 10,
          up + 5,
          value);
    }
    line(
        svg,
        "<path d='M%d %d V%d H%d' fill='none' stroke='#333'/>",
        LEFT,
        TOP,
        TOP + PLOT,
        LEFT + PLOT);
    line(
        svg,
        "<path d='M%d %d L%d %d' stroke='#c44e2b' stroke-width='1.5' stroke-dasharray='7 5'/>",
        LEFT,
        TOP + PLOT,
        LEFT + PLOT,
        TOP);
    for (int i = 0; i < x.length; i++) {
      line(
          svg,
          "<circle cx='%.1f' cy='%.1f' r='4.5' fill='#1f6fb4' fill-opacity='.7'/>",
          px(x[i], end),
          py(y[i], end));
    }
    int middle = LEFT + PLOT / 2;
    line(
        svg,
        "<text x='%d' y='34' font-size='16' font-weight='bold' text-anchor='middle'>%s</text>",
        SIZE / 2,
        escape(title));
    line(
        svg,
        "<text x='%d' y='%d' font-size='14' text-anchor='middle'>%s</text>",
        middle,
        TOP + PLOT + 46,
        escape(xLabel));
    line(
        svg,
        "<text transform='translate(26 %d) rotate(-90)' font-size='14' text-anchor='middle'>"
            + "%s</text>",
        TOP + PLOT / 2,
        escape(yLabel));
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** The distance of two ticks, so that all values lie within five of them. */
  private double step() {
    double max = Math.max(Arrays.stream(x).max().orElse(1), Arrays.stream(y).max().orElse(1));
    double least = Math.max(max, 1e-9) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static double px(double value, double end) {
    return LEFT + PLOT * value / end;
  }

  private static double py(double value, double end) {
    return TOP + PLOT - PLOT * value / end;
  }
}
