package io.github.anomalydata.report;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Plots as files of their own. */
final class PlotFile {
  /** Where the header of a PNG file has the width, and 4 bytes later the height. */
  private static final int SIZE = 16;

  private PlotFile() {}

  static void writeSvg(Plot plot, Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          if (plot instanceof Picture picture) {
            embed(picture, out);
          } else {
            draw(
                plot,
                new SvgDrawing(
                    StaticPlot.WIDTH, StaticPlot.HEIGHT, plot.title(), plot.description()),
                out);
          }
        });
  }

  static void writePng(Plot plot, Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          if (plot instanceof Picture picture) {
            out.write(picture.image());
          } else {
            draw(plot, new PngDrawing(StaticPlot.WIDTH, StaticPlot.HEIGHT), out);
          }
        });
  }

  private static void draw(Plot plot, Drawing drawing, OutputStream out) throws IOException {
    if (plot instanceof Chart chart) {
      StaticPlot.draw(chart, drawing);
    } else if (plot instanceof MatrixPlot map) {
      StaticPlot.draw(map, drawing);
    }
    drawing.write(out);
  }

  private static void embed(Picture picture, OutputStream out) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(picture.image());
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
    svg.append(header.getInt(SIZE)).append(' ').append(header.getInt(SIZE + Integer.BYTES));
    svg.append("\">\n<title>").append(Html.escape(picture.title())).append("</title>\n<desc>");
    svg.append(Html.escape(picture.description())).append("</desc>\n");
    for (byte[] layer : new byte[][] {picture.image(), picture.overlay()}) {
      if (layer.length > 0) {
        svg.append("<image width=\"100%\" height=\"100%\" href=\"data:image/png;base64,");
        svg.append(Base64.getEncoder().encodeToString(layer)).append("\"/>\n");
      }
    }
    out.write(svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8));
  }
}
