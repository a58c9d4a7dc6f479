package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class RealFftTest {
  @Test
  void spectrumIsThatOfNumpy() {
    Golden.check("fft.txt", "forward", c -> RealFft.of(c.n()).forward(c.input()));
  }

  @Test
  void amplitudeCountsZeroAndNyquistOnce() {
    Golden.check("fft.txt", "amplitude", c -> RealFft.of(c.n()).amplitude(c.input()));
  }

  @Test
  void powerIsThePeriodogramOfScipy() {
    Golden.check("fft.txt", "power", c -> RealFft.of(c.n()).power(c.input()));
  }

  @Test
  void frequenciesAreThoseOfNumpy() {
    Golden.check("fft.txt", "frequencies", c -> RealFft.of(c.n()).frequencies(16000));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 97, 100, 211, 1009, 10007, 65536, 65537, 160000})
  void inverseGivesTheSignalBack(int n) {
    double[] x = Inputs.of("offset", n);
    RealFft fft = RealFft.of(n);
    Golden.assertClose(x, fft.inverse(fft.forward(x)), "n = " + n);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 97, 211, 10007, 65536})
  void powerSumsToTheMeanSquare(int n) {
    double[] x = Inputs.of("noise", n);
    double mean = Arrays.stream(x).map(v -> v * v).sum() / n;
    assertEquals(mean, Arrays.stream(RealFft.of(n).power(x)).sum(), 1e-12 * mean);
  }

  @Test
  void sumOfSignalsHasTheSumOfSpectra() {
    double[] x = Inputs.of("noise", 97);
    double[] y = Inputs.of("impulse", 97);
    double[] sum = new double[97];
    Arrays.setAll(sum, i -> 3 * x[i] - 2 * y[i]);
    RealFft fft = RealFft.of(97);
    double[] fx = fft.forward(x);
    double[] fy = fft.forward(y);
    double[] expected = new double[fx.length];
    Arrays.setAll(expected, k -> 3 * fx[k] - 2 * fy[k]);
    Golden.assertClose(expected, fft.forward(sum), "sum");
  }

  @Test
  void topBinOfAnOddLengthIsKept() {
    double[] x = new double[63];
    Arrays.setAll(x, i -> Math.sin(2 * Math.PI * 31 * i / 63));
    assertEquals(1, RealFft.of(63).amplitude(x)[31], 1e-12);
  }

  @Test
  void signalsOfABatchAreTransformedEachByItself() {
    double[] x = Inputs.of("noise", 30);
    double[] y = Inputs.of("offset", 30);
    RealFft fft = RealFft.of(30);
    assertArrayEquals(
        Inputs.join(fft.forward(x), fft.forward(y)), fft.forward(Inputs.join(x, y)), 0);
  }

  @Test
  void inputIsLeftAsItIs() {
    double[] x = Inputs.of("noise", 30);
    RealFft.of(30).forward(x);
    assertArrayEquals(Inputs.of("noise", 30), x);
  }

  @Test
  void singlePrecisionIsTheRoundedResult() {
    float[] x = Inputs.floats(Inputs.of("noise", 30));
    double[] same = new double[30];
    Arrays.setAll(same, i -> x[i]);
    RealFft fft = RealFft.of(30);
    assertArrayEquals(Inputs.floats(fft.forward(same)), fft.forward(x));
    assertArrayEquals(Inputs.floats(fft.amplitude(same)), fft.amplitude(x));
    assertArrayEquals(Inputs.floats(fft.power(same)), fft.power(x));
    assertArrayEquals(x, fft.inverse(fft.forward(x)), 1e-6f);
  }

  @Test
  void singlePrecisionIsThatOfNumpyToItsDigits() {
    Golden.checkFloats("fft", c -> RealFft.of(c.n()).forward(c.floats()));
    Golden.checkFloats("analytic", c -> Hilbert.analytic(c.floats(), c.n()));
    Golden.checkFloats("constant", c -> Detrend.CONSTANT.apply(c.floats(), c.n()));
    Golden.checkFloats("linear", c -> Detrend.LINEAR.apply(c.floats(), c.n()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 16, 97, 211, 1009})
  void aShiftTurnsThePhases(int n) {
    double[] x = Inputs.of("noise", n);
    double[] shifted = new double[n];
    Arrays.setAll(shifted, i -> x[(i + n - 1) % n]);
    double[] expected = RealFft.of(n).forward(x);
    for (int k = 0; k <= n / 2; k++) {
      double cos = Math.cos(2 * Math.PI * k / n);
      double sin = Math.sin(2 * Math.PI * k / n);
      double re = expected[2 * k];
      double im = expected[2 * k + 1];
      expected[2 * k] = re * cos + im * sin;
      expected[2 * k + 1] = im * cos - re * sin;
    }
    Golden.assertClose(expected, RealFft.of(n).forward(shifted), "n = " + n);
  }

  @Test
  void leadingAxesOfAnArrayAreKept() {
    RealFft fft = RealFft.of(5);
    INDArray x = Nd4j.createFromArray(Inputs.of("noise", 30)).reshape(2, 3, 5);
    assertArrayEquals(new long[] {2, 3, 3, 2}, fft.forward(x).shape());
    assertArrayEquals(new long[] {2, 3, 3}, fft.power(x).shape());
    assertArrayEquals(
        fft.amplitude(Inputs.of("noise", 30)), fft.amplitude(x).dup().data().asDouble(), 0);
    assertTrue(x.equalsWithEps(fft.inverse(fft.forward(x)), 1e-12));
  }

  @Test
  void viewsAndColumnMajorArraysGiveTheSame() {
    RealFft fft = RealFft.of(4);
    INDArray x = Nd4j.createFromArray(Inputs.of("noise", 48)).reshape(2, 3, 8);
    INDArray view = x.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(1, 2, 8));
    INDArray expected = fft.forward(view.dup('c'));
    assertEquals(expected, fft.forward(view));
    assertEquals(expected, fft.forward(view.dup('f')));
    assertEquals(DataType.DOUBLE, expected.dataType());
    assertEquals(DataType.FLOAT, fft.forward(view.castTo(DataType.FLOAT)).dataType());
    assertEquals(DataType.FLOAT, fft.forward(Nd4j.createFromArray(1, 2, 3, 4)).dataType());
  }

  @Test
  void badInputIsRefused() {
    assertRefused(() -> RealFft.of(0), "length", "0");
    assertRefused(() -> RealFft.of(8).forward(new double[12]), "whole signals of 8", "12");
    assertRefused(() -> RealFft.of(8).forward(new double[0]), "values", "0 values");
    assertRefused(
        () -> RealFft.of(2).power(new double[] {1, 2, 3, Double.NaN}),
        "NaN",
        "index 1",
        "signal 1");
    assertRefused(() -> RealFft.of(2).power(new float[] {1, Float.POSITIVE_INFINITY}), "Infinity");
    assertRefused(() -> RealFft.of(2).frequencies(Double.NaN), "sampleRate", "NaN");
    assertRefused(() -> RealFft.of(4).forward(Nd4j.zeros(2, 5)), "[..., 4]", "[2, 5]");
    assertRefused(() -> RealFft.of(4).inverse(Nd4j.zeros(3)), "[..., 3, 2]", "[3]");
  }

  @Test
  void longTransformsStartNoThread() {
    RealFft.of(160_001).forward(new double[160_001]);
    RealFft.of(1 << 17).forward(new double[1 << 17]);
    assertEquals(1, org.visnow.jlargearrays.ConcurrencyUtils.getNumberOfThreads());
  }

  @Test
  void threadsShareOneObject() {
    RealFft fft = RealFft.of(211);
    double[] x = Inputs.of("noise", 211);
    double[] expected = fft.forward(x);
    java.util.stream.IntStream.range(0, 200)
        .parallel()
        .forEach(i -> assertArrayEquals(expected, fft.forward(x), 0));
  }
}
