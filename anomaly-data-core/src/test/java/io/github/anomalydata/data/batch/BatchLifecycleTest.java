package io.github.anomalydata.data.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Samples;
import io.github.anomalydata.data.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Iterators leave neither threads nor memory behind. */
@Timeout(120)
class BatchLifecycleTest {

  /** Runs each task on a thread of its own, and remembers the threads. */
  private static final class Threads implements Executor {
    private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable task) {
      Thread thread = new Thread(task, "lifecycle");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }

    long alive() {
      return threads.stream().filter(Thread::isAlive).count();
    }

    void assertAllEnd() throws InterruptedException {
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertEquals(Thread.State.TERMINATED, thread.getState());
      }
    }
  }

  private static SourceDataSetIterator iterator(Threads threads) {
    return SourceDataSetIterator.over(
        Samples.source(100), Batching.of(2).withWorkers(3).withExecutor(threads));
  }

  @Test
  void noWorkerStartsBeforeTheFirstBatchIsAskedFor() {
    Threads threads = new Threads();
    SourceDataSetIterator iterator = iterator(threads);
    assertTrue(iterator.hasNext());
    iterator.reset();
    assertEquals(0, threads.threads.size());
    iterator.next();
    assertEquals(3, threads.threads.size());
  }

  @Test
  void workersEndWithTheirEpoch() throws InterruptedException {
    Threads threads = new Threads();
    SourceDataSetIterator iterator = iterator(threads);
    while (iterator.hasNext()) {
      iterator.next();
    }
    threads.assertAllEnd();
  }

  @Test
  void workersEndWhenTheIteratorIsClosed() throws InterruptedException {
    Threads threads = new Threads();
    SourceDataSetIterator iterator = iterator(threads);
    iterator.next();
    assertTrue(threads.alive() > 0);
    iterator.close();
    threads.assertAllEnd();
  }

  @Test
  void workersEndWhenTheIteratorIsReset() throws InterruptedException {
    Threads threads = new Threads();
    SourceDataSetIterator iterator = iterator(threads);
    iterator.next();
    iterator.reset();
    threads.assertAllEnd();
  }

  @Test
  void workersEndWhenABatchFails() throws InterruptedException {
    Threads threads = new Threads();
    SourceDataSetIterator iterator =
        SourceDataSetIterator.over(
            Samples.source(100),
            Batching.of(2)
                .withWorkers(3)
                .withExecutor(threads)
                .withTransform(
                    (sample, random) -> {
                      throw new IllegalStateException("broken");
                    },
                    0));
    try {
      iterator.next();
    } catch (BatchException expected) {
      assertEquals("broken", expected.getCause().getMessage());
    }
    threads.assertAllEnd();
  }

  @Test
  void workersEndWhenTheIteratorWasForgotten() throws InterruptedException {
    Threads threads = new Threads();
    takeOneAndForget(threads);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (threads.alive() > 0 && System.nanoTime() < deadline) {
      System.gc();
      Thread.sleep(20);
    }
    threads.assertAllEnd();
  }

  private static void takeOneAndForget(Threads threads) {
    SourceDataSetIterator iterator = iterator(threads);
    iterator.next();
    assertTrue(threads.alive() > 0);
  }

  @Test
  void theHeapIsFlatOverFiftyEpochs() throws InterruptedException {
    SampleLayout layout = SampleLayout.of(Field.of("image", 1, 32, 32), Field.of("y", 1));
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      samples.add(Sample.of(new SampleKey("image/" + n, 0), layout, new float[1024], new float[1]));
    }
    try (SourceDataSetIterator iterator =
        SourceDataSetIterator.over(
            Source.of(samples), Batching.of(32).withWorkers(2).withShuffle(1))) {
      long early = 0;
      for (int epoch = 1; epoch <= 50; epoch++) {
        // Broken off every other time.
        for (int batch = 0; iterator.hasNext() && batch < 1 + epoch % 2; batch++) {
          iterator.next().getFeatures().close();
        }
        iterator.reset();
        if (epoch == 5) {
          early = usedHeap();
        }
      }
      // One buffer or batch kept for each epoch would be 45 times 128 KiB.
      long grown = usedHeap() - early;
      assertTrue(grown < 2 << 20, grown + " bytes more");
    }
  }

  private static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}
