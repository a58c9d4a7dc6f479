package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.anomalydata.data.DataFileException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private static final ImageDecoder DECODER = ImageDecoder.withDefaults();

  @TempDir Path folder;

  static Stream<Goldens.File> files() throws IOException {
    return Goldens.files().stream();
  }

  private static Image decode(byte[] bytes) throws DataFileException {
    return DECODER.decode(bytes, "it");
  }

  /** A PNG file of chunks, each a type and its data, with right checksums. */
  private static byte[] png(Object... chunks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    for (int i = 0; i < chunks.length; i += 2) {
      byte[] data = (byte[]) chunks[i + 1];
      byte[] type = ((String) chunks[i]).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      CRC32 crc = new CRC32();
      crc.update(type);
      crc.update(data);
      out.writeInt(data.length);
      out.write(type);
      out.write(data);
      out.writeInt((int) crc.getValue());
    }
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height, int bits, int type) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) bits)
        .put((byte) type)
        .array();
  }

  @ParameterizedTest
  @MethodSource("files")
  void samplesAreThoseOfPillow(Goldens.File file) throws IOException {
    Image decoded = decode(file.bytes());
    assertEquals(file.image().toString(), decoded.toString());
    assertEquals(file.image(), decoded);
  }

  @ParameterizedTest
  @MethodSource("files")
  void sizeIsThatOfTheDecodedImage(Goldens.File file) throws IOException {
    Path path = Files.write(folder.resolve("any.name"), file.bytes());
    assertEquals(file.image().size(), DECODER.size(path));
    assertEquals(file.image(), Image.open(path));
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileCutOffIsRefusedByName(Goldens.File file) {
    byte[] half = Arrays.copyOf(file.bytes(), file.bytes().length / 2);
    Check.badFile(() -> DECODER.decode(half, "cut/off.img"), "cut/off.img: byte ");
  }

  @Test
  void orientationIsIgnoredOnRequest() throws IOException {
    Goldens.File file = Goldens.file("png-orientation-6");
    Image stored = DECODER.with(Orientation.IGNORE).decode(file.bytes(), "it");
    assertEquals(ImageSize.of(6, 4), stored.size());
    assertEquals(Goldens.formula(6, 4, 3), stored);
    assertEquals(ImageSize.of(4, 6), decode(file.bytes()).size());
  }

  @Test
  void channelsAreThoseAskedFor() throws IOException {
    byte[] colour = Goldens.file("bmp-rgb").bytes();
    byte[] grey = Goldens.file("bmp-grey").bytes();
    assertEquals(
        Goldens.formula(7, 5, 3).grey(), DECODER.with(ColorMode.GREY).decode(colour, "it"));
    assertEquals(Goldens.formula(7, 5, 1).rgb(), DECODER.with(ColorMode.RGB).decode(grey, "it"));
  }

  @Test
  void bombOfPixelsIsRefusedBeforeMemoryIsAllocated() throws IOException {
    byte[] bomb =
        png("IHDR", header(60_000, 60_000, 8, 2), "IDAT", new byte[9], "IEND", new byte[0]);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Check.badFile(() -> decode(bomb), "it: byte 16", "100000000 pixels", "60000 x 60000");
    assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 1_000_000);
  }

  @Test
  void sizeThatTheBytesCannotMakeUpIsRefused() throws IOException {
    byte[] bomb = png("IHDR", header(9_000, 9_000, 8, 2), "IDAT", new byte[9], "IEND", new byte[0]);
    Check.badFile(() -> decode(bomb), "9000 x 9000", "9 bytes");
    byte[] jpeg = Goldens.file("jpeg-420").bytes().clone();
    int frame = indexOf(jpeg, 0xC0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 9_000).putShort(frame + 7, (short) 9_000);
    Check.badFile(() -> decode(jpeg), "9000 x 9000", jpeg.length + " bytes");
    byte[] bmp = Goldens.file("bmp-rgb").bytes().clone();
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 9_000).putInt(22, 9_000);
    Check.badFile(() -> decode(bmp), "243000000 more bytes");
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int at = 2; at < jpeg.length; at++) {
      if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) marker) {
        return at;
      }
    }
    throw new AssertionError("no marker " + marker);
  }

  @Test
  void limitOfPixelsIsTheCallers() throws IOException {
    byte[] file = Goldens.file("bmp-rgb").bytes();
    ImageDecoder careful = DECODER.withMaxPixels(34);
    Check.badFile(() -> careful.decode(file, "it"), "at most 34 pixels", "7 x 5");
    assertEquals(35, DECODER.withMaxPixels(35).decode(file, "it").size().pixels());
    Check.refused(() -> DECODER.withMaxPixels(0), "maxPixels", "got 0");
    Check.refused(() -> DECODER.withMaxPixels(800_000_000), "maxPixels", "got 800000000");
  }

  @Test
  void wrongChecksumIsFound() throws IOException {
    byte[] file = Goldens.file("png-2-8").bytes().clone();
    file[45] ^= 1;
    Check.badFile(() -> decode(file), "byte 33", "IDAT of checksum");
  }

  @Test
  void wrongChecksumOfTheCompressedPixelsIsFound() throws IOException {
    byte[] zlib = {0x78, 1, 1, 2, 0, (byte) 0xFD, (byte) 0xFF, 0, 7, 0, 0, 0, 0};
    byte[] file = png("IHDR", header(1, 1, 8, 0), "IDAT", zlib, "IEND", new byte[0]);
    Check.badFile(() -> decode(file), "Deflate", "incorrect data check");
  }

  @Test
  void chunksOutOfOrderAreRefused() throws IOException {
    byte[] none = new byte[0];
    byte[] late = png("PLTE", new byte[3], "IHDR", header(1, 1, 8, 0), "IEND", none);
    Check.badFile(() -> decode(late), "IHDR first", "PLTE");
    byte[] empty = png("IHDR", header(1, 1, 8, 0), "IEND", none);
    Check.badFile(() -> decode(empty), "the chunk IDAT", "none");
    byte[] colourless = png("IHDR", header(1, 1, 8, 3), "IDAT", new byte[9], "IEND", none);
    Check.badFile(() -> decode(colourless), "the chunk PLTE", "none");
    byte[] unknown = png("IHDR", header(1, 1, 8, 0), "NEWS", none, "IEND", none);
    Check.badFile(() -> decode(unknown), "PNG standard", "NEWS");
    byte[] odd = png("IHDR", header(1, 1, 8, 3), "PLTE", new byte[4], "IEND", none);
    Check.badFile(() -> decode(odd), "colours of 3 bytes", "4 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 16})
  void depthThatNoPngHasIsRefused(int bits) {
    Check.badFile(
        () -> decode(png("IHDR", header(1, 1, bits, 3), "IEND", new byte[0])),
        "depth and colour type",
        bits + " bits");
  }

  @Test
  void emptyImageIsRefused() {
    Check.badFile(
        () -> decode(png("IHDR", header(0, 5, 8, 0), "IEND", new byte[0])), "at least 1", "0 x 5");
  }

  @Test
  void cmykIsRefusedWithAdvice() throws IOException {
    byte[] jpeg = Goldens.file("jpeg-420").bytes().clone();
    jpeg[indexOf(jpeg, 0xC0) + 9] = 4;
    Check.badFile(() -> decode(jpeg), "CMYK", "converted first");
  }

  @Test
  void arithmeticCodesAreRefused() throws IOException {
    byte[] jpeg = Goldens.file("jpeg-420").bytes().clone();
    jpeg[indexOf(jpeg, 0xC0) + 1] = (byte) 0xC9;
    Check.badFile(() -> decode(jpeg), "Huffman", "FFC9");
  }

  @Test
  void spoiledScanIsRefusedAndNotHalfGrey() throws IOException {
    byte[] jpeg = Goldens.file("jpeg-low").bytes();
    int scan = indexOf(jpeg, 0xDA);
    byte[] spoiled = Arrays.copyOf(jpeg, jpeg.length);
    Arrays.fill(spoiled, scan + 60, jpeg.length - 2, (byte) 0x55);
    Check.badFile(() -> decode(spoiled), "a sound jpeg file");
  }

  @Test
  void whatIsNoImageIsNamed() {
    Check.badFile(() -> decode(new byte[0]), "it: byte 0", "an empty file");
    Check.badFile(
        () -> decode("GIF89a\0\1".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        "PNG, JPEG, BMP or TIFF",
        "'GIF89a??'");
  }
}
