package io.github.anomalydata.signal.wavelet;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SwtTest {
  @Test
  void everyWaveletGivesTheNumbersOfPyWaveletsThereAndBack() throws IOException {
    for (Golden golden : Golden.read("swt.txt")) {
      Swt swt = Swt.of(golden.wavelet());
      swt = golden.text(3).equals("true") ? swt.withNormalization() : swt;
      int level = golden.number(2);
      StationaryBands bands = swt.decompose(Golden.signal(golden.number(1), 0), level);
      for (int j = 1; j <= level; j++) {
        golden.check(2 * (level - j), bands.approximations().get(j - 1), 1e-12);
        golden.check(2 * (level - j) + 1, bands.details().get(j - 1), 1e-12);
      }
      if (level < 4) {
        bands.details().forEach(detail -> Arrays.setAll(detail, i -> detail[i] / 2));
      }
      golden.check(2 * level, swt.reconstruct(bands), 1e-11);
    }
  }

  @Test
  void everyWaveletIsReconstructed() {
    for (String name : Wavelet.names()) {
      double[] signal = Golden.signal(48, 1);
      Swt swt = Swt.of(Wavelet.of(name));
      assertArrayEquals(signal, swt.reconstruct(swt.decompose(signal, 4)), 1e-9, name);
    }
  }

  @Test
  void aNormalizedTransformKeepsTheEnergy() {
    double[] signal = Golden.signal(64, 0);
    double energy = 0;
    for (double[] band :
        Swt.of(Wavelet.of("db5")).withNormalization().decompose(signal, 3).trimmed()) {
      energy += Arrays.stream(band).map(v -> v * v).sum();
    }
    assertEquals(1, energy / Arrays.stream(signal).map(v -> v * v).sum(), 1e-12);
  }

  @Test
  void aBatchIsItsSignalsAndKeepsItsAxes() {
    Swt swt = Swt.of(Wavelet.of("db2"));
    double[] batch = Golden.signal(32, 0);
    StationaryBands bands = swt.decompose(batch, 2, 2);
    double[] second = Arrays.copyOfRange(batch, 16, 32);
    double[] expected = swt.decompose(second, 2).details().get(1);
    assertArrayEquals(expected, Arrays.copyOfRange(bands.details().get(1), 16, 32));
    assertArrayEquals(batch, swt.reconstruct(bands), 1e-12);

    List<INDArray> arrays = swt.decompose(Nd4j.createFromArray(batch).reshape(2, 1, 16), 2);
    assertArrayEquals(new long[] {2, 1, 16}, arrays.get(2).shape());
    assertArrayEquals(bands.details().get(0), arrays.get(2).data().asDouble());
    INDArray back = swt.reconstruct(arrays);
    assertArrayEquals(new long[] {2, 1, 16}, back.shape());
    assertArrayEquals(batch, back.data().asDouble(), 1e-12);
  }

  @Test
  void aLengthThatIsNoMultipleIsRefusedWithTheMaximum() {
    Swt swt = Swt.of(Wavelet.of("db2"));
    assertEquals(2, Swt.maximumLevel(12));
    assertRefused(() -> swt.decompose(new double[12], 3), "level", "maximum of 2", "12", "got 3");
    assertRefused(() -> swt.decompose(new double[12], 0), "level", "from 1");
    assertRefused(() -> Swt.maximumLevel(0), "length", "0");
  }

  @Test
  void aShiftOfTheSignalShiftsTheCoefficients() {
    double[] x = Golden.signal(32, 0);
    double[] shifted = new double[32];
    Arrays.setAll(shifted, i -> x[(i + 31) % 32]);
    Swt swt = Swt.of(Wavelet.of("bior2.4"));
    double[] detail = swt.decompose(x, 3).details().get(2);
    double[] expected = new double[32];
    Arrays.setAll(expected, i -> detail[(i + 31) % 32]);
    assertArrayEquals(expected, swt.decompose(shifted, 3).details().get(2), 1e-12);
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
    Swt swt = Swt.of(Wavelet.of("haar"));
    double[] signals = new double[8];
    StationaryBands bands = swt.decompose(signals, 2, 1);
    signals[6] = Double.NaN;
    assertRefused(() -> swt.decompose(signals, 2, 1), "NaN at index 2 of signal 1");
    bands.details().get(0)[1] = Double.NaN;
    assertRefused(() -> swt.reconstruct(bands), "cD1", "NaN at index 1 of signal 0");
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    Swt swt = Swt.of(Wavelet.of("haar"));
    assertRefused(() -> swt.reconstruct(List.of(Nd4j.ones(4))), "at least one detail", "1");
    List<INDArray> uneven = List.of(Nd4j.ones(4), Nd4j.ones(2));
    assertRefused(() -> swt.reconstruct(uneven), "bands", "[4]", "[2]");
  }

  @Test
  void bandsThatDoNotFitAreRefused() {
    List<double[]> one = List.of(new double[4]);
    assertRefused(() -> new StationaryBands(1, List.of(), one), "0 and 1");
    assertRefused(
        () -> new StationaryBands(1, List.of(new double[2]), one),
        "4 values",
        "2 and 4",
        "level 1");
  }
}
