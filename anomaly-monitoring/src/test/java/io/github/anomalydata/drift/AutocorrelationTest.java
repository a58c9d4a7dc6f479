package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  private static double mean(double phi, int length, boolean blocks) {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      Autocorrelation found = Autocorrelation.of(Samples.autoregressive(phi, length, seed));
      sum += blocks ? found.blockLength() : found.effectiveSize();
    }
    return sum / 40;
  }

  @Test
  void blockLengthIsThatOfTheProcess() {
    // With r = 2 phi / (1 - phi²): (1.5 r² n)^⅓ = 139 and 13.9, where that is more than 10 r = 95
    // and 13; 10 r where it is less.
    assertEquals(139, mean(.9, 20_000, true), 20);
    assertEquals(14, mean(.5, 1000, true), 4);
    assertEquals(95, mean(.9, 3000, true), 15);
    assertEquals(1.5, mean(0, 1000, true), 1.5);
  }

  @Test
  void effectiveSizeIsThatOfTheProcess() {
    // n (1 - phi) / (1 + phi) = 263 and 1667, of values; ranks remember a little less.
    assertEquals(263, mean(.9, 5000, false), 50);
    assertEquals(1667, mean(.5, 5000, false), 200);
    assertEquals(5000, mean(0, 5000, false), 250);
  }

  @Test
  void monotoneTransformationsChangeNothing() {
    double[] values = Samples.autoregressive(.8, 500, 1);
    double[] cubes = Arrays.stream(values).map(v -> v * v * v).toArray();
    assertEquals(Autocorrelation.of(values), Autocorrelation.of(cubes));
  }

  @Test
  void constantsAndFewValuesHaveNone() {
    assertEquals(new Autocorrelation(1, 1, 100), Autocorrelation.of(new double[100]));
    assertEquals(new Autocorrelation(1, 1, 3), Autocorrelation.of(new double[] {1, 2, 3}));
    assertEquals(new Autocorrelation(1, 1, 0), Autocorrelation.of(new double[0]));
  }

  @Test
  void trendsAndAlternationsHaveLongBlocks() {
    double[] ramp = Samples.linspace(0, 1, 400);
    assertTrue(Autocorrelation.of(ramp).blockLength() >= 30);
    double[] alternating = new double[400];
    for (int i = 0; i < 400; i++) {
      alternating[i] = i % 2;
    }
    assertTrue(Autocorrelation.of(alternating).blockLength() >= 30);
    assertEquals(400, Autocorrelation.of(alternating).effectiveSize());
  }

  @Test
  void wideningIsTheVarianceThatBlocksLose() {
    // Means of 20 rows of 0.9 have 0.57 of the variance of as many as 20 (1 + phi) / (1 - phi).
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      Autocorrelation found = Autocorrelation.of(Samples.autoregressive(.9, 100, seed));
      assertTrue(found.blockLength() <= 20);
      sum += 1 / found.widening();
    }
    assertEquals(0.8, sum / 200, 0.1);
    // A tenth is lost where there are enough rows.
    assertEquals(0.9, 1 / Autocorrelation.of(Samples.autoregressive(.9, 3000, 1)).widening(), 0.02);
    assertEquals(1, Autocorrelation.of(Samples.noise(100, 1)).widening());
  }
}
