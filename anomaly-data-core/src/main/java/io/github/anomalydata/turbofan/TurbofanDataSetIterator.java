package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The windows of engine runs as Deeplearning4j's {@code DataSetIterator}: features {@code [batch,
 * channels, length]}, labels {@code [batch, 1]} or one-hot, and if asked for a feature mask {@code
 * [batch, length]}.
 *
 * <pre>{@code
 * try (TurbofanDataSetIterator batches =
 *     TurbofanDataSetIterator.over(train)
 *         .preparation(preparation)
 *         .windows(Windows.ofLength(30))
 *         .target(RulTarget.clippedAt(125))
 *         .batching(Batching.of(64).withShuffle(42).withWorkers(2))
 *         .build()) {
 *   model.fit(batches);
 * }
 * }</pre>
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; an iterator is not
public final class TurbofanDataSetIterator extends SourceDataSetIterator {

  private TurbofanDataSetIterator(Source source, Batching batching) {
    super(source, batching);
  }

  /**
   * Returns a builder.
   *
   * @param runs the engine runs
   * @return the builder
   */
  public static Builder over(EngineRuns runs) {
    return new Builder(runs);
  }

  /** What an iterator over engine runs is made of. Not safe for use by several threads. */
  public static final class Builder {
    private final EngineRuns runs;
    private @Nullable FittedPreparation preparation;
    private Windows windows = Windows.ofLength(30);
    private RulTarget target = RulTarget.clippedAt(125);
    private Batching batching = Batching.of(64);

    private Builder(EngineRuns runs) {
      this.runs = Objects.requireNonNull(runs, "runs");
    }

    /**
     * Sets the preparation, which has no default: it is fitted on training units, and the same for
     * all iterators of a model.
     *
     * @param newPreparation the fitted preparation
     * @return this builder
     */
    public Builder preparation(FittedPreparation newPreparation) {
      preparation = newPreparation;
      return this;
    }

    /**
     * Sets the windows; by default every window of 30 cycles.
     *
     * @param newWindows the windows
     * @return this builder
     */
    public Builder windows(Windows newWindows) {
      windows = newWindows;
      return this;
    }

    /**
     * Sets the target; by default the remaining useful life clipped at 125 cycles.
     *
     * @param newTarget the target
     * @return this builder
     */
    public Builder target(RulTarget newTarget) {
      target = newTarget;
      return this;
    }

    /**
     * Sets the batching; by default batches of 64 in order.
     *
     * @param newBatching the batching
     * @return this builder
     */
    public Builder batching(Batching newBatching) {
      batching = newBatching;
      return this;
    }

    /**
     * Builds the iterator.
     *
     * @return the iterator, before the first batch of its first epoch
     * @throws IllegalStateException if there is no preparation
     * @throws IllegalArgumentException if the preparation or the windows refuse the runs
     */
    public TurbofanDataSetIterator build() {
      if (preparation == null) {
        throw new IllegalStateException(
            "preparation: set one that was fitted on training units, got none");
      }
      return new TurbofanDataSetIterator(windows.over(preparation.apply(runs), target), batching);
    }
  }
}
