package io.github.anomalydata.data.batch;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes numbered batches on several threads and hands them out in order.
 *
 * <p>Workers claim the next number, never more than {@code prefetch} ahead of the caller. A caller
 * that finds its number unclaimed claims it and does the work itself: so no workers, late workers
 * and an executor without room need no rules of their own, and there is always somebody who works
 * on what the caller waits for.
 *
 * <p>The first failure ends the work. It is delivered in its batch's place; but a caller that half
 * a second later still has no earlier batch hears of it then. It stays until the pipeline is
 * closed.
 */
final class BatchPipeline<T> implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(BatchPipeline.class);
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Makes batches for one thread. */
  interface Assembler<T> {
    /**
     * Makes a batch.
     *
     * @param batch its number
     * @param unwanted whether nobody wants it any more, in which case it may throw anything
     */
    T assemble(long batch, BooleanSupplier unwanted) throws Exception;
  }

  private final long batches;
  private final int workers;
  private final Executor executor;
  private final Supplier<Assembler<T>> assemblers;
  private final @Nullable Object[] ready;
  private final BooleanSupplier unwanted = this::isUnwanted;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long claimed;
  private long taken;
  private volatile @Nullable Throwable failure;
  private long failedBatch;
  private long failedNanos;
  private volatile boolean closed;

  private boolean started;
  private @Nullable Assembler<T> callersAssembler;

  /** The caller while it starts the workers. */
  private volatile @Nullable Thread starter;

  BatchPipeline(
      long batches,
      int workers,
      int prefetch,
      Executor executor,
      Supplier<Assembler<T>> assemblers) {
    this.batches = batches;
    this.workers = (int) Math.min(workers, batches);
    this.executor = executor;
    this.assemblers = assemblers;
    this.ready = new Object[(int) Math.min(prefetch, batches)];
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
    startWorkers();
    lock.lock();
    try {
      while (true) {
        if (closed) {
          throw new IllegalStateException("the iterator is closed");
        }
        if (taken >= batches) {
          throw new NoSuchElementException("all " + batches + " batches were taken");
        }
        int slot = slot(taken);
        if (ready[slot] != null) {
          @SuppressWarnings("unchecked") // only T is ever stored
          T batch = (T) ready[slot];
          ready[slot] = null;
          taken++;
          if (taken == batches) {
            callersAssembler = null;
          }
          changed.signalAll();
          return batch;
        }
        Throwable failed = failure;
        if (failed == null) {
          if (claimed == taken) {
            assembleInThisThread(claimed++);
          } else {
            changed.await();
          }
        } else {
          if (failedBatch <= taken || isFailureDue()) {
            throw BatchException.inThisThread(failedBatch, failed);
          }
          changed.awaitNanos(failedNanos + GRACE_NANOS - System.nanoTime());
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
    if (started || closed) {
      return;
    }
    started = true;
    starter = Thread.currentThread();
    try {
      for (int i = 0; i < workers; i++) {
        executor.execute(this::work);
      }
    } catch (RejectedExecutionException e) {
      LOGGER.warn(
          "The executor refused a worker, the caller makes batches instead: {}", e.toString());
    } finally {
      starter = null;
    }
  }

  private void assembleInThisThread(long batch) {
    Assembler<T> assembler = callersAssembler;
    lock.unlock();
    try {
      assembler = assemble(assembler, batch);
    } finally {
      lock.lock();
    }
    callersAssembler = closed ? null : assembler;
  }

  private void work() {
    if (Thread.currentThread() == starter) {
      return; // The executor runs tasks on the spot: the worker would wait for the caller, itself.
    }
    Assembler<T> assembler = null;
    for (long batch = claim(); batch >= 0; batch = claim()) {
      assembler = assemble(assembler, batch);
    }
  }

  /** Returns the number of the next batch, or -1 when there is nothing left to do. */
  private long claim() {
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

  /** Makes a batch; returns the assembler, a new one if there was none. */
  private @Nullable Assembler<T> assemble(@Nullable Assembler<T> assembler, long batch) {
    Assembler<T> used = assembler;
    try {
      if (used == null) {
        used = assemblers.get();
      }
      T made = used.assemble(batch, unwanted);
      lock.lock();
      try {
        if (!closed) {
          ready[slot(batch)] = made;
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    } catch (Throwable e) {
      if (!unwanted.getAsBoolean()) {
        fail(batch, e);
      }
    }
    return used;
  }

  private int slot(long batch) {
    return (int) (batch % ready.length);
  }

  private void fail(long batch, Throwable e) {
    // Waiting for a lock takes memory, which may be what is missing, and a failure that got lost
    // would leave the caller waiting for ever.
    while (!lock.tryLock()) {
      Thread.onSpinWait();
    }
    try {
      Throwable other = failure;
      if (other == null) {
        failedNanos = System.nanoTime();
      } else if (batch > failedBatch) {
        suppress(other, e);
        return;
      }
      failedBatch = batch;
      failure = e;
      changed.signalAll();
      if (other != null) {
        suppress(e, other);
      }
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("ReferenceEquality") // nothing can be suppressed by itself
  private static void suppress(Throwable failure, Throwable other) {
    if (failure != other) {
      failure.addSuppressed(other);
    }
  }

  /** Whether the caller is told of the failure whatever is still being made. */
  private boolean isFailureDue() {
    return failure != null && System.nanoTime() - failedNanos >= GRACE_NANOS;
  }

  /** Whether nobody is going to take what is still being made. */
  private boolean isUnwanted() {
    return closed || isFailureDue();
  }

  /** Ends the work. Never waits: a worker in the middle of a slow sample ends after it. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      Arrays.fill(ready, null);
      callersAssembler = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
