package io.github.anomalydata.audio.augment;

import io.github.anomalydata.audio.spectral.StretchGolden;
import org.junit.jupiter.api.Test;

class PhaseVocoderTest {
  @Test
  void stretchedSignalsAreThoseOfLibrosa() {
    StretchGolden.check(PhaseVocoder::stretch);
  }
}
