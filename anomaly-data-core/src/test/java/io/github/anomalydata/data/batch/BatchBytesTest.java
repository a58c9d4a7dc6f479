package io.github.anomalydata.data.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Samples;
import io.github.anomalydata.data.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What a batch holds depends on seeds, epoch and samples, and on nothing else. */
@Timeout(60)
class BatchBytesTest {
  private static final Source SOURCE = Samples.source(50);

  /** Adds noise; takes its time, another each time, so that workers overtake one another. */
  private static final SampleTransform NOISE =
      (sample, random) -> {
        if (ThreadLocalRandom.current().nextInt(8) == 0) {
          LockSupport.parkNanos(10_000);
        }
        float[] values = sample.values(0).clone();
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) random.nextGaussian();
        }
        return Sample.of(sample.key(), sample.layout(), values, sample.values(1));
      };

  private static final Batching BATCHING =
      Batching.of(7).withShuffle(42).withTransform(NOISE, 1).withTransform(NOISE, 1);

  /** Everything that three passes give, the second one broken off after two batches. */
  private static List<String> threePasses(Batching batching) {
    try (SourceDataSetIterator iterator = SourceDataSetIterator.over(SOURCE, batching)) {
      List<String> batches = new ArrayList<>(rest(iterator));
      iterator.reset();
      batches.add(text(iterator.next()));
      batches.add(text(iterator.next()));
      iterator.reset();
      batches.addAll(rest(iterator));
      return batches;
    }
  }

  private static List<String> rest(SourceDataSetIterator iterator) {
    List<String> batches = new ArrayList<>();
    while (iterator.hasNext()) {
      batches.add(text(iterator.next()));
    }
    return batches;
  }

  /** All values to the last bit. */
  private static String text(DataSet batch) {
    StringBuilder text = new StringBuilder(batch.getExampleMetaData().toString());
    for (float value : batch.getFeatures().data().asFloat()) {
      text.append(' ').append(Float.floatToIntBits(value));
    }
    return text.append(' ').append(batch.getLabels()).toString();
  }

  static Stream<Arguments> workersAndPrefetch() {
    return IntStream.of(0, 1, 2, 8)
        .boxed()
        .flatMap(
            workers -> IntStream.rangeClosed(1, 8).mapToObj(depth -> Arguments.of(workers, depth)));
  }

  @ParameterizedTest
  @MethodSource("workersAndPrefetch")
  void workersAndPrefetchDoNotMatter(int workers, int prefetch) {
    List<String> expected = threePasses(BATCHING.withWorkers(0).withPrefetch(1));
    assertEquals(8 + 2 + 8, expected.size());
    assertEquals(expected, threePasses(BATCHING.withWorkers(workers).withPrefetch(prefetch)));
  }

  @Test
  void theExecutorDoesNotMatter() {
    assertEquals(threePasses(BATCHING), threePasses(BATCHING.withExecutor(Runnable::run)));
  }

  @Test
  void anEpochIsTheSameWhetherReachedByResetRepeatOrChoice() {
    List<String> byRepeat = rest(SourceDataSetIterator.over(SOURCE, BATCHING.withRepeat(3)));
    List<String> byChoice = rest(SourceDataSetIterator.over(SOURCE, BATCHING.withFirstEpoch(2)));
    SourceDataSetIterator iterator = SourceDataSetIterator.over(SOURCE, BATCHING);
    iterator.next();
    iterator.reset();
    iterator.next();
    iterator.reset();
    assertEquals(byRepeat.subList(16, 24), byChoice);
    assertEquals(byChoice, rest(iterator));
  }

  @Test
  void aSampleIsTransformedTheSameInWhicheverBatchItComes() {
    Batching inOrder = Batching.of(7).withTransform(NOISE, 1);
    DataSet together = SourceDataSetIterator.over(SOURCE, inOrder.withSize(50)).next();
    SourceDataSetIterator alone =
        SourceDataSetIterator.over(SOURCE.subset(49, 3), inOrder.withSize(1));
    assertEquals(together.getFeatures().slice(49), alone.next().getFeatures().slice(0));
    assertEquals(together.getFeatures().slice(3), alone.next().getFeatures().slice(0));
  }

  @Test
  void anotherEpochSeedOrPlaceInTheChainIsOtherNoise() {
    Batching inOrder = Batching.of(50).withTransform(NOISE, 1);
    String first = text(SourceDataSetIterator.over(SOURCE, inOrder).next());
    assertNotEquals(
        first, text(SourceDataSetIterator.over(SOURCE, inOrder.withFirstEpoch(1)).next()));
    assertNotEquals(
        first,
        text(SourceDataSetIterator.over(SOURCE, Batching.of(50).withTransform(NOISE, 2)).next()));
    // Were the noise of both places the same, it would be twice that of one.
    DataSet one = SourceDataSetIterator.over(SOURCE, inOrder).next();
    DataSet two = SourceDataSetIterator.over(SOURCE, inOrder.withTransform(NOISE, 1)).next();
    DataSet none = SourceDataSetIterator.over(SOURCE, inOrder.withoutTransforms()).next();
    assertFalse(
        two.getFeatures()
            .sub(none.getFeatures())
            .equalsWithEps(one.getFeatures().sub(none.getFeatures()).mul(2), 1e-3));
  }

  @Test
  void theGlobalGeneratorOfNd4jIsNotTouched() {
    Nd4j.getRandom().setSeed(123);
    long root = Nd4j.getRandom().rootState();
    long node = Nd4j.getRandom().nodeState();
    String expected = Nd4j.rand(5).toString();
    Nd4j.getRandom().setSeed(123);
    threePasses(BATCHING.withWorkers(2));
    assertEquals(root, Nd4j.getRandom().rootState());
    assertEquals(node, Nd4j.getRandom().nodeState());
    assertEquals(expected, Nd4j.rand(5).toString());
  }
}
