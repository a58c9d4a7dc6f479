package io.github.anomalydata.image.augment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** What compat/golden/images.py wrote. */
final class Goldens {
  static final ImageSize SIZE = ImageSize.of(15, 11);

  private Goldens() {}

  /** An operation and the image that Pillow makes. */
  record Case(String name, Image image) {
    String word(int index) {
      return name.split(" ", -1)[index];
    }

    double number(int index) {
      return Double.parseDouble(word(index));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Goldens.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(Goldens::parse)
          .toList();
    }
  }

  private static Case parse(String line) {
    String[] parts = line.split(" : ", -1);
    String[] facts = parts[1].split(" ", -1);
    ImageSize size = ImageSize.of(Integer.parseInt(facts[0]), Integer.parseInt(facts[1]));
    return new Case(parts[0], Image.of(HexFormat.of().parseHex(facts[2]), 3, size));
  }

  /** The script's noise. */
  static int formula(int c, int x, int y) {
    int hashed = x * 73_856_093 ^ y * 19_349_663 ^ c * 83_492_791;
    return hashed * 0x9E37_79B9 >>> 24;
  }

  static Image noise(ImageSize size, int channels) {
    byte[] samples = new byte[(int) size.pixels() * channels];
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          samples[at++] = (byte) formula(c, x, y);
        }
      }
    }
    return Image.of(samples, channels, size);
  }

  /** The script's gradient. */
  static Image smooth() {
    int w = SIZE.width();
    int h = SIZE.height();
    byte[] samples = new byte[3 * w * h];
    int at = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          int slope = c == 0 ? x * 200 / w : c == 1 ? y * 200 / h : (x + y) * 100 / (w + h);
          samples[at++] = (byte) (slope + formula(c, x, y) / 16);
        }
      }
    }
    return Image.of(samples, 3, SIZE);
  }

  /** Returns the furthest that two images of one size are apart, in grey levels. */
  static int furthest(Image expected, Image actual) {
    byte[] e = expected.samples();
    byte[] a = actual.samples();
    int furthest = 0;
    for (int i = 0; i < e.length; i++) {
      furthest = Math.max(furthest, Math.abs((e[i] & 0xFF) - (a[i] & 0xFF)));
    }
    return furthest;
  }
}
