package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static io.github.anomalydata.audio.spectral.SpectralGolden.floats;
import static io.github.anomalydata.audio.spectral.SpectralGolden.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MfccTest {
  private static final LogMel LEVEL = LogMel.mimii2019().with(Decibels.ofPower());

  @Test
  void coefficientsAreThoseOfLibrosa() {
    SpectralGolden.check(
        "mfcc.txt",
        "mfcc",
        1e-9,
        c -> {
          int n = c.whole("n");
          return Mfcc.withDefaults()
              .withCount(c.whole("n_mfcc"))
              .withLifter(c.number("lifter"))
              .apply(LEVEL.apply(c.input(), n), 64, LEVEL.mel().frames(n));
        });
  }

  @Test
  void levelSpectrumHasOnlyTheFirst() {
    double[] flat = {3, 3, 3, 3};
    double[] mfcc = Mfcc.withDefaults().withCount(4).apply(flat, 4, 1);
    assertArrayEquals(new double[] {6, 0, 0, 0}, mfcc, 1e-12);
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    float[] x = floats(input("noise", 24));
    INDArray mfcc =
        Mfcc.withDefaults().withCount(2).apply(Nd4j.createFromArray(x).reshape(2, 4, 3));
    assertArrayEquals(new long[] {2, 2, 3}, mfcc.shape());
    assertArrayEquals(Mfcc.withDefaults().withCount(2).apply(x, 4, 3), mfcc.data().asFloat());
  }

  @Test
  void badOptionsAreRefused() {
    Mfcc mfcc = Mfcc.withDefaults();
    assertRefused(() -> mfcc.withCount(0), "count", "0");
    assertRefused(() -> mfcc.withLifter(-1), "lifter", "-1.0");
    assertRefused(() -> mfcc.apply(new double[30], 10, 3), "bands", "20", "10");
    assertEquals("Mfcc[count=20, lifter=0.0]", mfcc.toString());
  }
}
