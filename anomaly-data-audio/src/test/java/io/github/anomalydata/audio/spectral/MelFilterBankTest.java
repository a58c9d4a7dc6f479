package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MelFilterBankTest {
  @Test
  void weightsAreThoseOfLibrosa() {
    SpectralGolden.check(
        "filters.txt",
        "weights",
        1e-7,
        c -> Arrays.stream(c.mel().filters().matrix()).filter(w -> w != 0).toArray());
  }

  @Test
  void weightsStandWhereThoseOfLibrosaDo() {
    for (SpectralGolden c : SpectralGolden.cases("filters.txt", "places")) {
      MelFilterBank filters = c.mel().filters();
      double[] matrix = filters.matrix();
      double[] places = new double[c.values().length];
      int count = 0;
      for (int i = 0; i < matrix.length; i++) {
        if (matrix[i] != 0) {
          places[count++] = i;
        }
      }
      assertEquals(c.whole("bands"), filters.bands());
      assertEquals(c.whole("bins"), filters.bins());
      assertArrayEquals(c.values(), places, c.text("options"));
    }
  }

  @Test
  void centresAreThoseOfLibrosa() {
    SpectralGolden.check("filters.txt", "centres", 1e-12, c -> c.mel().filters().centres());
  }

  @Test
  void bandsBetweenTwoBinsAreCounted() {
    assertEquals(0, LogMel.mimii2019().mel().filters().emptyBands());
    assertEquals(0, LogMel.dcase2020().mel().filters().emptyBands());
    assertEquals(4, LogMel.torchaudio().mel().filters().emptyBands());
  }

  @Test
  void scalesGoThereAndBack() {
    assertEquals(15, MelScale.SLANEY.toMel(1000), 1e-12);
    assertEquals(3, MelScale.SLANEY.toMel(200), 1e-12);
    assertEquals(42, MelScale.SLANEY.toMel(6400), 1e-12);
    assertEquals(2595 * Math.log10(2), MelScale.HTK.toMel(700), 1e-9);
    for (MelScale scale : MelScale.values()) {
      assertEquals(440, scale.toHertz(scale.toMel(440)), 1e-10);
      assertEquals(4400, scale.toHertz(scale.toMel(4400)), 1e-9);
      assertRefused(() -> scale.toMel(-1), "hertz", "-1.0");
      assertRefused(() -> scale.toHertz(Double.NaN), "mel", "NaN");
    }
  }

  @Test
  void badOptionsAreRefused() {
    MelFilterBank filters = MelFilterBank.withDefaults();
    assertRefused(() -> filters.withSampleRate(Double.NaN), "sampleRate", "NaN");
    assertRefused(() -> filters.withFftLength(0), "fftLength", "0");
    assertRefused(() -> filters.withBands(0), "bands", "0");
    assertRefused(() -> filters.withFrequencies(-1, 10), "fmin", "-1");
    assertRefused(() -> filters.withFrequencies(10, 10), "fmax", "10");
    assertRefused(
        () -> filters.withFrequencies(0, 10_000).withSampleRate(16_000).matrix(),
        "fmax",
        "8000",
        "10000");
  }
}
