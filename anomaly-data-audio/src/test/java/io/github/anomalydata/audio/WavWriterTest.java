package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
  private static final WavWriter PCM16 = WavWriter.withDefaults();
  private static final WavWriter FLOAT32 = PCM16.with(SampleFormat.FLOAT32);

  @TempDir Path folder;

  private static byte[] bytes(WavWriter writer, AudioClip clip) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, clip);
    return out.toByteArray();
  }

  private AudioClip read(byte[] bytes) throws IOException {
    try (WavFile wav = WavFile.open(Files.write(folder.resolve("read.wav"), bytes))) {
      return wav.read(Channels.all());
    }
  }

  private static String refusal(WavWriter writer, AudioClip clip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String message =
        assertThrows(IllegalArgumentException.class, () -> writer.write(out, clip)).getMessage();
    assertEquals(0, out.size());
    return message;
  }

  @Test
  void writesSixteenBitsByteForByteAsLibsndfileDoes() throws IOException {
    for (String name : new String[] {"PCM_16-mono", "PCM_16-WAV-LITTLE", "PCM_16-eight"}) {
      byte[] golden = GoldenWavs.file(name).bytes();
      assertArrayEquals(golden, bytes(PCM16, read(golden)), name);
    }
  }

  @Test
  void writesFloatsWithAFactChunk() throws IOException {
    assertEquals(
        "52494646"
            + "3a000000"
            + "57415645"
            + "666d7420"
            + "12000000"
            + "0300"
            + "0200"
            + "401f0000"
            + "00fa0000"
            + "0800"
            + "2000"
            + "0000"
            + "66616374"
            + "04000000"
            + "01000000"
            + "64617461"
            + "08000000"
            + "0000003f"
            + "000040c0",
        HexFormat.of().formatHex(bytes(FLOAT32, AudioClip.of(new float[] {.5f, -3}, 2, 8000))));
  }

  @Test
  void readsBackTheFloatsItWrote() throws IOException {
    float[] samples = new float[3 * 30_001];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(i) * 3;
    }
    AudioClip back = read(bytes(FLOAT32, AudioClip.of(samples, 3, 96_000)));
    assertArrayEquals(samples, back.samples());
    assertEquals(3, back.channels());
    assertEquals(96_000, back.sampleRate());
  }

  @Test
  void roundsHalvesToEvenAndClips() throws IOException {
    float[] samples = {1, -1, 2, -2, 32767.5f / 32768, 0.5f / 32768, 1.5f / 32768, -0.5f / 32768};
    AudioClip back = read(bytes(PCM16, AudioClip.of(samples, 1, 8000)));
    float[] expected = {32767, -32768, 32767, -32768, 32767, 0, 2, 0};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], back.samples()[i] * 32768, 0, "sample " + i);
    }
  }

  @Test
  void countsWhatItClipped() throws IOException {
    AudioClip clip = AudioClip.of(new float[] {1, -1, 2, -2, 0.99f, -1.00001f}, 1, 8000);
    assertEquals(3, PCM16.write(new ByteArrayOutputStream(), clip));
    assertEquals(3, PCM16.write(folder.resolve("clipped.wav"), clip));
    assertEquals(0, FLOAT32.write(new ByteArrayOutputStream(), clip));
  }

  @Test
  void writesFilesAsStreams() throws IOException {
    AudioClip clip = AudioClip.of(new float[] {.25f, .5f}, 2, 8000);
    Path path = folder.resolve("clip.wav");
    PCM16.write(path, clip);
    assertArrayEquals(bytes(PCM16, clip), Files.readAllBytes(path));
  }

  @Test
  void writesClipsWithoutFrames() throws IOException {
    for (WavWriter writer : new WavWriter[] {PCM16, FLOAT32}) {
      AudioClip back = read(bytes(writer, AudioClip.of(new float[0], 2, 8000)));
      assertEquals(0, back.frames());
      assertEquals(2, back.channels());
    }
  }

  @Test
  void refusesWhatIsNotFiniteAndTouchesNoFile() {
    AudioClip nan = AudioClip.of(new float[] {0, 0, 0, Float.NaN}, 2, 8000);
    String message = "clip: finite samples, got NaN at frame 1 of channel 1";
    assertEquals(message, refusal(PCM16, nan));
    assertEquals(message, refusal(FLOAT32, nan));
    Path path = folder.resolve("nan.wav");
    assertThrows(IllegalArgumentException.class, () -> PCM16.write(path, nan));
    assertFalse(Files.exists(path));
    assertEquals(
        "clip: finite samples, got -Infinity at frame 0 of channel 0",
        refusal(PCM16, AudioClip.of(new float[] {Float.NEGATIVE_INFINITY}, 1, 8000)));
  }

  @Test
  void refusesWhatTheFieldsOfAFileCannotTell() {
    assertEquals(
        "channels: at most 32767, got 32768",
        refusal(PCM16, AudioClip.of(new float[32_768], 32_768, 1)));
    assertEquals(
        "sampleRate: at most 1073741823 Hz, got 1073741824",
        refusal(FLOAT32, AudioClip.of(new float[1], 1, 1 << 30)));
  }
}
