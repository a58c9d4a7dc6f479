package io.github.anomalydata.audio.spectral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The features of real recordings of MIMII. */
class RealMelTest {
  private static Path folder = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("mimii");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs MIMII recordings: set -Danomaly.realData to the folder that holds mimii/");
  }

  @Test
  void featuresAreThoseOfLibrosa() throws IOException {
    int read = 0;
    for (SpectralGolden c : SpectralGolden.cases("real.txt", "real")) {
      Path file = folder.resolve(c.text("file"));
      if (Files.exists(file)) {
        read++;
        SpectralGolden.assertClose(c.values(), summary(file), 1e-5, c.text("file"));
      }
    }
    assertTrue(read > 0, "no recording is there");
  }

  private static double[] summary(Path file) throws IOException {
    try (WavFile wav = WavFile.open(file)) {
      AudioClip clip = wav.read(Channels.of(0));
      float[] image = LogMel.mimii2019().apply(clip);
      float[] vectors = LogMel.mimii2019().vectors(clip);
      assertEquals(image.length / 64 - 4, vectors.length / 320);
      double mean = IntStream.range(0, image.length).mapToDouble(i -> image[i]).average().orElse(0);
      double variance =
          IntStream.range(0, image.length)
              .mapToDouble(i -> (image[i] - mean) * (image[i] - mean))
              .average()
              .orElse(0);
      return new double[] {mean, Math.sqrt(variance), image[0], image[image.length - 1]};
    }
  }
}
