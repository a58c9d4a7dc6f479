package io.github.anomalydata.cli.plot;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A white picture to draw lines and text on. Coordinates are in pixels from the upper left. */
public final class Canvas {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

  /** Pixels for a unit of {@link Letters}. */
  private static final double SCALE = 1.6;

  private static final double PEN = 1.5;
  private static final double SHADES = 8;

  private final int width;
  private final int height;
  private final int[] pixels;

  /**
   * Creates a picture.
   *
   * @param width its width in pixels
   * @param height its height in pixels
   */
  public Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, 0xFFFFFF);
  }

  /**
   * Draws a line with round ends; each pixel is covered by as much as it is near the line.
   *
   * @param x0 where it begins, from the left
   * @param y0 where it begins, from the top
   * @param x1 where it ends, from the left
   * @param y1 where it ends, from the top
   * @param pen its width
   * @param colour its colour, {@code 0xRRGGBB}
   */
  public void line(double x0, double y0, double x1, double y1, double pen, int colour) {
    double reach = pen / 2 + 1;
    int left = clamp(Math.min(x0, x1) - reach, width);
    int right = clamp(Math.max(x0, x1) + reach + 1, width);
    int top = clamp(Math.min(y0, y1) - reach, height);
    int bottom = clamp(Math.max(y0, y1) + reach + 1, height);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squares = dx * dx + dy * dy;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double along = squares == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / squares;
        double nearest = Math.max(0, Math.min(1, along));
        double ex = x - x0 - nearest * dx;
        double ey = y - y0 - nearest * dy;
        double cover = Math.min(1, pen / 2 + 0.5 - Math.sqrt(ex * ex + ey * ey));
        if (cover > 0) {
          // Few colours make small files.
          blend(y * width + x, Math.rint(SHADES * cover) / SHADES, colour);
        }
      }
    }
  }

  /**
   * Sets a pixel.
   *
   * @param x its place from the left, within the picture
   * @param y its place from the top, within the picture
   * @param colour its colour, {@code 0xRRGGBB}
   */
  public void pixel(int x, int y, int colour) {
    pixels[y * width + x] = colour;
  }

  private static int clamp(double place, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(place)));
  }

  private void blend(int at, double cover, int colour) {
    int blended = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int below = pixels[at] >> shift & 0xFF;
      int above = colour >> shift & 0xFF;
      blended |= (int) (below + cover * (above - below) + 0.5) << shift;
    }
    pixels[at] = blended;
  }

  /**
   * Writes text with its upper left corner at a place.
   *
   * @param x the place from the left
   * @param y the place from the top
   * @param text digits, signs and letters, as far as there are strokes for them
   * @param colour its colour, {@code 0xRRGGBB}
   * @throws IllegalArgumentException if there are none for a letter
   */
  public void text(double x, double y, String text, int colour) {
    double left = x;
    for (int at = 0; at < text.length(); at++) {
      for (String stroke : Letters.strokes(text.charAt(at))) {
        for (int i = 0; i + 2 < Math.max(3, stroke.length()); i += 2) {
          int next = Math.min(i + 2, stroke.length() - 2);
          line(
              left + SCALE * (stroke.charAt(i) - '0'),
              y + SCALE * (stroke.charAt(i + 1) - '0'),
              left + SCALE * (stroke.charAt(next) - '0'),
              y + SCALE * (stroke.charAt(next + 1) - '0'),
              PEN,
              colour);
        }
      }
      left += SCALE * Letters.ADVANCE;
    }
  }

  /**
   * Returns the width of a text.
   *
   * @param text the text
   * @return its width in pixels
   */
  public static double width(String text) {
    return SCALE * (Letters.ADVANCE * text.length() - 2);
  }

  /**
   * Writes the picture as a PNG file.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream sizes = new DataOutputStream(header);
    sizes.writeInt(width);
    sizes.writeInt(height);
    sizes.write(EIGHT_BIT_RGB);
    byte[] image = image();
    AtomicFile.write(
        file,
        out -> {
          out.write(SIGNATURE);
          chunk(out, "IHDR", header.toByteArray());
          chunk(out, "IDAT", image);
          chunk(out, "IEND", new byte[0]);
        });
  }

  private byte[] image() throws IOException {
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(image)) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int pixel = pixels[y * width + x];
          row[1 + 3 * x] = (byte) (pixel >> 16);
          row[2 + 3 * x] = (byte) (pixel >> 8);
          row[3 + 3 * x] = (byte) pixel;
        }
        deflater.write(row);
      }
    }
    return image.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) checksum.getValue());
    data.flush();
  }
}
