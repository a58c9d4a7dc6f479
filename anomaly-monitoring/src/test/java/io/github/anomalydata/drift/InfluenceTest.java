package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.internal.ParallelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Standard errors to first order against the spread of estimates from many samples. */
class InfluenceTest {
  private static final int RUNS = 200;

  private static Series series(int length, double shift, double scale, long seed) {
    return Series.of(
        "x",
        Arrays.stream(Samples.noise(length, seed)).map(value -> scale * value + shift).toArray());
  }

  private static double deviation(double[] values) {
    return Moments.of(values).deviation();
  }

  @ParameterizedTest
  @EnumSource(Distance.class)
  void standardErrorOfADistanceIsTheSpreadOverSamples(Distance distance) {
    double[] effects = new double[RUNS];
    double[] errors = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      NumberComparison comparison =
          new NumberComparison(
              series(300, 0, 1, 2L * run), series(200, 0.7, 1.4, 2L * run + 1), distance);
      effects[run] = comparison.effectSize(new ArrayList<>());
      errors[run] = comparison.error(Blocks.NONE).orElseThrow().value();
    }
    double ratio = Moments.of(errors).mean() / deviation(effects);
    assertTrue(ratio > 0.8 && ratio < 1.25, () -> distance + " " + ratio);
  }

  @ParameterizedTest
  @EnumSource(CategoryDistance.class)
  void standardErrorOfACategoryDistanceIsTheSpreadOverSamples(CategoryDistance distance) {
    double[] effects = new double[RUNS];
    double[] errors = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      double[] before = series(300, 0, 1, 2L * run).values();
      double[] now = series(200, 0.7, 1, 2L * run + 1).values();
      int[] codes =
          IntStream.range(0, 500)
              .map(
                  i ->
                      (int)
                          Math.max(
                              0, Math.min(3, Math.floor(2 + (i < 300 ? before[i] : now[i - 300])))))
              .toArray();
      Comparison comparison = new Contingency(codes, 300, 4).comparison(distance);
      effects[run] = comparison.effectSize(List.of());
      errors[run] = comparison.error(Blocks.NONE).orElseThrow().value();
    }
    double ratio = Moments.of(errors).mean() / deviation(effects);
    assertTrue(ratio > 0.8 && ratio < 1.25, () -> distance + " " + ratio);
  }

  @Test
  void standardErrorOfTheDiscrepancyIsTheSpreadOverSamples() {
    double[] effects = new double[RUNS];
    double[] errors = new double[RUNS];
    Permutations splits = Permutations.of(80, 60, 1, 1, 1);
    for (int run = 0; run < RUNS; run++) {
      JointKernel test =
          JointKernel.of(
              MaximumMeanDiscrepancy.withDefaults().fit(rows(80, 0, run)), rows(60, 1, run + RUNS));
      KernelComparison.Splits values = test.splits(splits, ParallelRows.NONE);
      effects[run] = values.effect();
      errors[run] = test.error(values, Blocks.NONE, ParallelRows.NONE).orElseThrow().value();
    }
    double ratio = Moments.of(errors).mean() / deviation(effects);
    assertTrue(ratio > 0.8 && ratio < 1.25, () -> "" + ratio);
  }

  private static Rows rows(int count, double shift, long seed) {
    double[] values = Samples.noise(3 * count, seed);
    return new Rows(Arrays.stream(values).map(value -> value + shift).toArray(), count, 3);
  }

  @Test
  void varianceOfAMeanOfIndependentRowsIsThatOverTheirNumber() {
    assertEquals(2.5 / 5, Influence.variance(new double[] {1, 2, 3, 4, 5}, 5), 1e-15);
  }

  @Test
  void singleBlocksHaveNoError() {
    Influence influence = new Influence(new double[] {1, 2, 3}, new double[] {1, 2, 3});
    assertEquals(Optional.empty(), influence.error(Blocks.NONE.atLeast(3)));
    assertTrue(influence.error(Blocks.NONE).isPresent());
  }

  @Test
  void equalSamplesHaveNoInterval() {
    Series x = series(20, 0, 1, 1);
    assertEquals(
        Optional.empty(), new NumberComparison(x, x, Distance.WASSERSTEIN).interval(Blocks.NONE));
  }

  @Test
  void quantilesAreThoseOfStudent() {
    assertEquals(3.182446, new StandardError(1, 3).quantile(), 4e-3);
    assertEquals(2.228139, new StandardError(1, 10).quantile(), 1e-5);
    assertEquals(1.959964, new StandardError(1, 1e9).quantile(), 1e-6);
  }

  @Test
  void intervalsStayInTheRangeOfTheEffect() {
    Interval interval = new Interval(-0.2, 1.3).within(0, 1);
    assertEquals(new Interval(0, 1), interval);
    assertEquals(new Interval(0, 0), new Interval(-3, -2).within(0, 1));
  }

  @Test
  void endsOutOfOrderAreRefused() {
    Thrown.assertRefused(() -> new Interval(2, 1), "upper", "at least 2.0", "1.0");
    Thrown.assertRefused(() -> new Interval(Double.NaN, 1), "lower", "finite");
  }
}
