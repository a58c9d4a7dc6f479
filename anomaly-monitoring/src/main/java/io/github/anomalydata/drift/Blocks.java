package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The blocks that a test permutes.
 *
 * @param length the rows of a block
 * @param notes what was found out about the dependence of rows
 */
record Blocks(int length, List<String> notes) {
  /** With fewer splits no p-value could reach 0.05. */
  private static final int FEWEST_SPLITS = 20;

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
      return new Blocks(blocks.length(), List.of());
    }
    if (dependence instanceof Dependence.Estimated) {
      Autocorrelation a = reference.autocorrelation();
      Autocorrelation b = current.autocorrelation();
      int length = Math.max(a.blockLength(), b.blockLength());
      String note =
          String.format(
              Locale.ROOT,
              "block length %d estimated; the rows tell as much as %.0f independent ones of the"
                  + " reference and %.0f current ones",
              length,
              a.effectiveSize(),
              b.effectiveSize());
      return new Blocks(length, List.of(note));
    }
    List<String> notes = new ArrayList<>();
    suspect("the reference", reference, notes);
    suspect("the current sample", current, notes);
    return new Blocks(1, notes);
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

  /** Tells whether so few blocks make up the pool that no p-value could reach 0.05. */
  boolean areTooFew(int reference, int current) {
    if (length == 1) {
      return false;
    }
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
    return "blocks of "
        + length
        + " rows are too long for a reference of "
        + reference
        + " and "
        + current
        + " current rows: no p-value could reach 0.05";
  }
}
