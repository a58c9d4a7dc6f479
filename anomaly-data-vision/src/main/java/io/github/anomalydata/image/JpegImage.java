package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;

/**
 * A JPEG file, its segments checked one by one.
 *
 * <p>The JDK's decoder gets only what makes up the pixels: tables, frame and scans. So no colour
 * profile, thumbnail or comment can fail or change them, and which colours they are in is decided
 * here, by libjpeg's rules.
 */
final class JpegImage implements EncodedImage {
  private static final int MARKER_START = 0xFF;
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int QUANTIZATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;

  /** What a scan may say with a byte: eight blocks of 64 pixels. */
  private static final int PIXELS_PER_BYTE = 1024;

  /** Far more than any encoder writes; each costs a walk over all pixels. */
  private static final int MAX_SCANS = 200;

  private static final byte[] JFIF_SEGMENT = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final byte[] ADOBE_RGB_SEGMENT = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };
  private static final int SEGMENTS_AT = 2;

  private final FileBytes file;
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
  private ImageSize size = ImageSize.of(1, 1);
  private int frameAt;
  private int components;
  private boolean hasJfif;
  private int adobeTransform = -1;
  private int scans;
  private int orientation = ExifOrientation.UPRIGHT;

  private JpegImage(FileBytes file) {
    this.file = file;
  }

  static JpegImage parse(FileBytes file) throws DataFileException {
    JpegImage image = new JpegImage(file);
    image.readSegments();
    return image;
  }

  private void readSegments() throws DataFileException {
    int at = SEGMENTS_AT;
    while (true) {
      if (file.u8(at) != MARKER_START) {
        throw file.bad(at, "a marker FF", Integer.toHexString(file.u8(at)));
      }
      while (file.u8(at + 1) == MARKER_START) {
        at++;
      }
      int marker = file.u8(at + 1);
      if (marker == END) {
        break;
      }
      int length = file.u16(at + 2);
      if (length < 2) {
        throw file.bad(at + 2L, "a segment of at least 2 bytes", length);
      }
      file.require(at + 2L, length);
      readSegment(marker, at, length);
      at += 2 + length;
      if (marker == SCAN) {
        int end = endOfScan(at);
        pixels.write(file.array(), at, end - at);
        at = end;
      }
    }
    if (scans == 0) {
      throw file.bad(at, "a scan of pixels", "the end of the image");
    }
    pixels.write(MARKER_START);
    pixels.write(END);
  }

  private void readSegment(int marker, int at, int length) throws DataFileException {
    switch (marker) {
      case BASELINE, EXTENDED, PROGRESSIVE -> {
        readFrame(at + 4, length - 2);
        keep(at, length);
      }
      case SCAN -> {
        scans++;
        if (components == 0 || scans > MAX_SCANS) {
          throw file.bad(at, "a frame and then at most " + MAX_SCANS + " scans", "another");
        }
        keep(at, length);
      }
      case HUFFMAN_TABLES, QUANTIZATION_TABLES, RESTART_INTERVAL -> keep(at, length);
      case JFIF -> hasJfif |= starts(at, length, "JFIF\0");
      case ADOBE -> {
        if (starts(at, length, "Adobe") && length >= 14) {
          adobeTransform = file.u8(at + 15);
        }
      }
      case EXIF -> {
        if (starts(at, length, "Exif\0")) {
          orientation = ExifOrientation.read(file.array(), at + 10, length - 8);
        }
      }
      default -> {
        if (marker < JFIF || marker > 0xFE) {
          throw file.bad(
              at, "a baseline or progressive JPEG of Huffman codes", "marker " + hex(marker));
        }
      }
    }
  }

  private static String hex(int marker) {
    return "FF" + Integer.toHexString(marker).toUpperCase(java.util.Locale.ROOT);
  }

  private void keep(int at, int length) {
    pixels.write(file.array(), at, 2 + length);
  }

  private boolean starts(int at, int length, String name) throws DataFileException {
    // EXIF is followed by one more zero, which is part of what is cut off before its data.
    if (length < 2 + name.length() + 1) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (file.u8(at + 4L + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void readFrame(int at, int length) throws DataFileException {
    if (components != 0) {
      throw file.bad(at, "one frame", "another");
    }
    file.require(at, 6);
    if (file.u8(at) != 8) {
      throw file.bad(at, "8 bits a sample", file.u8(at));
    }
    size = file.requireSize(at + 1L, file.u16(at + 3), file.u16(at + 1));
    file.requireBacked(at + 1L, size, PIXELS_PER_BYTE);
    components = file.u8(at + 5);
    if (components == 4) {
      throw file.bad(at + 5L, "a grey or RGB image", "CMYK, which is to be converted first");
    }
    if (components != 1 && components != 3) {
      throw file.bad(at + 5L, "1 or 3 components", components);
    }
    if (length != 6 + 3 * components) {
      throw file.bad(at, "a frame of " + (6 + 3 * components) + " bytes", length);
    }
    frameAt = at;
  }

  /** Returns where the marker after a scan is. */
  private int endOfScan(int from) throws DataFileException {
    byte[] bytes = file.array();
    for (int at = from; at < bytes.length - 1; at++) {
      if (bytes[at] == (byte) MARKER_START) {
        int next = bytes[at + 1] & 0xFF;
        boolean isData = next == 0 || (next >= 0xD0 && next <= 0xD7) || next == MARKER_START;
        if (!isData) {
          return at;
        }
      }
    }
    throw file.bad(bytes.length, "the end of the image, FFD9", "the end of the file");
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public int orientation() {
    return orientation;
  }

  @Override
  public Image decode() throws DataFileException {
    boolean rgb = components == 3 && isRgb();
    byte[] segment = rgb ? ADOBE_RGB_SEGMENT : JFIF_SEGMENT;
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream(pixels.size() + 32);
    jpeg.write(file.array(), 0, SEGMENTS_AT);
    jpeg.write(segment, 0, segment.length);
    jpeg.writeBytes(pixels.toByteArray());
    Raster raster =
        JdkReader.run(file, "jpeg", jpeg.toByteArray(), reader -> reader.readRaster(0, null));
    if (raster.getNumBands() != components) {
      throw file.bad(frameAt, components + " components", raster.getNumBands());
    }
    return JpegPlanes.of(raster, components == 3 && !rgb);
  }

  private boolean isRgb() throws DataFileException {
    if (hasJfif) {
      return false;
    }
    if (adobeTransform >= 0) {
      return adobeTransform == 0;
    }
    return file.u8(frameAt + 6) == 'R'
        && file.u8(frameAt + 9) == 'G'
        && file.u8(frameAt + 12) == 'B';
  }
}
