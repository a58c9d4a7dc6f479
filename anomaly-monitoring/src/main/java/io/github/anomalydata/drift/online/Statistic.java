package io.github.anomalydata.drift.online;

/** A statistic of a stream since its start. For one thread at a time. */
interface Statistic {
  /** What there is before the first statistic. */
  double NONE = Double.NEGATIVE_INFINITY;

  /**
   * Returns the statistic after another sample.
   *
   * @param row the sample, finite; not kept
   */
  double next(double[] row);

  /** Returns how many of the samples so far, the newest, are thought to follow the change. */
  long sinceChange();

  /** Forgets all samples. */
  void restart();

  /** Writes all that the samples so far have left. */
  void write(State.Writer to);

  /**
   * Goes on from a state.
   *
   * @throws IllegalArgumentException if it is not one of this statistic
   */
  void read(State from);
}
