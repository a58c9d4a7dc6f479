package io.github.anomalydata.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/** What compat/golden/images.py wrote. */
final class Goldens {
  private Goldens() {}

  /** An image file and the image that Pillow decodes. */
  record File(String name, byte[] bytes, Image image) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<File> files() throws IOException {
    return lines("files.txt").stream().map(Goldens::parse).toList();
  }

  static File file(String name) throws IOException {
    return files().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Goldens.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
    }
  }

  private static File parse(String line) {
    String[] parts = line.split(" : ", -1);
    String[] facts = parts[2].split(" ", -1);
    ImageSize size = ImageSize.of(Integer.parseInt(facts[0]), Integer.parseInt(facts[1]));
    byte[] samples = HexFormat.of().parseHex(facts[3]);
    return new File(
        parts[0],
        Base64.getDecoder().decode(parts[1]),
        Image.of(samples, Integer.parseInt(facts[2]), size));
  }

  /** The noise that the script makes. */
  static Image formula(int width, int height, int channels) {
    byte[] samples = new byte[channels * height * width];
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int hashed = x * 73_856_093 ^ y * 19_349_663 ^ c * 83_492_791;
          samples[at++] = (byte) (hashed * 0x9E37_79B9 >>> 24);
        }
      }
    }
    return Image.of(samples, channels, ImageSize.of(width, height));
  }

  static String crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
