package io.github.anomalydata.internal;

import java.util.concurrent.Executor;

/**
 * Runs work on the rows of a batch in parts, which threads may share. Rows must not depend on one
 * another: then the result does not depend on the number of parts.
 */
public final class ParallelRows {
  /** All rows in one part, on the thread of the caller. */
  public static final ParallelRows NONE = new ParallelRows(Runnable::run, 1);

  private final Executor executor;
  private final int workers;

  private ParallelRows(Executor executor, int workers) {
    this.executor = executor;
    this.workers = workers;
  }

  /** Work on consecutive rows. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does the work.
     *
     * @param from the first row
     * @param to the row after the last
     */
    void run(int from, int to);
  }

  /**
   * Returns a way to run rows in parts.
   *
   * @param executor runs all parts but those that the caller takes
   * @param workers the number of threads that work, the caller's included
   * @return the way
   * @throws IllegalArgumentException if the number is below 1
   */
  public static ParallelRows of(Executor executor, int workers) {
    return new ParallelRows(executor, Require.atLeast("workers", workers, 1));
  }

  /**
   * Runs the task on all rows and waits for its end. The caller works too, and waits only for parts
   * that have begun: an executor whose threads are all busy, even with callers of this method,
   * delays nothing.
   *
   * @param rows the number of rows
   * @param task the task, run by several threads at once
   */
  public void run(int rows, Task task) {
    int parts = Math.min(workers, rows);
    if (parts <= 1) {
      task.run(0, rows);
      return;
    }
    Workers.run(
        parts,
        parts,
        executor,
        () -> part -> task.run(bound(rows, part, parts), bound(rows, part + 1, parts)));
  }

  /**
   * Runs numbered pieces of work that need not be equally long: each thread takes the next one when
   * it is done with one. The caller works too, as in {@link #run}.
   *
   * @param pieces the number of pieces
   * @param factory makes what a thread does with one piece after another
   */
  public void runPieces(int pieces, Workers.WorkerFactory factory) {
    Workers.run(pieces, workers, executor, factory);
  }

  private static int bound(int rows, int part, int parts) {
    return (int) ((long) rows * part / parts);
  }
}
