package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A monitor that any number of threads submit samples to.
 *
 * <p>Samples wait in a queue of bounded capacity, and one thread of the executor at a time takes
 * them through the monitor, in the order in which they came. No lock is held meanwhile. What is to
 * be done when the queue is full is the caller's choice: {@link #offer} refuses, {@link #submit}
 * waits.
 */
public final class MonitorQueue {
  /** Gets the alarms. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Is told of an alarm, on the thread that looks at the samples: those that follow wait for it.
     * If it throws, the executor gets to see it, and the samples that follow are looked at all the
     * same.
     *
     * @param alarm the alarm
     * @param submitted when the sample that raised it was submitted
     */
    void alarm(Alarm alarm, Instant submitted);
  }

  /** The most that one run on the executor takes, so that others get their turn. */
  private static final int RUN = 1024;

  private final Monitor monitor;
  private final BlockingQueue<Runnable> queue;
  private final Executor executor;
  private final Listener listener;
  private final Clock clock;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final AtomicLong refused = new AtomicLong();

  /**
   * Takes over a monitor, which must not be used by others from now on.
   *
   * @param monitor the monitor
   * @param capacity the number of samples that may wait, at least 1
   * @param executor looks at the samples
   * @param clock tells when a sample was submitted
   * @param listener gets the alarms
   * @throws IllegalArgumentException if the capacity is below 1
   */
  public MonitorQueue(
      Monitor monitor, int capacity, Executor executor, Clock clock, Listener listener) {
    this.monitor = monitor;
    this.queue = new ArrayBlockingQueue<>(Require.atLeast("capacity", capacity, 1));
    this.executor = executor;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Submits a sample if there is room.
   *
   * @param value the sample
   * @return whether there was; if not, the sample is counted as refused
   * @throws IllegalArgumentException if it is none that {@link Monitor#update(double)} takes
   * @throws RejectedExecutionException if the executor takes no more work; the sample waits then
   */
  public boolean offer(double value) {
    return offer(sample(value));
  }

  /**
   * Submits a row if there is room.
   *
   * @param row the row; copied
   * @return whether there was; if not, the row is counted as refused
   * @throws IllegalArgumentException if it is none that {@link Monitor#updateRow} takes
   * @throws RejectedExecutionException if the executor takes no more work; the row waits then
   */
  public boolean offer(double[] row) {
    return offer(sample(row));
  }

  /**
   * Submits a sample, and waits for room.
   *
   * @param value the sample
   * @param timeout how long to wait at most
   * @return whether there was room in time; if not, the sample is counted as refused
   * @throws IllegalArgumentException if it is none that {@link Monitor#update(double)} takes
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws RejectedExecutionException if the executor takes no more work; the sample waits then
   */
  public boolean submit(double value, Duration timeout) throws InterruptedException {
    return submit(sample(value), timeout);
  }

  /**
   * Submits a row, and waits for room.
   *
   * @param row the row; copied
   * @param timeout how long to wait at most
   * @return whether there was room in time; if not, the row is counted as refused
   * @throws IllegalArgumentException if it is none that {@link Monitor#updateRow} takes
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws RejectedExecutionException if the executor takes no more work; the row waits then
   */
  public boolean submit(double[] row, Duration timeout) throws InterruptedException {
    return submit(sample(row), timeout);
  }

  /**
   * Does something with the monitor after all samples so far and before those that follow, such as
   * saving it. Waits for room.
   *
   * @param action what to do; must not keep the monitor
   * @param <T> what it returns
   * @return what the action returns or throws, once it is done
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws RejectedExecutionException if the executor takes no more work; the action waits then
   */
  public <T> CompletableFuture<T> inspect(Function<Monitor, T> action) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    queue.put(
        () -> {
          try {
            result.complete(action.apply(monitor));
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    schedule();
    return result;
  }

  /**
   * Returns how many samples found no room.
   *
   * @return their number
   */
  public long refused() {
    return refused.get();
  }

  private Runnable sample(double value) {
    monitor.detector().check(value);
    Instant submitted = clock.instant();
    return () -> monitor.update(value).ifPresent(alarm -> listener.alarm(alarm, submitted));
  }

  private Runnable sample(double[] row) {
    monitor.detector().checkRow(row);
    double[] copy = row.clone();
    Instant submitted = clock.instant();
    return () -> monitor.updateRow(copy).ifPresent(alarm -> listener.alarm(alarm, submitted));
  }

  private boolean offer(Runnable sample) {
    boolean accepted = queue.offer(sample);
    if (!accepted) {
      refused.incrementAndGet();
    }
    schedule();
    return accepted;
  }

  private boolean submit(Runnable sample, Duration timeout) throws InterruptedException {
    boolean accepted = queue.offer(sample, timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (!accepted) {
      refused.incrementAndGet();
    }
    schedule();
    return accepted;
  }

  private void schedule() {
    if (!queue.isEmpty() && scheduled.compareAndSet(false, true)) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        scheduled.set(false);
        throw e;
      }
    }
  }

  private void run() {
    try {
      for (int i = 0; i < RUN; i++) {
        Runnable next = queue.poll();
        if (next == null) {
          break;
        }
        next.run();
      }
    } finally {
      scheduled.set(false);
      schedule();
    }
  }
}
