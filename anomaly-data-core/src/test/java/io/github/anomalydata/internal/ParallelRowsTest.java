package io.github.anomalydata.internal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelRowsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "3, 7", "100, 2", "0, 4"})
  void everyRowIsRunOnce(int rows, int parallelism) {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      int[] runs = new int[rows];
      ParallelRows.of(executor, parallelism)
          .run(
              rows,
              (from, to) -> {
                for (int row = from; row < to; row++) {
                  runs[row]++;
                }
              });
      int[] once = new int[rows];
      Arrays.fill(once, 1);
      assertArrayEquals(once, runs);
    } finally {
      executor.shutdown();
    }
  }

  @Test
  @Timeout(10)
  void anExecutorThatNeverRunsDelaysNothing() {
    AtomicInteger rows = new AtomicInteger();
    ParallelRows.of(task -> {}, 4).run(10, (from, to) -> rows.addAndGet(to - from));
    assertEquals(10, rows.get());
  }

  @Test
  void anExecutorThatRefusesStopsNothing() {
    AtomicInteger rows = new AtomicInteger();
    ParallelRows refused =
        ParallelRows.of(
            task -> {
              throw new RejectedExecutionException();
            },
            4);
    refused.run(10, (from, to) -> rows.addAndGet(to - from));
    assertEquals(10, rows.get());
  }

  @Test
  void theFailureOfTheFirstPartIsThrown() {
    ParallelRows parallel = ParallelRows.of(Runnable::run, 4);
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                parallel.run(
                    8,
                    (from, to) -> {
                      if (from > 0) {
                        throw new IllegalStateException("row " + from);
                      }
                    }));
    assertEquals("row 2", thrown.getMessage());
    assertThrows(
        StackOverflowError.class,
        () ->
            parallel.run(
                8,
                (from, to) -> {
                  throw new StackOverflowError();
                }));
  }

  @Test
  void anInterruptedCallerEndsItsWorkAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    AtomicInteger rows = new AtomicInteger();
    ParallelRows.of(task -> {}, 2).run(4, (from, to) -> rows.addAndGet(to - from));
    assertEquals(4, rows.get());
    assertTrue(Thread.interrupted());
  }

  @Test
  void noWorkersAreRefused() {
    assertRefused(() -> ParallelRows.of(Runnable::run, 0), "workers", "at least 1", "0");
  }
}
