package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes image files: PNG of every kind, JPEG (baseline and progressive), BMP and TIFF (grey, RGB
 * and palette; uncompressed, LZW, Deflate, PackBits and fax; the first page). What a file is, its
 * first bytes say, not its name.
 *
 * <p>Samples are those that Pillow gives: 1, 2 and 4 bits are spread over [0, 255], 16 bits cut to
 * their high byte, alpha is dropped, colour profiles are ignored. JPEG samples may differ from
 * those of another decoder by a grey level or two, as the standard allows.
 *
 * <p>A file is decoded whole or refused; none that is cut off or fails a checksum gives half an
 * image. What a header claims costs nothing: a size over the limit, or that the bytes of the file
 * cannot make up, is refused before memory is allocated. CMYK images are refused, as there is no
 * one way to turn them into RGB.
 *
 * <p>Immutable, and shared by threads.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">W3C: Portable Network Graphics (PNG)
 *     Specification</a>
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81: JPEG</a>
 */
public final class ImageDecoder {
  /** The number of pixels that any file may have, however short it is. */
  static final long ALWAYS_ALLOWED = 1L << 22;

  private static final long DEFAULT_MAX_PIXELS = 100_000_000;

  /** Three channels of more would be longer than an array can be. */
  private static final long MOST_PIXELS = (Integer.MAX_VALUE - 8) / 3;

  private static final ImageDecoder DEFAULT =
      new ImageDecoder(ColorMode.AS_STORED, Orientation.APPLY, DEFAULT_MAX_PIXELS);

  private final ColorMode mode;
  private final Orientation orientation;
  private final long maxPixels;

  private ImageDecoder(ColorMode mode, Orientation orientation, long maxPixels) {
    this.mode = mode;
    this.orientation = orientation;
    this.maxPixels = maxPixels;
  }

  /**
   * Returns the decoder with these defaults: channels {@link ColorMode#AS_STORED}, {@link
   * Orientation#APPLY} and at most 100,000,000 pixels.
   *
   * @return the decoder
   */
  public static ImageDecoder withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns a decoder into other channels.
   *
   * @param newMode the channels
   * @return the decoder
   */
  public ImageDecoder with(ColorMode newMode) {
    return new ImageDecoder(newMode, orientation, maxPixels);
  }

  /**
   * Returns a decoder that does otherwise with images that are to be turned.
   *
   * @param newOrientation what to do
   * @return the decoder
   */
  public ImageDecoder with(Orientation newOrientation) {
    return new ImageDecoder(mode, newOrientation, maxPixels);
  }

  /**
   * Returns a decoder of larger images, or of smaller ones only.
   *
   * @param newMaxPixels the most pixels of an image, from 1 to 715,827,879
   * @return the decoder
   * @throws IllegalArgumentException if it is not in this range
   */
  public ImageDecoder withMaxPixels(long newMaxPixels) {
    if (newMaxPixels < 1 || newMaxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels: from 1 to " + MOST_PIXELS + ", got " + newMaxPixels);
    }
    return new ImageDecoder(mode, orientation, newMaxPixels);
  }

  /**
   * Decodes a file.
   *
   * @param path the file
   * @return the image
   * @throws DataFileException if the file is no such image, is broken, or is larger than the limit
   * @throws IOException if the file cannot be read
   */
  public Image decode(Path path) throws IOException {
    return decode(read(path), path.toString());
  }

  /**
   * Decodes a file that is in memory.
   *
   * @param bytes the whole file, not changed
   * @param name what to call it in an error
   * @return the image
   * @throws DataFileException if the bytes are no such image, are broken, or the image is larger
   *     than the limit
   */
  public Image decode(byte[] bytes, String name) throws DataFileException {
    EncodedImage encoded = parse(bytes, name);
    Image image = encoded.decode().in(mode);
    return orientation == Orientation.APPLY
        ? ExifOrientation.apply(image, encoded.orientation())
        : image;
  }

  /**
   * Returns the size of an image without decoding its pixels.
   *
   * @param path the file
   * @return the size that the decoded image would have
   * @throws DataFileException if the file is no such image, its header is broken, or it is larger
   *     than the limit
   * @throws IOException if the file cannot be read
   */
  public ImageSize size(Path path) throws IOException {
    EncodedImage encoded = parse(read(path), path.toString());
    ImageSize size = encoded.size();
    boolean applies = orientation == Orientation.APPLY;
    return applies ? ExifOrientation.apply(size, encoded.orientation()) : size;
  }

  private static byte[] read(Path path) throws IOException {
    long size = Files.size(path);
    if (size > Integer.MAX_VALUE - 8) {
      throw new DataFileException(path, "", "an image file of less than 2 GiB", size + " bytes");
    }
    return Files.readAllBytes(path);
  }

  private EncodedImage parse(byte[] bytes, String name) throws DataFileException {
    FileBytes file = new FileBytes(name, bytes, maxPixels);
    if (file.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return PngImage.parse(file);
    }
    if (file.startsWith(0xFF, 0xD8)) {
      return JpegImage.parse(file);
    }
    if (file.startsWith('B', 'M')) {
      return BmpImage.parse(file);
    }
    if (file.startsWith('I', 'I', 42, 0) || file.startsWith('M', 'M', 0, 42)) {
      return TiffImage.parse(file);
    }
    throw file.bad(
        0,
        "a PNG, JPEG, BMP or TIFF image",
        bytes.length == 0 ? "an empty file" : "'" + file.text(0, Math.min(8, bytes.length)) + "'");
  }
}
