package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.internal.io.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A picture of points with the diagonal on which predicted and true values are equal. Both axes
 * have the same scale.
 */
final class ScatterPlot {
  private static final int SIZE = 720;
  private static final int LEFT = 84;
  private static final int TOP = 56;
  private static final int PLOT = SIZE - LEFT - 28;
  private static final int TICKS = 5;
  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color GRID = new Color(0xE2, 0xE2, 0xE2);
  private static final Color POINT = new Color(0x1F, 0x6F, 0xB4, 0xB0);
  private static final Color DIAGONAL = new Color(0xC4, 0x4E, 0x2B);

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

  /** Writes the picture as a PNG. */
  void write(Path file) throws IOException {
    BufferedImage image = draw();
    AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
  }

  BufferedImage draw() {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, SIZE, SIZE);
      double step = step();
      double end = TICKS * step;
      drawAxes(g, step, end);
      g.setColor(POINT);
      for (int i = 0; i < x.length; i++) {
        g.fill(new Ellipse2D.Double(px(x[i], end) - 4.5, py(y[i], end) - 4.5, 9, 9));
      }
      drawTitle(g);
    } finally {
      g.dispose();
    }
    return image;
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

  private void drawAxes(Graphics2D g, double step, double end) {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    FontMetrics metrics = g.getFontMetrics();
    for (int i = 0; i <= TICKS; i++) {
      double value = i * step;
      String text =
          value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
      g.setColor(GRID);
      g.draw(new Line2D.Double(px(value, end), TOP, px(value, end), TOP + PLOT));
      g.draw(new Line2D.Double(LEFT, py(value, end), LEFT + PLOT, py(value, end)));
      g.setColor(INK);
      int width = metrics.stringWidth(text);
      g.drawString(text, (float) px(value, end) - width / 2f, TOP + PLOT + 20f);
      g.drawString(text, LEFT - 10f - width, (float) py(value, end) + 5f);
    }
    g.setColor(INK);
    g.draw(new Line2D.Double(LEFT, TOP + PLOT, LEFT + PLOT, TOP + PLOT));
    g.draw(new Line2D.Double(LEFT, TOP, LEFT, TOP + PLOT));
    g.setColor(DIAGONAL);
    g.setStroke(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {7, 5}, 0));
    g.draw(new Line2D.Double(LEFT, TOP + PLOT, LEFT + PLOT, TOP));
    g.setStroke(new BasicStroke(1));
  }

  private void drawTitle(Graphics2D g) {
    g.setColor(INK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(title, (SIZE - metrics.stringWidth(title)) / 2f, 34f);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    metrics = g.getFontMetrics();
    g.drawString(
        xLabel, LEFT + (PLOT - metrics.stringWidth(xLabel)) / 2f, (float) TOP + PLOT + 46);
    g.rotate(-Math.PI / 2);
    g.drawString(yLabel, -(TOP + (PLOT + metrics.stringWidth(yLabel)) / 2f), 26f);
    g.rotate(Math.PI / 2);
  }
}
