package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The batches of a source as Deeplearning4j's {@link DataSetIterator}.
 *
 * <p>Features are {@code [batch, ...shape]} in single precision, labels and masks likewise; the
 * example meta data of each {@link DataSet} are the {@link SampleKey}s of its samples. Batches are
 * made ahead by the workers of the {@link Batching}, so {@link #asyncSupported()} is false and
 * Deeplearning4j adds no thread of its own.
 *
 * <p>{@link #reset()} begins the next epoch, or the same one again if nothing was taken from it. A
 * pre-processor runs on the caller's thread. An iterator serves one thread at a time; closing it
 * from another one is safe, and never waits. One that was dropped without being closed is closed
 * when it is collected.
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; an iterator over open files is not
public class SourceDataSetIterator implements DataSetIterator, AutoCloseable {
  private final BatchCursor<DataSet> cursor;
  private @Nullable DataSetPreProcessor preProcessor;

  /**
   * Creates an iterator; meant for the iterators of the data sets, which are this one over their
   * own source.
   *
   * @param source the source, of one features field and at most one labels field
   * @param batching how to batch it
   * @throws IllegalArgumentException if the source has no samples, fewer than a batch when the last
   *     one is dropped, or more fields than a {@link DataSet} has room for
   */
  protected SourceDataSetIterator(Source source, Batching batching) {
    cursor = new BatchCursor<>(source, batching, SourceDataSetIterator::dataSet);
    SampleLayout layout = cursor.layout();
    if (layout.features().size() > 1 || layout.labels().size() > 1) {
      throw new IllegalArgumentException(
          "source: one features and at most one labels field, got "
              + layout
              + "; use SourceMultiDataSetIterator");
    }
  }

  /**
   * Returns an iterator.
   *
   * @param source the source, of one features field and at most one labels field
   * @param batching how to batch it
   * @return the iterator, before the first batch of its first epoch
   * @throws IllegalArgumentException if the source has no samples, fewer than a batch when the last
   *     one is dropped, or more fields than a {@link DataSet} has room for
   */
  public static SourceDataSetIterator over(Source source, Batching batching) {
    return new SourceDataSetIterator(source, batching);
  }

  private static DataSet dataSet(BatchBuffer buffer, SampleKey[] keys) {
    Batches batches = new Batches(buffer, keys.length);
    boolean labelled = !buffer.layout().labels().isEmpty();
    DataSet dataSet =
        new DataSet(
            batches.values(0),
            labelled ? batches.values(1) : null,
            batches.mask(0),
            labelled ? batches.mask(1) : null);
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
  public DataSet next() {
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
  public DataSet next(int num) {
    return preProcessed(cursor.next(num));
  }

  private DataSet preProcessed(DataSet dataSet) {
    if (preProcessor != null) {
      preProcessor.preProcess(dataSet);
    }
    return dataSet;
  }

  /**
   * Returns the number of inputs: the channels of a series, the length of a vector, the values of
   * an image.
   *
   * @return the number of inputs
   */
  @Override
  public int inputColumns() {
    Field features = cursor.layout().features().get(0);
    return features.shape().size() == 3 ? features.length() : features.shape().get(0);
  }

  /**
   * Returns the number of outcomes: the classes, or the values of a target.
   *
   * @return the size of the first dimension of the labels; 0 without labels
   */
  @Override
  public int totalOutcomes() {
    List<Field> labels = cursor.layout().labels();
    return labels.isEmpty() ? 0 : labels.get(0).shape().get(0);
  }

  /**
   * Returns the names of the classes.
   *
   * @return the names; null, as Deeplearning4j expects it, when the labels are not one-hot
   */
  @Override
  public @Nullable List<String> getLabels() {
    List<Field> labels = cursor.layout().labels();
    return labels.isEmpty() || labels.get(0).classes().isEmpty() ? null : labels.get(0).classes();
  }

  @Override
  public int batch() {
    return cursor.size();
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
  public void setPreProcessor(@Nullable DataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public @Nullable DataSetPreProcessor getPreProcessor() {
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
