package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The variants of WAV that scipy and hound test themselves with. */
class RealWavTest {
  private static final String CUT_OFF = "scipy/test-44100Hz-le-1ch-4bytes-early-eof.wav";
  private static final String CONTRADICTORY = "scipy/test-8000Hz-le-3ch-5S-24bit-inconsistent.wav";

  private static Path folder = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("wav");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs WAV variants: set -Danomaly.realData to the folder that holds wav/");
  }

  private static String facts(String name, Truncation truncation) throws IOException {
    try (WavFile wav = WavFile.open(folder.resolve(name), truncation)) {
      AudioClip clip = wav.read(Channels.all());
      float[] samples = clip.samples();
      ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
      for (int frame = 0; frame < clip.frames(); frame++) {
        for (int channel = 0; channel < clip.channels(); channel++) {
          bytes.putFloat(samples[channel * clip.frames() + frame]);
        }
      }
      CRC32 crc = new CRC32();
      crc.update(bytes.array());
      return String.format(
          Locale.ROOT,
          "%s %d %d %d %08x",
          name,
          clip.sampleRate(),
          clip.channels(),
          clip.frames(),
          crc.getValue());
    }
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  @Test
  void filesThatOthersReadGiveTheirSamples() throws IOException {
    for (String line : GoldenWavs.lines("real.txt")) {
      if (!name(line).equals(CUT_OFF) && !name(line).equals(CONTRADICTORY)) {
        assertEquals(line, facts(name(line), Truncation.REFUSE));
      }
    }
  }

  @Test
  void cutOffFileGivesItsSamplesWhenAskedTo() throws IOException {
    assertThrows(DataFileException.class, () -> facts(CUT_OFF, Truncation.REFUSE));
    List<String> lines = GoldenWavs.lines("real.txt");
    String expected = lines.stream().filter(l -> name(l).equals(CUT_OFF)).findFirst().orElseThrow();
    assertEquals(expected, facts(CUT_OFF, Truncation.KEEP));
  }

  @Test
  void allOthersAreRefused() throws IOException {
    Set<String> others = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(f -> f.toString().endsWith(".wav"))
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .forEach(others::add);
    }
    others.removeAll(
        GoldenWavs.lines("real.txt").stream().map(RealWavTest::name).collect(Collectors.toSet()));
    others.add(CONTRADICTORY);
    assertEquals(9, others.size());
    for (String name : others) {
      assertThrows(DataFileException.class, () -> facts(name, Truncation.KEEP), name);
    }
  }
}
