package io.github.anomalydata.drift.calibration;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figure of false alarms over the coefficient of an AR(1) process.
 *
 * @param alone the rates where rows are taken for independent
 * @param blocks those in estimated blocks
 */
record FalseAlarms(Map<Double, Rate> alone, Map<Double, Rate> blocks) {
  private static final int LEFT = 60;
  private static final int TOP = 20;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 260;

  private static double x(double phi) {
    return LEFT + WIDTH * phi;
  }

  private static double y(double rate) {
    return TOP + HEIGHT * (1 - rate);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Returns the figure. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 340" font-family="sans-serif" font-size="13">
        <title>False alarms of Kolmogorov-Smirnov at a level of 0.05 on 500 rows of AR(1) sensors</title>
        <rect width="620" height="340" fill="#fff"/>
        """);
    for (double tick : new double[] {0, .2, .4, .6, .8, 1}) {
      svg.append(line(x(0), y(tick), x(1), y(tick), "#ddd"));
      svg.append(label(LEFT - 8, y(tick) + 4, "end", "#333", format("%.1f", tick)));
      svg.append(label(x(tick), y(0) + 18, "middle", "#333", format("%.1f", tick)));
    }
    svg.append(line(x(0), y(.05), x(1), y(.05), "#888\" stroke-dasharray=\"4 3"));
    svg.append(label(x(1) + 4, y(.05) + 4, "start", "#666", "0.05"));
    svg.append(curve(alone, "#c0392b"));
    svg.append(curve(blocks, "#1f6fb2"));
    svg.append(label(x(.72), y(.62), "end", "#c0392b", "rows taken for independent"));
    svg.append(label(x(.95), y(.13), "end", "#1f6fb2", "blocks estimated"));
    svg.append(label(x(.5), y(0) + 40, "middle", "#333", "coefficient of the process"));
    svg.append(
        format(
            "<text transform=\"translate(18 %.0f) rotate(-90)\" text-anchor=\"middle\""
                + " fill=\"#333\">share of false alarms</text>\n",
            y(.5)));
    return svg.append("</svg>\n").toString();
  }

  private static String line(double x1, double y1, double x2, double y2, String stroke) {
    return format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
        x1, y1, x2, y2, stroke);
  }

  private static String label(double x, double y, String anchor, String fill, String text) {
    return format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
        x, y, anchor, fill, text);
  }

  /** A line with the interval of each rate. */
  private static String curve(Map<Double, Rate> rates, String color) {
    String points =
        rates.entrySet().stream()
            .map(e -> format("%.1f,%.1f", x(e.getKey()), y(e.getValue().value())))
            .collect(Collectors.joining(" "));
    String marks =
        rates.entrySet().stream()
            .map(
                e ->
                    line(
                            x(e.getKey()),
                            y(e.getValue().low()),
                            x(e.getKey()),
                            y(e.getValue().high()),
                            color)
                        + format(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n",
                            x(e.getKey()), y(e.getValue().value()), color))
            .collect(Collectors.joining());
    return format(
            "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>\n",
            color, points)
        + marks;
  }
}
