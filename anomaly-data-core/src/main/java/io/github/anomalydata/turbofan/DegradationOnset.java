package io.github.anomalydata.turbofan;

import java.util.OptionalInt;

/**
 * Finds the cycle at which an engine begins to degrade: the change point of a two-phase regression
 * of all its channels.
 *
 * <p>Each prepared channel {@code y} of a unit is modelled as level up to the onset {@code s} and
 * as a line from there on, {@code y(t) = a + b * max(0, t - s)}, with the same {@code s} for all
 * channels. For each {@code s} the least-squares fit explains a share of each channel's variance;
 * the onset is the {@code s} with the greatest mean share. If that share is below a minimum, the
 * unit shows no onset: a test unit that breaks off while it is healthy.
 *
 * <p>The cost is proportional to channels times cycles. Reference: D. V. Hinkley, "Inference in
 * two-phase regression", Journal of the American Statistical Association 66 (1971).
 */
public final class DegradationOnset {
  private static final DegradationOnset DEFAULTS = new DegradationOnset(5, 0.2);

  private final int minimumPhase;
  private final double minimumShare;

  private DegradationOnset(int minimumPhase, double minimumShare) {
    this.minimumPhase = minimumPhase;
    this.minimumShare = minimumShare;
  }

  /**
   * Returns the default: at least {@link #withMinimumPhase 5 cycles} before and after the onset, at
   * least {@link #withMinimumShare 0.2} of the variance explained.
   *
   * @return the method
   */
  public static DegradationOnset withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this method with another minimum length of both phases.
   *
   * @param cycles the number of cycles, at least 2
   * @return the new method
   * @throws IllegalArgumentException if the number is below 2
   */
  public DegradationOnset withMinimumPhase(int cycles) {
    if (cycles < 2) {
      throw new IllegalArgumentException("minimumPhase: at least 2 cycles, got " + cycles);
    }
    return new DegradationOnset(cycles, minimumShare);
  }

  /**
   * Returns this method with another minimum of the explained variance.
   *
   * @param share the mean share over the channels, in [0, 1]
   * @return the new method
   * @throws IllegalArgumentException if the share is not in [0, 1]
   */
  public DegradationOnset withMinimumShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("minimumShare: in [0, 1], got " + share);
    }
    return new DegradationOnset(minimumPhase, share);
  }

  /**
   * Finds the onset of a unit.
   *
   * @param prepared the prepared runs
   * @param run the index of the run
   * @return the last cycle, from 1, before degradation; empty if the unit shows none, or is shorter
   *     than both phases
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public OptionalInt find(PreparedRuns prepared, int run) {
    int length = prepared.runs().runs().get(run).length();
    if (length < 2 * minimumPhase) {
      return OptionalInt.empty();
    }
    double[] share = new double[length];
    int channels = 0;
    for (int channel = 0; channel < prepared.channelNames().size(); channel++) {
      channels += addShare(prepared.values(channel, run), share) ? 1 : 0;
    }
    int best = minimumPhase;
    for (int s = minimumPhase; s <= length - minimumPhase; s++) {
      if (share[s] > share[best]) {
        best = s;
      }
    }
    return channels > 0 && share[best] >= minimumShare * channels
        ? OptionalInt.of(best)
        : OptionalInt.empty();
  }

  /**
   * Adds the share of the variance of {@code y} that an onset after {@code s} cycles explains, for
   * each {@code s}. Returns false if {@code y} does not vary.
   */
  private boolean addShare(float[] y, double[] share) {
    int n = y.length;
    double mean = 0;
    for (float value : y) {
      mean += value;
    }
    mean /= n;
    double total = 0;
    for (float value : y) {
      total += (value - mean) * (value - mean);
    }
    if (!(total > 0)) {
      return false;
    }
    // Backwards over s: sums of y - mean, and of its product with the hinge h(t) = max(0, t - s).
    double tail = 0;
    double product = 0;
    for (int s = n - 1; s >= minimumPhase; s--) {
      tail += y[s] - mean;
      product += tail;
      if (s <= n - minimumPhase) {
        double m = n - s;
        double sum = m * (m + 1) / 2;
        double squares = m * (m + 1) * (2 * m + 1) / 6;
        share[s] += product * product / (squares - sum * sum / n) / total;
      }
    }
    return true;
  }
}
