package io.github.anomalydata.signal.wavelet;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DwtTest {
  private static final double TOLERANCE = 1e-12;

  private static Dwt dwt(Golden golden) {
    return Dwt.of(golden.wavelet()).with(golden.mode());
  }

  private static double energy(double[] values) {
    return Arrays.stream(values).map(value -> value * value).sum();
  }

  @Test
  void aSingleLevelIsThatOfPyWaveletsForEveryWaveletAndMode() throws IOException {
    for (Golden golden : Golden.read("dwt.txt")) {
      WaveletBands bands = dwt(golden).forward(Golden.signal(golden.number(2), 0));
      golden.check(0, bands.approximation(), TOLERANCE);
      golden.check(1, bands.detail(1), TOLERANCE);
    }
  }

  @Test
  void theInverseIsThatOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("idwt.txt")) {
      int length = golden.number(2);
      List<double[]> bands = List.of(Golden.signal(length, 0), Golden.signal(length, 1));
      golden.check(0, dwt(golden).reconstruct(new WaveletBands(1, bands)), TOLERANCE);
    }
  }

  @Test
  void severalLevelsAreThoseOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("wavedec.txt")) {
      double[] signal = Golden.signal(golden.number(2), 0);
      WaveletBands bands = dwt(golden).decompose(signal, golden.number(3));
      assertEquals(golden.arrays().size(), bands.bands().size());
      for (int i = 0; i < bands.bands().size(); i++) {
        golden.check(i, bands.bands().get(i), TOLERANCE);
      }
    }
  }

  @Test
  void aReconstructionOfChangedCoefficientsIsThatOfPyWavelets() throws IOException {
    for (Golden golden : Golden.read("waverec.txt")) {
      double[] signal = Golden.signal(golden.number(2), 0);
      WaveletBands bands = dwt(golden).decompose(signal, golden.number(3));
      for (double[] band : bands.bands()) {
        for (int i = 0; i < band.length; i++) {
          band[i] *= Math.pow(0.9, i);
        }
      }
      golden.check(0, dwt(golden).reconstruct(bands), TOLERANCE);
    }
  }

  @Test
  void everyWaveletModeAndLengthIsReconstructed() {
    for (String name : Wavelet.names()) {
      for (BoundaryMode mode : BoundaryMode.values()) {
        Dwt dwt = Dwt.of(Wavelet.of(name)).with(mode);
        for (int length = 1; length <= 70; length++) {
          double[] signal = Golden.signal(length, 2);
          double[] back = dwt.reconstruct(dwt.forward(signal));
          String label = name + " " + mode + " " + length;
          assertEquals(length + length % 2, back.length, label);
          assertArrayEquals(signal, Arrays.copyOf(back, length), 2e-9, label);
        }
      }
    }
  }

  @Test
  void everyWaveletModeAndLengthIsReconstructedFromTheMaximumLevel() {
    for (String name : Wavelet.names()) {
      Wavelet wavelet = Wavelet.of(name);
      for (BoundaryMode mode : BoundaryMode.values()) {
        Dwt dwt = Dwt.of(wavelet).with(mode);
        for (int length = 1; length <= 70; length++) {
          double[] signal = Golden.signal(length, 2);
          double[] back = dwt.reconstruct(dwt.decompose(signal, wavelet.maximumLevel(length)));
          assertArrayEquals(signal, Arrays.copyOf(back, length), 2e-9, name + mode + length);
        }
      }
    }
  }

  @Test
  void periodizationWithAnOrthogonalWaveletKeepsTheEnergy() {
    for (String name : Wavelet.names()) {
      Wavelet wavelet = Wavelet.of(name);
      if (wavelet.isOrthogonal()) {
        double[] signal = Golden.signal(1024, 0);
        int level = wavelet.maximumLevel(1024);
        double sum = 0;
        for (double[] band :
            Dwt.of(wavelet).with(BoundaryMode.PERIODIZATION).decompose(signal, level).bands()) {
          sum += energy(band);
        }
        assertEquals(1, sum / energy(signal), 1e-9, name);
      }
    }
  }

  @Test
  void theTransformIsLinear() {
    double[] a = Golden.signal(61, 0);
    double[] b = Golden.signal(61, 5);
    double[] sum = new double[61];
    Arrays.setAll(sum, i -> 2 * a[i] - 3 * b[i]);
    for (BoundaryMode mode : BoundaryMode.values()) {
      Dwt dwt = Dwt.of(Wavelet.of("sym5")).with(mode);
      double[] ofA = dwt.forward(a).detail(1);
      double[] ofB = dwt.forward(b).detail(1);
      double[] expected = new double[ofA.length];
      Arrays.setAll(expected, i -> 2 * ofA[i] - 3 * ofB[i]);
      assertArrayEquals(expected, dwt.forward(sum).detail(1), 1e-11, mode.name());
    }
  }

  @Test
  void aBatchIsItsSignals() {
    Dwt dwt = Dwt.of(Wavelet.of("db4"));
    int length = 1501;
    double[] batch = new double[3 * length];
    for (int row = 0; row < 3; row++) {
      System.arraycopy(Golden.signal(length, row), 0, batch, row * length, length);
    }
    WaveletBands bands = dwt.decompose(batch, 3, 4);
    for (int row = 0; row < 3; row++) {
      WaveletBands alone = dwt.decompose(Golden.signal(length, row), 4);
      for (int i = 0; i < 5; i++) {
        int size = alone.bands().get(i).length;
        double[] part = Arrays.copyOfRange(bands.bands().get(i), row * size, (row + 1) * size);
        assertArrayEquals(alone.bands().get(i), part);
      }
    }
    double[] back = dwt.reconstruct(bands);
    assertEquals(3 * (length + 1), back.length);
    double[] last = Arrays.copyOfRange(back, 2 * (length + 1), 3 * (length + 1) - 1);
    assertArrayEquals(Golden.signal(length, 2), last, 1e-10);
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
    Dwt dwt = Dwt.of(Wavelet.of("db2"));
    double[] signals = Golden.signal(40, 0);
    WaveletBands bands = dwt.decompose(signals, 2, 2);
    signals[27] = Double.NaN;
    assertRefused(() -> dwt.forward(signals, 2), "NaN at index 7 of signal 1");
    assertRefused(() -> dwt.decompose(signals, 2, 1), "NaN at index 7 of signal 1");
    bands.detail(2)[8] = Double.NEGATIVE_INFINITY;
    assertRefused(() -> dwt.reconstruct(bands), "cD2", "-Infinity at index 1 of signal 1");
  }

  @Test
  void everySampleIsChecked() {
    for (String name : List.of("haar", "db4", "bior1.5", "rbio3.1", "bior4.4", "coif2")) {
      for (BoundaryMode mode : BoundaryMode.values()) {
        Dwt dwt = Dwt.of(Wavelet.of(name)).with(mode);
        for (int length : new int[] {1, 2, 3, 4, 9, 16, 33}) {
          for (int i = 0; i < length; i++) {
            double[] signal = Golden.signal(length, 0);
            signal[i] = i % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            assertRefused(() -> dwt.forward(signal), "at index " + i + " of signal 0");
          }
        }
      }
    }
  }

  @Test
  void resultsBeyondTheRangeOfADoubleAreNoError() {
    double[] huge = new double[64];
    Arrays.fill(huge, 1.7e308);
    WaveletBands bands = Dwt.of(Wavelet.of("haar")).decompose(huge, 2);
    assertEquals(Double.POSITIVE_INFINITY, bands.approximation()[0]);
  }

  @Test
  void singlePrecisionIsThatOfPyWaveletsToItsDigits() throws IOException {
    for (Golden golden : Golden.read("floats.txt")) {
      INDArray signal =
          Nd4j.createFromArray(Golden.signal(golden.number(2), 0)).castTo(DataType.FLOAT);
      List<INDArray> bands = dwt(golden).decompose(signal, golden.number(3));
      for (int i = 0; i < bands.size(); i++) {
        assertEquals(DataType.FLOAT, bands.get(i).dataType());
        golden.check(i, bands.get(i).data().asDouble(), 1e-5);
      }
    }
  }

  @Test
  void aShiftByTwoTurnsTheCoefficientsOfAPeriodByOne() {
    double[] x = Golden.signal(64, 0);
    double[] shifted = new double[64];
    Arrays.setAll(shifted, i -> x[(i + 62) % 64]);
    for (String name : Wavelet.names()) {
      Dwt dwt = Dwt.of(Wavelet.of(name)).with(BoundaryMode.PERIODIZATION);
      double[] detail = dwt.forward(x).detail(1);
      double[] expected = new double[32];
      Arrays.setAll(expected, i -> detail[(i + 31) % 32]);
      assertArrayEquals(expected, dwt.forward(shifted).detail(1), 1e-11, name);
    }
  }

  @Test
  void threadsChangeNothing() {
    Dwt dwt = Dwt.of(Wavelet.of("sym4"));
    double[] batch = Golden.signal(5 * 777, 0);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Dwt shared = dwt.withWorkers(executor, 2).with(BoundaryMode.SYMMETRIC);
      WaveletBands bands = dwt.decompose(batch, 5, 3);
      WaveletBands same = shared.decompose(batch, 5, 3);
      for (int i = 0; i < 4; i++) {
        assertArrayEquals(bands.bands().get(i), same.bands().get(i));
      }
      assertArrayEquals(dwt.reconstruct(bands), shared.reconstruct(bands));
    } finally {
      executor.shutdown();
    }
    assertRefused(() -> dwt.withWorkers(executor, 0), "workers", "0");
  }

  @Test
  void aLevelBeyondTheMaximumIsRefusedWithTheMaximum() {
    Dwt dwt = Dwt.of(Wavelet.of("db4"));
    assertRefused(() -> dwt.decompose(new double[100], 4), "level", "maximum of 3", "db4", "100");
    assertRefused(() -> dwt.decompose(new double[100], -1), "level", "-1");
  }

  @Test
  void badShapesAreRefused() {
    Dwt dwt = Dwt.of(Wavelet.of("db4"));
    assertRefused(() -> dwt.forward(new double[0]), "signals", "at least one value");
    assertRefused(() -> dwt.forward(new double[7], 2), "2 rows", "7");
    assertRefused(() -> dwt.forward(new double[7], 0), "rows", "at least 1");
    assertRefused(() -> new WaveletBands(0, List.of(new double[1])), "rows");
    assertRefused(() -> new WaveletBands(1, List.of()), "bands", "none");
    assertRefused(() -> dwt.forward(new double[7]).detail(2), "level", "1..1", "2");
    WaveletBands uneven = new WaveletBands(1, List.of(new double[9], new double[7]));
    assertRefused(() -> dwt.reconstruct(uneven), "bands", "9 and 7");
    WaveletBands few = new WaveletBands(1, List.of(new double[3], new double[3]));
    assertRefused(() -> dwt.reconstruct(few), "at least 4", "got 3");
  }

  @Test
  void optionsDoNotChangeTheTransformTheyComeFrom() {
    Dwt dwt = Dwt.of(Wavelet.of("db4"));
    assertEquals(BoundaryMode.ZERO, dwt.with(BoundaryMode.ZERO).mode());
    assertEquals(BoundaryMode.SYMMETRIC, dwt.mode());
    assertEquals("db4", dwt.wavelet().name());
  }

  @Test
  void levelZeroIsACopy() {
    Dwt dwt = Dwt.of(Wavelet.of("db4"));
    double[] signal = {1, 2};
    WaveletBands bands = dwt.decompose(signal, 0);
    bands.approximation()[0] = 9;
    assertEquals(1, signal[0]);
    assertArrayEquals(new double[] {9, 2}, dwt.reconstruct(bands));
  }

  @Test
  void arraysOfNd4jKeepTheirLeadingAxesAndType() {
    Dwt dwt = Dwt.of(Wavelet.of("db2"));
    double[] values = Golden.signal(2 * 3 * 16, 0);
    INDArray signals = Nd4j.createFromArray(values).reshape(2, 3, 16);
    List<INDArray> bands = new ArrayList<>(dwt.decompose(signals, 2));
    WaveletBands expected = dwt.decompose(values, 6, 2);
    assertEquals(3, bands.size());
    assertArrayEquals(new long[] {2, 3, 6}, bands.get(0).shape());
    assertArrayEquals(expected.approximation(), bands.get(0).dup('c').data().asDouble());
    assertTrue(signals.equalsWithEps(dwt.reconstruct(bands), 1e-10));
    List<INDArray> pair = dwt.forward(signals);
    assertArrayEquals(new long[] {2, 3, 9}, pair.get(1).shape());
    assertArrayEquals(dwt.forward(values, 6).detail(1), pair.get(1).data().asDouble());
    assertEquals(DataType.FLOAT, dwt.forward(Nd4j.createFromArray(1, 2)).get(0).dataType());

    INDArray view = Nd4j.createFromArray(values).reshape('f', 16, 6).castTo(DataType.FLOAT);
    INDArray rows = view.transpose();
    INDArray detail = dwt.decompose(rows, 1).get(1);
    assertEquals(DataType.FLOAT, detail.dataType());
    assertArrayEquals(
        dwt.decompose(rows.dup('c').data().asDouble(), 6, 1).detail(1),
        detail.dup('c').data().asDouble(),
        1e-5);
  }

  @Test
  void arraysOfNd4jThatAreNoSignalsAreRefused() {
    Dwt dwt = Dwt.of(Wavelet.of("db2"));
    assertRefused(() -> dwt.decompose(Nd4j.scalar(1.0), 0), "signals", "[..., n]", "[]");
    assertRefused(() -> dwt.forward(Nd4j.createFromArray(true)), "real numbers", "BOOL");
    assertRefused(() -> dwt.reconstruct(List.of()), "bands", "none");
    List<INDArray> uneven = List.of(Nd4j.ones(2, 4), Nd4j.ones(3, 4));
    assertRefused(() -> dwt.reconstruct(uneven), "leading axes", "[3, 4]");
  }
}
