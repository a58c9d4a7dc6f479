package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HilbertTest {
  @Test
  void analyticSignalIsThatOfScipy() {
    Golden.check("fft.txt", "analytic", c -> Hilbert.analytic(c.input(), c.n()));
  }

  @Test
  void envelopeIsTheModulationOfACarrier() {
    int n = 400;
    double[] envelope = new double[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      envelope[i] = 1 + 0.5 * Math.cos(2 * Math.PI * 3 * i / n);
      x[i] = envelope[i] * Math.sin(2 * Math.PI * 50 * i / n);
    }
    Golden.assertClose(envelope, Hilbert.envelope(x, n), "envelope");
    assertArrayEquals(Inputs.floats(envelope), Hilbert.envelope(Inputs.floats(x), n), 1e-5f);
  }

  @Test
  void scaleOfTheSignalIsKept() {
    double[] tiny = Inputs.of("noise", 31);
    double[] expected = Hilbert.envelope(tiny, 31);
    Arrays.setAll(tiny, i -> tiny[i] * 0x1p-900);
    double[] scaled = Hilbert.envelope(tiny, 31);
    Arrays.setAll(scaled, i -> scaled[i] * 0x1p900);
    Golden.assertClose(expected, scaled, "scaled");
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    INDArray x = Nd4j.createFromArray(Inputs.of("noise", 12)).reshape(2, 2, 3);
    assertArrayEquals(new long[] {2, 2, 3}, Hilbert.envelope(x).shape());
    assertArrayEquals(new long[] {2, 2, 3, 2}, Hilbert.analytic(x).shape());
    assertEquals(24, Hilbert.analytic(new float[12], 3).length);
  }

  @Test
  void badInputIsRefused() {
    assertRefused(() -> Hilbert.envelope(new double[5], 3), "whole signals of 3", "5");
    assertRefused(() -> Hilbert.envelope(new double[] {Double.NaN}, 1), "NaN");
  }
}
