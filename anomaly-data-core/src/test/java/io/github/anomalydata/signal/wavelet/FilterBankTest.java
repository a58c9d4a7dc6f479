package io.github.anomalydata.signal.wavelet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.anomalydata.internal.simd.PhaseFilter;
import io.github.anomalydata.internal.simd.PhaseFilters;
import io.github.anomalydata.internal.simd.Twins;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterBankTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 19, 20})
  void twinsAgreeOnEveryNumberOfTapsAndOutputs(int taps) {
    SplittableRandom random = new SplittableRandom(taps);
    double[][] filters = new double[4][];
    Arrays.setAll(filters, i -> random.doubles(taps, -1, 1).toArray());
    PhaseFilter plain = new PlainFilter(filters[0], filters[1], filters[2], filters[3]);
    PhaseFilter faster =
        Twins.faster(PhaseFilters.class, () -> PlainFilter::new)
            .of(filters[0], filters[1], filters[2], filters[3]);
    assertFalse(faster instanceof PlainFilter);
    for (int count = 1; count <= PhaseFilter.BLOCK; count = count < 40 ? count + 1 : count * 2) {
      double[] p = random.doubles(PhaseFilter.BLOCK + taps - 1, -1, 1).toArray();
      double[] q = random.doubles(PhaseFilter.BLOCK + taps - 1, -1, 1).toArray();
      assertArrayEquals(outputs(plain, p, q, count), outputs(faster, p, q, count), 1e-14);
    }
  }

  @Test
  void twinsSplitEveryNumberOfSamples() {
    double[] one = {1};
    PhaseFilter faster =
        Twins.faster(PhaseFilters.class, () -> PlainFilter::new).of(one, one, one, one);
    double[] x = IntStream.range(0, 100).asDoubleStream().toArray();
    for (int count = 0; count < 40; count++) {
      double[] even = new double[50];
      double[] odd = new double[50];
      faster.split(x, 3, even, odd, 5, count);
      double[] expectedEven = new double[50];
      double[] expectedOdd = new double[50];
      new PlainFilter(one, one, one, one).split(x, 3, expectedEven, expectedOdd, 5, count);
      assertArrayEquals(expectedEven, even);
      assertArrayEquals(expectedOdd, odd);
      assertEquals(count == 0 ? 0 : 2 * count + 2, odd[4 + Math.max(1, count)]);
    }
  }

  /** Returns the outputs of both filters, between places that must stay 0. */
  private static double[] outputs(PhaseFilter filter, double[] p, double[] q, int count) {
    double[] out = new double[2 * count + 30];
    filter.apply(p, q, count, out, 10, out, 20 + count);
    return out;
  }
}
