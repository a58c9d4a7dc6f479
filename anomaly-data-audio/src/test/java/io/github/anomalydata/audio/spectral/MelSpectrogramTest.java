package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static io.github.anomalydata.audio.spectral.SpectralGolden.floats;
import static io.github.anomalydata.audio.spectral.SpectralGolden.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.anomalydata.audio.AudioClip;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MelSpectrogramTest {
  private static final MelSpectrogram SMALL =
      MelSpectrogram.withDefaults()
          .withSampleRate(8000)
          .withFftLength(64)
          .withHopLength(16)
          .withBands(5);

  @Test
  void bandsAreThoseOfLibrosa() {
    SpectralGolden.check("mel.txt", "mel", 1e-10, c -> c.mel().apply(c.input(), c.whole("n")));
  }

  @Test
  void singlePrecisionIsThatOfLibrosaToItsDigits() {
    SpectralGolden.check(
        "floats.txt",
        "mel",
        1e-5,
        c -> SpectralGolden.doubles(c.mel().apply(floats(c.input()), c.whole("n"))));
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    double[] x = input("hum", 400);
    INDArray batch = Nd4j.createFromArray(x).reshape(2, 1, 200);
    INDArray mel = SMALL.apply(batch);
    assertArrayEquals(new long[] {2, 1, 5, 13}, mel.shape());
    assertArrayEquals(SMALL.apply(x, 200), mel.data().asDouble());
    INDArray floats = SMALL.apply(Nd4j.createFromArray(floats(x)).reshape(2, 200));
    assertArrayEquals(SMALL.apply(floats(x), 200), floats.data().asFloat());
    assertArrayEquals(new long[] {2, 5, 13}, floats.shape());
  }

  @Test
  void viewsGiveWhatTheirCopiesGive() {
    INDArray all = Nd4j.createFromArray(input("hum", 400)).reshape('f', 200, 2);
    assertEquals(SMALL.apply(all.transpose().dup('c')), SMALL.apply(all.transpose()));
  }

  @Test
  void signalsOfABatchDoNotDependOnOneAnother() {
    double[] x = input("noise", 300);
    double[] both = SMALL.apply(x, 150);
    double[] second = SMALL.apply(Arrays.copyOfRange(x, 150, 300), 150);
    assertArrayEquals(second, Arrays.copyOfRange(both, second.length, 2 * second.length));
  }

  @Test
  void threadsGiveTheSameBytes() {
    float[] x = floats(input("noise", 3000));
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      assertArrayEquals(SMALL.apply(x, 300), SMALL.withWorkers(executor, 3).apply(x, 300));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void clipOfTheRateGivesItsChannels() {
    float[] x = floats(input("noise", 400));
    assertArrayEquals(SMALL.apply(x, 200), SMALL.apply(AudioClip.of(x, 2, 8000)));
    assertRefused(() -> SMALL.apply(AudioClip.of(x, 2, 44_100)), "8000", "44100", "Resampler");
    assertRefused(() -> SMALL.apply(AudioClip.of(new float[0], 2, 8000)), "length", "0");
  }

  @Test
  void toneIsInTheBandOfItsFrequency() {
    MelSpectrogram mel = LogMel.mimii2019().mel();
    double[] centres = mel.filters().centres();
    double[] tone = new double[4096];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = Math.sin(2 * Math.PI * centres[30] * i / 16_000);
    }
    double[] bands = mel.apply(tone, tone.length);
    int frames = mel.frames(tone.length);
    int loudest = 0;
    for (int b = 0; b < 64; b++) {
      loudest = bands[b * frames + 4] > bands[loudest * frames + 4] ? b : loudest;
    }
    assertEquals(30, loudest);
  }

  @Test
  void timesAreThoseOfTheFrames() {
    assertArrayEquals(new double[] {0, 0.002, 0.004}, SMALL.times(32), 1e-15);
    assertEquals(313, LogMel.mimii2019().mel().frames(160_000));
  }

  @Test
  void optionsThatDifferSayIt() {
    String text = SMALL.toString();
    assertEquals(text, SMALL.withBands(6).withBands(5).toString());
    for (MelSpectrogram other :
        new MelSpectrogram[] {
          SMALL.withBands(6),
          SMALL.withPower(1),
          SMALL.withHopLength(17),
          SMALL.withSampleRate(16_000),
          SMALL.withFrequencies(0, 3000),
          SMALL.withCentring(false),
          SMALL.withWindowLength(63),
          SMALL.with(MelScale.HTK),
          SMALL.with(BandNormalization.NONE)
        }) {
      assertNotEquals(text, other.toString());
    }
  }

  @Test
  void badInputIsRefused() {
    double[] x = input("hum", 100);
    assertRefused(() -> SMALL.withPower(0), "power", "0.0");
    assertRefused(() -> SMALL.withHopLength(0), "hopLength", "0");
    assertRefused(() -> SMALL.withWindowLength(0), "windowLength", "0");
    assertRefused(() -> SMALL.withWindowLength(65).apply(x, 100), "windowLength", "65");
    assertRefused(() -> SMALL.apply(x, 30), "whole items of 30", "100");
    assertRefused(() -> SMALL.apply(new double[0], 30), "values", "0");
    x[17] = Double.NaN;
    assertRefused(() -> SMALL.apply(x, 50), "NaN", "index 17", "signal 0");
    assertRefused(() -> SMALL.apply(Nd4j.empty()), "values");
  }
}
