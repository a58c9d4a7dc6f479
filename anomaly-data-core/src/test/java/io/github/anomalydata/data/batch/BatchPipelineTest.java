package io.github.anomalydata.data.batch;

import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.batch.BatchPipeline.Assembler;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BatchPipelineTest {
  private static final Executor THREADS =
      task -> {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        thread.start();
      };

  private static <T> BatchPipeline<T> pipeline(
      long batches, int workers, int prefetch, Executor executor, Assembler<T> assembler) {
    return new BatchPipeline<>(batches, workers, prefetch, executor, () -> assembler);
  }

  private static Long number(long batch) {
    return batch;
  }

  private static boolean inWorker() {
    return Thread.currentThread().getName().equals("worker");
  }

  private static void assertAllInOrder(BatchPipeline<Long> pipeline, int batches) {
    for (long batch = 0; batch < batches; batch++) {
      assertTrue(pipeline.hasNext());
      assertEquals(batch, pipeline.next());
    }
    assertFalse(pipeline.hasNext());
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1, 2", "2, 1", "2, 4", "8, 3", "3, 2147483647"})
  void batchesComeInOrder(int workers, int prefetch) {
    assertAllInOrder(
        pipeline(500, workers, prefetch, THREADS, (batch, unwanted) -> number(batch)), 500);
  }

  @Test
  void hasNextNeedNotBeCalledAndDoesNothing() {
    AtomicLong made = new AtomicLong();
    BatchPipeline<Long> pipeline =
        pipeline(2, 2, 2, THREADS, (batch, unwanted) -> made.incrementAndGet());
    for (int i = 0; i < 10; i++) {
      assertTrue(pipeline.hasNext());
    }
    assertEquals(0, made.get());
    pipeline.next();
    pipeline.next();
    assertThrown(NoSuchElementException.class, pipeline::next, "all 2 batches");
  }

  @Test
  void aPipelineOfNoBatchesIsAtItsEnd() {
    BatchPipeline<Long> pipeline = pipeline(0, 2, 2, THREADS, (batch, unwanted) -> number(batch));
    assertFalse(pipeline.hasNext());
    assertThrows(NoSuchElementException.class, pipeline::next);
  }

  @Test
  void noMoreBatchesThanAskedForAreMadeAhead() throws InterruptedException {
    AtomicLong made = new AtomicLong();
    BatchPipeline<Long> pipeline =
        pipeline(
            100,
            4,
            3,
            THREADS,
            (batch, unwanted) -> {
              made.incrementAndGet();
              return number(batch);
            });
    for (int taken = 1; taken <= 20; taken++) {
      pipeline.next();
      Thread.sleep(5);
      assertTrue(made.get() <= taken + 3, made + " made, " + taken + " taken");
    }
    // And they are made, soon or late.
    for (int wait = 0; wait < 2_000 && made.get() < 23; wait++) {
      Thread.sleep(5);
    }
    assertEquals(23, made.get());
  }

  @Test
  void theCallerMakesWhatAnExecutorThatNeverRunsDoesNot() {
    assertAllInOrder(pipeline(20, 2, 4, task -> {}, (batch, unwanted) -> number(batch)), 20);
  }

  @Test
  void theCallerMakesWhatAnExecutorThatRefusesDoesNot() {
    Executor refusing =
        task -> {
          throw new RejectedExecutionException("full");
        };
    assertAllInOrder(pipeline(20, 2, 4, refusing, (batch, unwanted) -> number(batch)), 20);
  }

  @Test
  void theCallerMakesWhatAnExecutorThatRunsOnTheSpotWouldWaitFor() {
    assertAllInOrder(pipeline(20, 2, 4, Runnable::run, (batch, unwanted) -> number(batch)), 20);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            new ThreadPoolExecutor.CallerRunsPolicy());
    try {
      assertAllInOrder(pipeline(20, 5, 9, pool, (batch, unwanted) -> number(batch)), 20);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void anExecutorWithOneThreadServesTwoPipelinesAtOnce() {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      BatchPipeline<Long> first = pipeline(20, 2, 2, pool, (batch, unwanted) -> number(batch));
      BatchPipeline<Long> second = pipeline(20, 2, 2, pool, (batch, unwanted) -> number(batch));
      for (long batch = 0; batch < 20; batch++) {
        assertEquals(batch, first.next());
        assertEquals(batch, second.next());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void anExecutorThatFailsIsHeardOfOnceAndReplacedByTheCaller() {
    Executor failing =
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    BatchPipeline<Long> pipeline = pipeline(20, 2, 4, failing, (batch, unwanted) -> number(batch));
    assertThrown(OutOfMemoryError.class, pipeline::next, "native thread");
    assertAllInOrder(pipeline, 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8})
  void aFailureComesInThePlaceOfItsBatchAndStays(int workers) {
    IllegalStateException broken = new IllegalStateException("broken");
    BatchPipeline<Long> pipeline =
        pipeline(
            20,
            workers,
            6,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 5) {
                throw broken;
              }
              return number(batch);
            });
    for (long batch = 0; batch < 5; batch++) {
      assertEquals(batch, pipeline.next());
    }
    for (int i = 0; i < 3; i++) {
      BatchException e = assertThrown(BatchException.class, pipeline::next, "batch 5", "broken");
      assertSame(broken, e.getCause());
      assertTrue(pipeline.hasNext());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anErrorIsAFailureLikeAnyOther(int workers) {
    for (Error error : List.of(new OutOfMemoryError("heap"), new StackOverflowError("deep"))) {
      BatchPipeline<Long> pipeline =
          pipeline(
              20,
              workers,
              2,
              THREADS,
              (batch, unwanted) -> {
                throw error;
              });
      BatchException e =
          assertThrown(BatchException.class, pipeline::next, "batch 0", error.getMessage());
      assertSame(error, e.getCause());
    }
  }

  @Test
  void theFailureHasTheStackOfWhoHearsOfItAndOfWhoFailed() {
    BatchPipeline<Long> pipeline =
        pipeline(
            1,
            0,
            1,
            THREADS,
            (batch, unwanted) -> {
              throw new IllegalStateException("broken");
            });
    StackTraceElement[] stack = assertThrows(BatchException.class, pipeline::next).getStackTrace();
    assertTrue(
        List.of(stack).stream().anyMatch(e -> e.getClassName().equals(getClass().getName())));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anAssemblerThatCannotBeMadeIsAFailure(int workers) {
    BatchPipeline<Long> pipeline =
        new BatchPipeline<>(
            20,
            workers,
            4,
            THREADS,
            () -> {
              throw new OutOfMemoryError("buffer");
            });
    for (int i = 0; i < 3; i++) {
      assertThrown(BatchException.class, pipeline::next, "buffer");
    }
  }

  @Test
  void ofSeveralFailuresTheEarliestBatchCountsAndTheOthersAreSuppressed() throws Exception {
    CountDownLatch laterFailed = new CountDownLatch(1);
    BatchPipeline<Long> pipeline =
        pipeline(
            2,
            2,
            2,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 1) {
                laterFailed.countDown();
                throw new IllegalStateException("later");
              }
              laterFailed.await();
              Thread.sleep(20);
              throw new IllegalStateException("earlier");
            });
    BatchException e = assertThrown(BatchException.class, pipeline::next, "batch 0", "earlier");
    Throwable cause = e.getCause();
    assertEquals("later", cause.getSuppressed()[0].getMessage());
  }

  @Test
  void theSameExceptionMayFailTwoBatches() {
    CyclicBarrier both = new CyclicBarrier(2);
    IllegalStateException same = new IllegalStateException("same");
    BatchPipeline<Long> pipeline =
        pipeline(
            2,
            2,
            2,
            THREADS,
            (batch, unwanted) -> {
              both.await();
              throw same;
            });
    assertSame(same, assertThrows(BatchException.class, pipeline::next).getCause());
    assertEquals(0, same.getSuppressed().length);
  }

  @Test
  void aFailureDoesNotOvertakeAnEarlierBatchThatIsAlmostReady() {
    BatchPipeline<Long> pipeline =
        pipeline(
            3,
            3,
            3,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 2) {
                throw new IllegalStateException("fast");
              }
              Thread.sleep(50);
              return number(batch);
            });
    assertEquals(0, pipeline.next());
    assertEquals(1, pipeline.next());
    assertThrown(BatchException.class, pipeline::next, "batch 2");
  }

  @Test
  void aFailureOvertakesAnEarlierBatchThatIsSlow() {
    AtomicLong failed = new AtomicLong();
    CountDownLatch never = new CountDownLatch(1);
    BatchPipeline<Long> pipeline =
        pipeline(
            2,
            2,
            2,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 1) {
                failed.set(System.nanoTime());
                throw new IllegalStateException("fast");
              }
              if (inWorker()) {
                never.await();
              }
              while (!unwanted.getAsBoolean()) {
                Thread.sleep(1);
              }
              throw new CancellationException("unwanted");
            });
    BatchException e = assertThrown(BatchException.class, pipeline::next, "batch 1", "fast");
    assertTrue(seconds(failed.get()) < 1, seconds(failed.get()) + " s");
    assertEquals(0, e.getCause().getSuppressed().length);
    never.countDown();
  }

  @Test
  void theCallersOwnSlowBatchDoesNotKeepItFromHearingOfAFailure() {
    AtomicLong failed = new AtomicLong();
    AtomicReference<Boolean> wanted = new AtomicReference<>();
    CountDownLatch callerIsBusy = new CountDownLatch(1);
    BatchPipeline<Long> pipeline =
        pipeline(
            2,
            1,
            2,
            task -> THREADS.execute(() -> awaitAndRun(callerIsBusy, task)),
            (batch, unwanted) -> {
              if (inWorker()) {
                failed.set(System.nanoTime());
                throw new IllegalStateException("fast");
              }
              callerIsBusy.countDown();
              while (!unwanted.getAsBoolean()) {
                Thread.sleep(1);
              }
              wanted.set(false);
              throw new CancellationException("unwanted");
            });
    BatchException e = assertThrown(BatchException.class, pipeline::next, "batch 1", "fast");
    assertEquals(false, wanted.get());
    assertTrue(seconds(failed.get()) < 1, seconds(failed.get()) + " s");
    assertEquals(0, e.getCause().getSuppressed().length);
  }

  private static void awaitAndRun(CountDownLatch latch, Runnable task) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    task.run();
  }

  /** A pipeline whose only batch waits for ever in a worker, which has begun. */
  private static BatchPipeline<Long> stuck(CountDownLatch release) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    BatchPipeline<Long> pipeline =
        pipeline(
            2,
            1,
            2,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 1) {
                begun.countDown();
                release.await();
              }
              return number(batch);
            });
    assertEquals(0, pipeline.next());
    // The caller may have made batch 0 itself, batch 1 is the worker's.
    begun.await();
    return pipeline;
  }

  @Test
  void anInterruptedCallerLosesNoBatch() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BatchPipeline<Long> pipeline = stuck(release);
    Thread.currentThread().interrupt();
    assertThrown(CancellationException.class, pipeline::next, "interrupted", "batch 1");
    assertTrue(Thread.interrupted());
    release.countDown();
    assertEquals(1, pipeline.next());
  }

  @Test
  void theCallerMakesWhatAnInterruptedWorkerLeaves() throws Exception {
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    BatchPipeline<Long> pipeline =
        pipeline(
            50,
            1,
            2,
            THREADS,
            (batch, unwanted) -> {
              if (inWorker()) {
                worker.complete(Thread.currentThread());
              }
              return number(batch);
            });
    long taken = 0;
    while (!worker.isDone()) {
      assertEquals(taken++, pipeline.next());
      Thread.sleep(1);
    }
    worker.get().interrupt();
    worker.get().join();
    for (; taken < 50; taken++) {
      assertEquals(taken, pipeline.next());
    }
  }

  @Test
  void closingWakesACallerThatWaits() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BatchPipeline<Long> pipeline = stuck(release);
    Thread closer =
        new Thread(
            () -> {
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              pipeline.close();
            });
    closer.start();
    assertThrown(IllegalStateException.class, pipeline::next, "closed");
    release.countDown();
    closer.join();
  }

  @Test
  void closingNeverWaitsForASlowSample() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BatchPipeline<Long> pipeline = stuck(release);
    long start = System.nanoTime();
    pipeline.close();
    assertTrue(seconds(start) < 1);
    release.countDown();
  }

  @Test
  void aClosedPipelineSaysSoEvenAtItsEnd() {
    BatchPipeline<Long> pipeline = pipeline(1, 0, 1, THREADS, (batch, unwanted) -> number(batch));
    pipeline.next();
    pipeline.close();
    pipeline.close();
    assertThrown(IllegalStateException.class, pipeline::next, "closed");
  }

  @Test
  void aClosedPipelineStartsNoWorkers() {
    BatchPipeline<Long> pipeline =
        pipeline(
            1,
            1,
            1,
            task -> {
              throw new AssertionError("started");
            },
            (batch, unwanted) -> number(batch));
    pipeline.close();
    assertThrows(IllegalStateException.class, pipeline::next);
  }

  @Test
  void whatIsMadeAfterClosingIsNotKept() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    AtomicReference<WeakReference<byte[]>> made = new AtomicReference<>();
    BatchPipeline<byte[]> pipeline =
        pipeline(
            2,
            1,
            2,
            THREADS,
            (batch, unwanted) -> {
              if (batch == 1) {
                worker.complete(Thread.currentThread());
                begun.countDown();
                release.await();
              }
              byte[] content = new byte[1000];
              made.set(new WeakReference<>(content));
              return content;
            });
    pipeline.next();
    begun.await();
    pipeline.close();
    release.countDown();
    worker.get().join();
    for (int i = 0; i < 500 && made.get().get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(made.get().get());
    assertInstanceOf(
        IllegalStateException.class, assertThrows(RuntimeException.class, pipeline::next));
  }
}
