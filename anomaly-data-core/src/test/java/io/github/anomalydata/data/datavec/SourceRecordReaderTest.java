package io.github.anomalydata.data.datavec;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Samples;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.listener.impl.LogRecordListener;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.writable.FloatWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.DataSet;

class SourceRecordReaderTest {
  private static final List<String> CLASSES = List.of("ok", "worn", "broken");

  /** Sample {@code n} is of class {@code n % 3}. */
  private static Source classes(int samples, int... shape) {
    SampleLayout layout =
        SampleLayout.of(Field.of("features", shape), Field.oneHot("state", CLASSES));
    List<Sample> list = new ArrayList<>();
    for (int n = 0; n < samples; n++) {
      float[] oneHot = new float[3];
      oneHot[n % 3] = 1;
      float[] values = Samples.values(n, layout.features().get(0).length());
      list.add(Sample.of(new SampleKey("unit", n), layout, values, oneHot));
    }
    return Source.of(list);
  }

  private static Source labelled(Field label, float... values) {
    SampleLayout layout = SampleLayout.of(Field.of("x", 1), label);
    return Source.of(List.of(Sample.of(new SampleKey("unit", 0), layout, new float[] {7}, values)));
  }

  private static void assertSameBatches(
      SourceDataSetIterator expected, RecordReaderDataSetIterator actual) {
    while (expected.hasNext()) {
      DataSet batch = actual.next();
      DataSet expectedBatch = expected.next();
      assertEquals(expectedBatch.getFeatures(), batch.getFeatures());
      assertEquals(expectedBatch.getLabels(), batch.getLabels());
    }
    assertFalse(actual.hasNext());
  }

  @Test
  void aRecordHasTheFeaturesThenTheLabels() {
    List<Writable> record = SourceRecordReader.over(Samples.source(3)).next();
    assertEquals(2, record.size());
    NDArrayWritable features = (NDArrayWritable) record.get(0);
    assertArrayEquals(new long[] {1, 2, 3}, features.get().shape());
    assertArrayEquals(Samples.values(0, 6), features.get().data().asFloat());
    assertEquals(new FloatWritable(-0f), record.get(1));
  }

  @Test
  void aFeatureOfOneValueIsANumber() {
    assertEquals(
        new FloatWritable(7),
        SourceRecordReader.over(labelled(Field.of("y", 2), 1, 2)).next().get(0));
  }

  @Test
  void aLabelOfClassesIsTheIndexOfItsClass() {
    SourceRecordReader reader = SourceRecordReader.over(classes(3, 2));
    for (int n = 0; n < 3; n++) {
      assertEquals(new IntWritable(n), reader.next().get(1));
    }
    assertEquals(CLASSES, reader.getLabels());
  }

  @Test
  void aTargetHasNoClasses() {
    assertNull(SourceRecordReader.over(Samples.source(1)).getLabels());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50})
  void dl4jMakesTheSameBatchesOfATarget(int size) {
    Source source = Samples.source(12);
    assertSameBatches(
        SourceDataSetIterator.over(source, Batching.of(size)),
        new RecordReaderDataSetIterator(SourceRecordReader.over(source), size, 1, 1, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50})
  void dl4jMakesTheSameBatchesOfClasses(int size) {
    for (int[] shape : new int[][] {{4}, {2, 3}, {3, 2, 2}}) {
      Source source = classes(12, shape);
      assertSameBatches(
          SourceDataSetIterator.over(source, Batching.of(size)),
          new RecordReaderDataSetIterator(SourceRecordReader.over(source), size, 1, 3));
    }
  }

  @Test
  void dl4jMakesTheSameBatchesWithMetaDataAndAfterReset() {
    Source source = classes(12, 2, 3);
    RecordReaderDataSetIterator iterator =
        new RecordReaderDataSetIterator(SourceRecordReader.over(source), 5, 1, 3);
    iterator.setCollectMetaData(true);
    iterator.next();
    iterator.reset();
    DataSet batch = iterator.next();
    assertEquals(
        new SampleMetaData(new SampleKey("unit", 4), "memory"), batch.getExampleMetaData().get(4));
    iterator.reset();
    assertSameBatches(SourceDataSetIterator.over(source, Batching.of(5)), iterator);
  }

  @Test
  void dl4jLoadsABatchAgainFromItsMetaData() throws IOException {
    Source source = classes(12, 2, 3);
    RecordReaderDataSetIterator iterator =
        new RecordReaderDataSetIterator(SourceRecordReader.over(source), 5, 1, 3);
    iterator.setCollectMetaData(true);
    DataSet batch = iterator.next();
    DataSet again = iterator.loadFromMetaData(batch.getExampleMetaData(RecordMetaData.class));
    assertEquals(batch.getFeatures(), again.getFeatures());
    assertEquals(batch.getLabels(), again.getLabels());
  }

  @Test
  void nextNeedsNoHasNextAndHasNextDoesNothing() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(2));
    assertEquals(new FloatWritable(-0f), reader.next().get(1));
    for (int i = 0; i < 5; i++) {
      assertTrue(reader.hasNext());
    }
    assertEquals(new FloatWritable(-1), reader.next().get(1));
    assertFalse(reader.hasNext());
    assertThrown(NoSuchElementException.class, reader::next, "all 2 samples");
  }

  @Test
  void resetBeginsAnew() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(2));
    reader.next();
    assertTrue(reader.resetSupported());
    reader.reset();
    assertEquals(new FloatWritable(-0f), reader.next().get(1));
  }

  @Test
  void severalRecordsComeAtOnceAndFewerAtTheEnd() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(5));
    assertTrue(reader.batchesSupported());
    assertEquals(3, reader.next(3).size());
    List<List<Writable>> rest = reader.next(3);
    assertEquals(2, rest.size());
    assertEquals(new FloatWritable(-4), rest.get(1).get(1));
    assertThrows(NoSuchElementException.class, () -> reader.next(3));
    assertRefused(() -> reader.next(0), "num: at least 1, got 0");
  }

  @Test
  void aRecordSaysWhichSampleItIs() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(6));
    reader.next(5);
    RecordMetaData metaData = reader.nextRecord().getMetaData();
    assertEquals(new SampleMetaData(new SampleKey("unit/1", 1), "memory"), metaData);
    assertEquals("unit/1@1 (memory)", metaData.getLocation());
    assertNull(metaData.getURI());
    assertEquals(SourceRecordReader.class, metaData.getReaderClass());
  }

  @Test
  void recordsAreLoadedByTheirKeysInTheOrderAskedFor() throws IOException {
    List<RecordMetaData> metaData = new ArrayList<>();
    SourceRecordReader first = SourceRecordReader.over(Samples.source(6));
    while (first.hasNext()) {
      metaData.add(0, first.nextRecord().getMetaData());
    }
    // Of another reader, whose samples stand at other indices.
    SourceRecordReader other = SourceRecordReader.over(Samples.source(6).subset(5, 0, 1, 2, 4, 3));
    List<Record> records = other.loadFromMetaData(metaData);
    for (int i = 0; i < 6; i++) {
      assertEquals(new FloatWritable(i - 5), records.get(i).getRecord().get(1));
      assertEquals(metaData.get(i), records.get(i).getMetaData());
    }
    assertEquals(new FloatWritable(-5), other.loadFromMetaData(metaData.get(0)).getRecord().get(1));
    assertEquals(6, other.next(10).size());
  }

  @Test
  void metaDataOfOtherSamplesAreRefused() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(6));
    assertRefused(
        () -> reader.loadFromMetaData(new SampleMetaData(new SampleKey("unit/9", 0), "memory")),
        "of samples of the source",
        "unit/9@0");
    assertRefused(
        () -> reader.loadFromMetaData(new RecordMetaDataLine(3, null, RecordReader.class)),
        "of SourceRecordReader");
  }

  @Test
  void listenersHearOfEveryRecord() {
    List<Object> heard = new ArrayList<>();
    LogRecordListener listener =
        new LogRecordListener() {
          @Override
          public void recordRead(RecordReader reader, Object record) {
            heard.add(record);
          }
        };
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(3));
    assertEquals(List.of(), List.copyOf(reader.getListeners()));
    reader.setListeners(listener);
    Record record = reader.nextRecord();
    reader.next(2);
    assertEquals(3, heard.size());
    assertSame(record, heard.get(0));
    reader.setListeners(List.of());
    reader.reset();
    reader.next();
    assertEquals(3, heard.size());
  }

  @Test
  void aLabelThatIsNotOneHotIsRefusedByName() {
    for (float[] values :
        new float[][] {{0, 0, 0}, {1, 0, 1}, {0.5f, 0.5f, 0}, {1, 0, Float.NaN}}) {
      SourceRecordReader reader =
          SourceRecordReader.over(labelled(Field.oneHot("state", CLASSES), values));
      UncheckedIOException e =
          assertThrown(UncheckedIOException.class, reader::next, "unit@0", "memory");
      assertTrue(e.getCause().getMessage().contains("'state'"), e.getCause().getMessage());
      assertTrue(reader.hasNext());
    }
  }

  @Test
  void aMaskIsRefused() {
    SampleLayout layout = SampleLayout.of(Field.of("series", 2, 3).withMask(3), Field.of("y", 1));
    Source source =
        Source.of(List.of(Sample.of(new SampleKey("x", 0), layout, new float[6], new float[1])));
    assertRefused(() -> SourceRecordReader.over(source), "without a mask", "series");
  }

  @Test
  void thereIsNothingToInitialize() {
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(3));
    CollectionInputSplit split = new CollectionInputSplit(List.of(URI.create("file:///x")));
    assertThrown(
        UnsupportedOperationException.class, () -> reader.initialize(split), "has its source");
    assertThrown(
        UnsupportedOperationException.class,
        () -> reader.initialize(new Configuration(), split),
        "has its source");
    assertThrown(
        UnsupportedOperationException.class,
        () ->
            reader.record(
                URI.create("file:///x"), new DataInputStream(InputStream.nullInputStream())),
        "has its source");
  }

  @Test
  void itKeepsItsConfigurationAndItsSourceOpen() {
    Configuration configuration = new Configuration();
    SourceRecordReader reader = SourceRecordReader.over(Samples.source(3));
    assertNull(reader.getConf());
    reader.setConf(configuration);
    assertSame(configuration, reader.getConf());
    reader.close();
    assertEquals(3, reader.next(3).size());
  }

  @Test
  void aReaderIsNotSerializable() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrown(
          NotSerializableException.class,
          () -> out.writeObject(SourceRecordReader.over(Samples.source(1))),
          "SourceRecordReader");
    }
  }
}
