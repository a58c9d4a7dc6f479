package io.github.anomalydata.data.batch;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes numbered batches on several threads and hands them out in order.
 *
 * <p>Workers claim the next number, never more than {@code prefetch} ahead of the caller. A caller
 * that finds its number unclaimed claims it and does the work itself: so no workers, late workers
 * and an executor without room need no rules of their own, and there is always somebody who works
 * on what the caller waits for.
 *
 * <p>The first failure ends the work. It is delivered in its batch's place; but a caller that still
 * waits for an earlier batch hears of it after half a second. It stays until the pipeline is
 * closed.
 */
final class BatchPipeline<T> implements AutoCloseable {
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Makes batches for one thread. */
  interface Assembler<T> {
    /**
     * Makes a batch.
     *
     * @param batch its number
     * @param cancelled whether nobody wants it any more, in which case it may throw anything
     */
    T assemble(int batch, BooleanSupplier cancelled) throws Exception;
  }

  private final int batches;
  private final int workers;
  private final Executor executor;
  private final Supplier<Assembler<T>> assemblers;
  private final @Nullable Object[] ready;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean started;
  private int claimed;
  private int taken;
  private @Nullable Throwable failure;
  private int failedBatch;
  private long failedNanos;
  private volatile boolean closed;

  private @Nullable Assembler<T> callersAssembler;

  BatchPipeline(
      int batches,
      int workers,
      int prefetch,
      Executor executor,
      Supplier<Assembler<T>> assemblers) {
    this.batches = batches;
    this.workers = Math.min(workers, batches);
    this.executor = executor;
    this.assemblers = assemblers;
    this.ready = new Object[prefetch];
  }

  /** Whether there is another batch; never waits. */
  boolean hasNext() {
    lock.lock();
    try {
      return taken < batches;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the next batch.
   *
   * @throws NoSuchElementException if there is none
   * @throws BatchException if it, or one that was made ahead of it, failed
   * @throws IllegalStateException if the pipeline is closed
   * @throws CancellationException if the thread is interrupted; the batch is not lost
   */
  T next() {
    lock.lock();
    try {
      if (taken >= batches) {
        throw new NoSuchElementException("all " + batches + " batches were taken");
      }
      while (true) {
        if (closed) {
          throw new IllegalStateException("the iterator is closed");
        }
        startWorkers();
        int slot = taken % ready.length;
        if (ready[slot] != null) {
          @SuppressWarnings("unchecked") // only T is ever stored
          T batch = (T) ready[slot];
          ready[slot] = null;
          taken++;
          changed.signalAll();
          return batch;
        }
        if (failure == null) {
          if (claimed == taken) {
            assembleInThisThread(claimed++);
          } else {
            changed.await();
          }
        } else {
          long left = failedNanos + GRACE_NANOS - System.nanoTime();
          if (failedBatch <= taken || left <= 0) {
            throw BatchException.inThisThread(failedBatch, failure);
          }
          changed.awaitNanos(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("interrupted while waiting for batch " + taken);
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      lock.unlock();
    }
  }

  private void startWorkers() {
    if (!started) {
      started = true;
      for (int i = 0; i < workers; i++) {
        executor.execute(this::work);
      }
    }
  }

  private void assembleInThisThread(int batch) {
    lock.unlock();
    try {
      if (callersAssembler == null) {
        callersAssembler = assemblers.get();
      }
      assemble(callersAssembler, batch);
    } finally {
      lock.lock();
    }
  }

  private void work() {
    Assembler<T> assembler = null;
    for (int batch = claim(); batch >= 0; batch = claim()) {
      try {
        if (assembler == null) {
          assembler = assemblers.get();
        }
      } catch (Throwable e) {
        fail(batch, e);
        return;
      }
      assemble(assembler, batch);
    }
  }

  /** Returns the number of the next batch, or -1 when there is nothing left to do. */
  private int claim() {
    lock.lock();
    try {
      while (!closed && failure == null && claimed < batches) {
        if (claimed - taken < ready.length) {
          return claimed++;
        }
        changed.await();
      }
      return -1;
    } catch (InterruptedException e) {
      // The executor wants its thread back; the caller makes what nobody claims.
      Thread.currentThread().interrupt();
      return -1;
    } finally {
      lock.unlock();
    }
  }

  private void assemble(Assembler<T> assembler, int batch) {
    try {
      T made = assembler.assemble(batch, () -> closed);
      lock.lock();
      try {
        ready[batch % ready.length] = made;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    } catch (Throwable e) {
      fail(batch, e);
    }
  }

  private void fail(int batch, Throwable e) {
    lock.lock();
    try {
      if (failure == null || batch < failedBatch) {
        failedNanos = failure == null ? System.nanoTime() : failedNanos;
        failure = e;
        failedBatch = batch;
      } else {
        failure.addSuppressed(e);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the work. Never waits: a worker in the middle of a slow sample ends after it. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      Arrays.fill(ready, null);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
