package io.github.anomalydata.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Draws pixels, twice as fine, with the fonts of the system. */
final class PngDrawing implements Drawing {
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;

  PngDrawing(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private static Path2D path(double[] x, double[] y) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < x.length; i++) {
      if (i == 0) {
        path.moveTo(x[i], y[i]);
      } else {
        path.lineTo(x[i], y[i]);
      }
    }
    return path;
  }

  @Override
  public void line(double[] x, double[] y, Pen pen) {
    graphics.setColor(new Color(pen.rgb()));
    graphics.setStroke(
        new BasicStroke(
            (float) pen.width(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            pen.dashed() ? new float[] {6, 4} : null,
            0));
    graphics.draw(path(x, y));
  }

  @Override
  public void area(double[] x, double[] y, int rgb, double opacity) {
    Path2D path = path(x, y);
    path.closePath();
    fill(path, rgb, opacity);
  }

  private void fill(Shape shape, int rgb, double opacity) {
    graphics.setColor(new Color(rgb));
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    graphics.fill(shape);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  @Override
  public void point(double x, double y, double radius, int rgb) {
    fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), rgb, 0.6);
  }

  @Override
  public void text(
      double x, double y, String text, Anchor anchor, int rgb, double size, int degrees) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
    graphics.setColor(new Color(rgb));
    double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    double shift =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    graphics.rotate(Math.toRadians(degrees), x, y);
    graphics.drawString(text, (float) (x + shift), (float) y);
    graphics.rotate(-Math.toRadians(degrees), x, y);
  }

  @Override
  public void cells(double x, double y, double width, double height, int columns, int[] rgb) {
    int rows = rgb.length / columns;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    for (int i = 0; i < rgb.length; i++) {
      if (rgb[i] >= 0) {
        int row = i / columns;
        int column = i % columns;
        graphics.setColor(new Color(rgb[i]));
        graphics.fill(
            new Rectangle2D.Double(
                x + width * column / columns,
                y + height * row / rows,
                width / columns + 1.0 / SCALE,
                height / rows + 1.0 / SCALE));
      }
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  @Override
  public void clip(double x, double y, double width, double height) {
    graphics.setClip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void unclip() {
    graphics.setClip(null);
  }

  @Override
  public void write(OutputStream out) throws IOException {
    graphics.dispose();
    ImageIO.write(image, "png", out);
  }
}
