package io.github.anomalydata.metrics;

/** Hears of each batch that is logged. */
@FunctionalInterface
public interface BatchListener {
  /**
   * Hears of a batch, on the thread that logged it and after it was. Calls may come from several
   * threads at once.
   *
   * @param batch the batch, never an empty one
   */
  void logged(ScoredBatch batch);
}
