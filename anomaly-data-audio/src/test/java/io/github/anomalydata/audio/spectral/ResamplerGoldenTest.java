package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.audio.Resampler;
import org.junit.jupiter.api.Test;

class ResamplerGoldenTest {
  @Test
  void samplesAreThoseOfScipy() {
    SpectralGolden.check(
        "resampled.txt",
        "resample",
        1e-10,
        c -> Resampler.of(c.whole("down"), c.whole("up")).apply(c.input(), c.whole("n")));
  }
}
