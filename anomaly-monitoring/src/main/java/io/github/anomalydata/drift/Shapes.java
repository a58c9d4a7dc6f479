package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The distributions of two samples, each with median 0 and interquartile range 1, and the criterion
 * of Cramér and von Mises between them: T. W. Anderson, 1962, doi:10.1214/aoms/1177704477.
 *
 * <p>The samples of a split are standardised as the two were. Splits are of the rows as they are,
 * so that the level is exact where nothing changed: values that were standardised before would fit
 * one another too well (9 alarms of 100 at a level of 0.05 and 60 rows). But where the samples lie
 * far apart, splits would be mixtures of two humps, and no shape would stand out: there they are
 * standardised first.
 */
final class Shapes {
  /** Differences below it, of medians in widths or of logarithms of widths, harm no split. */
  private static final double[] HARMLESS = {0.5, 0.7};

  /** Three standard errors of these differences for normal values, times the root of the size. */
  private static final double[] CHANCE = {2.8, 3.5};

  private final int n;

  /** Pooled: standardised by the own sample. */
  private final double[] standardised;

  /** Pooled: what is split. */
  private final double[] values;

  private final int[] rows;

  Shapes(double[] levels, int n) {
    this.n = n;
    SortedSample reference = sorted(levels, 0, n);
    SortedSample current = sorted(levels, n, levels.length);
    this.standardised = new double[levels.length];
    standardise(levels, reference, 0, n);
    standardise(levels, current, n, levels.length);
    this.values = areFar(reference, current) ? standardised : levels;
    this.rows = ascending(values);
  }

  private static SortedSample sorted(double[] levels, int from, int to) {
    SortedSample sample = new SortedSample(to - from);
    Arrays.stream(levels, from, to).sorted().forEach(sample::add);
    return sample;
  }

  private void standardise(double[] levels, SortedSample sample, int from, int to) {
    double median = sample.median();
    double scale = 1 / sample.width();
    for (int i = from; i < to; i++) {
      standardised[i] = (levels[i] - median) * scale;
    }
  }

  private boolean areFar(SortedSample a, SortedSample b) {
    double medians = 2 * Math.abs(a.median() - b.median()) / (a.width() + b.width());
    double widths = Math.abs(Math.log(a.width() / b.width()));
    double root = Math.sqrt(1.0 / n + 1.0 / (standardised.length - n));
    return medians > Math.max(HARMLESS[0], CHANCE[0] * root)
        || widths > Math.max(HARMLESS[1], CHANCE[1] * root);
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> values[row]))
        .mapToInt(row -> row)
        .toArray();
  }

  /** Samples that a thread fills for each split. */
  record Room(SortedSample reference, SortedSample current) {}

  Room room() {
    return new Room(new SortedSample(n), new SortedSample(values.length - n));
  }

  /** Returns the statistic of a split: the root, which is on the scale of the other statistics. */
  double statistic(long[] mask, Room room) {
    room.reference.clear();
    room.current.clear();
    for (int row : rows) {
      (Permutations.isSet(mask, row) ? room.current : room.reference).add(values[row]);
    }
    return Math.sqrt(criterion(room.reference.standardised(), room.current.standardised()));
  }

  private static double criterion(double[] x, double[] y) {
    double total = (double) x.length + y.length;
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < x.length || j < y.length) {
      double value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
      int before = i + j;
      // Values of both samples that are equal count together.
      while (i < x.length && x[i] == value) {
        i++;
      }
      while (j < y.length && y[j] == value) {
        j++;
      }
      double difference = (double) i / x.length - (double) j / y.length;
      sum += (i + j - before) * difference * difference;
    }
    return x.length / total * (y.length / total) * sum;
  }

  /**
   * Where the distributions differ most.
   *
   * @param widths the place, in interquartile ranges from the median
   * @param before the share of the reference up to there
   * @param after the share of the current sample
   */
  record Place(double widths, double before, double after) {}

  Place place() {
    int[] ascending = ascending(standardised);
    Place greatest = new Place(0, 0, 0);
    int before = 0;
    for (int place = 0; place < ascending.length; place++) {
      double value = standardised[ascending[place]];
      before += ascending[place] < n ? 1 : 0;
      if (place + 1 < ascending.length && value == standardised[ascending[place + 1]]) {
        continue;
      }
      double first = (double) before / n;
      double second = (double) (place + 1 - before) / (standardised.length - n);
      if (Math.abs(second - first) > Math.abs(greatest.after - greatest.before)) {
        greatest = new Place(value, first, second);
      }
    }
    return greatest;
  }

  /** Returns 1 for each pooled row whose value is up to a place, and 0 for the others. */
  double[] upTo(Place place) {
    return Arrays.stream(standardised).map(value -> value <= place.widths ? 1 : 0).toArray();
  }
}
