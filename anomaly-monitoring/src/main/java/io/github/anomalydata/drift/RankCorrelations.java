package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Attribution.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What columns of numbers have to do with one another: Spearman's rank correlations, of ranks
 * within the own sample, which no change of a single column touches. The statistic of a column is
 * the greatest change of Fisher's transform of its correlations.
 */
final class RankCorrelations implements ChangeTest {
  /** Rows of each sample. */
  static final int FEWEST = 10;

  /** Correlations nearer to 1 are taken for this one: their transform is all rounding. */
  private static final double GREATEST = 1 - 1e-6;

  private final List<String> columns;
  private final Presence presence;

  /** Row after row: the ranks in each column, between -1/2 and 1/2 and of mean 0 in a sample. */
  private final double[] ranks;

  private final double[] total;
  private final long[] all;
  private final long[] observed;

  private RankCorrelations(List<String> columns, Presence presence, double[] ranks) {
    this.columns = List.copyOf(columns);
    this.presence = presence;
    this.ranks = ranks;
    int rows = presence.reference() + presence.current();
    this.all = new long[(rows + 63) >>> 6];
    this.observed = new long[(rows + 63) >>> 6];
    for (int row = 0; row < rows; row++) {
      Permutations.set(all, row);
      if (row >= presence.reference()) {
        Permutations.set(observed, row);
      }
    }
    this.total = new double[sums()];
    addSums(all, 0, total);
  }

  static RankCorrelations of(MixedTable reference, MixedTable current) {
    List<String> names = new ArrayList<>();
    List<double[]> before = new ArrayList<>();
    List<double[]> now = new ArrayList<>();
    for (Map.Entry<String, MixedTable.Column> column : reference.values().entrySet()) {
      if (column.getValue() instanceof MixedTable.Numbers a
          && current.column(column.getKey()) instanceof MixedTable.Numbers b) {
        names.add(column.getKey());
        before.add(a.values());
        now.add(b.values());
      }
    }
    MixedTable.Numbers first = completeness(before, reference.rows());
    MixedTable.Numbers second = completeness(now, current.rows());
    Presence presence = Presence.of(first, second);
    int n = presence.reference();
    double[] ranks = new double[(n + presence.current()) * names.size()];
    for (int column = 0; column < names.size(); column++) {
      rank(before.get(column), first, n, ranks, column, names.size());
      rank(
          now.get(column),
          second,
          presence.current(),
          ranks,
          n * names.size() + column,
          names.size());
    }
    return new RankCorrelations(names, presence, ranks);
  }

  /** Returns 0 for each row that has all numbers, and NaN for the others. */
  private static MixedTable.Numbers completeness(List<double[]> columns, int rows) {
    double[] complete = new double[rows];
    for (double[] column : columns) {
      for (int row = 0; row < rows; row++) {
        if (!Double.isFinite(column[row])) {
          complete[row] = Double.NaN;
        }
      }
    }
    return new MixedTable.Numbers(complete);
  }

  private static void rank(
      double[] values, MixedTable.Numbers complete, int count, double[] to, int start, int stride) {
    double[] present = new double[count];
    int at = 0;
    for (int row = 0; row < values.length; row++) {
      if (!complete.isMissing(row)) {
        // Sorting tells -0 from 0.
        present[at++] = values[row] + 0.0;
      }
    }
    double[] centred = Autocorrelation.centredRanks(present);
    for (int i = 0; i < count; i++) {
      to[start + i * stride] = centred[i] / count;
    }
  }

  /** Tells whether there are two columns, and rows enough. */
  boolean isTestable() {
    return columns.size() > 1 && Math.min(presence.reference(), presence.current()) >= FEWEST;
  }

  @Override
  public int count() {
    return columns.size();
  }

  @Override
  public Presence presence() {
    return presence;
  }

  /** Returns how many sums tell all correlations: those of columns and of their products. */
  private int sums() {
    int d = columns.size();
    return d + d * (d + 1) / 2;
  }

  /**
   * Adds up rows: first the columns, then the products of one with all from it on.
   *
   * @param mask the bits of the rows
   * @param inverse -1 for the other rows, 0 for these
   * @param to gets the sums added
   */
  private void addSums(long[] mask, long inverse, double[] to) {
    int d = columns.size();
    for (int word = 0; word < mask.length; word++) {
      for (long bits = (mask[word] ^ inverse) & all[word]; bits != 0; bits &= bits - 1) {
        int start = ((word << 6) + Long.numberOfTrailingZeros(bits)) * d;
        int at = d;
        for (int i = 0; i < d; i++) {
          double own = ranks[start + i];
          to[i] += own;
          addProducts(own, start + i, d - i, to, at);
          at += d - i;
        }
      }
    }
  }

  private void addProducts(double own, int from, int count, double[] to, int at) {
    for (int j = 0; j < count; j++) {
      to[at + j] += own * ranks[from + j];
    }
  }

  @Override
  public Supplier<Statistics> statistics() {
    return () -> {
      Presence.Splitter splitter = presence.splitter();
      double[] sums = new double[sums()];
      return (order, mask, to) -> transforms(splitter.split(order, mask), sums, to);
    };
  }

  /** Adds up the current rows of a split, or takes those of the reference, if fewer, from all. */
  private void fill(long[] mask, double[] sums) {
    boolean fewer = presence.current() <= presence.reference();
    Arrays.fill(sums, 0);
    addSums(mask, fewer ? 0 : -1, sums);
    for (int i = 0; !fewer && i < sums.length; i++) {
      sums[i] = total[i] - sums[i];
    }
  }

  private void transforms(long[] mask, double[] sums, double[] to) {
    int d = columns.size();
    fill(mask, sums);
    Arrays.fill(to, 0, d, 0);
    for (int i = 0; i < d; i++) {
      for (int j = i + 1; j < d; j++) {
        double change = Math.abs(transform(after(sums, i, j)) - transform(before(sums, i, j)));
        to[i] = Math.max(to[i], change);
        to[j] = Math.max(to[j], change);
      }
    }
  }

  /** Fisher's transform, the inverse hyperbolic tangent. */
  private static double transform(double correlation) {
    double r = Math.max(-GREATEST, Math.min(GREATEST, correlation));
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  private double after(double[] sums, int i, int j) {
    int d = columns.size();
    return correlation(
        sums[product(i, j, d)],
        sums[product(i, i, d)],
        sums[product(j, j, d)],
        sums[i],
        sums[j],
        presence.current());
  }

  private double before(double[] sums, int i, int j) {
    int d = columns.size();
    int both = product(i, j, d);
    int first = product(i, i, d);
    int second = product(j, j, d);
    return correlation(
        total[both] - sums[both],
        total[first] - sums[first],
        total[second] - sums[second],
        total[i] - sums[i],
        total[j] - sums[j],
        presence.reference());
  }

  /** Returns where the product of two columns is, the first not after the second. */
  private static int product(int i, int j, int d) {
    return d + i * d - i * (i - 1) / 2 + j - i;
  }

  private static double correlation(
      double xy, double xx, double yy, double x, double y, int count) {
    double variances = (xx - x * x / count) * (yy - y * y / count);
    return variances > 0 ? (xy - x * y / count) / Math.sqrt(variances) : 0;
  }

  @Override
  public Evidence evidence(int index) {
    int d = columns.size();
    double[] sums = new double[sums()];
    fill(observed, sums);
    int partner = -1;
    double greatest = -1;
    for (int other = 0; other < d; other++) {
      int i = Math.min(index, other);
      int j = Math.max(index, other);
      double change =
          i == j ? -1 : Math.abs(transform(after(sums, i, j)) - transform(before(sums, i, j)));
      if (change > greatest) {
        greatest = change;
        partner = other;
      }
    }
    int i = Math.min(index, partner);
    int j = Math.max(index, partner);
    double before = before(sums, i, j);
    double after = after(sums, i, j);
    double[] scores = new double[presence.reference() + presence.current()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = ranks[row * d + i] * ranks[row * d + j];
    }
    return new Evidence(
        columns.get(index),
        Change.CORRELATION,
        before,
        after,
        after - before,
        "rank correlation with '" + columns.get(partner) + "'",
        scores);
  }
}
