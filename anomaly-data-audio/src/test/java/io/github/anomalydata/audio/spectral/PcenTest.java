package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PcenTest {
  private static Pcen options(SpectralGolden c) {
    Pcen options = Pcen.withDefaults();
    for (Map.Entry<String, String> setting : c.settings().entrySet()) {
      String value = setting.getValue();
      options =
          switch (setting.getKey()) {
            case "gain" -> options.withGain(Double.parseDouble(value));
            case "bias" -> options.withBias(Double.parseDouble(value));
            case "power" -> options.withPower(Double.parseDouble(value));
            case "time_constant" -> options.withTimeConstant(Double.parseDouble(value));
            case "eps" -> options.withEpsilon(Double.parseDouble(value));
            case "sr" -> options.withSampleRate(Double.parseDouble(value));
            case "hop_length" -> options.withHopLength(Integer.parseInt(value));
            default -> options;
          };
    }
    return options;
  }

  private static double[] apply(SpectralGolden c) {
    MelSpectrogram mel = c.mel();
    double[] power = mel.apply(c.input(), c.whole("n"));
    for (int i = 0; i < power.length; i++) {
      power[i] *= 0x1p31;
    }
    return options(c).apply(power, mel.frames(c.whole("n")));
  }

  @Test
  void energiesAreThoseOfLibrosa() {
    SpectralGolden.check("pcen.txt", "pcen", 1e-9, PcenTest::apply);
  }

  @Test
  void silenceStaysZero() {
    assertArrayEquals(new double[3], Pcen.withDefaults().apply(new double[3], 3));
    assertArrayEquals(new double[3], Pcen.withDefaults().withBias(0).apply(new double[3], 3));
  }

  @Test
  void batchesKeepTheirShape() {
    float[] x = {1, 2, 3, 4};
    INDArray energies = Pcen.withDefaults().apply(Nd4j.createFromArray(x).reshape(2, 1, 2));
    assertArrayEquals(new long[] {2, 1, 2}, energies.shape());
    assertArrayEquals(Pcen.withDefaults().apply(x, 2), energies.data().asFloat());
  }

  @Test
  void badInputIsRefused() {
    Pcen pcen = Pcen.withDefaults();
    assertRefused(() -> pcen.withSampleRate(0), "sampleRate", "0");
    assertRefused(() -> pcen.withHopLength(0), "hopLength", "0");
    assertRefused(() -> pcen.withGain(-1), "gain", "-1");
    assertRefused(() -> pcen.withBias(Double.NaN), "bias", "NaN");
    assertRefused(() -> pcen.withPower(-1), "power", "-1");
    assertRefused(() -> pcen.withTimeConstant(0), "timeConstant", "0");
    assertRefused(() -> pcen.withEpsilon(0), "epsilon", "0");
    assertRefused(() -> pcen.apply(new double[] {1, -2}, 2), "values", "-2");
    assertNotEquals(pcen.toString(), pcen.withGain(0.5).toString());
    assertEquals(pcen.toString(), pcen.withGain(0.98).toString());
  }
}
