package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.drift.Attribution.Change;
import io.github.anomalydata.drift.Attribution.Since;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often changes are found, where there are some and where there are none. */
class AttributionRatesTest {
  @Test
  void correlationIsFoundWhereMarginalTestsStayAtTheirLevel() {
    DriftTest marginal = DriftTest.withDefaults().withPermutations(99);
    int found = 0;
    int alarms = 0;
    for (int run = 0; run < 50; run++) {
      MixedTable before = DriftAttributionTest.pair(150, 0.7, 2L * run);
      MixedTable after = DriftAttributionTest.pair(150, 0.1, 2L * run + 1);
      found +=
          DriftAttributionTest.changes(
                      DriftAttribution.withDefaults()
                          .withPermutations(99)
                          .attribute(before, after, run))
                  .contains(Change.CORRELATION)
              ? 1
              : 0;
      alarms += marginal.fit(before).test(after, run).reject(0.05) ? 1 : 0;
    }
    int power = found;
    int rejections = alarms;
    assertTrue(power >= 45, () -> power + " of 50");
    // Of a binomial count of mean 2.5, more than 8 is a case in a thousand.
    assertTrue(rejections <= 8, () -> rejections + " of 50");
  }

  /**
   * Four columns that have half of their variance in common, with tails the heavier, the higher.
   */
  private static MixedTable correlated(int rows, double tails, long seed) {
    double[] common = Samples.noise(rows, seed);
    MixedTable table = MixedTable.empty();
    for (int column = 0; column < 4; column++) {
      double[] own = Samples.noise(rows, 1_000_000 + 10 * seed + column);
      double[] values =
          IntStream.range(0, rows)
              .mapToDouble(i -> common[i] + own[i])
              .map(value -> tails == 0 ? value : Math.sinh(tails * value / Math.sqrt(2)))
              .toArray();
      table = table.withNumbers("" + column, values);
    }
    return table;
  }

  private static int falseFindings(int rows, double tails, int runs) {
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      MixedTable before = correlated(rows, tails, 2L * run);
      MixedTable after = correlated(rows, tails, 2L * run + 1);
      Attribution attribution =
          DriftAttribution.withDefaults().withPermutations(99).attribute(before, after, run);
      alarms += attribution.findings().isEmpty() ? 0 : 1;
    }
    return alarms;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.5})
  void nothingIsFoundInNineteenOfTwentyCases(double tails) {
    int alarms = falseFindings(60, tails, 200);
    // Of a binomial count of mean 10, more than 20 is less than a case in a thousand.
    assertTrue(alarms <= 20, () -> alarms + " of 200");
  }

  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"30, 0", "60, 0", "200, 0", "30, 1.5", "60, 1.5", "200, 1.5"})
  void falseFindingsStayAtTheLevel(int rows, double tails) {
    double rate = falseFindings(rows, tails, 1500) / 1500.0;
    double twoStandardErrors = 2 * Math.sqrt(0.05 * 0.95 / 1500);
    assertTrue(rate <= 0.05 + twoStandardErrors, () -> "rate " + rate);
  }

  @Test
  void fiveOfAHundredSensorsAreAmongTheFirstFive() {
    int found = 0;
    for (int run = 0; run < 4; run++) {
      MixedTable[] tables = new MixedTable[2];
      for (int side = 0; side < 2; side++) {
        int rows = 200;
        double[] common = Samples.noise(rows, 5000 + 10L * run + side);
        tables[side] = MixedTable.empty();
        for (int column = 0; column < 100; column++) {
          double[] own = Samples.noise(rows, 1_000_000 + 1000L * run + 500L * side + column);
          double shift = side == 1 && column % 20 == 7 ? 0.6 : 0;
          tables[side] =
              tables[side].withNumbers(
                  "" + column,
                  IntStream.range(0, rows)
                      .mapToDouble(i -> 0.6 * common[i] + 0.8 * own[i] + shift)
                      .toArray());
        }
      }
      List<String> first =
          DriftAttribution.withDefaults()
              .withPermutations(99)
              .attribute(tables[0], tables[1], run)
              .ranking()
              .subList(0, 5);
      for (String name : first) {
        found += Integer.parseInt(name) % 20 == 7 ? 1 : 0;
      }
    }
    int recalled = found;
    assertTrue(recalled >= 18, () -> recalled + " of 20");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void intervalHoldsTheStepInNineOfTenCases(double phi) {
    int held = 0;
    for (int run = 0; run < 100; run++) {
      double[] series = Samples.autoregressive(phi, 400, 900 + run);
      double deviation = 1 / Math.sqrt(1 - phi * phi);
      for (int i = 280; i < 400; i++) {
        series[i] += 1.5 * deviation;
      }
      Since since = new StepFit(series, 200, phi == 0 ? 1 : 8).since(RandomStreams.of(run));
      held += since.earliest() <= 80 && 80 <= since.latest() ? 1 : 0;
    }
    int holds = held;
    assertTrue(holds >= 82, () -> holds + " of 100");
  }

  @Test
  void dependentRowsKeepTheLevelInEstimatedBlocks() {
    int alarms = 0;
    for (int run = 0; run < 100; run++) {
      MixedTable before = MixedTable.empty();
      MixedTable after = MixedTable.empty();
      for (int column = 0; column < 3; column++) {
        String name = "" + column;
        before = before.withNumbers(name, Samples.autoregressive(0.8, 400, 10L * run + column));
        after = after.withNumbers(name, Samples.autoregressive(0.8, 400, 10L * run + 5 + column));
      }
      alarms +=
          DriftAttribution.withDefaults()
                  .withPermutations(99)
                  .with(Dependence.estimated())
                  .attribute(before, after, run)
                  .findings()
                  .isEmpty()
              ? 0
              : 1;
    }
    int rejections = alarms;
    assertTrue(rejections <= 13, () -> rejections + " of 100");
  }
}
