package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.SampleTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a source is cut into batches, and who makes them. Immutable.
 *
 * @param size the number of samples of a batch
 * @param dropLast whether a last batch of fewer samples is left out
 * @param repeat the number of epochs the iterator runs through before it ends
 * @param shuffleSeed the seed of the order of each epoch; empty for the order of the source
 * @param transforms what is done to each sample, in order
 * @param firstEpoch the number of the first epoch, to go on where an earlier run stopped
 * @param workers the number of threads that make batches ahead; with 0 the caller makes each
 * @param prefetch the number of batches made ahead at most
 * @param executor what runs the workers
 */
public record Batching(
    int size,
    boolean dropLast,
    int repeat,
    OptionalLong shuffleSeed,
    List<SeededTransform> transforms,
    long firstEpoch,
    int workers,
    int prefetch,
    Executor executor) {

  /** New daemon threads: they end with their epoch, and never keep a JVM alive. */
  private static final Executor DAEMON_THREADS =
      new Executor() {
        private final AtomicLong number = new AtomicLong();

        @Override
        public void execute(Runnable task) {
          Thread thread = new Thread(task, "anomaly-batch-" + number.incrementAndGet());
          thread.setDaemon(true);
          thread.start();
        }
      };

  /**
   * A transform and the seed of its random generators.
   *
   * @param transform the transform
   * @param seed the seed
   */
  public record SeededTransform(SampleTransform transform, long seed) {}

  /**
   * Checks the values.
   *
   * @param size the number of samples of a batch
   * @param dropLast whether a last batch of fewer samples is left out
   * @param repeat the number of epochs the iterator runs through before it ends
   * @param shuffleSeed the seed of the order of each epoch; empty for the order of the source
   * @param transforms what is done to each sample, in order
   * @param firstEpoch the number of the first epoch, to go on where an earlier run stopped
   * @param workers the number of threads that make batches ahead; with 0 the caller makes each
   * @param prefetch the number of batches made ahead at most
   * @param executor what runs the workers
   * @throws IllegalArgumentException if the size, the repeats or the prefetch are below 1, or the
   *     first epoch or the workers are negative
   */
  public Batching {
    requireAtLeast(1, "size", size);
    requireAtLeast(1, "repeat", repeat);
    requireAtLeast(0, "firstEpoch", firstEpoch);
    requireAtLeast(0, "workers", workers);
    requireAtLeast(1, "prefetch", prefetch);
    transforms = List.copyOf(transforms);
  }

  private static void requireAtLeast(long minimum, String name, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + ": at least " + minimum + ", got " + value);
    }
  }

  /**
   * Returns batches of a size, with these defaults: in the order of the source, the last batch
   * kept, one epoch, no transforms, one worker on a daemon thread of its own, two batches ahead.
   *
   * @param size the number of samples of a batch, at least 1
   * @return the batching
   * @throws IllegalArgumentException if the size is below 1
   */
  public static Batching of(int size) {
    return new Batching(size, false, 1, OptionalLong.empty(), List.of(), 0, 1, 2, DAEMON_THREADS);
  }

  /**
   * Returns this batching with another size.
   *
   * @param newSize the number of samples of a batch, at least 1
   * @return the new batching
   * @throws IllegalArgumentException if the size is below 1
   */
  public Batching withSize(int newSize) {
    return new Batching(
        newSize,
        dropLast,
        repeat,
        shuffleSeed,
        transforms,
        firstEpoch,
        workers,
        prefetch,
        executor);
  }

  /**
   * Returns this batching with a rule for a last batch of fewer samples.
   *
   * @param newDropLast true to leave it out, false to keep it
   * @return the new batching
   */
  public Batching withDropLast(boolean newDropLast) {
    return new Batching(
        size,
        newDropLast,
        repeat,
        shuffleSeed,
        transforms,
        firstEpoch,
        workers,
        prefetch,
        executor);
  }

  /**
   * Returns this batching with several epochs in a row before the iterator ends.
   *
   * @param epochs the number of epochs, at least 1
   * @return the new batching
   * @throws IllegalArgumentException if the number is below 1
   */
  public Batching withRepeat(int epochs) {
    return new Batching(
        size, dropLast, epochs, shuffleSeed, transforms, firstEpoch, workers, prefetch, executor);
  }

  /**
   * Returns this batching with an order of its own for each epoch, a function of the seed and the
   * number of the epoch.
   *
   * @param seed the seed
   * @return the new batching
   */
  public Batching withShuffle(long seed) {
    return new Batching(
        size,
        dropLast,
        repeat,
        OptionalLong.of(seed),
        transforms,
        firstEpoch,
        workers,
        prefetch,
        executor);
  }

  /**
   * Returns this batching with one more transform, applied after those it has. A {@link
   * io.github.anomalydata.data.SampleMix} gets another sample of the source with it.
   *
   * @param transform the transform
   * @param seed the seed of its random generators: each sample has its own in each epoch
   * @return the new batching
   */
  public Batching withTransform(SampleTransform transform, long seed) {
    List<SeededTransform> more = new ArrayList<>(transforms);
    more.add(new SeededTransform(transform, seed));
    return new Batching(
        size, dropLast, repeat, shuffleSeed, more, firstEpoch, workers, prefetch, executor);
  }

  /**
   * Returns this batching without transforms: the same data for validation.
   *
   * @return the new batching
   */
  public Batching withoutTransforms() {
    return new Batching(
        size, dropLast, repeat, shuffleSeed, List.of(), firstEpoch, workers, prefetch, executor);
  }

  /**
   * Returns this batching with another first epoch, to go on where an earlier run stopped.
   *
   * @param epoch the number of the epoch, at least 0
   * @return the new batching
   * @throws IllegalArgumentException if the number is negative
   */
  public Batching withFirstEpoch(long epoch) {
    return new Batching(
        size, dropLast, repeat, shuffleSeed, transforms, epoch, workers, prefetch, executor);
  }

  /**
   * Returns this batching with another number of workers and twice as many batches ahead, at least
   * one; call {@link #withPrefetch} afterwards for another number of batches ahead.
   *
   * @param newWorkers the number of threads, at least 0; with 0 the caller makes each batch
   * @return the new batching
   * @throws IllegalArgumentException if the number is negative
   */
  public Batching withWorkers(int newWorkers) {
    return new Batching(
        size,
        dropLast,
        repeat,
        shuffleSeed,
        transforms,
        firstEpoch,
        newWorkers,
        (int) Math.max(1, Math.min(2L * newWorkers, Integer.MAX_VALUE)),
        executor);
  }

  /**
   * Returns this batching with another number of batches made ahead.
   *
   * @param newPrefetch the number of batches, at least 1
   * @return the new batching
   * @throws IllegalArgumentException if the number is below 1
   */
  public Batching withPrefetch(int newPrefetch) {
    return new Batching(
        size,
        dropLast,
        repeat,
        shuffleSeed,
        transforms,
        firstEpoch,
        workers,
        newPrefetch,
        executor);
  }

  /**
   * Returns this batching with workers that run elsewhere than on daemon threads of their own.
   *
   * <p>Each worker keeps its thread until the epochs are over or the iterator is reset, closed or
   * collected, also while it waits for the caller; so the caller must not be a task that needs the
   * same thread. An executor that has no room for the workers, refuses them or runs them on the
   * spot slows the iterator down and does not stop it: batches that nobody makes, the caller makes.
   *
   * @param newExecutor what runs the workers
   * @return the new batching
   */
  public Batching withExecutor(Executor newExecutor) {
    return new Batching(
        size,
        dropLast,
        repeat,
        shuffleSeed,
        transforms,
        firstEpoch,
        workers,
        prefetch,
        newExecutor);
  }
}
