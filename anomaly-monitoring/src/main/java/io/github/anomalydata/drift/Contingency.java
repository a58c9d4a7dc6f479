package io.github.anomalydata.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;

/** Pooled rows of categories, those of the reference before those of the current sample. */
final class Contingency {
  /** With fewer rows expected in a cell, the distribution of chi-squared is not yet its limit. */
  private static final double FEWEST_EXPECTED = 5;

  /** Categories whose indicators tell the block length. */
  private static final int FREQUENT = 8;

  private final int[] codes;
  private final int reference;
  private final int[] totals;

  /**
   * Creates a table.
   *
   * @param codes the category of each row, from 0, each of which occurs
   * @param reference the rows of the reference
   * @param categories the number of categories
   */
  Contingency(int[] codes, int reference, int categories) {
    this.codes = codes;
    this.reference = reference;
    this.totals = count(0, codes.length, categories);
  }

  private int[] count(int from, int to, int categories) {
    int[] counts = new int[categories];
    for (int row = from; row < to; row++) {
      counts[codes[row]]++;
    }
    return counts;
  }

  /**
   * Returns the same rows with rare categories as one.
   *
   * @param fewest the rows of both samples that a category of its own has at least
   * @param notes gets how many there were
   */
  Contingency pooled(int fewest, List<String> notes) {
    int[] renamed = new int[totals.length];
    int kept = 0;
    for (int k = 0; k < totals.length; k++) {
      renamed[k] = totals[k] < fewest ? -1 : kept++;
    }
    int rare = totals.length - kept;
    if (rare < 2) {
      return this;
    }
    notes.add(rare + " categories with fewer than " + fewest + " rows taken for one");
    int other = kept;
    int[] merged =
        Arrays.stream(codes).map(code -> renamed[code] < 0 ? other : renamed[code]).toArray();
    return new Contingency(merged, reference, kept + 1);
  }

  private int current() {
    return codes.length - reference;
  }

  int[] referenceCounts() {
    return count(0, reference, totals.length);
  }

  int[] currentCounts() {
    return count(reference, codes.length, totals.length);
  }

  Comparison comparison(CategoryDistance distance) {
    return new TableComparison(distance);
  }

  double statistic(CategoryDistance distance) {
    return distance.statistic(referenceCounts(), currentCounts(), reference, current());
  }

  static String name(CategoryDistance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Tests the table.
   *
   * @param options what to measure and how
   * @param facts what is known about the categories
   * @param seed the seed of the permutations
   * @param start the time at the start
   */
  TestResult test(CategoryTest options, List<String> facts, long seed, long start) {
    CategoryDistance distance = options.distance();
    String name = name(distance);
    if (reference == 0 || current() == 0) {
      return new TestResult.InsufficientData(name, "no values", reference, current());
    }
    Blocks blocks = blocks(options.dependence());
    if (blocks.areTooFew(reference, current())) {
      return new TestResult.InsufficientData(
          name, blocks.shortage(reference, current()), reference, current());
    }
    List<String> notes = new ArrayList<>(facts);
    notes.addAll(blocks.notes());
    Comparison comparison = comparison(distance);
    Probability probability =
        distance == CategoryDistance.CHI_SQUARED && blocks.length() == 1 && isAsymptotic()
            ? Probability.of(asymptotic(), TestResult.PValue.ASYMPTOTIC, notes)
            : permuted(comparison, options, blocks, seed);
    return comparison.result(
        probability, blocks.length(), notes, seed, Duration.ofNanos(System.nanoTime() - start));
  }

  private Probability permuted(
      Comparison comparison, CategoryTest options, Blocks blocks, long seed) {
    Permutations splits =
        Permutations.of(reference, current(), options.permutations(), blocks.length(), seed);
    return Probability.of(
        splits, options.workers(), comparison.observed(blocks.widening()), comparison.statistic());
  }

  private boolean isAsymptotic() {
    double least = Arrays.stream(totals).min().orElse(0);
    return totals.length > 1
        && least * Math.min(reference, current()) / codes.length >= FEWEST_EXPECTED;
  }

  /** Returns the p-value of chi-squared with a degree of freedom less than categories. */
  double asymptotic() {
    long[][] table = {
      Arrays.stream(referenceCounts()).asLongStream().toArray(),
      Arrays.stream(currentCounts()).asLongStream().toArray()
    };
    return ChiSquareTest.withDefaults().test(table).getPValue();
  }

  /** Returns the blocks that these rows need. */
  Blocks blocks(Dependence dependence) {
    List<Integer> frequent =
        IntStream.range(0, totals.length)
            .boxed()
            .sorted(Comparator.comparingInt(k -> -totals[k]))
            .limit(dependence instanceof Dependence.Estimated ? FREQUENT : 1)
            .toList();
    return Blocks.of(
        dependence,
        slowest(frequent, 0, reference, dependence),
        slowest(frequent, reference, codes.length, dependence));
  }

  /** Returns the indicator of the category that has the longest blocks. */
  private Series slowest(List<Integer> categories, int from, int to, Dependence dependence) {
    List<Series> indicators =
        categories.stream()
            .map(k -> IntStream.range(from, to).mapToDouble(row -> codes[row] == k ? 1 : 0))
            .map(indicator -> Series.of("indicator", indicator.toArray()))
            .toList();
    return dependence instanceof Dependence.Estimated
        ? indicators.stream()
            .max(Comparator.comparingInt(series -> series.autocorrelation().blockLength()))
            .orElseThrow()
        : indicators.get(0);
  }

  /** The counts of the rows as they are, and of other splits of them. */
  private final class TableComparison implements Comparison {
    private final CategoryDistance distance;
    private final double observed;

    TableComparison(CategoryDistance distance) {
      this.distance = distance;
      this.observed = Contingency.this.statistic(distance);
    }

    @Override
    public String test() {
      return name(distance);
    }

    @Override
    public int reference() {
      return reference;
    }

    @Override
    public int current() {
      return Contingency.this.current();
    }

    @Override
    public double observed() {
      return observed;
    }

    @Override
    public double observed(double widening) {
      return distance.narrowed(observed, widening);
    }

    @Override
    public Supplier<ToDoubleFunction<long[]>> statistic() {
      return () -> {
        int[] first = new int[totals.length];
        int[] second = new int[totals.length];
        return mask -> {
          Arrays.fill(second, 0);
          for (int row = 0; row < codes.length; row++) {
            second[codes[row]] += (int) (mask[row >> 6] >>> row & 1);
          }
          for (int k = 0; k < first.length; k++) {
            first[k] = totals[k] - second[k];
          }
          return distance.statistic(first, second, reference, current());
        };
      };
    }

    @Override
    public double effectSize(List<String> notes) {
      return distance.effect(observed, reference, current());
    }

    @Override
    public String effect() {
      return distance.effect();
    }

    @Override
    public Interval effects() {
      return new Interval(
          0, distance == CategoryDistance.POPULATION_STABILITY ? Double.MAX_VALUE : 1);
    }

    /** The jackknife: what the effect size is without a row. */
    @Override
    public Optional<Influence> influence() {
      if (reference < 2 || current() < 2 || observed == 0) {
        return Optional.empty();
      }
      double[] first = new double[totals.length];
      double[] second = new double[totals.length];
      int[] before = referenceCounts();
      int[] now = currentCounts();
      for (int k = 0; k < totals.length; k++) {
        first[k] = before[k] == 0 ? 0 : (reference - 1) * -without(before, k, before, now);
        second[k] = now[k] == 0 ? 0 : (current() - 1) * -without(now, k, before, now);
      }
      return Optional.of(
          new Influence(
              Arrays.stream(codes, 0, reference).mapToDouble(code -> first[code]).toArray(),
              Arrays.stream(codes, reference, codes.length)
                  .mapToDouble(code -> second[code])
                  .toArray()));
    }

    /** Returns the effect size without a row of a category in the one sample. */
    private double without(int[] counts, int category, int[] before, int[] now) {
      counts[category]--;
      int[] kept = IntStream.range(0, totals.length).filter(k -> before[k] + now[k] > 0).toArray();
      int[] first = Arrays.stream(kept).map(k -> before[k]).toArray();
      int[] second = Arrays.stream(kept).map(k -> now[k]).toArray();
      counts[category]++;
      double n = reference - (counts == before ? 1.0 : 0);
      double m = current() - (counts == now ? 1.0 : 0);
      return distance.effect(distance.statistic(first, second, n, m), n, m);
    }
  }
}
