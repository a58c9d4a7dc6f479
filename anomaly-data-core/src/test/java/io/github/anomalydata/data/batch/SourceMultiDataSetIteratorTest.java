package io.github.anomalydata.data.batch;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;

@Timeout(60)
class SourceMultiDataSetIteratorTest {
  /** A masked series and an image in, a class and a masked series out. */
  private static final SampleLayout LAYOUT =
      new SampleLayout(
          List.of(Field.of("vibration", 1, 3).withMask(3), Field.of("image", 1, 2, 2)),
          List.of(
              Field.oneHot("state", List.of("ok", "worn")), Field.of("trend", 1, 2).withMask(2)));

  private static Source source(int samples) {
    List<Sample> list = new ArrayList<>();
    for (int n = 0; n < samples; n++) {
      list.add(
          Sample.of(
              new SampleKey("unit", n),
              LAYOUT,
              new float[][] {
                Samples.values(n, 3), Samples.values(n, 4), {1 - n % 2, n % 2}, {n, -n}
              },
              new float[][] {{n, 1, 1}, {}, {}, {1, n}}));
    }
    return Source.of(list);
  }

  @Test
  void aBatchHoldsEveryFieldInOrder() {
    MultiDataSet batch = SourceMultiDataSetIterator.over(source(3), Batching.of(2)).next();
    assertEquals(2, batch.numFeatureArrays());
    assertEquals(2, batch.numLabelsArrays());
    assertArrayEquals(new long[] {2, 1, 3}, batch.getFeatures(0).shape());
    assertArrayEquals(new long[] {2, 1, 2, 2}, batch.getFeatures(1).shape());
    assertArrayEquals(new long[] {2, 2}, batch.getLabels(0).shape());
    assertArrayEquals(new long[] {2, 1, 2}, batch.getLabels(1).shape());
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 100, 101, 102, 103}, batch.getFeatures(1).data().asFloat());
    assertArrayEquals(new float[] {1, 0, 0, 1}, batch.getLabels(0).data().asFloat());
    assertEquals(
        List.of(new SampleKey("unit", 0), new SampleKey("unit", 1)), batch.getExampleMetaData());
  }

  @Test
  void masksStandBesideTheirFields() {
    MultiDataSet batch = SourceMultiDataSetIterator.over(source(3), Batching.of(2)).next();
    assertArrayEquals(
        new float[] {0, 1, 1, 1, 1, 1}, batch.getFeaturesMaskArray(0).data().asFloat());
    assertNull(batch.getFeaturesMaskArray(1));
    assertNull(batch.getLabelsMaskArray(0));
    assertArrayEquals(new float[] {1, 0, 1, 1}, batch.getLabelsMaskArray(1).data().asFloat());
  }

  @Test
  void fieldsWithoutMasksHaveNoMaskArrays() {
    MultiDataSet batch = SourceMultiDataSetIterator.over(Samples.source(3), Batching.of(2)).next();
    assertNull(batch.getFeaturesMaskArrays());
    assertNull(batch.getLabelsMaskArrays());
  }

  @Test
  void aSourceWithoutLabelsGivesBatchesWithoutLabels() {
    SampleLayout layout = new SampleLayout(List.of(Field.of("a", 1)), List.of());
    Source source = Source.of(List.of(Sample.of(new SampleKey("x", 0), layout, new float[] {7})));
    MultiDataSet batch = SourceMultiDataSetIterator.over(source, Batching.of(1)).next();
    assertEquals(7, batch.getFeatures(0).getFloat(0, 0));
    assertEquals(0, batch.numLabelsArrays());
  }

  @Test
  void itIteratesAndResetsAsTheOtherDoes() {
    SourceMultiDataSetIterator iterator =
        SourceMultiDataSetIterator.over(source(5), Batching.of(2).withShuffle(1));
    assertEquals(3, iterator.next(3).getFeatures(0).size(0));
    assertEquals(2, iterator.next().getFeatures(0).size(0));
    assertFalse(iterator.hasNext());
    assertThrows(NoSuchElementException.class, iterator::next);
    iterator.reset();
    assertTrue(iterator.hasNext());
    assertEquals(1, iterator.epoch());
    assertFalse(iterator.asyncSupported());
    assertTrue(iterator.resetSupported());
  }

  @Test
  void aPreProcessorSeesEveryBatch() {
    SourceMultiDataSetIterator iterator =
        SourceMultiDataSetIterator.over(source(3), Batching.of(2));
    MultiDataSetPreProcessor twice = batch -> batch.getFeatures(0).muli(2);
    iterator.setPreProcessor(twice);
    assertSame(twice, iterator.getPreProcessor());
    assertEquals(204, iterator.next().getFeatures(0).getFloat(1, 0, 2));
    assertEquals(404, iterator.next(1).getFeatures(0).getFloat(0, 0, 2));
  }

  @Test
  void aClosedIteratorSaysSo() {
    SourceMultiDataSetIterator iterator =
        SourceMultiDataSetIterator.over(source(3), Batching.of(2));
    iterator.close();
    assertThrown(IllegalStateException.class, iterator::next, "closed");
  }

  @Test
  void anIteratorIsNotSerializable() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrown(
          NotSerializableException.class,
          () -> out.writeObject(SourceMultiDataSetIterator.over(source(1), Batching.of(1))),
          "SourceMultiDataSetIterator");
    }
  }

  @Test
  void aSourceWithoutSamplesIsRefused() {
    assertRefused(
        () -> SourceMultiDataSetIterator.over(source(1).subset(), Batching.of(1)), "at least one");
  }
}
