package io.github.anomalydata.data;

/**
 * Hears how far a long piece of work has come.
 *
 * <p>Calls come from the thread that works, seldom enough to draw a bar at each, and the last one
 * has {@code done == total}.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Listens to nothing. */
  ProgressListener NONE = (task, done, total) -> {};

  /**
   * Hears of progress.
   *
   * @param task what is being done, such as {@code "train"}
   * @param done the units of work done so far, from 0 to {@code total}
   * @param total all units of work
   */
  void progress(String task, long done, long total);
}
