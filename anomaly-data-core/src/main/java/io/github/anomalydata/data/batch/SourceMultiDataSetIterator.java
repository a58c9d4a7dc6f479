package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * The batches of a source of any number of fields as Deeplearning4j's {@link MultiDataSetIterator}.
 *
 * <p>Works as {@link SourceDataSetIterator} does.
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; an iterator over open files is not
public class SourceMultiDataSetIterator implements MultiDataSetIterator, AutoCloseable {
  private final BatchCursor<MultiDataSet> cursor;
  private @Nullable MultiDataSetPreProcessor preProcessor;

  /**
   * Creates an iterator; meant for the iterators of the data sets, which are this one over their
   * own source.
   *
   * @param source the source
   * @param batching how to batch it
   * @throws IllegalArgumentException if the source has no samples, or fewer than a batch when the
   *     last one is dropped
   */
  protected SourceMultiDataSetIterator(Source source, Batching batching) {
    cursor = new BatchCursor<>(source, batching, SourceMultiDataSetIterator::dataSet);
  }

  /**
   * Returns an iterator.
   *
   * @param source the source
   * @param batching how to batch it
   * @return the iterator, before the first batch of its first epoch
   * @throws IllegalArgumentException if the source has no samples, or fewer than a batch when the
   *     last one is dropped
   */
  public static SourceMultiDataSetIterator over(Source source, Batching batching) {
    return new SourceMultiDataSetIterator(source, batching);
  }

  private static MultiDataSet dataSet(BatchBuffer buffer, SampleKey[] keys) {
    Batches batches = new Batches(buffer, keys.length);
    SampleLayout layout = buffer.layout();
    int features = layout.features().size();
    int fields = features + layout.labels().size();
    MultiDataSet dataSet =
        new org.nd4j.linalg.dataset.MultiDataSet(
            batches.values(0, features),
            batches.values(features, fields),
            batches.masks(0, features),
            batches.masks(features, fields));
    dataSet.setExampleMetaData(Arrays.asList(keys));
    return dataSet;
  }

  /**
   * Returns the number of the epoch the next batch belongs to.
   *
   * @return the epoch, from 0
   */
  public long epoch() {
    return cursor.epoch();
  }

  @Override
  public boolean hasNext() {
    return cursor.hasNext();
  }

  /**
   * Returns the next batch; {@link #hasNext()} need not be called before.
   *
   * @return the batch
   * @throws java.util.NoSuchElementException if the epoch is over
   * @throws BatchException if the batch could not be made; thrown again until the iterator is reset
   * @throws IllegalStateException if the iterator is closed
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while it waits;
   *     the batch is not lost
   */
  @Override
  public MultiDataSet next() {
    return preProcessed(cursor.next());
  }

  /**
   * Returns the next samples of this epoch; the batches after them begin where they stop.
   *
   * @param num the number of samples, at least 1; fewer come at the end of the epoch
   * @return the samples
   * @throws java.util.NoSuchElementException if the epoch is over
   * @throws IllegalArgumentException if {@code num} is below 1
   * @throws BatchException if the samples could not be read; none is lost
   * @throws IllegalStateException if the iterator is closed
   */
  @Override
  public MultiDataSet next(int num) {
    return preProcessed(cursor.next(num));
  }

  private MultiDataSet preProcessed(MultiDataSet dataSet) {
    if (preProcessor != null) {
      preProcessor.preProcess(dataSet);
    }
    return dataSet;
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void reset() {
    cursor.reset();
  }

  @Override
  public void setPreProcessor(@Nullable MultiDataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public @Nullable MultiDataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }

  @Override
  public void close() {
    cursor.close();
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(getClass().getName());
  }
}
