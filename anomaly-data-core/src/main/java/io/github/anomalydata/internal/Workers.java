package io.github.anomalydata.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs numbered pieces of work on the caller's thread and on some of an executor.
 *
 * <p>The caller works too, so an executor that is busy or refuses slows the work down and does not
 * stop it. Pieces are handed out in order; of several that fail, the first one's failure is thrown.
 */
public final class Workers {
  /** What one thread does to one piece after another. */
  @FunctionalInterface
  public interface Worker {
    /**
     * Does a piece of work.
     *
     * @param piece its number, from 0
     */
    void run(int piece);
  }

  /** Makes the state of one thread. */
  @FunctionalInterface
  public interface WorkerFactory {
    /**
     * Makes the worker of the thread that calls.
     *
     * @return a worker that no other thread uses
     */
    Worker create();
  }

  private final int pieces;
  private final WorkerFactory factory;
  private final AtomicInteger next = new AtomicInteger();

  private int active;
  private int failedPiece = Integer.MAX_VALUE;
  private Throwable failure = new IllegalStateException("no failure");

  private Workers(int pieces, WorkerFactory factory) {
    this.pieces = pieces;
    this.factory = factory;
  }

  /**
   * Does all pieces and waits for their end.
   *
   * @param pieces the number of pieces
   * @param threads the number of threads, that of the caller among them
   * @param executor runs all threads but the caller's
   * @param factory makes the worker of each thread that takes part
   */
  public static void run(int pieces, int threads, Executor executor, WorkerFactory factory) {
    Workers workers = new Workers(pieces, factory);
    for (int i = 1; i < Math.min(threads, pieces); i++) {
      try {
        executor.execute(workers::work);
      } catch (RejectedExecutionException e) {
        break;
      }
    }
    workers.work();
    workers.await();
  }

  private void work() {
    synchronized (this) {
      active++;
    }
    int piece = next.getAndIncrement();
    try {
      Worker worker = piece < pieces ? factory.create() : p -> {};
      while (piece < pieces) {
        worker.run(piece);
        piece = next.getAndIncrement();
      }
    } catch (RuntimeException | Error e) {
      fail(piece, e);
    } finally {
      synchronized (this) {
        active--;
        notifyAll();
      }
    }
  }

  private synchronized void fail(int piece, Throwable thrown) {
    next.set(pieces);
    if (piece < failedPiece) {
      failedPiece = piece;
      failure = thrown;
    }
  }

  private synchronized void await() {
    boolean interrupted = false;
    while (active > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        // The arrays belong to the caller: nobody may write to them after the return.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failedPiece < Integer.MAX_VALUE) {
      throw failure instanceof Error error ? rethrow(error) : (RuntimeException) failure;
    }
  }

  private static RuntimeException rethrow(Error error) {
    throw error;
  }
}
