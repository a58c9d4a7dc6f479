package io.github.anomalydata.data.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Samples;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A thousand iterators to which something happens: none hangs, no failure gets lost or comes late,
 * and what came before it came whole and in order.
 */
class BatchFaultsTest {
  private static final int CASES = 1000;
  private static final int SECONDS_PER_CASE = 20;

  private static final ExecutorService CALLERS =
      Executors.newCachedThreadPool(BatchFaultsTest::daemon);
  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(2, BatchFaultsTest::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "batch-faults");
    thread.setDaemon(true);
    return thread;
  }

  @AfterAll
  static void shutDown() {
    CALLERS.shutdownNow();
    POOL.shutdownNow();
  }

  private enum Fault {
    RUNTIME_EXCEPTION,
    IO_EXCEPTION,
    OUT_OF_MEMORY_ERROR,
    STACK_OVERFLOW_ERROR,
    CLOSE,
    RESET,
    NONE;

    /** Throws what the fault is, if it is something to be thrown. */
    void strike() throws IOException {
      switch (this) {
        case RUNTIME_EXCEPTION -> throw new IllegalStateException("injected");
        case IO_EXCEPTION -> throw new IOException("injected");
        case OUT_OF_MEMORY_ERROR -> throw new OutOfMemoryError("injected");
        case STACK_OVERFLOW_ERROR -> throw new StackOverflowError("injected");
        default -> {}
      }
    }

    boolean isThrown() {
      return ordinal() <= STACK_OVERFLOW_ERROR.ordinal();
    }
  }

  /** Samples of which some are slow, and one fails as often as it is told to. */
  private static final class FaultySource implements Source {
    private final Source source;
    private final Fault fault;
    private final int victim;
    private final AtomicInteger strikes;
    private final int slowOneIn;

    /** When the fault struck last. */
    private volatile long struckNanos;

    FaultySource(Source source, Fault fault, int victim, int strikes, int slowOneIn) {
      this.source = source;
      this.fault = fault;
      this.victim = victim;
      this.strikes = new AtomicInteger(strikes);
      this.slowOneIn = slowOneIn;
    }

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
      return source.key(index);
    }

    @Override
    public Provenance provenance(int index) {
      return source.provenance(index);
    }

    @Override
    public Sample sample(int index) throws IOException {
      if (slowOneIn > 0 && index % slowOneIn == 0) {
        try {
          Thread.sleep(1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      if (index == victim && fault.isThrown() && strikes.getAndDecrement() > 0) {
        struckNanos = System.nanoTime();
        fault.strike();
      }
      return source.sample(index);
    }
  }

  /** One iterator and what happens to it, drawn by a seed. */
  private static final class Case {
    private final RandomGenerator random;
    private final Fault fault;
    private final Fault thrown;
    private final Source samples;
    private final Batching batching;
    private final FaultySource source;

    Case(int seed) {
      random = new SplittableRandom(seed);
      Fault[] faults = Fault.values();
      fault = faults[seed % faults.length];
      // A reset or close may come while something else goes wrong.
      thrown = fault.isThrown() || random.nextBoolean() ? fault : faults[random.nextInt(4)];
      samples = Samples.source(1 + random.nextInt(40));
      int workers = random.nextInt(5);
      Batching drawn =
          Batching.of(1 + random.nextInt(8))
              .withWorkers(workers)
              .withPrefetch(1 + random.nextInt(6))
              .withRepeat(1 + random.nextInt(2));
      drawn = random.nextBoolean() ? drawn.withShuffle(seed) : drawn;
      batching =
          switch (random.nextInt(6)) {
            case 0 -> drawn.withExecutor(Runnable::run);
            case 1 -> drawn.withExecutor(POOL);
            case 2 -> drawn.withExecutor(Case::refuse);
            default -> drawn;
          };
      int victim = random.nextInt(samples.size());
      int strikes = fault == Fault.RESET ? 1 : Integer.MAX_VALUE;
      int slowOneIn = random.nextInt(3) == 0 ? 1 + random.nextInt(10) : 0;
      source = new FaultySource(samples, thrown, victim, strikes, slowOneIn);
    }

    private static void refuse(Runnable task) {
      throw new RejectedExecutionException("no room");
    }

    /** The batches of a pass to which nothing happens. */
    private List<String> expected(long firstEpoch) {
      List<String> batches = new ArrayList<>();
      SourceDataSetIterator iterator =
          SourceDataSetIterator.over(samples, batching.withWorkers(0).withFirstEpoch(firstEpoch));
      while (iterator.hasNext()) {
        batches.add(text(iterator.next()));
      }
      return batches;
    }

    private static String text(DataSet batch) {
      return batch.getExampleMetaData() + Arrays.toString(batch.getFeatures().data().asFloat());
    }

    Void run() throws Exception {
      try (SourceDataSetIterator iterator = SourceDataSetIterator.over(source, batching)) {
        switch (fault) {
          case CLOSE -> runClose(iterator);
          case RESET -> runReset(iterator);
          default -> {
            boolean failed = takeAll(iterator, expected(0));
            assertEquals(fault.isThrown() || thrown.isThrown(), failed);
          }
        }
      }
      return null;
    }

    /** Takes all batches up to the first failure, and tells whether there was one. */
    private boolean takeAll(SourceDataSetIterator iterator, List<String> expected) {
      String victim = source.key(source.victim).toString();
      int taken = 0;
      try {
        while (iterator.hasNext()) {
          assertEquals(expected.get(taken), text(iterator.next()));
          taken++;
        }
      } catch (BatchException e) {
        double late = (System.nanoTime() - source.struckNanos) / 1e9;
        assertTrue(late < 1, "heard after " + late + " s");
        assertEquals(Optional.of(source.key(source.victim)), e.key());
        assertTrue(e.getMessage().contains("sample " + victim + " "), e.getMessage());
        assertEquals("injected", e.getCause().getMessage());
        assertTrue(expected.get(taken).contains(victim), "batch " + taken + ": " + e.getMessage());
        return true;
      }
      assertEquals(expected.size(), taken);
      return false;
    }

    private void runReset(SourceDataSetIterator iterator) {
      int before = random.nextInt(expected(0).size() + 1);
      try {
        for (int i = 0; i < before; i++) {
          iterator.next();
        }
      } catch (BatchException e) {
        assertEquals("injected", e.getCause().getMessage());
      }
      iterator.reset();
      if (takeAll(iterator, expected(iterator.epoch()))) {
        iterator.reset();
        assertFalse(takeAll(iterator, expected(iterator.epoch())));
      }
    }

    private void runClose(SourceDataSetIterator iterator) throws Exception {
      List<String> expected = expected(0);
      long pauseNanos = random.nextLong(2_000_000);
      Future<Long> closed =
          CALLERS.submit(
              () -> {
                TimeUnit.NANOSECONDS.sleep(pauseNanos);
                long start = System.nanoTime();
                iterator.close();
                return System.nanoTime() - start;
              });
      try {
        takeAll(iterator, expected);
      } catch (IllegalStateException e) {
        assertEquals("the iterator is closed", e.getMessage());
      }
      assertTrue(closed.get() < 1_000_000_000, "close took " + closed.get() + " ns");
      assertThrows(IllegalStateException.class, iterator::next);
    }
  }

  @Test
  void nothingHangsAndNoFailureGetsLost() throws Exception {
    for (int seed = 0; seed < CASES; seed++) {
      Callable<Void> single = new Case(seed)::run;
      Future<Void> run = CALLERS.submit(single);
      try {
        run.get(SECONDS_PER_CASE, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        fail("case " + seed + " hangs", e);
      } catch (ExecutionException e) {
        fail("case " + seed, e.getCause());
      }
    }
  }
}
