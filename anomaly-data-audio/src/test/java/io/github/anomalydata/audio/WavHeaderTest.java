package io.github.anomalydata.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.anomalydata.data.DataFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that are wrong, one rule each, and what is kept of a file that was cut off. */
class WavHeaderTest {
  private static final int UNKNOWN = 0xFFFF_FFFF;

  @TempDir Path folder;

  private static byte[] chunk(String id, int length, byte... body) {
    return ByteBuffer.allocate(8 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id.getBytes(ISO_8859_1))
        .putInt(length)
        .put(body)
        .array();
  }

  private static byte[] wave(String kind, byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(chunk(kind, 0, "WAVE".getBytes(ISO_8859_1)));
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    return out.toByteArray();
  }

  private static byte[] fmt(int tag, int channels, int rate, int frameBytes, int bits) {
    return chunk("fmt ", 16, fmtBody(16, tag, channels, rate, frameBytes, bits).array());
  }

  private static ByteBuffer fmtBody(
      int length, int tag, int channels, int rate, int frameBytes, int bits) {
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) tag)
        .putShort((short) channels)
        .putInt(rate)
        .putInt(0)
        .putShort((short) frameBytes)
        .putShort((short) bits);
  }

  private static byte[] mono16() {
    return fmt(1, 1, 8000, 2, 16);
  }

  private static byte[] ds64(long dataBytes) {
    return chunk(
        "ds64",
        28,
        ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN).putLong(8, dataBytes).array());
  }

  private Path saved(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("bad.wav"), bytes);
  }

  private void assertRefused(String expected, byte[] bytes) throws IOException {
    Path path = saved(bytes);
    DataFileException e = assertThrows(DataFileException.class, () -> WavFile.open(path));
    assertEquals(path + ": " + expected, e.getMessage());
  }

  @Test
  void refusesWhatIsNoRiffFile() throws IOException {
    assertRefused(
        "byte 0: expected the header of a RIFF file, found the end of the file", new byte[0]);
    assertRefused(
        "byte 0: expected RIFF, RIFX, RF64 or BW64, found \"fLaC\"", wave("fLaC", mono16()));
    assertRefused("byte 0: expected RIFF, RIFX, RF64 or BW64, found 0x00000000", wave("\0\0\0\0"));
  }

  @Test
  void refusesWhatIsNoWave() throws IOException {
    assertRefused(
        "byte 8: expected WAVE, found \"AVI \"", chunk("RIFF", 4, "AVI ".getBytes(ISO_8859_1)));
  }

  @Test
  void refusesAFileWithoutSamples() throws IOException {
    assertRefused(
        "byte 36: expected a data chunk, found the end of the file", wave("RIFF", mono16()));
  }

  @Test
  void refusesSamplesWithoutFormat() throws IOException {
    assertRefused(
        "byte 12: expected a fmt chunk before the data chunk, found none",
        wave("RIFF", chunk("data", 0)));
  }

  @Test
  void refusesTwoFormats() throws IOException {
    assertRefused(
        "byte 36: expected one fmt chunk, found a second one",
        wave("RIFF", mono16(), mono16(), chunk("data", 0)));
  }

  @Test
  void refusesAChunkThatEndsBeyondTheFile() throws IOException {
    assertRefused(
        "byte 40: expected a chunk \"LIST\" of at most 8 bytes, found 4294967295 in its header",
        wave("RIFF", mono16(), chunk("LIST", UNKNOWN), chunk("data", 0)));
  }

  @Test
  void refusesEndlessChunks() throws IOException {
    byte[][] chunks = new byte[10_001][];
    Arrays.fill(chunks, chunk("junk", 0));
    assertRefused(
        "byte 80012: expected a data chunk after at most 10000 others, found more of them",
        wave("RIFF", chunks));
  }

  @Test
  void refusesAShortFormat() throws IOException {
    assertRefused(
        "byte 16: expected a fmt chunk of at least 16 bytes, found 14",
        wave("RIFF", chunk("fmt ", 14, new byte[14])));
  }

  @Test
  void refusesFormatsOfNoSamples() throws IOException {
    assertRefused(
        "byte 22: expected at least 1 channel, found 0", wave("RIFF", fmt(1, 0, 8000, 2, 16)));
    assertRefused(
        "byte 24: expected a sample rate from 1 to 2147483647 Hz, found 0",
        wave("RIFF", fmt(1, 1, 0, 2, 16)));
    assertRefused(
        "byte 24: expected a sample rate from 1 to 2147483647 Hz, found 4294967295",
        wave("RIFF", fmt(1, 1, -1, 2, 16)));
    assertRefused(
        "byte 32: expected frames of whole bytes for 1 channels, found 0 bytes",
        wave("RIFF", fmt(1, 1, 8000, 0, 16)));
    assertRefused(
        "byte 32: expected frames of whole bytes for 3 channels, found 4 bytes",
        wave("RIFF", fmt(1, 3, 8000, 4, 16)));
  }

  @Test
  void refusesUnknownEncodings() throws IOException {
    assertRefused(
        "byte 20: expected format 1 (PCM), 3 (float), 6 (A-law) or 7 (mu-law), found 0x2",
        wave("RIFF", fmt(2, 1, 8000, 2, 16)));
  }

  @Test
  void refusesDepthsThatDoNotFit() throws IOException {
    String rule = "byte 34: expected a depth that ";
    assertRefused(rule + "PCM has, found 24 bits in 2 bytes", wave("RIFF", fmt(1, 1, 8000, 2, 24)));
    assertRefused(rule + "PCM has, found 0 bits in 2 bytes", wave("RIFF", fmt(1, 1, 8000, 2, 0)));
    assertRefused(rule + "PCM has, found 16 bits in 9 bytes", wave("RIFF", fmt(1, 1, 8000, 9, 16)));
    assertRefused(
        rule + "FLOAT has, found 16 bits in 2 bytes", wave("RIFF", fmt(3, 1, 8000, 2, 16)));
    assertRefused(
        rule + "FLOAT has, found 64 bits in 4 bytes", wave("RIFF", fmt(3, 1, 8000, 4, 64)));
    assertRefused(
        rule + "A_LAW has, found 16 bits in 1 bytes", wave("RIFF", fmt(6, 1, 8000, 1, 16)));
    assertRefused(
        rule + "MU_LAW has, found 8 bits in 2 bytes", wave("RIFF", fmt(7, 1, 8000, 2, 8)));
  }

  @Test
  void refusesExtensionsThatAreShortOrForeign() throws IOException {
    assertRefused(
        "byte 16: expected an extensible fmt chunk of 40 bytes, found 16 bytes",
        wave("RIFF", fmt(0xFFFE, 1, 8000, 2, 16)));
    byte[] foreign = fmtBody(40, 0xFFFE, 1, 8000, 2, 16).putInt(24, 1).array();
    assertRefused(
        "byte 44: expected a sub-format that stands for a format tag, found another GUID",
        wave("RIFF", chunk("fmt ", 40, foreign)));
  }

  @Test
  void refusesLongFilesWithoutALength() throws IOException {
    assertRefused(
        "byte 36: expected a ds64 chunk before the data chunk, found none",
        wave("RF64", mono16(), chunk("data", UNKNOWN)));
    assertRefused(
        "byte 16: expected a ds64 chunk of at least 28 bytes, found 8",
        wave("RF64", chunk("ds64", 8, new byte[8])));
    assertRefused(
        "byte 28: expected a data size of less than 2^63 bytes, found 9223372036854775808",
        wave("BW64", ds64(Long.MIN_VALUE)));
  }

  @Test
  void refusesSamplesThatAreNotThere() throws IOException {
    assertRefused(
        "byte 44: expected 4294967295 bytes of samples, found 6 to the end of the file",
        wave("RIFF", mono16(), chunk("data", UNKNOWN, new byte[6])));
    assertRefused(
        "byte 80: expected 9223372036854775807 bytes of samples, found 6 to the end of the file",
        wave("BW64", ds64(Long.MAX_VALUE), mono16(), chunk("data", UNKNOWN, new byte[6])));
  }

  @Test
  void refusesPartOfAFrame() throws IOException {
    assertRefused(
        "byte 40: expected a multiple of frames of 2 bytes, found 5",
        wave("RIFF", mono16(), chunk("data", 5, new byte[6])));
  }

  @Test
  void keepsTheWholeFramesThatAreThere() throws IOException {
    byte[] bytes = wave("RIFF", mono16(), chunk("data", UNKNOWN, new byte[] {0, 64, 0, -64, 1}));
    try (WavFile wav = WavFile.open(saved(bytes), Truncation.KEEP)) {
      assertEquals(2, wav.frames());
      assertEquals(UNKNOWN & 0xFFFF_FFFFL, wav.missingBytes() + 4);
      assertArrayEquals(new float[] {.5f, -.5f}, wav.read(Channels.all()).samples());
    }
  }

  @Test
  void keepsNothingOfAFileCutOffBeforeItsSamples() throws IOException {
    byte[] bytes = wave("RIFF", mono16(), chunk("data", 100));
    try (WavFile wav = WavFile.open(saved(bytes), Truncation.KEEP)) {
      assertEquals(0, wav.read(Channels.mean()).frames());
      assertEquals(100, wav.missingBytes());
    }
  }

  @Test
  void readsTheLengthOfSamplesFromWhereItIsSaid() throws IOException {
    byte[] bytes =
        wave("BW64", ds64(2), mono16(), chunk("data", UNKNOWN, new byte[] {0, 64, 9, 9, 9, 9}));
    try (WavFile wav = WavFile.open(saved(bytes))) {
      assertArrayEquals(new float[] {.5f}, wav.read(Channels.all()).samples());
    }
  }
}
