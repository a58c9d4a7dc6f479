package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.RandomStreams;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which samples go into which batch: epochs one after another, each in its own order, the first one
 * perhaps from its middle on.
 */
final class BatchPlan {
  private static final long ORDER_PURPOSE = 1;

  private final int samples;
  private final Batching batching;
  private final long firstEpoch;

  /** The number of samples of the first epoch that are not part of the plan. */
  private final int skipped;

  private final int epochs;
  private final int batchesInFirst;
  private final int batchesInOther;

  /** The order made last, which neighbouring batches share, and its epoch. */
  private int @Nullable [] lastOrder;

  private long lastEpoch;

  BatchPlan(int samples, Batching batching, long firstEpoch, int skipped, int epochs) {
    this.samples = samples;
    this.batching = batching;
    this.firstEpoch = firstEpoch;
    this.skipped = skipped;
    this.epochs = epochs;
    this.batchesInFirst = batches(samples - skipped);
    this.batchesInOther = batches(samples);
  }

  private int batches(int count) {
    int whole = count / batching.size();
    return batching.dropLast() || count % batching.size() == 0 ? whole : whole + 1;
  }

  /** The number of batches. */
  long batches() {
    return batchesInFirst + (epochs - 1L) * batchesInOther;
  }

  /** The number of epochs from one of them on, itself included. */
  int epochsFrom(long epoch) {
    return Math.toIntExact(firstEpoch - epoch + epochs);
  }

  /** The epoch of a batch. */
  long epoch(long batch) {
    return batch < batchesInFirst
        ? firstEpoch
        : firstEpoch + 1 + (batch - batchesInFirst) / batchesInOther;
  }

  /** Where in its epoch a batch begins. */
  int start(long batch) {
    return batch < batchesInFirst
        ? skipped + (int) batch * batching.size()
        : (int) ((batch - batchesInFirst) % batchesInOther) * batching.size();
  }

  /** The number of samples of a batch. */
  int size(long batch) {
    return Math.min(batching.size(), samples - start(batch));
  }

  /** The source's index of each sample from {@code start} on in an epoch. */
  int[] indices(long epoch, int start, int count) {
    int[] indices = new int[count];
    if (batching.shuffleSeed().isEmpty()) {
      for (int i = 0; i < count; i++) {
        indices[i] = start + i;
      }
    } else {
      System.arraycopy(order(epoch), start, indices, 0, count);
    }
    return indices;
  }

  /** Synchronized, so that workers that begin an epoch together shuffle once and not each. */
  private synchronized int[] order(long epoch) {
    if (lastOrder == null || lastEpoch != epoch) {
      lastOrder = shuffled(samples, batching.shuffleSeed(), epoch);
      lastEpoch = epoch;
    }
    return lastOrder;
  }

  private static int[] shuffled(int samples, OptionalLong seed, long epoch) {
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      order[i] = i;
    }
    RandomGenerator random = RandomStreams.of(seed.orElseThrow(), epoch, ORDER_PURPOSE);
    for (int i = samples - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
