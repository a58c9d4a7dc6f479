package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.util.HashMap;
import java.util.Map;

/** What a directory of a TIFF file says of its image. */
final class TiffTags {
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int ORIENTATION = 274;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int COLOR_MAP = 320;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PALETTE = 3;
  private static final int CMYK = 5;

  /** Bytes of a value of each type, from 1. */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private final FileBytes file;
  private final long directoryAt;
  private final Map<Integer, Entry> entries = new HashMap<>();

  /** Where the values of a tag are. */
  private record Entry(int type, long count, long at) {}

  TiffTags(FileBytes file, long directoryAt) {
    this.file = file;
    this.directoryAt = directoryAt;
  }

  void read(long at) throws DataFileException {
    int tag = file.u16(at);
    int type = file.u16(at + 2);
    long count = file.u32(at + 4);
    if (type < 1 || type >= TYPE_BYTES.length) {
      throw file.bad(at + 2, "a type from 1 to " + (TYPE_BYTES.length - 1), type);
    }
    long bytes = count * TYPE_BYTES[type];
    long valuesAt = bytes <= 4 ? at + 8 : file.u32(at + 8);
    file.require(valuesAt, bytes);
    entries.put(tag, new Entry(type, count, valuesAt));
  }

  long first(int tag, long otherwise) throws DataFileException {
    Entry entry = entries.get(tag);
    return entry == null || entry.count() == 0 ? otherwise : value(entry, 0);
  }

  long required(int tag) throws DataFileException {
    Entry entry = entries.get(tag);
    if (entry == null || entry.count() == 0) {
      throw file.bad(directoryAt, "tag " + tag, "none");
    }
    return value(entry, 0);
  }

  private long value(Entry entry, long index) throws DataFileException {
    return switch (TYPE_BYTES[entry.type()]) {
      case 1 -> file.u8(entry.at() + index);
      case 2 -> file.u16(entry.at() + 2 * index);
      default -> file.u32(entry.at() + (long) TYPE_BYTES[entry.type()] * index);
    };
  }

  private long count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count();
  }

  /** Refuses what is not decoded; tells whether the pixels are fax codes. */
  boolean requireKind() throws DataFileException {
    long photometric = first(PHOTOMETRIC, -1);
    if (photometric == CMYK) {
      throw file.bad(directoryAt, "a grey or RGB image", "CMYK, which is to be converted first");
    }
    if (photometric < 0 || photometric > 3) {
      throw bad("a grey, RGB or palette image (tag 262)", photometric);
    }
    long samples = first(SAMPLES, 1);
    if (samples < (photometric == 2 ? 3 : 1) || samples > (photometric == 2 ? 4 : 2)) {
      throw bad("1 sample of grey or 3 of RGB, and at most one more (tag 277)", samples);
    }
    long bits = first(BITS, 1);
    boolean few = bits == 1 || bits == 2 || bits == 4;
    if (bits != 8 && bits != 16 && !(few && samples == 1)) {
      throw bad("1, 2, 4, 8 or 16 bits a sample (tag 258)", bits);
    }
    for (long i = 0; i < count(BITS); i++) {
      if (i >= samples || value(entry(BITS), i) != bits) {
        throw bad("as many bits for each sample (tag 258)", "others");
      }
    }
    if (first(SAMPLE_FORMAT, 1) != 1) {
      throw bad("unsigned samples (tag 339)", first(SAMPLE_FORMAT, 1));
    }
    long planar = first(PLANAR, 1);
    if (planar != 1 && planar != 2) {
      throw bad("planes of pixels or of samples (tag 284)", planar);
    }
    long compression = first(COMPRESSION, 1);
    boolean isFax = compression >= 2 && compression <= 4 && bits == 1;
    boolean isKnown =
        compression == 1
            || compression == 5
            || compression == 8
            || compression == 32_946
            || compression == 32_773;
    if (!isFax && !isKnown) {
      throw bad("no compression, LZW, Deflate, PackBits or fax codes (tag 259)", compression);
    }
    return isFax;
  }

  /** Returns the colours, the high bytes of 16 bits; empty if the image has no palette. */
  byte[] palette() throws DataFileException {
    if (first(PHOTOMETRIC, -1) != PALETTE) {
      return new byte[0];
    }
    int colours = 1 << first(BITS, 1);
    Entry map = entry(COLOR_MAP);
    if (colours > 256 || map.count() != 3L * colours) {
      throw bad("a palette (tag 320) of 3 values for each of " + colours + " colours", map.count());
    }
    byte[] palette = new byte[3 * colours];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (value(map, (long) i % 3 * colours + i / 3) >> 8);
    }
    return palette;
  }

  private Entry entry(int tag) throws DataFileException {
    Entry entry = entries.get(tag);
    if (entry == null) {
      throw file.bad(directoryAt, "tag " + tag, "none");
    }
    return entry;
  }

  private DataFileException bad(String rule, Object found) {
    return file.bad(directoryAt, rule, found);
  }

  /** Refuses strips or tiles that are not in the file, or make up another image. */
  void requirePieces(ImageSize size) throws DataFileException {
    boolean tiled = entries.containsKey(TILE_WIDTH) || entries.containsKey(TILE_OFFSETS);
    long width = tiled ? required(TILE_WIDTH) : size.width();
    long height =
        tiled
            ? required(TILE_HEIGHT)
            : Math.min(size.height(), first(ROWS_PER_STRIP, size.height()));
    // A tile may stick out of the image, but not be more than one.
    if (width < 1 || height < 1 || width > size.width() + 1024L || height > size.height() + 1024L) {
      throw bad("strips or tiles of the size of the image " + size, width + " x " + height);
    }
    long pieces =
        ((size.width() + width - 1) / width)
            * ((size.height() + height - 1) / height)
            * (first(PLANAR, 1) == 2 ? first(SAMPLES, 1) : 1);
    Entry offsets = entry(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    Entry lengths = entry(tiled ? TILE_BYTES : STRIP_BYTES);
    if (offsets.count() != pieces || lengths.count() != pieces) {
      throw bad(pieces + " strips or tiles", offsets.count() + " and " + lengths.count());
    }
    for (long i = 0; i < pieces; i++) {
      long length = value(lengths, i);
      file.require(value(offsets, i), length);
      requireWhole(length, width, height, i == pieces - 1 && !tiled, size);
    }
  }

  private void requireWhole(long length, long width, long height, boolean last, ImageSize size)
      throws DataFileException {
    if (first(COMPRESSION, 1) != 1 || last) {
      return;
    }
    long samples = first(PLANAR, 1) == 2 ? 1 : first(SAMPLES, 1);
    long bytes = (width * samples * first(BITS, 1) + 7) / 8 * height;
    if (length < bytes) {
      throw bad("strips or tiles of " + bytes + " bytes of " + size, length);
    }
  }
}
