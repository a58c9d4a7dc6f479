package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static io.github.anomalydata.audio.spectral.SpectralGolden.floats;
import static io.github.anomalydata.audio.spectral.SpectralGolden.input;
import static io.github.anomalydata.audio.spectral.SpectralShape.Measure.BANDWIDTH;
import static io.github.anomalydata.audio.spectral.SpectralShape.Measure.CENTROID;
import static io.github.anomalydata.audio.spectral.SpectralShape.Measure.CONTRAST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.spectral.SpectralShape.Measure;
import io.github.anomalydata.signal.Stft;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SpectralShapeTest {
  private static double[] apply(Measure measure, SpectralGolden c) {
    SpectralShape shape =
        SpectralShape.of(measure)
            .withSampleRate(c.number("sr"))
            .with(
                Stft.withDefaults()
                    .withFftLength(c.whole("n_fft"))
                    .withHopLength(c.whole("hop_length")));
    if (measure == CONTRAST) {
      shape =
          shape
              .withOctaves(c.whole("n_bands"), c.number("fmin"))
              .withQuantile(c.number("quantile"));
    }
    return shape.apply(c.input(), c.whole("n"));
  }

  @Test
  void centroidsAreThoseOfLibrosa() {
    SpectralGolden.check("shapes.txt", "centroid", 1e-9, c -> apply(CENTROID, c));
  }

  @Test
  void bandwidthsAreThoseOfLibrosa() {
    SpectralGolden.check("shapes.txt", "bandwidth", 1e-9, c -> apply(BANDWIDTH, c));
  }

  @Test
  void contrastsAreThoseOfLibrosa() {
    SpectralGolden.check("shapes.txt", "contrast", 1e-7, c -> apply(CONTRAST, c));
  }

  @Test
  void batchesAndClipsGiveTheSame() {
    float[] x = floats(input("hum", 4000));
    SpectralShape contrast = SpectralShape.of(CONTRAST);
    INDArray rows = contrast.apply(Nd4j.createFromArray(x).reshape(2, 1, 2000));
    assertArrayEquals(new long[] {2, 1, 7, 4}, rows.shape());
    assertArrayEquals(contrast.apply(x, 2000), rows.data().asFloat());
    assertArrayEquals(contrast.apply(x, 2000), contrast.apply(AudioClip.of(x, 2, 22_050)));
    assertRefused(() -> contrast.apply(AudioClip.of(x, 2, 16_000)), "22050", "16000");
  }

  @Test
  void badOptionsAreRefused() {
    SpectralShape contrast = SpectralShape.of(CONTRAST);
    assertRefused(() -> contrast.withSampleRate(-1), "sampleRate", "-1");
    assertRefused(() -> contrast.withOctaves(0, 200), "octaves", "0");
    assertRefused(() -> contrast.withOctaves(6, 0), "lowest", "0");
    assertRefused(() -> contrast.withQuantile(1), "quantile", "1");
    assertRefused(() -> contrast.withOctaves(8, 200).apply(new double[4096], 4096), "octaves");
    assertRefused(() -> contrast.withOctaves(6, 5).apply(new double[4096], 4096), "octaves");
    assertEquals(
        "SpectralShape[CONTRAST, sampleRate=22050.0, octaves=6 from 200.0 Hz, quantile=0.02]",
        contrast.toString());
  }
}
