package io.github.anomalydata.signal.wavelet;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CwtTest {
  private static ContinuousWavelet wavelet(Golden golden) {
    return golden.text(0).equals("morl") ? ContinuousWavelet.MORLET : ContinuousWavelet.MEXICAN_HAT;
  }

  @Test
  void coefficientsAreThoseOfPyWaveletsByEitherMethod() throws IOException {
    for (Golden golden : Golden.read("cwt.txt")) {
      Cwt cwt = Cwt.of(wavelet(golden));
      if (golden.text(1).startsWith("precision")) {
        cwt = cwt.withPrecision(Integer.parseInt(golden.text(1).substring("precision".length())));
      }
      int length = golden.number(2);
      double[] scales = golden.arrays().get(0);
      double[] signal = Golden.signal(length, 0);
      double[] values = cwt.transform(signal, scales);
      for (int i = 0; i < scales.length; i++) {
        golden.check(i + 1, Arrays.copyOfRange(values, i * length, (i + 1) * length), 1e-12);
      }
      Golden.assertClose(values, cwt.with(ConvolutionMethod.FFT).transform(signal, scales));
    }
  }

  @Test
  void frequenciesAreThoseOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("frequencies.txt")) {
      double[] scales = golden.arrays().get(0);
      golden.check(
          1, Arrays.stream(scales).map(wavelet(golden)::scaleToFrequency).toArray(), 1e-13);
    }
    assertEquals(4, ContinuousWavelet.MORLET.frequencyToScale(0.8125 / 4));
    assertEquals(0.25, ContinuousWavelet.MEXICAN_HAT.centralFrequency());
  }

  @Test
  void fourierTransformsGiveTheSumsOfProductsOfLongBatches() {
    double[] batch = Golden.signal(3 * 1009, 0);
    double[] scales = {1, 7.3, 60};
    Cwt cwt = Cwt.of(ContinuousWavelet.MORLET);
    Golden.assertClose(
        cwt.transform(batch, 3, scales),
        cwt.with(ConvolutionMethod.FFT).transform(batch, 3, scales));
  }

  @Test
  void theScalesComeBeforeTheAxesOfTheBatch() {
    double[] batch = Golden.signal(40, 0);
    Cwt cwt = Cwt.of(ContinuousWavelet.MEXICAN_HAT);
    double[] values = cwt.transform(batch, 2, new double[] {1, 3});
    double[] second = cwt.transform(Arrays.copyOfRange(batch, 20, 40), new double[] {3});
    assertArrayEquals(second, Arrays.copyOfRange(values, 60, 80));

    INDArray array = cwt.transform(Nd4j.createFromArray(batch).reshape(2, 20), new double[] {1, 3});
    assertArrayEquals(new long[] {2, 2, 20}, array.shape());
    assertArrayEquals(values, array.data().asDouble());
  }

  private static double[] scales(double... scales) {
    return scales;
  }

  @Test
  void badValuesAreRefused() {
    Cwt cwt = Cwt.of(ContinuousWavelet.MORLET);
    double[] signal = {1, 2};
    assertRefused(() -> cwt.transform(signal, new double[0]), "scales", "none");
    assertRefused(() -> cwt.transform(signal, new double[] {0.0}), "scale", "above 0", "0.0");
    assertRefused(() -> cwt.transform(signal, new double[] {Double.NaN}), "scale", "NaN");
    assertRefused(() -> cwt.transform(signal, new double[] {1e9}), "scale", "2^24");
    assertRefused(() -> cwt.transform(signal, new double[] {0.01}), "scale", "two points", "0.01");
    assertRefused(() -> cwt.transform(new double[] {1, Double.NaN}, scales(1)), "NaN at index 1");
    assertRefused(() -> cwt.withPrecision(3), "precision", "3");
    assertRefused(() -> ContinuousWavelet.MORLET.scaleToFrequency(-1), "scale", "-1");
    assertRefused(() -> ContinuousWavelet.MORLET.frequencyToScale(0), "frequency", "0.0");
  }
}
