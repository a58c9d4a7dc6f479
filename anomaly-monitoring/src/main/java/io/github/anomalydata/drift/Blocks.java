package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The blocks that a test permutes.
 *
 * @param length the rows of a block
 * @param widening by what the variance of means is greater than blocks of this length show: a
 *     statistic is compared with those of splits as if it were of samples so much less variable
 * @param independent the number of independent rows that tell as much as both samples together
 * @param notes what was found out about the dependence of rows
 */
record Blocks(int length, double widening, double independent, List<String> notes) {
  /** Rows that do not depend on one another. */
  static final Blocks NONE = new Blocks(1, 1, Double.POSITIVE_INFINITY, List.of());

  /** With fewer splits no p-value could reach 0.05. */
  private static final int FEWEST_SPLITS = 20;

  /** With fewer, how long rows are remembered is a guess, and levels do not hold. */
  private static final double FEWEST_INDEPENDENT = 7;

  /** With fewer, it is a rough estimate. */
  private static final double FEW_INDEPENDENT = 20;

  /**
   * Standard deviations by which the neighbours on one side of the median must exceed half of all.
   */
  private static final double SUSPICIOUS = 4;

  /**
   * Returns the blocks for two samples.
   *
   * @param dependence what the caller chose
   * @param reference the reference as a series; of several, that with the longest block length
   * @param current the current sample, likewise
   */
  static Blocks of(Dependence dependence, Series reference, Series current) {
    if (dependence instanceof Dependence.Blocks blocks) {
      return NONE.atLeast(blocks.length());
    }
    if (dependence instanceof Dependence.Estimated) {
      return estimated(reference.autocorrelation(), current.autocorrelation());
    }
    List<String> notes = new ArrayList<>();
    suspect("the reference", reference, notes);
    suspect("the current sample", current, notes);
    return new Blocks(1, 1, Double.POSITIVE_INFINITY, notes);
  }

  private static Blocks estimated(Autocorrelation a, Autocorrelation b) {
    int length = Math.max(a.blockLength(), b.blockLength());
    double widening =
        Math.max(
            widening(a.widening(), a.blockLength(), length),
            widening(b.widening(), b.blockLength(), length));
    double independent = a.effectiveSize() + b.effectiveSize();
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "block length %d estimated; the rows tell as much as %.0f independent ones of the"
                + " reference and %.0f current ones",
            length,
            a.effectiveSize(),
            b.effectiveSize()));
    if (widening > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "such blocks show less than the variance of means, which is taken %.2f times as large",
              widening));
    }
    if (length > 1 && independent < FEW_INDEPENDENT) {
      notes.add("so few tell little of how long rows are remembered: the p-value is rough");
    }
    return new Blocks(length, widening, independent, notes);
  }

  /** Returns the widening for longer blocks, which lose as much less. */
  private static double widening(double widening, int length, int longer) {
    return 1 / (1 - (1 - 1 / widening) * length / longer);
  }

  /** Tells whether these are longer, or are not but should be. */
  boolean isLonger(Blocks other) {
    return length > other.length || (length == other.length && widening > other.widening);
  }

  /** Returns blocks of the same rows that are no shorter than this. */
  Blocks atLeast(int longer) {
    return longer <= length
        ? this
        : new Blocks(longer, widening(widening, length, longer), independent, notes);
  }

  /** Returns these blocks with other notes. */
  Blocks with(List<String> others) {
    return new Blocks(length, widening, independent, others);
  }

  private static void suspect(String sample, Series series, List<String> notes) {
    double excess = series.neighbourExcess();
    if (excess > SUSPICIOUS) {
      notes.add(
          String.format(
              Locale.ROOT,
              "rows taken for independent, but neighbours of %s resemble one another (%.1f"
                  + " standard deviations): the p-value is too small, test in blocks",
              sample,
              excess));
    }
  }

  /** Tells whether p-values mean nothing, or none could reach 0.05. */
  boolean areTooFew(int reference, int current) {
    return length > 1 && (independent < FEWEST_INDEPENDENT || areTooLong(reference, current));
  }

  private boolean areTooLong(int reference, int current) {
    int members = Permutations.blocks(Math.min(reference, current), length);
    int blocks = members + Permutations.blocks(Math.max(reference, current), length);
    double splits = 1;
    for (int i = 0; i < members && splits < FEWEST_SPLITS; i++) {
      splits = splits * (blocks - i) / (i + 1);
    }
    return splits < FEWEST_SPLITS;
  }

  /** Returns why {@link #areTooFew}. */
  String shortage(int reference, int current) {
    if (!areTooLong(reference, current)) {
      return String.format(
          Locale.ROOT,
          "the rows of both samples tell as much as %.1f independent ones: at least %.0f, to know"
              + " how they depend on one another",
          independent,
          FEWEST_INDEPENDENT);
    }
    return "blocks of "
        + length
        + " rows are too long for a reference of "
        + reference
        + " and "
        + current
        + " current rows: no p-value could reach 0.05";
  }
}
