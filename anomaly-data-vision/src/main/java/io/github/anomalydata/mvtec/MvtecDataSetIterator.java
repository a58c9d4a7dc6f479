package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import java.util.Objects;

/**
 * Images as Deeplearning4j's {@code DataSetIterator}: features {@code [batch, channels, height,
 * width]}, and labels as the {@link InspectionTarget} says.
 *
 * <pre>{@code
 * InspectionImages bottle = Mvtec.open(folder.resolve("bottle"));
 * try (MvtecDataSetIterator batches =
 *     MvtecDataSetIterator.over(bottle.with(Part.TRAIN))
 *         .batching(Batching.of(16).withShuffle(42).withWorkers(2))
 *         .build()) {
 *   autoencoder.fit(batches);
 * }
 * }</pre>
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; an iterator is not
public final class MvtecDataSetIterator extends SourceDataSetIterator {

  private MvtecDataSetIterator(Source source, Batching batching) {
    super(source, batching);
  }

  /**
   * Returns a builder.
   *
   * @param images the images
   * @return the builder
   */
  public static Builder over(InspectionImages images) {
    return new Builder(images);
  }

  /** What an iterator over images is made of. Not safe for use by several threads. */
  public static final class Builder {
    private final InspectionImages images;
    private ImagePreparation preparation = ImagePreparation.withDefaults();
    private InspectionTarget target = InspectionTarget.IMAGE;
    private Batching batching = Batching.of(32);

    private Builder(InspectionImages images) {
      this.images = Objects.requireNonNull(images, "images");
    }

    /**
     * Sets how the files of images become numbers; by default {@link
     * ImagePreparation#withDefaults()}.
     *
     * @param newPreparation the preparation
     * @return this builder
     */
    public Builder preparation(ImagePreparation newPreparation) {
      preparation = newPreparation;
      return this;
    }

    /**
     * Sets what a model is to predict; by default what it sees.
     *
     * @param newTarget the target
     * @return this builder
     */
    public Builder target(InspectionTarget newTarget) {
      target = newTarget;
      return this;
    }

    /**
     * Sets the batching; by default batches of 32 in order.
     *
     * @param newBatching the batching
     * @return this builder
     */
    public Builder batching(Batching newBatching) {
      batching = newBatching;
      return this;
    }

    /**
     * Returns the samples that batches are made of, to be transformed, filtered or put together
     * with others.
     *
     * @return one sample for each image, in their order
     * @throws IllegalArgumentException if the target needs labels or masks that an image does not
     *     have
     */
    public Source source() {
      return new InspectionSource(images, preparation, target);
    }

    /**
     * Builds the iterator.
     *
     * @return the iterator, before the first batch of its first epoch
     * @throws IllegalArgumentException if the target needs labels or masks that an image does not
     *     have, or has two fields
     */
    public MvtecDataSetIterator build() {
      return new MvtecDataSetIterator(source(), batching);
    }

    /**
     * Builds an iterator of {@code MultiDataSet}s, which have any number of labels.
     *
     * @return the iterator, before the first batch of its first epoch
     * @throws IllegalArgumentException if the target needs labels or masks that an image does not
     *     have
     */
    public SourceMultiDataSetIterator buildMulti() {
      return SourceMultiDataSetIterator.over(source(), batching);
    }
  }
}
