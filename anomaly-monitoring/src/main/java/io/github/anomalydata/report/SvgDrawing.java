package io.github.anomalydata.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Draws vectors: the same bytes everywhere, and no font is needed before they are shown. */
final class SvgDrawing implements Drawing {
  private final StringBuilder svg = new StringBuilder();
  private int clips;

  SvgDrawing(int width, int height, String title, String description) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"system-ui, sans-serif\">",
        width, height);
    add("<title>%s</title>", Html.escape(title));
    add("<desc>%s</desc>", Html.escape(description));
    add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String colour(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** Returns a number to a hundredth of a pixel. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String path(double[] x, double[] y) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      path.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
    }
    return path.toString();
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>",
        path(x, y),
        colour(pen.rgb()),
        number(pen.width()),
        pen.dashed() ? " stroke-dasharray=\"6 4\"" : "");
  }

  @Override
  public void area(double[] x, double[] y, int rgb, double opacity) {
    add(
        "<path d=\"%sZ\" fill=\"%s\" fill-opacity=\"%s\"/>",
        path(x, y), colour(rgb), number(opacity));
  }

  @Override
  public void point(double x, double y, double radius, int rgb) {
    add(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\"0.6\"/>",
        number(x), number(y), number(radius), colour(rgb));
  }

  @Override
  public void text(
      double x, double y, String text, Anchor anchor, int rgb, double size, int degrees) {
    add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%s\"%s>%s</text>",
        number(x),
        number(y),
        anchor.name().toLowerCase(Locale.ROOT),
        colour(rgb),
        number(size),
        degrees == 0
            ? ""
            : " transform=\"rotate(" + degrees + " " + number(x) + " " + number(y) + ")\"",
        Html.escape(text));
  }

  @Override
  public void cells(double x, double y, double width, double height, int columns, int[] rgb) {
    int rows = rgb.length / columns;
    add("<g shape-rendering=\"crispEdges\">");
    for (int row = 0; row < rows; row++) {
      // Neighbours of one colour are one rectangle.
      for (int from = 0; from < columns; ) {
        int to = from + 1;
        while (to < columns && rgb[row * columns + to] == rgb[row * columns + from]) {
          to++;
        }
        if (rgb[row * columns + from] >= 0) {
          add(
              "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
              number(x + width * from / columns),
              number(y + height * row / rows),
              number(width * (to - from) / columns),
              number(height / rows),
              colour(rgb[row * columns + from]));
        }
        from = to;
      }
    }
    add("</g>");
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    clips++;
    add(
        "<clipPath id=\"clip-%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
        clips, number(x), number(y), number(width), number(height));
    add("<g clip-path=\"url(#clip-%d)\">", clips);
  }

  @Override
  public void unclip() {
    add("</g>");
  }

  @Override
  public void write(OutputStream out) throws IOException {
    out.write((svg + "</svg>\n").getBytes(StandardCharsets.UTF_8));
  }
}
