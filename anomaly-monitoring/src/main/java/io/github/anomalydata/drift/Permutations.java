package io.github.anomalydata.drift;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The ways to split pooled rows, those of the reference before those of the current sample, into
 * two samples of the same sizes again.
 *
 * <p>A split is a set of bits: bit {@code i & 63} of word {@code i >> 6} tells whether pooled row
 * {@code i} plays the current sample. Splits are made when asked for, from the seed and their
 * number alone: any thread gets the same one, and none is kept.
 *
 * <p>Each sample is cut into blocks as equal as can be: a shorter one at the end, or one that lies
 * in both samples, would make the splits more alike than samples of dependent rows are. The blocks
 * are put in random order; then the first rows are the reference. Blocks of length 1 are
 * independent rows: where these have no more splits than are asked for, every split is made once.
 */
final class Permutations {
  /** Rounding in sums of another order; statistics so near to one another are equal. */
  static final double TIE = 1e-12;

  private static final long PURPOSE = 0x7065726D;

  private final int reference;
  private final int current;
  private final int count;
  private final int blockLength;
  private final long seed;
  private final Kind kind;

  /** What splits are made from. */
  private enum Kind {
    /** Every split, each once. */
    ALL,
    /** The members of the smaller sample. */
    SETS,
    /** The order of all blocks. */
    ORDERS
  }

  private Permutations(
      int reference, int current, int count, int blockLength, long seed, Kind kind) {
    this.reference = reference;
    this.current = current;
    this.count = count;
    this.blockLength = blockLength;
    this.seed = seed;
    this.kind = kind;
  }

  /**
   * Returns the splits of a pool.
   *
   * @param reference the rows of the reference, at least 1
   * @param current the rows of the current sample, at least 1
   * @param count the number of splits to make at most, at least 1
   * @param blockLength the rows of a block, at least 1
   * @param seed the seed
   */
  static Permutations of(int reference, int current, int count, int blockLength, long seed) {
    Require.atLeast("reference", reference, 1);
    Require.atLeast("current", current, 1);
    Require.atLeast("count", count, 1);
    Require.atLeast("blockLength", blockLength, 1);
    Math.addExact(reference, current);
    long all = splits(reference, current, count);
    if (blockLength > 1) {
      return new Permutations(reference, current, count, blockLength, seed, Kind.ORDERS);
    }
    return all <= count
        ? new Permutations(reference, current, (int) all, 1, seed, Kind.ALL)
        : new Permutations(reference, current, count, 1, seed, Kind.SETS);
  }

  /**
   * Returns as many random splits of the same rows, whichever number there is, made from orders,
   * which have none.
   */
  Permutations drawn() {
    return new Permutations(reference, current, count, blockLength, seed, Kind.ORDERS);
  }

  /** Returns the binomial coefficient, or any number above the limit if it is above. */
  private static long splits(int reference, int current, int limit) {
    long result = 1;
    for (int i = 1; i <= Math.min(reference, current) && result <= limit; i++) {
      result = result * (Math.max(reference, current) + i) / i;
    }
    return result;
  }

  /** Returns the number of splits. */
  int count() {
    return count;
  }

  /** Returns the rows of a block. */
  int blockLength() {
    return blockLength;
  }

  /** Returns the number of pooled rows. */
  int rows() {
    return reference + current;
  }

  /** Returns the words of a split. */
  int words() {
    return (reference + current + 63) >>> 6;
  }

  /** Returns what a p-value from these splits is. */
  TestResult.PValue kind() {
    return kind == Kind.ALL ? TestResult.PValue.ALL_PERMUTATIONS : TestResult.PValue.PERMUTATION;
  }

  /** Returns the split that was observed: the rows as they are. */
  long[] observed() {
    return observed(reference, current);
  }

  /** Returns the split that was observed of so many rows. */
  static long[] observed(int reference, int current) {
    long[] mask = new long[(reference + current + 63) >>> 6];
    for (int row = reference; row < reference + current; row++) {
      set(mask, row);
    }
    return mask;
  }

  /**
   * Makes a split.
   *
   * @param index its number, from 0
   * @return its bits
   */
  long[] mask(int index) {
    long[] mask = new long[words()];
    fill(index, mask);
    return mask;
  }

  /**
   * Makes a split.
   *
   * @param index its number, from 0
   * @param mask its bits, overwritten
   */
  void fill(int index, long[] mask) {
    Arrays.fill(mask, 0);
    if (kind == Kind.ALL) {
      unrank(index, mask);
      return;
    }
    RandomGenerator random = RandomStreams.of(seed, PURPOSE, index);
    if (kind == Kind.SETS) {
      sample(random, mask);
    } else {
      shuffle(random, mask);
    }
  }

  /** Makes the split of a rank in colexicographic order: the combinatorial number system. */
  private void unrank(int rank, long[] mask) {
    long left = rank;
    int members = current;
    long below = count;
    for (int rows = reference + current; members > 0; rows--) {
      // From the subsets of "rows" rows to those that leave the last row out.
      long without = below * (rows - members) / rows;
      if (left < without) {
        below = without;
      } else {
        set(mask, rows - 1);
        left -= without;
        below -= without;
        members--;
      }
    }
  }

  /**
   * Draws the smaller sample: R. W. Floyd's algorithm, in J. Bentley and R. W. Floyd, "A sample of
   * brilliance", 1987, doi:10.1145/30401.315746.
   */
  private void sample(RandomGenerator random, long[] mask) {
    int rows = reference + current;
    for (int row = rows - Math.min(reference, current); row < rows; row++) {
      int chosen = random.nextInt(row + 1);
      set(mask, isSet(mask, chosen) ? row : chosen);
    }
    if (reference < current) {
      for (int i = 0; i < mask.length; i++) {
        mask[i] = ~mask[i];
      }
      if ((rows & 63) != 0) {
        mask[mask.length - 1] &= -1L >>> (64 - (rows & 63));
      }
    }
  }

  /**
   * Makes a split as an order of the rows, of which the first ones are the reference. The order of
   * some of the rows splits these into any sizes, as random as all.
   *
   * @param index its number, from 0
   * @param order the pooled rows in their new order, overwritten
   * @param mask the bits of the split, overwritten
   */
  void fill(int index, int[] order, long[] mask) {
    Arrays.fill(mask, 0);
    int place = 0;
    int ofReference = blocks(reference, blockLength);
    for (int block : shuffled(RandomStreams.of(seed, PURPOSE, index), ofReference)) {
      int to = start(block + 1, ofReference);
      for (int row = start(block, ofReference); row < to; row++, place++) {
        order[place] = row;
        if (place >= reference) {
          set(mask, row);
        }
      }
    }
  }

  private void shuffle(RandomGenerator random, long[] mask) {
    int place = 0;
    int ofReference = blocks(reference, blockLength);
    for (int block : shuffled(random, ofReference)) {
      int to = start(block + 1, ofReference);
      for (int row = start(block, ofReference); row < to; row++, place++) {
        if (place >= reference) {
          set(mask, row);
        }
      }
    }
  }

  private int[] shuffled(RandomGenerator random, int ofReference) {
    int[] blocks = new int[ofReference + blocks(current, blockLength)];
    for (int i = 0; i < blocks.length; i++) {
      int other = random.nextInt(i + 1);
      blocks[i] = blocks[other];
      blocks[other] = i;
    }
    return blocks;
  }

  /** Returns the number of blocks of a sample, so that none is much shorter or longer. */
  static int blocks(int rows, int blockLength) {
    return Math.max(1, (int) Math.round((double) rows / blockLength));
  }

  /** Returns the first row of a block; those of the reference come first. */
  private int start(int block, int ofReference) {
    return block <= ofReference
        ? (int) ((long) reference * block / ofReference)
        : reference + (int) ((long) current * (block - ofReference) / blocks(current, blockLength));
  }

  static boolean isSet(long[] mask, int row) {
    return (mask[row >> 6] >>> row & 1) != 0;
  }

  static void set(long[] mask, int row) {
    mask[row >> 6] |= 1L << row;
  }

  /**
   * Computes the statistic of each split, the splits shared by threads.
   *
   * @param workers the threads
   * @param statistic makes for a thread what computes the statistic of a split, whose bits are
   *     overwritten after
   * @return the statistics in the order of the splits
   */
  double[] statistics(ParallelRows workers, Supplier<ToDoubleFunction<long[]>> statistic) {
    double[] statistics = new double[count];
    workers.run(
        count,
        (from, to) -> {
          ToDoubleFunction<long[]> own = statistic.get();
          long[] mask = new long[words()];
          for (int i = from; i < to; i++) {
            fill(i, mask);
            statistics[i] = own.applyAsDouble(mask);
          }
        });
    return statistics;
  }

  /**
   * Returns the p-value of a statistic that is large when samples differ.
   *
   * @param observed the statistic of the rows as they are
   * @param statistics that of each split
   * @return {@code k / count} for all splits, {@code (k + 1) / (count + 1)} for random ones, of
   *     which {@code k} are at least as large
   */
  double pValue(double observed, double[] statistics) {
    if (statistics.length != count) {
      throw new IllegalArgumentException(
          "statistics: one for each of " + count + " splits, got " + statistics.length);
    }
    double threshold = threshold(observed, statistics);
    int extreme = 0;
    for (double statistic : statistics) {
      if (statistic >= threshold) {
        extreme++;
      }
    }
    return share(extreme);
  }

  /** Returns the p-value of each statistic. */
  double[] pValues(double[] observed, double[][] statistics) {
    double[] pValues = new double[observed.length];
    for (int i = 0; i < pValues.length; i++) {
      pValues[i] = pValue(observed[i], statistics[i]);
    }
    return pValues;
  }

  /** Returns the least p-value that there can be. */
  double least() {
    return kind == Kind.ALL ? share(1) : share(0);
  }

  /** Returns the p-value for so many splits that are as extreme as what was observed. */
  double share(int extreme) {
    return kind == Kind.ALL ? (double) extreme / count : (extreme + 1.0) / (count + 1.0);
  }

  /** Returns from where on the statistic of a split is as extreme as the one observed. */
  static double threshold(double observed, double[] statistics) {
    double scale = Math.abs(Rules.finite("observed", observed));
    for (double statistic : Rules.finite("statistics", statistics)) {
      scale = Math.max(scale, Math.abs(statistic));
    }
    return observed - TIE * scale;
  }
}
