package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often decisions at a level of 0.05 see drift where there is none, in latents, scores and
 * features together, beside the fixed limits of the prototype.
 */
class ErrorRateTest {
  private static final DriftDetector DETECTOR =
      DriftDetector.withDefaults()
          .withPermutations(99)
          .withThreshold(2)
          .with(ScoreScale.LOGARITHMIC)
          .with(DecisionPolicy.atLevel(0.05));

  /** How the values of a row are drawn. */
  enum SampledProcess {
    /** Independent, nearly normal. */
    NORMAL,
    /** Any two of them with a correlation of 0.8. */
    CORRELATED,
    /** Student's t of 2 degrees of freedom, whose variance is infinite. */
    HEAVY_TAILED;

    double[][] rows(int rows, int columns, long seed) {
      RandomGenerator random = RandomStreams.of(seed);
      double[][] values = new double[rows][columns];
      for (double[] row : values) {
        double common = normal(random);
        for (int k = 0; k < columns; k++) {
          double own = normal(random);
          row[k] =
              switch (this) {
                case NORMAL -> own;
                case CORRELATED -> Math.sqrt(0.8) * common + Math.sqrt(0.2) * own;
                case HEAVY_TAILED -> own / Math.sqrt(-Math.log(1 - random.nextDouble()));
              };
        }
      }
      return values;
    }

    private static double normal(RandomGenerator random) {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += random.nextDouble();
      }
      return sum;
    }
  }

  private static DriftSample sample(SampledProcess process, int columns, int rows, long seed) {
    double[][] values = process.rows(rows, columns, seed);
    double[] scores = new double[rows];
    MixedTable features = MixedTable.empty();
    for (int k = 0; k < columns; k++) {
      double[] column = new double[rows];
      for (int i = 0; i < rows; i++) {
        column[i] = values[i][k];
      }
      features = features.withNumbers("x" + k, column);
    }
    for (int i = 0; i < rows; i++) {
      scores[i] = Math.exp(0.5 * Math.min(1_000, values[i][0]));
    }
    return DriftSample.of(values, scores).withFeatures(features);
  }

  private static double rate(
      DriftDetector detector,
      SampledProcess process,
      int columns,
      int rows,
      int current,
      int runs) {
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      FittedDriftDetector fitted = detector.fit(sample(process, columns, rows, 2L * run));
      DriftSample now = sample(process, columns, current, 2L * run + 1);
      alarms += fitted.decide(now, run).isDrift() ? 1 : 0;
    }
    return (double) alarms / runs;
  }

  /** At most the level and two standard errors. */
  private static void assertLevel(double rate, int runs) {
    double most = 0.05 + 2 * Math.sqrt(0.05 * 0.95 / runs);
    assertTrue(rate <= most, () -> "rate " + rate + ", at most " + most);
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 1, 20", "CORRELATED, 10, 20", "HEAVY_TAILED, 3, 40"})
  void decisionsKeepTheLevel(SampledProcess process, int columns, int rows) {
    assertLevel(rate(DETECTOR, process, columns, rows, rows, 300), 300);
  }

  @ParameterizedTest
  @CsvSource({"HOLM", "BENJAMINI_HOCHBERG", "BENJAMINI_YEKUTIELI"})
  void otherAdjustmentsKeepTheLevel(Adjustment adjustment) {
    DriftDetector detector =
        DETECTOR.withPermutations(599).with(DecisionPolicy.atLevel(0.05).with(adjustment));
    assertLevel(rate(detector, SampledProcess.CORRELATED, 2, 30, 20, 200), 200);
  }

  /** The rates of these samples, number by number: those of the guide. */
  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({
    "NORMAL, 1, 20, 20, 1000, 0.042, 0.728",
    "NORMAL, 1, 100, 100, 1000, 0.042, 0.083",
    "NORMAL, 10, 20, 20, 1000, 0.048, 1.0",
    "NORMAL, 10, 100, 100, 1000, 0.053, 0.441",
    "NORMAL, 100, 20, 20, 1000, 0.056, 1.0",
    "NORMAL, 100, 100, 100, 1000, 0.04, 0.996",
    "CORRELATED, 1, 20, 20, 1000, 0.054, 0.764",
    "CORRELATED, 1, 100, 100, 1000, 0.052, 0.098",
    "CORRELATED, 10, 20, 20, 1000, 0.049, 0.999",
    "CORRELATED, 10, 100, 100, 1000, 0.054, 0.251",
    "CORRELATED, 100, 20, 20, 1000, 0.044, 1.0",
    "CORRELATED, 100, 100, 100, 1000, 0.045, 0.505",
    "HEAVY_TAILED, 1, 20, 20, 1000, 0.052, 0.99",
    "HEAVY_TAILED, 1, 100, 100, 1000, 0.042, 0.978",
    "HEAVY_TAILED, 10, 20, 20, 1000, 0.048, 1.0",
    "HEAVY_TAILED, 10, 100, 100, 1000, 0.044, 1.0",
    "HEAVY_TAILED, 100, 20, 20, 1000, 0.053, 1.0",
    "HEAVY_TAILED, 100, 100, 100, 1000, 0.039, 1.0",
    "NORMAL, 1, 1000, 1000, 200, 0.055, 0.0",
    "NORMAL, 10, 1000, 1000, 200, 0.07, 0.0",
    "NORMAL, 100, 1000, 1000, 200, 0.05, 0.0",
    "CORRELATED, 1, 1000, 1000, 200, 0.045, 0.0",
    "CORRELATED, 10, 1000, 1000, 200, 0.025, 0.0",
    "CORRELATED, 100, 1000, 1000, 200, 0.065, 0.0",
    "HEAVY_TAILED, 1, 1000, 1000, 200, 0.055, 0.97",
    "HEAVY_TAILED, 10, 1000, 1000, 200, 0.04, 0.99",
    "NORMAL, 10, 10000, 1000, 100, 0.03, 0.0"
  })
  void ratesOfTheseSamplesStayAsTheyAre(
      SampledProcess process,
      int columns,
      int rows,
      int current,
      int runs,
      double decision,
      double legacy) {
    double rate = rate(DETECTOR, process, columns, rows, current, runs);
    double old =
        rate(DETECTOR.with(DecisionPolicy.legacy()), process, columns, rows, current, runs);
    assertEquals("" + decision + " " + legacy, "" + rate + " " + old);
    assertLevel(rate, runs);
  }
}
