package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static io.github.anomalydata.audio.spectral.SpectralGolden.floats;
import static io.github.anomalydata.audio.spectral.SpectralGolden.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.anomalydata.audio.AudioClip;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogMelTest {
  @Test
  void imagesOfPresetsAreThoseOfTheirPeers() {
    SpectralGolden.check(
        "presets.txt", "image", 1e-9, c -> c.preset().apply(c.input(), c.whole("n")));
  }

  @Test
  void imagesOfTheTorchaudioPresetAreThoseOfTorchaudio() {
    SpectralGolden.check(
        "torchaudio.txt", "image", 1e-9, c -> c.preset().apply(c.input(), c.whole("n")));
  }

  @Test
  void vectorsOfTheBaselinesAreTheirs() {
    SpectralGolden.check(
        "presets.txt", "vectors", 1e-9, c -> c.preset().vectors(c.input(), c.whole("n")));
  }

  @Test
  void tenSecondsAre309VectorsOf320() {
    assertEquals(309, LogMel.mimii2019().vectors(160_000));
    assertEquals(320, LogMel.mimii2019().vectorSize());
    assertEquals(309, LogMel.dcase2020().vectors(160_000));
    assertEquals(640, LogMel.dcase2020().vectorSize());
  }

  @Test
  void vectorOfOneFrameIsAColumnOfTheImage() {
    LogMel one = LogMel.mimii2019().withStackedFrames(1);
    double[] x = input("hum", 1500);
    double[] image = one.apply(x, 1500);
    double[] vectors = one.vectors(x, 1500);
    for (int b = 0; b < 64; b++) {
      assertEquals(image[b * 3 + 2], vectors[2 * 64 + b]);
    }
  }

  @Test
  void arraysOfNd4jKeepTheirLeadingAxes() {
    float[] x = floats(input("hum", 6000));
    INDArray batch = Nd4j.createFromArray(x).reshape(2, 1, 3000);
    INDArray images = LogMel.mimii2019().apply(batch);
    assertArrayEquals(new long[] {2, 1, 64, 6}, images.shape());
    assertArrayEquals(LogMel.mimii2019().apply(x, 3000), images.data().asFloat());
    INDArray vectors = LogMel.mimii2019().vectors(batch);
    assertArrayEquals(new long[] {2, 1, 2, 320}, vectors.shape());
    assertArrayEquals(LogMel.mimii2019().vectors(x, 3000), vectors.data().asFloat());
  }

  @Test
  void clipsGiveTheirChannels() {
    float[] x = floats(input("noise", 6000));
    AudioClip clip = AudioClip.of(x, 2, 16_000);
    assertArrayEquals(LogMel.mimii2019().apply(x, 3000), LogMel.mimii2019().apply(clip));
    assertArrayEquals(LogMel.mimii2019().vectors(x, 3000), LogMel.mimii2019().vectors(clip));
    assertRefused(() -> LogMel.librosa().apply(clip), "22050", "16000");
  }

  @Test
  void partsAreExchanged() {
    LogMel changed =
        LogMel.librosa()
            .with(LogMel.mimii2019().mel())
            .with(LogMel.mimii2019().decibels())
            .withStackedFrames(5);
    assertEquals(LogMel.mimii2019().toString(), changed.toString());
    assertEquals(5, changed.stackedFrames());
    assertNotEquals(LogMel.mimii2019().toString(), LogMel.dcase2020().toString());
    assertNotEquals(changed.toString(), changed.withStackedFrames(4).toString());
  }

  @Test
  void signalOfTooFewFramesIsRefused() {
    assertRefused(() -> LogMel.mimii2019().vectors(2000), "5 frames", "4", "2000");
    assertRefused(() -> LogMel.mimii2019().withStackedFrames(0), "stackedFrames", "0");
  }
}
