package io.github.anomalydata.cli.image;

import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageDecoder;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Orientation;
import io.github.anomalydata.image.Padding;
import io.github.anomalydata.image.Region;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.ResizeFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How an image is decoded and brought to its size. */
final class ImageOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(?:x(\\d{1,9}))?");

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = {
        "The size to resize to: 256 for a square, 320x240 for columns and rows;",
        "none keeps that of the file."
      })
  private String size = "";

  @Option(
      names = "--shorter-side",
      paramLabel = "N",
      description = "Resize so that the shorter side gets this long and the shape stays.")
  private int shorterSide;

  @Option(
      names = "--square",
      description = "Pad the image to a square with its border before it is resized.")
  private boolean square;

  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      defaultValue = "bilinear",
      description =
          "The filter: nearest, box, bilinear, hamming, bicubic or lanczos (${DEFAULT-VALUE}).")
  private String filter = "";

  @Option(
      names = "--crop",
      paramLabel = "SIZE",
      description = "Cut this size out of the middle after resizing.")
  private String crop = "";

  @Option(
      names = "--channels",
      paramLabel = "CHANNELS",
      defaultValue = "stored",
      description = "rgb, grey, or stored: as the file has them (${DEFAULT-VALUE}).")
  private String channels = "";

  @Option(
      names = "--ignore-orientation",
      description = "Leave an image as it is stored, even if its file says that it is turned.")
  private boolean ignoreOrientation;

  Image read(Path file) throws IOException {
    if (!size.isEmpty() && shorterSide != 0) {
      throw new IllegalArgumentException("--size, --shorter-side: one of them, got both");
    }
    ImageDecoder decoder =
        ImageDecoder.withDefaults()
            .with(mode())
            .with(ignoreOrientation ? Orientation.IGNORE : Orientation.APPLY);
    Image image = decoder.decode(file);
    if (square) {
      image = Padding.toSquare(image.size()).with(BorderMode.EDGE).apply(image);
    }
    if (!size.isEmpty()) {
      image = Resize.to(size("--size", size)).with(filter()).apply(image);
    }
    if (shorterSide != 0) {
      image = Resize.shorterSide(shorterSide).with(filter()).apply(image);
    }
    return crop.isEmpty() ? image : image.crop(Region.centered(image.size(), size("--crop", crop)));
  }

  private ColorMode mode() {
    return switch (channels) {
      case "stored" -> ColorMode.AS_STORED;
      case "rgb" -> ColorMode.RGB;
      case "grey", "gray" -> ColorMode.GREY;
      default ->
          throw new IllegalArgumentException(
              "--channels: stored, rgb or grey, got '" + channels + "'");
    };
  }

  private ResizeFilter filter() {
    for (ResizeFilter known : ResizeFilter.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(filter)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "--filter: nearest, box, bilinear, hamming, bicubic or lanczos, got '" + filter + "'");
  }

  private static ImageSize size(String option, String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          option + ": a number of pixels, or columns and rows as 320x240, got '" + text + "'");
    }
    int width = Integer.parseInt(matcher.group(1));
    String rows = matcher.group(2);
    return ImageSize.of(width, rows == null ? width : Integer.parseInt(rows));
  }
}
