package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WavFileTest {
  @TempDir Path folder;

  static List<GoldenWavs.File> files() throws IOException {
    return GoldenWavs.files();
  }

  private Path saved(GoldenWavs.File golden) throws IOException {
    return Files.write(folder.resolve("clip.wav"), golden.bytes());
  }

  private WavFile open(String golden) throws IOException {
    return WavFile.open(saved(GoldenWavs.file(golden)));
  }

  private static String message(WavFile wav, long from, int frames, Channels channels) {
    return assertThrows(IllegalArgumentException.class, () -> wav.read(from, frames, channels))
        .getMessage();
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesTheSamplesOfLibsndfileAndScipyBitForBit(GoldenWavs.File golden) throws IOException {
    try (WavFile wav = WavFile.open(saved(golden))) {
      AudioClip clip = wav.read(Channels.all());
      assertEquals(golden.sampleRate(), clip.sampleRate());
      assertEquals(golden.channels(), clip.channels());
      assertArrayEquals(golden.byChannel(), clip.samples());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsEveryRangeAsTheSliceOfTheWhole(GoldenWavs.File golden) throws IOException {
    try (WavFile wav = WavFile.open(saved(golden))) {
      AudioClip whole = wav.read(Channels.all());
      int frames = Math.min(10, whole.frames());
      for (int from = 0; from <= frames; from++) {
        for (int count = 0; count <= frames - from; count++) {
          AudioClip range = wav.read(from, count, Channels.all());
          for (int c = 0; c < whole.channels(); c++) {
            assertArrayEquals(
                Arrays.copyOfRange(whole.channel(c), from, from + count), range.channel(c));
          }
        }
      }
    }
  }

  @Test
  void tellsWhatTheHeaderSays() throws IOException {
    try (WavFile wav = open("depth-20")) {
      assertEquals(8000, wav.sampleRate());
      assertEquals(2, wav.channels());
      assertEquals(4, wav.frames());
      assertEquals(WavEncoding.PCM, wav.encoding());
      assertEquals(20, wav.bits());
      assertEquals(3, wav.bytesPerSample());
      assertEquals(0, wav.missingBytes());
      assertTrue(wav.toString().endsWith("clip.wav, 2 channels, 4 frames, 8000 Hz, PCM 20 bits]"));
    }
  }

  @Test
  void tellsEachEncoding() throws IOException {
    for (var expected :
        List.of(
            List.of("FLOAT-WAVEX-LITTLE", WavEncoding.FLOAT),
            List.of("DOUBLE-RF64-LITTLE", WavEncoding.FLOAT),
            List.of("every-ALAW", WavEncoding.A_LAW),
            List.of("ULAW-WAV-BIG", WavEncoding.MU_LAW))) {
      try (WavFile wav = open((String) expected.get(0))) {
        assertEquals(expected.get(1), wav.encoding());
      }
    }
  }

  @Test
  void takesChannelsInTheOrderAskedFor() throws IOException {
    try (WavFile wav = open("PCM_16-eight")) {
      AudioClip all = wav.read(Channels.all());
      AudioClip two = wav.read(Channels.of(5, 0));
      assertEquals(2, two.channels());
      assertArrayEquals(all.channel(5), two.channel(0));
      assertArrayEquals(all.channel(0), two.channel(1));
    }
  }

  @Test
  void takesTheMeanOfAllChannels() throws IOException {
    try (WavFile wav = open("PCM_16-eight")) {
      AudioClip all = wav.read(Channels.all());
      float[] expected = new float[all.frames()];
      for (int i = 0; i < expected.length; i++) {
        int frame = i;
        double sum = IntStream.range(0, 8).mapToDouble(c -> all.channel(c)[frame]).sum();
        expected[i] = (float) (sum / 8);
      }
      AudioClip mean = wav.read(Channels.mean());
      assertEquals(1, mean.channels());
      assertArrayEquals(expected, mean.samples());
    }
  }

  @Test
  void readsClipsLongerThanItsBuffer() throws IOException {
    float[] samples = new float[2 * 100_003];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i % 65_536 - 32_768) / 32_768f;
    }
    Path path = folder.resolve("long.wav");
    WavWriter.withDefaults().write(path, AudioClip.of(samples, 2, 16_000));
    try (WavFile wav = WavFile.open(path)) {
      assertArrayEquals(samples, wav.read(Channels.all()).samples());
      float[] means = wav.read(Channels.mean()).samples();
      assertEquals((samples[90_000] + samples[190_003]) / 2, means[90_000]);
    }
  }

  @Test
  void refusesRangesBeyondTheFile() throws IOException {
    try (WavFile wav = open("PCM_16-mono")) {
      String rule = "from, frames: within the 8 of the file, got ";
      assertEquals(rule + "0, 9", message(wav, 0, 9, Channels.all()));
      assertEquals(rule + "-1, 1", message(wav, -1, 1, Channels.all()));
      assertEquals(rule + "0, -1", message(wav, 0, -1, Channels.all()));
      assertEquals(rule + "8, 1", message(wav, 8, 1, Channels.all()));
      assertEquals(rule + Long.MAX_VALUE + ", 1", message(wav, Long.MAX_VALUE, 1, Channels.all()));
    }
  }

  @Test
  void refusesChannelsThatTheFileLacks() throws IOException {
    try (WavFile wav = open("PCM_16-mono")) {
      assertEquals(
          "index: less than the number of channels, 1, got 1",
          message(wav, 0, 1, Channels.of(0, 1)));
    }
  }

  @Test
  void refusesChannelsThatAreNone() {
    assertEquals(
        "indices: at least one, got none",
        assertThrows(IllegalArgumentException.class, Channels::of).getMessage());
    assertEquals(
        "index: at least 0, got -1",
        assertThrows(IllegalArgumentException.class, () -> Channels.of(-1)).getMessage());
  }

  @Test
  void saysWhichChannelsAreChosen() {
    assertEquals("Channels.of[2, 0]", Channels.of(2, 0).toString());
    assertEquals("Channels.MEAN", Channels.mean().toString());
  }

  @Test
  void noticesThatTheFileBecameShorter() throws IOException {
    try (WavFile wav = open("PCM_16-mono")) {
      try (FileChannel other =
          FileChannel.open(folder.resolve("clip.wav"), StandardOpenOption.WRITE)) {
        other.truncate(50);
      }
      DataFileException e = assertThrows(DataFileException.class, () -> wav.read(Channels.all()));
      assertEquals("byte 50", e.place());
      assertTrue(e.getMessage().endsWith("expected 10 more bytes, found the end of the file"));
    }
  }

  @Test
  void refusesMoreSamplesThanAnArrayHolds() throws IOException {
    // A sparse file of 4 GB that takes no room.
    Path path = folder.resolve("huge.wav");
    byte[] header = Arrays.copyOf(GoldenWavs.file("every-U8").bytes(), 44 + 12);
    header[52] = (byte) 0xF0;
    header[53] = (byte) 0xFF;
    header[54] = (byte) 0xFF;
    header[55] = (byte) 0xFF;
    Files.write(path, header);
    try (FileChannel sparse = FileChannel.open(path, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.allocate(1), 0x1_0000_0100L);
    }
    try (WavFile wav = WavFile.open(path)) {
      assertEquals(0xFFFF_FFF0L, wav.frames());
      assertEquals(
          "frames: at most 2147483639 in one clip, got 4294967280",
          assertThrows(IllegalArgumentException.class, () -> wav.read(Channels.all()))
              .getMessage());
      assertEquals(
          "frames: at most 1073741819 in one clip, got 1073741820",
          message(wav, 0, 1_073_741_820, Channels.of(0, 0)));
      assertEquals(-1f, wav.read(0xFFFF_FF00L, 1, Channels.of(0)).samples()[0]);
    }
  }

  @Test
  void leavesOtherErrorsOfTheDiskAsTheyAre() {
    assertThrows(NoSuchFileException.class, () -> WavFile.open(folder.resolve("none.wav")));
  }
}
