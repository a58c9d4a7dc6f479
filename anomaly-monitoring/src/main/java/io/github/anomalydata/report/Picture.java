package io.github.anomalydata.report;

import java.util.Arrays;

/** An image, with another that can be laid over it. Instances are immutable. */
public final class Picture implements Plot {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** The signature, and of the first chunk its name and the size of the image. */
  private static final int HEADER = 24;

  private final String title;
  private final String description;
  private final byte[] image;
  private final String overlayName;
  private final byte[] overlay;

  private Picture(
      String title, String description, byte[] image, String overlayName, byte[] overlay) {
    this.title = title;
    this.description = description;
    this.image = image;
    this.overlayName = overlayName;
    this.overlay = overlay;
  }

  /**
   * Returns a picture.
   *
   * @param title what it shows, not blank
   * @param description what is to be seen, in words, not blank
   * @param png the content of a PNG file; copied
   * @return the picture
   * @throws IllegalArgumentException if a text is blank or the content is no PNG file
   */
  public static Picture of(String title, String description, byte[] png) {
    return new Picture(
        Checks.named("title", title),
        Checks.named("description", description),
        png("png", png),
        "",
        new byte[0]);
  }

  /**
   * Returns this picture with another over it, that can be taken off.
   *
   * @param name what the other shows, not blank
   * @param png the content of a PNG file of the same size, which is transparent elsewhere; copied
   * @return the picture
   * @throws IllegalArgumentException if the name is blank or the content is no PNG file
   */
  public Picture withOverlay(String name, byte[] png) {
    return new Picture(title, description, image, Checks.named("name", name), png("png", png));
  }

  private static byte[] png(String name, byte[] png) {
    if (png.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(png, SIGNATURE.length))) {
      throw new IllegalArgumentException(
          name + ": the content of a PNG file, got " + png.length + " other bytes");
    }
    return png.clone();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return description;
  }

  /** Returns the content of a PNG file; not a copy. */
  byte[] image() {
    return image;
  }

  /** Returns what lies over the image, empty for nothing. */
  String overlayName() {
    return overlayName;
  }

  /** Returns the content of the PNG file that lies over the image, empty for none; not a copy. */
  byte[] overlay() {
    return overlay;
  }
}
