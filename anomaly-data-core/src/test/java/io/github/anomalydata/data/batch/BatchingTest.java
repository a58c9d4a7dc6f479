package io.github.anomalydata.data.batch;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.SampleTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchingTest {
  private static final SampleTransform NOTHING = (sample, random) -> sample;

  @Test
  void theDefaultsAreThoseOfItsJavadoc() {
    Batching batching = Batching.of(64);
    assertEquals(64, batching.size());
    assertEquals(false, batching.dropLast());
    assertEquals(1, batching.repeat());
    assertEquals(OptionalLong.empty(), batching.shuffleSeed());
    assertEquals(List.of(), batching.transforms());
    assertEquals(0, batching.firstEpoch());
    assertEquals(1, batching.workers());
    assertEquals(2, batching.prefetch());
  }

  @Test
  void everyOptionChangesItselfAndKeepsTheOthers() {
    Executor executor = Runnable::run;
    Batching all =
        Batching.of(64)
            .withDropLast(true)
            .withRepeat(3)
            .withShuffle(42)
            .withTransform(NOTHING, 7)
            .withFirstEpoch(5)
            .withWorkers(4)
            .withPrefetch(9)
            .withExecutor(executor)
            .withSize(32);
    assertEquals(
        new Batching(
            32,
            true,
            3,
            OptionalLong.of(42),
            List.of(new Batching.SeededTransform(NOTHING, 7)),
            5,
            4,
            9,
            executor),
        all);
    assertEquals(List.of(), all.withoutTransforms().transforms());
    assertEquals(all.transforms(), all.withDropLast(false).transforms());
  }

  @Test
  void workersComeWithTwiceAsManyBatchesAhead() {
    assertEquals(16, Batching.of(1).withWorkers(8).prefetch());
    assertEquals(1, Batching.of(1).withWorkers(0).prefetch());
    assertEquals(Integer.MAX_VALUE, Batching.of(1).withWorkers(Integer.MAX_VALUE).prefetch());
  }

  @Test
  void transformsAreAddedInOrder() {
    SampleTransform other = (sample, random) -> sample;
    Batching batching = Batching.of(1).withTransform(NOTHING, 1).withTransform(other, 2);
    assertSame(NOTHING, batching.transforms().get(0).transform());
    assertSame(other, batching.transforms().get(1).transform());
    assertEquals(2, batching.transforms().get(1).seed());
  }

  @Test
  void theListOfTransformsIsCopied() {
    List<Batching.SeededTransform> transforms = new ArrayList<>();
    Batching batching =
        new Batching(1, false, 1, OptionalLong.empty(), transforms, 0, 0, 1, Runnable::run);
    transforms.add(new Batching.SeededTransform(NOTHING, 1));
    assertEquals(List.of(), batching.transforms());
    assertThrows(UnsupportedOperationException.class, () -> batching.transforms().clear());
  }

  @Test
  void numbersOutsideOfTheirRangeAreRefused() {
    assertRefused(() -> Batching.of(0), "size: at least 1, got 0");
    assertRefused(() -> Batching.of(1).withSize(-1), "size: at least 1, got -1");
    assertRefused(() -> Batching.of(1).withRepeat(0), "repeat: at least 1, got 0");
    assertRefused(() -> Batching.of(1).withFirstEpoch(-1), "firstEpoch: at least 0, got -1");
    assertRefused(() -> Batching.of(1).withWorkers(-1), "workers: at least 0, got -1");
    assertRefused(() -> Batching.of(1).withPrefetch(0), "prefetch: at least 1, got 0");
  }

  @Test
  void workersRunOnDaemonThreadsUnlessToldOtherwise() throws Exception {
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    Batching.of(1).executor().execute(() -> worker.complete(Thread.currentThread()));
    assertTrue(worker.get(10, TimeUnit.SECONDS).isDaemon());
    assertTrue(worker.get().getName().startsWith("anomaly-batch-"), worker.get().getName());
  }
}
