package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Walks through the batches of a source, epoch after epoch: what the iterators share.
 *
 * <p>Not safe for use by several threads, but for {@link #close()}.
 */
final class BatchCursor<T> implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Source source;
  private final Batching batching;
  private final SampleLayout layout;
  private final SampleAssembler.Finisher<T> finisher;

  /** Ends the workers of an iterator that was dropped without being closed. */
  private final PipelineHandle<T> handle = new PipelineHandle<>();

  private final Cleaner.Cleanable cleanable;

  private BatchPlan plan;
  private long nextBatch;

  /**
   * The epoch of the batch taken last, or one less than the first if none was taken since reset.
   */
  private long epochTaken;

  /** Must not reach the cursor, or it would never become unreachable. */
  private static final class PipelineHandle<T> implements Runnable {
    private final AtomicReference<BatchPipeline<T>> current = new AtomicReference<>();
    private volatile boolean closed;

    void replace(BatchPipeline<T> pipeline) {
      BatchPipeline<T> old = current.getAndSet(pipeline);
      if (old != null) {
        old.close();
      }
      if (closed) {
        pipeline.close();
      }
    }

    BatchPipeline<T> pipeline() {
      return current.get();
    }

    boolean isClosed() {
      return closed;
    }

    void requireOpen() {
      if (closed) {
        throw new IllegalStateException("the iterator is closed");
      }
    }

    @Override
    public void run() {
      closed = true;
      pipeline().close();
    }
  }

  BatchCursor(Source source, Batching batching, SampleAssembler.Finisher<T> finisher) {
    if (source.size() == 0) {
      throw new IllegalArgumentException("source: at least one sample, got none");
    }
    if (batching.dropLast() && source.size() < batching.size()) {
      throw new IllegalArgumentException(
          "size: at most the "
              + source.size()
              + " samples, as the last batch is dropped, got "
              + batching.size());
    }
    this.source = source;
    this.batching = batching;
    this.finisher = finisher;
    this.layout = layout(source, batching);
    this.epochTaken = batching.firstEpoch() - 1;
    this.plan = start(batching.firstEpoch(), 0, batching.repeat());
    this.cleanable = CLEANER.register(this, handle);
  }

  private static SampleLayout layout(Source source, Batching batching) {
    SampleLayout layout = source.layout();
    for (Batching.SeededTransform step : batching.transforms()) {
      layout = step.transform().layout(layout);
    }
    return layout;
  }

  private BatchPlan start(long firstEpoch, int skipped, int epochs) {
    BatchPlan started = new BatchPlan(source.size(), batching, firstEpoch, skipped, epochs);
    // Locals, so that the workers hold on to neither the cursor nor its iterator.
    Source from = source;
    Batching how = batching;
    SampleLayout as = layout;
    SampleAssembler.Finisher<T> to = finisher;
    int capacity = Math.min(how.size(), from.size());
    handle.replace(
        new BatchPipeline<>(
            started.batches(),
            how.workers(),
            how.prefetch(),
            how.executor(),
            () -> new SampleAssembler<>(from, as, capacity, how.transforms(), started, to)));
    plan = started;
    nextBatch = 0;
    return started;
  }

  SampleLayout layout() {
    return layout;
  }

  int size() {
    return batching.size();
  }

  /** The epoch of the next batch; at the end of a pass, that of the first batch after a reset. */
  long epoch() {
    return hasNext() ? plan.epoch(nextBatch) : epochTaken + 1;
  }

  boolean hasNext() {
    return handle.pipeline().hasNext();
  }

  T next() {
    T batch = handle.pipeline().next();
    epochTaken = plan.epoch(nextBatch);
    nextBatch++;
    return batch;
  }

  /**
   * Returns the next samples of this epoch, {@code count} or what is left of it; the batches after
   * them begin where they stop.
   */
  T next(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("num: at least 1, got " + count);
    }
    if (count == batching.size() || !hasNext()) {
      return next();
    }
    handle.requireOpen();
    long epoch = plan.epoch(nextBatch);
    int start = plan.start(nextBatch);
    int size = Math.min(count, source.size() - start);
    T batch = assemble(epoch, start, size);
    epochTaken = epoch;
    start(epoch, start + size, plan.epochsFrom(epoch));
    return batch;
  }

  private T assemble(long epoch, int start, int size) {
    try {
      return new SampleAssembler<>(source, layout, size, batching.transforms(), plan, finisher)
          .assemble(nextBatch, epoch, start, size, handle::isClosed);
    } catch (Throwable e) {
      handle.requireOpen();
      throw BatchException.inThisThread(nextBatch, e);
    }
  }

  /**
   * Begins the next epoch, or this one again if none of its batches was taken: the order of an
   * epoch depends on its number, and its number not on how often somebody called reset.
   */
  void reset() {
    start(epochTaken + 1, 0, batching.repeat());
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
