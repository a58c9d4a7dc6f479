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

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Samples;
import io.github.anomalydata.data.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.factory.Nd4j;

@Timeout(60)
class SourceDataSetIteratorTest {
  private static final SampleKey KEY = new SampleKey("unit/1", 7);

  private static SourceDataSetIterator iterator(int samples, Batching batching) {
    return SourceDataSetIterator.over(Samples.source(samples), batching);
  }

  /** A source of one sample. */
  private static SourceDataSetIterator iterator(SampleLayout layout, float[]... values) {
    return SourceDataSetIterator.over(
        Source.of(List.of(Sample.of(KEY, layout, values))), Batching.of(1));
  }

  /** The numbers of the samples of a batch, by their labels. */
  private static List<Integer> numbers(DataSet batch) {
    return Arrays.stream(batch.getLabels().data().asDouble())
        .mapToObj(label -> (int) -label)
        .toList();
  }

  /** The numbers of the samples of all batches to the end of the pass. */
  private static List<List<Integer>> pass(SourceDataSetIterator iterator) {
    List<List<Integer>> batches = new ArrayList<>();
    while (iterator.hasNext()) {
      batches.add(numbers(iterator.next()));
    }
    return batches;
  }

  @Test
  void aBatchHoldsItsSamplesInDl4jsShape() {
    DataSet batch = iterator(10, Batching.of(4)).next();
    assertArrayEquals(new long[] {4, 2, 3}, batch.getFeatures().shape());
    assertArrayEquals(new long[] {4, 1}, batch.getLabels().shape());
    assertEquals(DataType.FLOAT, batch.getFeatures().dataType());
    assertEquals('c', batch.getFeatures().ordering());
    for (int row = 0; row < 4; row++) {
      assertArrayEquals(
          Samples.values(row, 6), batch.getFeatures().slice(row).dup().data().asFloat());
    }
    assertArrayEquals(new float[] {0, -1, -2, -3}, batch.getLabels().data().asFloat());
    assertNull(batch.getFeaturesMaskArray());
    assertNull(batch.getLabelsMaskArray());
  }

  @Test
  void aBatchNamesItsSamples() {
    DataSet batch = iterator(10, Batching.of(3)).next();
    assertEquals(
        List.of(new SampleKey("unit/0", 0), new SampleKey("unit/0", 1), new SampleKey("unit/0", 2)),
        batch.getExampleMetaData());
  }

  @Test
  void aBatchIsNotChangedByThoseAfterIt() {
    SourceDataSetIterator iterator = iterator(10, Batching.of(2).withWorkers(0));
    DataSet first = iterator.next();
    iterator.next();
    assertEquals(List.of(0, 1), numbers(first));
    assertArrayEquals(Samples.values(0, 6), first.getFeatures().slice(0).dup().data().asFloat());
  }

  @Test
  void masksComeWithTheirFields() {
    SampleLayout layout =
        SampleLayout.of(Field.of("a", 2, 3).withMask(3), Field.of("b", 1, 3).withMask(3));
    Sample sample =
        Sample.of(
            KEY,
            layout,
            new float[][] {new float[6], new float[3]},
            new float[][] {{0, 1, 1}, {0, 0, 1}});
    DataSet batch = SourceDataSetIterator.over(Source.of(List.of(sample)), Batching.of(1)).next();
    assertArrayEquals(new long[] {1, 3}, batch.getFeaturesMaskArray().shape());
    assertArrayEquals(new float[] {0, 1, 1}, batch.getFeaturesMaskArray().data().asFloat());
    assertArrayEquals(new float[] {0, 0, 1}, batch.getLabelsMaskArray().data().asFloat());
  }

  @Test
  void aSourceWithoutLabelsGivesBatchesWithoutLabels() {
    SourceDataSetIterator iterator =
        iterator(new SampleLayout(List.of(Field.of("a", 2)), List.of()), new float[] {1, 2});
    DataSet batch = iterator.next();
    assertArrayEquals(new float[] {1, 2}, batch.getFeatures().data().asFloat());
    assertNull(batch.getLabels());
    assertEquals(0, iterator.totalOutcomes());
    assertNull(iterator.getLabels());
  }

  @Test
  void inputsAreChannelsElementsOrValues() {
    Field label = Field.of("y", 1);
    float[] y = {0};
    assertEquals(
        2, iterator(SampleLayout.of(Field.of("x", 2, 3), label), new float[6], y).inputColumns());
    assertEquals(
        5, iterator(SampleLayout.of(Field.of("x", 5), label), new float[5], y).inputColumns());
    assertEquals(
        24,
        iterator(SampleLayout.of(Field.of("x", 2, 3, 4), label), new float[24], y).inputColumns());
  }

  @Test
  void outcomesAreClassesWithTheirNamesOrValuesWithout() {
    Field features = Field.of("x", 1);
    SourceDataSetIterator classes =
        iterator(
            SampleLayout.of(features, Field.oneHot("state", List.of("ok", "worn", "broken"))),
            new float[1],
            new float[] {0, 1, 0});
    assertEquals(3, classes.totalOutcomes());
    assertEquals(List.of("ok", "worn", "broken"), classes.getLabels());
    SourceDataSetIterator target =
        iterator(SampleLayout.of(features, Field.of("y", 2)), new float[1], new float[2]);
    assertEquals(2, target.totalOutcomes());
    assertNull(target.getLabels());
  }

  @Test
  void nextNeedsNoHasNext() {
    SourceDataSetIterator iterator = iterator(5, Batching.of(2));
    assertEquals(List.of(0, 1), numbers(iterator.next()));
    assertEquals(List.of(2, 3), numbers(iterator.next()));
    assertEquals(List.of(4), numbers(iterator.next()));
    assertFalse(iterator.hasNext());
    assertThrows(NoSuchElementException.class, iterator::next);
    assertThrows(NoSuchElementException.class, () -> iterator.next(1));
  }

  @Test
  void theLastBatchIsKeptOrDropped() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3), List.of(4)), pass(iterator(5, Batching.of(2))));
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3)),
        pass(iterator(5, Batching.of(2).withDropLast(true))));
  }

  @Test
  void aBatchMayBeLargerThanTheSource() {
    assertEquals(List.of(List.of(0, 1, 2)), pass(iterator(3, Batching.of(Integer.MAX_VALUE))));
  }

  @Test
  void aPassMayHaveSeveralEpochs() {
    SourceDataSetIterator iterator = iterator(3, Batching.of(2).withRepeat(2));
    assertEquals(List.of(List.of(0, 1), List.of(2), List.of(0, 1), List.of(2)), pass(iterator));
    iterator.reset();
    assertEquals(4, pass(iterator).size());
    assertEquals(4, iterator.epoch());
  }

  @Test
  void aPassMayBeEndlessForAllThatAnybodyWillSee() {
    try (SourceDataSetIterator iterator =
        iterator(3, Batching.of(1).withRepeat(Integer.MAX_VALUE))) {
      for (int i = 0; i < 100; i++) {
        assertEquals(List.of(i % 3), numbers(iterator.next()));
      }
      assertTrue(iterator.hasNext());
    }
  }

  @Test
  void resetBeginsTheNextEpoch() {
    SourceDataSetIterator iterator = iterator(20, Batching.of(20).withShuffle(1));
    List<Integer> first = numbers(iterator.next());
    iterator.reset();
    List<Integer> second = numbers(iterator.next());
    assertEquals(20, List.copyOf(second).stream().distinct().count());
    assertFalse(first.equals(second));
  }

  @Test
  void resetInTheMiddleOfAnEpochBeginsTheNextOne() {
    Batching batching = Batching.of(4).withShuffle(1);
    SourceDataSetIterator iterator = iterator(20, batching);
    iterator.next();
    iterator.reset();
    assertEquals(1, iterator.epoch());
    assertEquals(pass(iterator(20, batching.withFirstEpoch(1))), pass(iterator));
  }

  @Test
  void resetOfAnUntouchedEpochChangesNothing() {
    Batching batching = Batching.of(4).withShuffle(1);
    SourceDataSetIterator iterator = iterator(20, batching);
    iterator.reset();
    assertTrue(iterator.hasNext());
    iterator.reset();
    assertEquals(0, iterator.epoch());
    assertEquals(pass(iterator(20, batching)), pass(iterator));
  }

  @Test
  void theEpochIsThatOfTheNextBatch() {
    SourceDataSetIterator iterator = iterator(3, Batching.of(2).withFirstEpoch(5).withRepeat(2));
    List<Long> epochs = new ArrayList<>();
    while (iterator.hasNext()) {
      epochs.add(iterator.epoch());
      iterator.next();
    }
    epochs.add(iterator.epoch());
    assertEquals(List.of(5L, 5L, 6L, 6L, 7L), epochs);
    iterator.reset();
    assertEquals(7, iterator.epoch());
  }

  @Test
  void nextOfANumberTakesThatManyAndGoesOnBehindThem() {
    SourceDataSetIterator iterator = iterator(10, Batching.of(2));
    assertEquals(List.of(0, 1, 2), numbers(iterator.next(3)));
    assertEquals(List.of(3, 4), numbers(iterator.next()));
    assertEquals(List.of(5), numbers(iterator.next(1)));
    assertEquals(List.of(6, 7), numbers(iterator.next(2)));
    assertEquals(List.of(8, 9), numbers(iterator.next(100)));
    assertFalse(iterator.hasNext());
  }

  @Test
  void nextOfANumberStaysInItsEpoch() {
    SourceDataSetIterator iterator = iterator(5, Batching.of(2).withRepeat(3));
    assertEquals(List.of(0, 1, 2, 3), numbers(iterator.next(4)));
    assertEquals(List.of(4), numbers(iterator.next(4)));
    assertEquals(1, iterator.epoch());
    assertEquals(List.of(0, 1, 2), numbers(iterator.next(3)));
    assertEquals(List.of(List.of(3, 4), List.of(0, 1), List.of(2, 3), List.of(4)), pass(iterator));
    assertEquals(3, iterator.epoch());
  }

  @Test
  void nextOfANumberWithDropLastLeavesOutWhatIsNoBatch() {
    SourceDataSetIterator iterator = iterator(10, Batching.of(4).withDropLast(true).withRepeat(2));
    assertEquals(List.of(0, 1, 2), numbers(iterator.next(3)));
    assertEquals(List.of(3, 4, 5, 6), numbers(iterator.next()));
    assertEquals(List.of(0, 1, 2, 3), numbers(iterator.next()));
  }

  @Test
  void nextOfANumberKeepsTheOrderOfAShuffledEpoch() {
    Batching batching = Batching.of(4).withShuffle(3);
    List<Integer> order = pass(iterator(20, batching)).stream().flatMap(List::stream).toList();
    SourceDataSetIterator iterator = iterator(20, batching);
    List<Integer> taken = new ArrayList<>();
    for (int num = 1; iterator.hasNext(); num++) {
      taken.addAll(numbers(iterator.next(num)));
    }
    assertEquals(order, taken);
  }

  @Test
  void nextOfANumberBelowOneIsRefused() {
    assertRefused(() -> iterator(3, Batching.of(2)).next(0), "num: at least 1, got 0");
  }

  @Test
  void aFailureInNextOfANumberLosesNothing() {
    int[] failures = {1};
    SampleTransform once =
        (sample, random) -> {
          if (sample.key().position() == 1 && failures[0]-- > 0) {
            throw new IOException("once");
          }
          return sample;
        };
    SourceDataSetIterator iterator =
        iterator(4, Batching.of(2).withWorkers(0).withTransform(once, 0));
    assertThrown(BatchException.class, () -> iterator.next(3), "unit/0@1", "once");
    assertEquals(List.of(0, 1, 2), numbers(iterator.next(3)));
  }

  @Test
  void aPreProcessorSeesEveryBatchOnTheCallersThread() {
    SourceDataSetIterator iterator = iterator(4, Batching.of(3).withWorkers(2));
    List<Thread> threads = new ArrayList<>();
    DataSetPreProcessor minus =
        batch -> {
          threads.add(Thread.currentThread());
          batch.getLabels().muli(-1);
        };
    assertNull(iterator.getPreProcessor());
    iterator.setPreProcessor(minus);
    assertSame(minus, iterator.getPreProcessor());
    assertEquals(List.of(0, -1, -2), numbers(iterator.next()));
    assertEquals(List.of(-3), numbers(iterator.next(1)));
    assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
    iterator.setPreProcessor(null);
    iterator.reset();
    assertEquals(List.of(0, 1, 2), numbers(iterator.next()));
  }

  @Test
  void aNormalizerOfNd4jCanBeFittedAndApplied() {
    SourceDataSetIterator iterator = iterator(5, Batching.of(2));
    NormalizerMinMaxScaler normalizer = new NormalizerMinMaxScaler();
    normalizer.fit(iterator);
    iterator.reset();
    iterator.setPreProcessor(normalizer);
    assertEquals(0, iterator.next().getFeatures().minNumber().doubleValue());
    iterator.next();
    assertEquals(1, iterator.next().getFeatures().maxNumber().doubleValue());
  }

  @Test
  void dl4jIsToldThatItPrefetchesItselfAndResets() {
    SourceDataSetIterator iterator = iterator(5, Batching.of(2));
    assertFalse(iterator.asyncSupported());
    assertTrue(iterator.resetSupported());
    assertEquals(2, iterator.batch());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void batchesOutliveAWorkspaceThatTheCallerHasOpen(int workers) {
    SourceDataSetIterator iterator = iterator(4, Batching.of(4).withWorkers(workers));
    DataSet batch;
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace("of the caller")) {
      assertTrue(Nd4j.create(3).isAttached());
      batch = iterator.next();
      assertSame(workspace, Nd4j.getMemoryManager().getCurrentWorkspace());
    } finally {
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
    assertFalse(batch.getFeatures().isAttached());
    assertFalse(batch.getLabels().isAttached());
    assertArrayEquals(Samples.values(3, 6), batch.getFeatures().slice(3).dup().data().asFloat());
  }

  @Test
  void batchesAreFloatWhateverTheDefaultTypeIs() {
    DataType before = Nd4j.defaultFloatingPointType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      INDArray features = iterator(4, Batching.of(4)).next().getFeatures();
      assertEquals(DataType.FLOAT, features.dataType());
      assertEquals(5, features.getFloat(0, 1, 2));
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }

  @Test
  void aTransformMayChangeTheLayout() {
    SampleTransform mean =
        new SampleTransform() {
          @Override
          public Sample apply(Sample sample, RandomGenerator random) {
            float[] mean = {sample.values(0)[0] + 2.5f};
            return Sample.of(sample.key(), layout(sample.layout()), mean, sample.values(1));
          }

          @Override
          public SampleLayout layout(SampleLayout input) {
            return new SampleLayout(List.of(Field.of("mean", 1)), input.labels());
          }
        };
    SourceDataSetIterator iterator = iterator(4, Batching.of(2).withTransform(mean, 0));
    assertEquals(1, iterator.inputColumns());
    assertArrayEquals(new float[] {2.5f, 102.5f}, iterator.next().getFeatures().data().asFloat());
  }

  @Test
  void aTransformThatBreaksItsPromiseIsNamedWithItsSample() {
    SampleTransform liar =
        (sample, random) ->
            Sample.of(
                sample.key(),
                SampleLayout.of(Field.of("x", 1), Field.of("y", 1)),
                new float[1],
                new float[1]);
    BatchException e =
        assertThrown(
            BatchException.class,
            () -> iterator(4, Batching.of(2).withTransform(liar, 0)).next(),
            "batch 0",
            "sample unit/0@0",
            "layout");
    assertEquals(Optional.of(new SampleKey("unit/0", 0)), e.key());
  }

  /** Sample 2 fails with what is given; provenance and key fail too where asked for. */
  private record Broken(Source source, Throwable failure, boolean keyFails, boolean provenanceFails)
      implements Source {
    @Override
    public SampleLayout layout() {
      return source.layout();
    }

    @Override
    public int size() {
      return source.size();
    }

    @Override
    public SampleKey key(int index) {
      if (index == 2 && keyFails) {
        throw new IllegalStateException("no key");
      }
      return source.key(index);
    }

    @Override
    public Provenance provenance(int index) {
      if (provenanceFails) {
        throw new IllegalStateException("no provenance");
      }
      return new Provenance("train.txt", "lines " + index + "-" + (index + 30), "");
    }

    @Override
    public Sample sample(int index) throws IOException {
      if (index == 2) {
        Broken.<RuntimeException>sneak(failure);
      }
      return source.sample(index);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
      throw (T) failure;
    }
  }

  private static BatchException failure(Broken source, Batching batching) {
    SourceDataSetIterator iterator = SourceDataSetIterator.over(source, batching);
    assertEquals(List.of(0), numbers(iterator.next()));
    assertEquals(List.of(1), numbers(iterator.next()));
    return assertThrows(BatchException.class, iterator::next);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFailureNamesBatchSampleProvenanceAndCause(int workers) {
    for (Throwable cause :
        List.of(
            new DataFileException("train.txt", "line 7", "a number", "'x'"),
            new IllegalStateException("state"),
            new OutOfMemoryError("heap"),
            new StackOverflowError("deep"),
            new InterruptedException("odd"))) {
      BatchException e =
          failure(
              new Broken(Samples.source(4), cause, false, false),
              Batching.of(1).withWorkers(workers));
      assertEquals("batch 2, sample unit/0@2 (train.txt, lines 2-32): " + cause, e.getMessage());
      assertSame(cause, e.getCause());
      assertEquals(Optional.of(new SampleKey("unit/0", 2)), e.key());
    }
  }

  @Test
  void aSourceThatDoesNotKnowTheProvenanceOfWhatFailedHidesNothing() {
    IOException cause = new IOException("disk");
    BatchException e = failure(new Broken(Samples.source(4), cause, false, true), Batching.of(1));
    assertEquals("batch 2, sample unit/0@2", e.getMessage());
    assertSame(cause, e.getCause());
    assertEquals("no provenance", cause.getSuppressed()[0].getMessage());
  }

  @Test
  void aSampleWithoutAKeyIsNamedByItsIndex() {
    BatchException e =
        failure(
            new Broken(Samples.source(4), new IOException("disk"), true, false), Batching.of(1));
    assertTrue(e.getMessage().startsWith("batch 2, sample at index 2 (train"), e.getMessage());
    assertEquals("no key", e.getCause().getMessage());
    assertEquals(Optional.empty(), e.key());
  }

  @Test
  void aFailureKeepsItsKeyWhenItIsSerialized() throws Exception {
    BatchException e =
        failure(
            new Broken(Samples.source(4), new IOException("disk"), false, false), Batching.of(1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(e.key(), ((BatchException) in.readObject()).key());
    }
  }

  @Test
  void anIteratorCanBeResetAfterAFailure() {
    Broken source = new Broken(Samples.source(4), new IOException("disk"), false, false);
    SourceDataSetIterator iterator = SourceDataSetIterator.over(source, Batching.of(1));
    iterator.next();
    iterator.next();
    assertThrows(BatchException.class, iterator::next);
    assertThrows(BatchException.class, iterator::next);
    iterator.reset();
    assertEquals(1, iterator.epoch());
    assertEquals(List.of(0), numbers(iterator.next()));
  }

  @Test
  void anEpochThatFailedAtItsFirstBatchIsNotOver() {
    Broken source = new Broken(Samples.source(4), new IOException("disk"), false, false);
    SourceDataSetIterator iterator = SourceDataSetIterator.over(source, Batching.of(4));
    assertThrows(BatchException.class, iterator::next);
    iterator.reset();
    assertEquals(0, iterator.epoch());
  }

  @Test
  void aClosedIteratorSaysSo() {
    SourceDataSetIterator iterator = iterator(4, Batching.of(1));
    iterator.next();
    iterator.close();
    iterator.close();
    assertThrown(IllegalStateException.class, iterator::next, "closed");
    assertThrown(IllegalStateException.class, () -> iterator.next(3), "closed");
    iterator.reset();
    assertThrown(IllegalStateException.class, iterator::next, "closed");
  }

  @Test
  void anIteratorIsNotSerializable() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrown(
          NotSerializableException.class,
          () -> out.writeObject(iterator(4, Batching.of(1))),
          "SourceDataSetIterator");
    }
  }

  @Test
  void aSourceWithoutSamplesIsRefused() {
    assertRefused(
        () -> SourceDataSetIterator.over(Samples.source(4).subset(), Batching.of(1)),
        "source: at least one sample");
  }

  @Test
  void aSourceOfLessThanABatchIsRefusedWhenTheLastIsDropped() {
    assertRefused(
        () -> iterator(4, Batching.of(5).withDropLast(true)),
        "size: at most the 4 samples",
        "got 5");
  }

  @Test
  void moreFieldsThanADataSetHasRoomForAreRefused() {
    SampleLayout layout = new SampleLayout(List.of(Field.of("a", 1), Field.of("b", 1)), List.of());
    assertRefused(
        () -> iterator(layout, new float[1], new float[1]),
        "one features",
        "SourceMultiDataSetIterator");
  }
}
