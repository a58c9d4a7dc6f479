package io.github.anomalydata.drift;

/** The scale on which the mean and the spread of scores are compared. */
public enum ScoreScale {
  /** The scores as they are. */
  LINEAR,
  /**
   * Their natural logarithms, for scores above 0 with a long tail, such as reconstruction errors: a
   * few large ones do not drown the others then.
   */
  LOGARITHMIC;

  /** Returns a sample on this scale. */
  Series of(String name, Series scores) {
    if (this == LINEAR) {
      return scores;
    }
    double[] logs = scores.values().clone();
    for (int i = 0; i < logs.length; i++) {
      if (!(logs[i] > 0)) {
        throw new IllegalArgumentException(
            name + ": above 0 on a logarithmic scale, got " + logs[i] + " at index " + i);
      }
      logs[i] = Math.log(logs[i]);
    }
    return Series.of(name, logs);
  }
}
