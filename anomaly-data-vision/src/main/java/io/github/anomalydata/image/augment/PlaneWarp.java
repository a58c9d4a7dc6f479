package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ImageSize;

/**
 * Takes each pixel of an image from another place: bilinear between the four around it, or the
 * nearest, with Pillow's rules of what is inside.
 */
final class PlaneWarp {
  private final Projection projection;
  private final BorderMode border;
  private final ImageSize from;
  private final ImageSize to;

  PlaneWarp(Projection projection, BorderMode border, ImageSize from, ImageSize to) {
    this.projection = projection;
    this.border = border;
    this.from = from;
    this.to = to;
  }

  /** Warps an image, its labels or its mask in place. */
  static void warp(Track track, Projection projection, BorderMode border, double fill) {
    ImageSize size = ImageSize.of(track.width(), track.height());
    PlaneWarp warp = new PlaneWarp(projection, border, size, size);
    boolean isImage = track.role() == Track.Role.VALUES;
    double[] warped = warp.apply(track.values(), track.channels(), isImage, isImage ? fill : 0);
    System.arraycopy(warped, 0, track.values(), 0, warped.length);
  }

  double[] apply(double[] planes, int channels, boolean bilinear, double fill) {
    double[] warped = new double[channels * to.width() * to.height()];
    for (int y = 0, at = 0; y < to.height(); y++) {
      for (int x = 0; x < to.width(); x++, at++) {
        double u = projection.x(x + 0.5, y + 0.5);
        double v = projection.y(x + 0.5, y + 0.5);
        boolean inside = u >= 0 && v >= 0 && u < from.width() && v < from.height();
        boolean filled = !inside && (border == BorderMode.CONSTANT || !isPlace(u, v));
        for (int c = 0; c < channels; c++) {
          int plane = c * from.width() * from.height();
          double value = fill;
          if (!filled) {
            value = bilinear ? bilinear(planes, plane, u, v) : nearest(planes, plane, u, v);
          }
          warped[c * to.width() * to.height() + at] = value;
        }
      }
    }
    return warped;
  }

  /** Tells whether it can be counted in whole pixels; beyond the horizon it cannot. */
  private static boolean isPlace(double u, double v) {
    return Math.abs(u) < 1e9 && Math.abs(v) < 1e9;
  }

  private double nearest(double[] planes, int plane, double u, double v) {
    int x = index((int) Math.floor(u), from.width());
    int y = index((int) Math.floor(v), from.height());
    return planes[plane + y * from.width() + x];
  }

  private double bilinear(double[] planes, int plane, double u, double v) {
    double left = Math.floor(u - 0.5);
    double top = Math.floor(v - 0.5);
    double right = u - 0.5 - left;
    double down = v - 0.5 - top;
    int x0 = index((int) left, from.width());
    int x1 = right == 0 ? x0 : index((int) left + 1, from.width());
    int row0 = plane + index((int) top, from.height()) * from.width();
    int row1 = down == 0 ? row0 : plane + index((int) top + 1, from.height()) * from.width();
    double above = planes[row0 + x0] + right * (planes[row0 + x1] - planes[row0 + x0]);
    double below = planes[row1 + x0] + right * (planes[row1 + x1] - planes[row1 + x0]);
    return above + down * (below - above);
  }

  /** The outer half of a border pixel is as the pixel, also where a constant follows. */
  private int index(int at, int length) {
    return (border == BorderMode.CONSTANT ? BorderMode.EDGE : border).index(at, length);
  }
}
