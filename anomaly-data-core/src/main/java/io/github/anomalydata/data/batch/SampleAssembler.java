package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleMix;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads, transforms and stacks the samples of a batch, for one thread. */
final class SampleAssembler<T> implements BatchPipeline.Assembler<T> {

  /** Makes what the iterator returns from the samples of a batch. */
  interface Finisher<T> {
    T finish(BatchBuffer buffer, SampleKey[] keys);
  }

  private final Source source;
  private final BatchPlan plan;
  private final List<Batching.SeededTransform> transforms;
  private final Finisher<T> finisher;
  private final BatchBuffer buffer;

  SampleAssembler(
      Source source,
      SampleLayout layout,
      int capacity,
      List<Batching.SeededTransform> transforms,
      BatchPlan plan,
      Finisher<T> finisher) {
    this.source = source;
    this.plan = plan;
    this.transforms = transforms;
    this.finisher = finisher;
    this.buffer = new BatchBuffer(layout, capacity);
  }

  @Override
  public T assemble(long batch, BooleanSupplier unwanted) {
    return assemble(batch, plan.epoch(batch), plan.start(batch), plan.size(batch), unwanted);
  }

  T assemble(long batch, long epoch, int start, int count, BooleanSupplier unwanted) {
    int[] indices = plan.indices(epoch, start, count);
    SampleKey[] keys = new SampleKey[count];
    for (int row = 0; row < count; row++) {
      if (unwanted.getAsBoolean()) {
        throw new CancellationException("batch " + batch + " is no longer wanted");
      }
      int index = indices[row];
      SampleKey key = null;
      try {
        key = source.key(index);
        read(epoch, index, key, row);
      } catch (Throwable e) {
        throw failure(batch, index, key, e);
      }
      keys[row] = key;
    }
    return finisher.finish(buffer, keys);
  }

  private void read(long epoch, int index, SampleKey key, int row) throws IOException {
    if (transforms.isEmpty()) {
      source.read(index, buffer, row);
      return;
    }
    buffer.put(row, transformed(epoch, index, key, transforms.size()));
  }

  /** Reads a sample and applies the first of the transforms. */
  private Sample transformed(long epoch, int index, SampleKey key, int count) throws IOException {
    Sample sample = source.sample(index);
    for (int i = 0; i < count; i++) {
      Batching.SeededTransform step = transforms.get(i);
      RandomGenerator random = RandomStreams.of(step.seed(), epoch, key, i);
      if (step.transform() instanceof SampleMix mix) {
        int partner = random.nextInt(source.size());
        sample = mix.mix(sample, transformed(epoch, partner, source.key(partner), i), random);
      } else {
        sample = step.transform().apply(sample, random);
      }
    }
    return sample;
  }

  @SuppressWarnings("ReferenceEquality") // nothing can be suppressed by itself
  private BatchException failure(long batch, int index, @Nullable SampleKey key, Throwable cause) {
    String message = "batch " + batch + ", sample " + (key == null ? "at index " + index : key);
    try {
      message += " (" + source.provenance(index) + "): " + cause;
    } catch (Throwable e) {
      // A source that fails may fail here too; what counts is the sample and the first failure.
      if (e != cause) {
        cause.addSuppressed(e);
      }
    }
    return new BatchException(message, key, cause);
  }
}
