package io.github.anomalydata.signal.wavelet;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WaveletTest {
  @Test
  void everyBankOfFiltersIsTheOneOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("banks.txt")) {
      Wavelet wavelet = golden.wavelet();
      golden.check(0, wavelet.decompositionLowPass(), 1e-15);
      golden.check(1, wavelet.decompositionHighPass(), 1e-15);
      golden.check(2, wavelet.reconstructionLowPass(), 1e-15);
      golden.check(3, wavelet.reconstructionHighPass(), 1e-15);
    }
  }

  @Test
  void theNamesAreThoseOfTheGoldenFile() throws IOException {
    assertEquals(
        Golden.read("banks.txt").stream().map(golden -> golden.text(0)).toList(), Wavelet.names());
  }

  @Test
  void theMaximumLevelFollowsTheRuleOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("levels.txt")) {
      double[] lengths = golden.arrays().get(0);
      for (int i = 0; i < lengths.length; i++) {
        assertEquals(
            (int) golden.arrays().get(1)[i],
            golden.wavelet().maximumLevel((int) lengths[i]),
            golden.text(0) + " " + lengths[i]);
      }
    }
  }

  @Test
  void anUnknownNameIsRefusedWithNamesLikeIt() {
    assertRefused(() -> Wavelet.of("db21"), "wavelet", "db20", "'db21'");
    assertRefused(() -> Wavelet.of("bior3.4"), "bior3.3", "bior3.5");
  }

  @Test
  void splinesAreNotOrthogonal() {
    assertTrue(Wavelet.of("sym4").isOrthogonal());
    assertFalse(Wavelet.of("bior2.2").isOrthogonal());
    assertFalse(Wavelet.of("rbio2.2").isOrthogonal());
  }

  @Test
  void itsFiltersAreCopies() {
    Wavelet wavelet = Wavelet.of("haar");
    wavelet.decompositionLowPass()[0] = 9;
    assertEquals(Math.sqrt(0.5), wavelet.decompositionLowPass()[0], 1e-15);
    assertEquals("haar", wavelet.toString());
    assertEquals("haar", wavelet.name());
  }

  @Test
  void anEmptySignalHasNoLevel() {
    assertRefused(() -> Wavelet.of("haar").maximumLevel(0), "length", "at least 1", "0");
  }
}
