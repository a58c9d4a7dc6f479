package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Attribution.Change;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Mean, spread and shape of a column of numbers. */
final class NumberChanges implements ChangeTest {
  /** Values of each sample: with fewer there is no variance of distances from a median. */
  static final int FEWEST = 3;

  private static final double GREATEST_LOGARITHM = 20;

  private final String column;
  private final Presence presence;
  private final int n;
  private final double middle;
  private final double magnitude;

  /** Pooled, from -1 to 1: no square overflows, and sums forget no small differences. */
  private final double[] levels;

  /** Their distances from the median of the own sample. */
  private final double[] distances;

  private final MeanShift means;
  private final Spread spreads;
  private final Shapes shapes;

  NumberChanges(String column, Presence presence, double[] reference, double[] current) {
    this.column = column;
    this.presence = presence;
    this.n = presence.reference();
    double[] values = present(reference, current, n + presence.current());
    double least = Arrays.stream(values).min().orElseThrow();
    double greatest = Arrays.stream(values).max().orElseThrow();
    middle = least / 2 + greatest / 2;
    magnitude = greatest > least ? greatest / 2 - least / 2 : 1;
    levels = Arrays.stream(values).map(value -> (value - middle) / magnitude).toArray();
    distances = distances(levels, n);
    Series before = Series.of("reference", Arrays.copyOf(levels, n));
    Series now = Series.of("current", Arrays.copyOfRange(levels, n, levels.length));
    means = new MeanShift(before, now);
    spreads = new Spread(before, now);
    shapes = new Shapes(levels, n);
  }

  private static double[] present(double[] reference, double[] current, int count) {
    double[] values = new double[count];
    int at = 0;
    for (double[] sample : new double[][] {reference, current}) {
      for (double value : sample) {
        if (Double.isFinite(value)) {
          values[at++] = value;
        }
      }
    }
    return values;
  }

  private static double[] distances(double[] levels, int n) {
    double[] distances = new double[levels.length];
    for (int[] sample : new int[][] {{0, n}, {n, levels.length}}) {
      double[] sorted = Arrays.copyOfRange(levels, sample[0], sample[1]);
      Arrays.sort(sorted);
      double median = sorted[(sorted.length - 1) / 2] / 2 + sorted[sorted.length / 2] / 2;
      for (int i = sample[0]; i < sample[1]; i++) {
        distances[i] = Math.abs(levels[i] - median);
      }
    }
    return distances;
  }

  @Override
  public int count() {
    return 3;
  }

  @Override
  public Presence presence() {
    return presence;
  }

  @Override
  public Supplier<Statistics> statistics() {
    return () -> {
      Presence.Splitter splitter = presence.splitter();
      ToDoubleFunction<long[]> mean = means.statistic().get();
      ToDoubleFunction<long[]> spread = spreads.statistic().get();
      Shapes.Room room = shapes.room();
      return (order, mask, to) -> {
        long[] own = splitter.split(order, mask);
        to[0] = mean.applyAsDouble(own);
        to[1] = spread.applyAsDouble(own);
        to[2] = shapes.statistic(own, room);
      };
    };
  }

  @Override
  public Evidence evidence(int index) {
    return switch (index) {
      case 0 -> mean();
      case 1 -> spread();
      default -> shape();
    };
  }

  private Evidence mean() {
    Moments before = Moments.of(Arrays.copyOf(levels, n));
    Moments after = Moments.of(Arrays.copyOfRange(levels, n, levels.length));
    double scale = before.deviation() > 0 ? before.deviation() : Moments.of(levels).deviation();
    return new Evidence(
        column,
        Change.MEAN,
        middle + magnitude * before.mean(),
        middle + magnitude * after.mean(),
        scale > 0 ? (after.mean() - before.mean()) / scale : 0,
        "",
        levels);
  }

  private Evidence spread() {
    double before = Moments.of(Arrays.copyOf(distances, n)).mean();
    double after = Moments.of(Arrays.copyOfRange(distances, n, distances.length)).mean();
    double logarithm = before == after ? 0 : Math.log(after) - Math.log(before);
    return new Evidence(
        column,
        Change.SPREAD,
        magnitude * before,
        magnitude * after,
        Math.max(-GREATEST_LOGARITHM, Math.min(GREATEST_LOGARITHM, logarithm)),
        "",
        distances);
  }

  private Evidence shape() {
    Shapes.Place place = shapes.place();
    return new Evidence(
        column,
        Change.SHAPE,
        place.before(),
        place.after(),
        place.after() - place.before(),
        String.format(
            Locale.ROOT,
            "values up to %.2f interquartile ranges %s the median",
            Math.abs(place.widths()),
            place.widths() < 0 ? "below" : "above"),
        shapes.upTo(place));
  }
}
