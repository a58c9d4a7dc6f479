package io.github.anomalydata.drift.online;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.drift.online.SlidingWindow.Distance;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class StatisticTest {
  private static final double[] REFERENCE = {-1, -1, 0, 0, 0, 1, 1, 3, 3, 4};

  /** Ties with the reference, ties among samples, and samples beyond both ends. */
  private static final double[] STREAM = {0, 0.5, 3, 3, -2, 7, 1, 1, 0.5, 0.7, 2, 2, -1, 4, 4, 0};

  @Test
  void cusumAddsWhatExceedsHalfTheShift() {
    Statistic statistic = new CusumStatistic(Cusum.withDefaults(), new Scale(10, 2));

    assertEquals(1.5, next(statistic, 14));
    assertEquals(2.5, next(statistic, 13));
    assertEquals(1, next(statistic, 8));
    assertEquals(1, next(statistic, 8), "the sum of what is below");
    assertEquals(2, statistic.sinceChange());
  }

  @Test
  void cusumOfOneDirectionIgnoresTheOther() {
    Statistic statistic =
        new CusumStatistic(Cusum.withDefaults().with(Direction.DOWN), new Scale(0, 1));

    assertEquals(0, next(statistic, 100));
    assertEquals(99.5, next(statistic, -100));
  }

  @Test
  void ewmaIsInItsOwnStandardDeviations() {
    Statistic statistic = new EwmaStatistic(Ewma.withDefaults().withWeight(0.5), new Scale(0, 1));

    assertEquals(2, next(statistic, 2), 1e-15);
    assertEquals(1.5 / Math.sqrt(0.25 + 0.0625), next(statistic, 2), 1e-15);
  }

  @Test
  void ewmaOfIndependentSamplesHasUnitVariance() {
    Statistic statistic =
        new EwmaStatistic(Ewma.withDefaults().with(Direction.UP), new Scale(0, 1));
    double squares = 0;
    double[] stream = Streams.normal(200_000, 1);
    for (double value : stream) {
      double z = next(statistic, value);
      squares += z * z;
    }

    assertEquals(1, squares / stream.length, 0.02);
  }

  @Test
  void pageHinkleyIsTheSumAboveItsLeast() {
    PageHinkley options = PageHinkley.withDefaults().withWarmUp(1).with(Direction.UP);
    Statistic statistic = new PageHinkleyStatistic(options, new Scale(0, 1));
    double[] stream = Streams.normal(300, 2);
    double mean = 0;
    double sum = 0;
    double least = 0;
    for (int i = 0; i < stream.length; i++) {
      mean += (stream[i] - mean) / (i + 1);
      sum += stream[i] - mean - 0.5;
      least = Math.min(least, sum);
      assertEquals(sum - least, next(statistic, stream[i]), 1e-10);
    }
  }

  @Test
  void warmUpOfPageHinkleyHasNoStatistic() {
    Statistic statistic =
        new PageHinkleyStatistic(PageHinkley.withDefaults().withWarmUp(3), new Scale(0, 1));

    assertEquals(Statistic.NONE, next(statistic, 9));
    assertEquals(Statistic.NONE, next(statistic, 0));
    assertEquals(4.5 - 0.5 + 4 + 5.0 / 3 - 0.5, next(statistic, -4), 1e-14);
  }

  @Test
  void adwinOfManyBucketsComparesTheMeansAtEveryCut() {
    Adwin options = new Adwin(1, 200);
    Statistic statistic = new AdwinStatistic(options, new Scale(0, 1));
    double[] stream = Streams.normal(120, 3);
    for (int i = 60; i < stream.length; i++) {
      stream[i] += 1;
    }
    for (int i = 0; i < stream.length; i++) {
      double found = next(statistic, stream[i]);
      assertEquals(greatestCut(Arrays.copyOf(stream, i + 1)), found, 1e-10);
    }
    assertEquals(60, (double) statistic.sinceChange(), 5);
  }

  private static double greatestCut(double[] window) {
    int n = window.length;
    double mean = Arrays.stream(window).average().orElseThrow();
    double variance = Arrays.stream(window).map(x -> (x - mean) * (x - mean)).sum() / n;
    double best = Statistic.NONE;
    for (int cut = 5; cut <= n - 5; cut++) {
      double difference =
          Arrays.stream(window, 0, cut).average().orElseThrow()
              - Arrays.stream(window, cut, n).average().orElseThrow();
      double m = 1 / (1.0 / cut + 1.0 / (n - cut));
      best =
          Math.max(best, m * difference * difference / (2 * variance) - Math.log(2 * Math.log(n)));
    }
    return best;
  }

  @Test
  void adwinOfFewBucketsStillFindsTheChange() {
    Statistic statistic = new AdwinStatistic(new Adwin(1, 5), new Scale(0, 1));
    double[] stream = Streams.normal(20_000, 4);
    double last = 0;
    for (int i = 0; i < stream.length; i++) {
      last = next(statistic, stream[i] + (i < 19_000 ? 0 : 0.5));
    }

    assertEquals(1000, (double) statistic.sinceChange(), 250);
    assertEquals(119, last, 40, "m * 0.5 squared / 2, m = 950");
  }

  @Test
  void errorRateIsHeldToTheBestOne() {
    Statistic statistic = new DdmStatistic(new Ddm(10, 1000));
    for (int i = 1; i < 10; i++) {
      assertEquals(Statistic.NONE, next(statistic, 0));
    }
    double rate = 0.5 / 11;
    double deviation = Math.sqrt(rate * (1 - rate) / 10);
    assertEquals(1, next(statistic, 0), 1e-15);
    double worse = 1.5 / 12;
    assertEquals(
        (worse + Math.sqrt(worse * (1 - worse) / 11) - rate) / deviation,
        next(statistic, 1),
        1e-14);
    assertEquals(1, statistic.sinceChange());
  }

  @Test
  void errorRateStartsAnewAfterItsMemory() {
    Statistic statistic = new DdmStatistic(new Ddm(2, 5));
    for (int i = 0; i < 5; i++) {
      next(statistic, 1);
    }

    assertEquals(Statistic.NONE, next(statistic, 0));
  }

  @Test
  void windowHasNoStatisticBeforeItIsFull() {
    Statistic statistic = window(Distance.KOLMOGOROV_SMIRNOV, 3);

    assertEquals(Statistic.NONE, next(statistic, 9));
    assertEquals(Statistic.NONE, next(statistic, 9));
    assertEquals(1, next(statistic, 9));
  }

  @Test
  void kolmogorovSmirnovOfEveryWindowIsThatOfItsValues() {
    assertWindows(Distance.KOLMOGOROV_SMIRNOV, StatisticTest::kolmogorovSmirnov);
  }

  @Test
  void cramerVonMisesOfEveryWindowIsThatOfItsValues() {
    assertWindows(Distance.CRAMER_VON_MISES, StatisticTest::cramerVonMises);
  }

  private static void assertWindows(Distance distance, ToDoubleFunction<double[]> naive) {
    for (int size = 2; size <= 7; size++) {
      Statistic statistic = window(distance, size);
      for (int i = 0; i < STREAM.length; i++) {
        double found = next(statistic, STREAM[i]);
        if (i >= size - 1) {
          double[] window = Arrays.copyOfRange(STREAM, i + 1 - size, i + 1);
          assertEquals(naive.applyAsDouble(window), found, 1e-14, Arrays.toString(window));
        }
      }
    }
  }

  private static double kolmogorovSmirnov(double[] window) {
    double greatest = 0;
    for (double[] points : new double[][] {window, REFERENCE}) {
      for (double x : points) {
        greatest = Math.max(greatest, Math.abs(share(window, x, true) - share(REFERENCE, x, true)));
      }
    }
    return greatest;
  }

  private static double cramerVonMises(double[] window) {
    double[] sorted = window.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double sum = 1 / (12.0 * n);
    for (int i = 1; i <= n; i++) {
      double x = sorted[i - 1];
      double middle = (share(REFERENCE, x, true) + share(REFERENCE, x, false)) / 2;
      sum += Math.pow((2 * i - 1) / (2.0 * n) - middle, 2);
    }
    return sum;
  }

  private static double share(double[] values, double x, boolean orEqual) {
    return Arrays.stream(values).filter(v -> v < x || (orEqual && v == x)).count()
        / (double) values.length;
  }

  private static Statistic window(Distance distance, int size) {
    return Fit.of(new SlidingWindow(distance, size), Samples.ofOneColumn(REFERENCE)).start();
  }

  private static double next(Statistic statistic, double value) {
    return statistic.next(new double[] {value});
  }
}
