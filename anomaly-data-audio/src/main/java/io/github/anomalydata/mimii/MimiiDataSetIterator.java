package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.io.IOException;
import java.util.Objects;

/**
 * Recordings as Deeplearning4j's {@code DataSetIterator}: features {@code [batch, channels, time]},
 * {@code [batch, channels, bands, frames]} or {@code [batch, vectorSize]}, as the {@link
 * ClipFeatures} say, and labels as the {@link ClipTarget} says.
 *
 * <pre>{@code
 * try (MimiiDataSetIterator batches =
 *     MimiiDataSetIterator.over(split.train())
 *         .features(ClipFeatures.vectors(LogMel.mimii2019()))
 *         .batching(Batching.of(512).withShuffle(42).withWorkers(2))
 *         .build()) {
 *   autoencoder.fit(batches);
 * }
 * }</pre>
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; an iterator is not
public final class MimiiDataSetIterator extends SourceDataSetIterator {

  private MimiiDataSetIterator(Source source, Batching batching) {
    super(source, batching);
  }

  /**
   * Returns a builder.
   *
   * @param recordings the recordings
   * @return the builder
   */
  public static Builder over(Recordings recordings) {
    return new Builder(recordings);
  }

  /** What an iterator over recordings is made of. Not safe for use by several threads. */
  public static final class Builder {
    private final Recordings recordings;
    private ClipFeatures features = ClipFeatures.vectors(LogMel.mimii2019());
    private ClipTarget target = ClipTarget.FEATURES;
    private Batching batching = Batching.of(512);

    private Builder(Recordings recordings) {
      this.recordings = Objects.requireNonNull(recordings, "recordings");
    }

    /**
     * Sets what a model sees; by default the vectors of 5 frames of MIMII's baseline.
     *
     * @param newFeatures the features
     * @return this builder
     */
    public Builder features(ClipFeatures newFeatures) {
      features = newFeatures;
      return this;
    }

    /**
     * Sets what a model is to predict; by default what it sees.
     *
     * @param newTarget the target
     * @return this builder
     */
    public Builder target(ClipTarget newTarget) {
      target = newTarget;
      return this;
    }

    /**
     * Sets the batching; by default batches of 512 in order, the size of the baseline's.
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
     * @throws IllegalArgumentException if the features or the target refuse the recordings
     * @throws io.github.anomalydata.data.DataFileException if the first recording is no WAV file or
     *     has another sample rate
     * @throws IOException if the first recording cannot be read
     */
    public MimiiDataSetIterator build() throws IOException {
      return new MimiiDataSetIterator(features.over(recordings, target), batching);
    }
  }
}
