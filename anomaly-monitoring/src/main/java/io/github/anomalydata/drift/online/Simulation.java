package io.github.anomalydata.drift.online;

/** The statistic of streams whose rows are drawn from a reference. For one thread at a time. */
interface Simulation {

  /** Begins another stream. */
  void restart(int stream);

  /**
   * Returns the statistic after another row.
   *
   * @param row its place in the reference
   * @param age how many rows were drawn together with it and are before it
   */
  double next(int row, int age);
}
