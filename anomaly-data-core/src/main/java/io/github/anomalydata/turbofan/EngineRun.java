package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.Provenance;
import java.util.Arrays;
import java.util.Objects;

/**
 * The life of one engine as far as it was recorded: a row of settings and sensor readings for each
 * cycle, from cycle 1 on.
 *
 * <p>The remaining useful life (RUL) is counted in cycles and is 0 at the last cycle before
 * failure. A training unit is recorded up to there, so that its last RUL is 0. A test unit breaks
 * off earlier, and the RUL at its last recorded cycle is the number in the RUL file: both follow
 * the same convention.
 *
 * <p>Immutable; several runs share one table.
 */
public final class EngineRun {
  private final String group;
  private final int unit;
  private final boolean training;
  private final RunTable table;
  private final int start;
  private final int length;
  private final int finalRul;

  EngineRun(
      String group,
      int unit,
      boolean training,
      RunTable table,
      int start,
      int length,
      int finalRul) {
    this.group = group;
    this.unit = unit;
    this.training = training;
    this.table = table;
    this.start = start;
    this.length = length;
    this.finalRul = finalRul;
  }

  /**
   * Returns the name that tells this engine from those of all other files.
   *
   * @return the subset, the part and the unit, such as {@code "FD001/train/17"}
   */
  public String group() {
    return group;
  }

  /**
   * Returns the number of the unit in its file.
   *
   * @return the unit, from 1
   */
  public int unit() {
    return unit;
  }

  /**
   * Tells whether the run is from a training file, so that scalers may be fitted on it.
   *
   * @return true for a training unit
   */
  public boolean isTraining() {
    return training;
  }

  /**
   * Returns the number of recorded cycles.
   *
   * @return the length, at least 1
   */
  public int length() {
    return length;
  }

  /**
   * Returns the remaining useful life at the last recorded cycle.
   *
   * @return the RUL in cycles: 0 for a whole training unit
   */
  public int finalRul() {
    return finalRul;
  }

  /**
   * Returns the remaining useful life at a cycle.
   *
   * @param cycle the cycle, from 1
   * @return the RUL in cycles
   * @throws IndexOutOfBoundsException if the cycle is not in {@code [1, length]}
   */
  public int rul(int cycle) {
    return finalRul + length - 1 - Objects.checkIndex(cycle - 1, length);
  }

  /**
   * Returns a reading.
   *
   * @param channel the setting or sensor
   * @param cycle the cycle, from 1
   * @return the value in the channel's unit
   * @throws IndexOutOfBoundsException if the cycle is not in {@code [1, length]}
   */
  public double value(Channel channel, int cycle) {
    return table.columns()[channel.ordinal()][start + Objects.checkIndex(cycle - 1, length)];
  }

  /**
   * Returns the readings of a channel.
   *
   * @param channel the setting or sensor
   * @return a new array, one value for each cycle
   */
  public double[] values(Channel channel) {
    return Arrays.copyOfRange(table.columns()[channel.ordinal()], start, start + length);
  }

  /**
   * Returns this engine as it was known at an earlier cycle: the readings after it are gone, the
   * remaining useful life stays true.
   *
   * @param cycles the number of cycles to keep
   * @return the truncated run
   * @throws IllegalArgumentException if the number is not in {@code [1, length]}
   */
  public EngineRun truncated(int cycles) {
    if (cycles < 1 || cycles > length) {
      throw new IllegalArgumentException("cycles: in [1, " + length + "], got " + cycles);
    }
    return new EngineRun(group, unit, training, table, start, cycles, finalRul + length - cycles);
  }

  /** The column a channel's readings stand in, from {@link #start()} on. */
  double[] column(Channel channel) {
    return table.columns()[channel.ordinal()];
  }

  int start() {
    return start;
  }

  Provenance provenance(int firstCycle, int lastCycle, String options) {
    return new Provenance(
        table.file(), "lines " + (start + firstCycle) + "-" + (start + lastCycle), options);
  }

  /**
   * Returns the run as text.
   *
   * @return the group, the length and the final RUL
   */
  @Override
  public String toString() {
    return group + " (" + length + " cycles, RUL " + finalRul + " at the last)";
  }
}
