package io.github.anomalydata.data.datavec;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.Require;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.listener.RecordListener;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.FloatWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a source as the records of DataVec's {@link RecordReader}, in the order of the
 * source.
 *
 * <p>A record has one value for each field, the features first:
 *
 * <ul>
 *   <li>a label of named classes is an {@link IntWritable}, the index of its class, which is what
 *       DataVec makes one-hot;
 *   <li>any other field of one value is a {@link FloatWritable};
 *   <li>any other field is an {@link NDArrayWritable} of shape {@code [1, ...shape]}.
 * </ul>
 *
 * <p>So {@code new RecordReaderDataSetIterator(reader, batch, 1, classes)} and {@code new
 * RecordReaderDataSetIterator(reader, batch, 1, 1, true)} give the batches that {@link
 * io.github.anomalydata.data.batch.SourceDataSetIterator} gives of a class and of a target. The
 * latter makes them ahead, on several threads, shuffled and with masks: this class is for what
 * takes a {@code RecordReader} and nothing else.
 *
 * <p>Not safe for use by several threads.
 *
 * @serial exclude
 */
@SuppressWarnings("serial") // the interface is Serializable; a reader over open files is not
public final class SourceRecordReader implements RecordReader {
  private final Source source;
  private final SampleLayout layout;
  private List<RecordListener> listeners = List.of();
  private @Nullable Configuration configuration;
  private int position;

  private SourceRecordReader(Source source) {
    this.source = source;
    this.layout = source.layout();
    for (Field field : layout.fields()) {
      if (field.isMasked()) {
        throw new IllegalArgumentException(
            "source: fields without a mask, which a record has no room for, got " + field);
      }
    }
  }

  /**
   * Returns a reader.
   *
   * @param source the source
   * @return the reader, before the first sample
   * @throws IllegalArgumentException if a field of the source has a mask
   */
  public static SourceRecordReader over(Source source) {
    return new SourceRecordReader(source);
  }

  @Override
  public boolean hasNext() {
    return position < source.size();
  }

  /**
   * Returns the next record; {@link #hasNext()} need not be called before.
   *
   * @return the values of the fields
   * @throws NoSuchElementException if there is none
   * @throws UncheckedIOException if the sample cannot be read; the reader stays before it
   */
  @Override
  public List<Writable> next() {
    return nextRecord().getRecord();
  }

  /**
   * Returns the next records.
   *
   * @param num their number, at least 1; fewer come at the end
   * @return the values of the fields of each
   * @throws IllegalArgumentException if the number is below 1
   * @throws NoSuchElementException if there is none
   * @throws UncheckedIOException if a sample cannot be read; the reader stays before it
   */
  @Override
  public List<List<Writable>> next(int num) {
    Require.atLeast("num", num, 1);
    List<List<Writable>> records = new ArrayList<>();
    do {
      records.add(next());
    } while (records.size() < num && hasNext());
    return records;
  }

  /**
   * Returns the next record with a {@link SampleMetaData}.
   *
   * @return the record
   * @throws NoSuchElementException if there is none
   * @throws UncheckedIOException if the sample cannot be read; the reader stays before it
   */
  @Override
  public Record nextRecord() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + source.size() + " samples were read");
    }
    Record record;
    try {
      record = read(position);
    } catch (IOException e) {
      throw new UncheckedIOException("sample " + metaData(position).getLocation(), e);
    }
    position++;
    for (RecordListener listener : listeners) {
      listener.recordRead(this, record);
    }
    return record;
  }

  private SampleMetaData metaData(int index) {
    return new SampleMetaData(source.key(index), source.provenance(index).toString());
  }

  private Record read(int index) throws IOException {
    Sample sample = source.sample(index);
    List<Field> fields = layout.fields();
    List<Writable> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      boolean isLabel = i >= layout.features().size();
      values.add(
          isLabel && !fields.get(i).classes().isEmpty()
              ? new IntWritable(classOf(sample, i))
              : writable(fields.get(i), sample.values(i)));
    }
    return new org.datavec.api.records.impl.Record(values, metaData(index));
  }

  private static Writable writable(Field field, float[] values) {
    if (values.length == 1) {
      return new FloatWritable(values[0]);
    }
    long[] shape = new long[field.shape().size() + 1];
    shape[0] = 1;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = field.shape().get(i - 1);
    }
    return new NDArrayWritable(NdArrays.of(values, shape));
  }

  private int classOf(Sample sample, int field) throws IOException {
    float[] values = sample.values(field);
    int found = -1;
    double magnitude = 0;
    for (int i = 0; i < values.length; i++) {
      magnitude += Math.abs(values[i]);
      found = values[i] == 1 ? i : found;
    }
    if (found < 0 || magnitude != 1) {
      throw new IOException(
          "field '"
              + layout.fields().get(field).name()
              + "': expected one 1 among zeros, found "
              + Arrays.toString(values));
    }
    return found;
  }

  /**
   * Returns true: {@link #next(int)} is there.
   *
   * @return true
   */
  @Override
  public boolean batchesSupported() {
    return true;
  }

  /**
   * Returns the names of the classes of the first labels field that has classes.
   *
   * @return the names; null, as DataVec expects it, if there are none
   */
  @Override
  public @Nullable List<String> getLabels() {
    for (Field field : layout.labels()) {
      if (!field.classes().isEmpty()) {
        return field.classes();
      }
    }
    return null;
  }

  @Override
  public void reset() {
    position = 0;
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /**
   * Reads a record again, by the key of its sample; see {@link #loadFromMetaData(List)}.
   *
   * @param metaData what {@link #nextRecord()} gave
   * @return the record
   * @throws IllegalArgumentException if no sample of the source has the key
   * @throws IOException if the sample cannot be read
   */
  @Override
  public Record loadFromMetaData(RecordMetaData metaData) throws IOException {
    return loadFromMetaData(List.of(metaData)).get(0);
  }

  /**
   * Reads records again, by the keys of their samples. Looks at all keys of the source once.
   *
   * @param metaData what {@link #nextRecord()} gave, of this reader or another over the same data
   * @return the records, in the order asked for
   * @throws IllegalArgumentException if no sample of the source has one of the keys
   * @throws IOException if a sample cannot be read
   */
  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> metaData) throws IOException {
    Map<SampleKey, Integer> indexOfKey = new HashMap<>();
    for (RecordMetaData wanted : metaData) {
      indexOfKey.put(key(wanted), -1);
    }
    for (int i = 0; i < source.size(); i++) {
      indexOfKey.replace(source.key(i), i);
    }
    List<Record> records = new ArrayList<>();
    for (RecordMetaData wanted : metaData) {
      int index = indexOfKey.getOrDefault(key(wanted), -1);
      if (index < 0) {
        throw new IllegalArgumentException(
            "metaData: of samples of the source, got " + wanted.getLocation());
      }
      records.add(read(index));
    }
    return records;
  }

  private static SampleKey key(RecordMetaData metaData) {
    if (metaData instanceof SampleMetaData known) {
      return known.key();
    }
    throw new IllegalArgumentException("metaData: of SourceRecordReader, got " + metaData);
  }

  @Override
  public List<RecordListener> getListeners() {
    return listeners;
  }

  @Override
  public void setListeners(RecordListener... newListeners) {
    listeners = List.of(newListeners);
  }

  @Override
  public void setListeners(Collection<RecordListener> newListeners) {
    listeners = List.copyOf(newListeners);
  }

  /**
   * Refuses: what is read is the source.
   *
   * @param split not used
   * @throws UnsupportedOperationException always
   */
  @Override
  public void initialize(InputSplit split) {
    throw new UnsupportedOperationException(
        "split: none, since the reader has its source and needs no initialization, got " + split);
  }

  /**
   * Refuses: what is read is the source.
   *
   * @param conf not used
   * @param split not used
   * @throws UnsupportedOperationException always
   */
  @Override
  public void initialize(Configuration conf, InputSplit split) {
    initialize(split);
  }

  /**
   * Refuses: what is read is the source.
   *
   * @param uri not used
   * @param dataInputStream not used
   * @return never
   * @throws UnsupportedOperationException always
   */
  @Override
  public List<Writable> record(URI uri, DataInputStream dataInputStream) {
    throw new UnsupportedOperationException(
        "uri: none, since the reader has its source, got " + uri);
  }

  @Override
  public void setConf(Configuration conf) {
    configuration = conf;
  }

  @Override
  public @Nullable Configuration getConf() {
    return configuration;
  }

  /** Does nothing: the source belongs to the caller. */
  @Override
  public void close() {}

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(getClass().getName());
  }
}
