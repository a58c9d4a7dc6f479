package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;

/** Changes of colour of values in [0, 1], by torchvision's formulas. */
final class ColorOps {
  private ColorOps() {}

  static void brightness(Track track, double factor) {
    double[] values = track.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = unit(values[i] * factor);
    }
  }

  static void contrast(Track track, double factor) {
    double sum = 0;
    for (int i = 0; i < track.time(); i++) {
      sum += luminance(track, i);
    }
    double mean = sum / track.time();
    double[] values = track.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = unit(mean + factor * (values[i] - mean));
    }
  }

  static void saturation(Track track, double factor) {
    if (track.channels() != 3) {
      return;
    }
    double[] values = track.values();
    for (int i = 0; i < track.time(); i++) {
      double grey = luminance(track, i);
      for (int at = i; at < values.length; at += track.time()) {
        values[at] = unit(grey + factor * (values[at] - grey));
      }
    }
  }

  static void hue(Track track, double turn) {
    if (track.channels() != 3) {
      return;
    }
    double[] values = track.values();
    int plane = track.time();
    for (int i = 0; i < plane; i++) {
      double red = values[i];
      double green = values[plane + i];
      double blue = values[2 * plane + i];
      double value = Math.max(red, Math.max(green, blue));
      double chroma = value - Math.min(red, Math.min(green, blue));
      if (chroma > 0) {
        double hue = 6 * turn + sixth(red, green, blue, value, chroma);
        values[i] = part(5 + hue, value, chroma);
        values[plane + i] = part(3 + hue, value, chroma);
        values[2 * plane + i] = part(1 + hue, value, chroma);
      }
    }
  }

  /** Returns the hue in sixths of the circle. */
  private static double sixth(double red, double green, double blue, double value, double chroma) {
    if (value == red) {
      return (green - blue) / chroma;
    }
    return value == green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
  }

  private static double part(double hue, double value, double chroma) {
    double k = hue - 6 * Math.floor(hue / 6);
    return unit(value - chroma * Math.max(0, Math.min(1, Math.min(k, 4 - k))));
  }

  private static double luminance(Track track, int pixel) {
    double[] values = track.values();
    int plane = track.time();
    return track.channels() == 3
        ? 0.299 * values[pixel] + 0.587 * values[plane + pixel] + 0.114 * values[2 * plane + pixel]
        : values[pixel];
  }

  static double unit(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
