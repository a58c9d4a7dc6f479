package io.github.anomalydata.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the rows of a batch in parts, which threads may share. Rows must not depend on one
 * another: then the result does not depend on the number of parts.
 */
public final class ParallelRows {
  /** All rows in one part, on the thread of the caller. */
  public static final ParallelRows NONE = new ParallelRows(Runnable::run, 1);

  private final Executor executor;
  private final int parallelism;

  private ParallelRows(Executor executor, int parallelism) {
    this.executor = executor;
    this.parallelism = parallelism;
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
   * @param parallelism the number of parts
   * @return the way
   * @throws IllegalArgumentException if the parallelism is below 1
   */
  public static ParallelRows of(Executor executor, int parallelism) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism: at least 1, got " + parallelism);
    }
    return new ParallelRows(executor, parallelism);
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
    int parts = Math.min(parallelism, rows);
    if (parts <= 1) {
      task.run(0, rows);
      return;
    }
    Shared shared = new Shared(rows, parts, task);
    for (int helper = 1; helper < parts; helper++) {
      executor.execute(shared::work);
    }
    shared.work();
    shared.await();
  }

  /** The parts of one batch, claimed by whichever thread comes first. */
  private static final class Shared {
    private final int rows;
    private final Task task;
    private final AtomicInteger next = new AtomicInteger();
    private final @Nullable Throwable[] failures;
    private final CountDownLatch open;

    Shared(int rows, int parts, Task task) {
      this.rows = rows;
      this.task = task;
      this.failures = new Throwable[parts];
      this.open = new CountDownLatch(parts);
    }

    void work() {
      for (int part = next.getAndIncrement();
          part < failures.length;
          part = next.getAndIncrement()) {
        try {
          task.run(bound(part), bound(part + 1));
        } catch (RuntimeException | Error e) {
          failures[part] = e;
        } finally {
          open.countDown();
        }
      }
    }

    private int bound(int part) {
      return (int) ((long) rows * part / failures.length);
    }

    /** Throws what the first part that failed threw. */
    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          // Parts are short, and arrays that other threads still write to cannot be handed back.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      for (Throwable failure : failures) {
        if (failure instanceof Error error) {
          throw error;
        }
        if (failure instanceof RuntimeException exception) {
          throw exception;
        }
      }
    }
  }
}
