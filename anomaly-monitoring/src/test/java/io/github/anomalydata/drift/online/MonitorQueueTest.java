package io.github.anomalydata.drift.online;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorQueueTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Monitor monitor() {
    return FittedDetector.of(Cusum.withDefaults(), new double[] {-1, 1}, 4).start();
  }

  @Test
  void alarmComesWithTheTimeOfItsSample() {
    List<String> heard = new ArrayList<>();
    MonitorQueue queue =
        new MonitorQueue(
            monitor(),
            10,
            Runnable::run,
            CLOCK,
            (alarm, submitted) -> heard.add(alarm.sample() + " " + submitted));

    assertTrue(queue.offer(5));
    assertTrue(queue.offer(5));
    assertEquals(List.of("1 2026-01-02T03:04:05Z"), heard);
  }

  @Test
  void fullQueueRefuses() throws InterruptedException {
    Queue<Runnable> waiting = new ArrayDeque<>();
    MonitorQueue queue = new MonitorQueue(monitor(), 2, waiting::add, CLOCK, (alarm, time) -> {});

    assertTrue(queue.offer(1));
    assertTrue(queue.offer(1));
    assertFalse(queue.offer(1));
    assertFalse(queue.submit(1, Duration.ofMillis(1)));
    assertEquals(2, queue.refused());
    assertEquals(1, waiting.size(), "one run takes all");
    waiting.remove().run();
    assertTrue(queue.offer(1));
  }

  @Test
  void sampleThatIsRefusedIsTheSubmittersError() {
    MonitorQueue queue = new MonitorQueue(monitor(), 2, Runnable::run, CLOCK, (alarm, time) -> {});

    assertRefused(() -> queue.offer(Double.NaN), "value: finite", "got NaN");
    assertRefused(
        () -> new MonitorQueue(monitor(), 0, Runnable::run, CLOCK, (alarm, time) -> {}),
        "capacity: at least 1, got 0");
  }

  @Test
  void rowsAreSubmittedToo() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    FittedDetector detector =
        FittedDetector.of(
            SlidingDiscrepancy.withDefaults().withSize(2), Streams.rows(50, 2, 1), 0.5);
    List<Alarm> heard = new ArrayList<>();
    MonitorQueue queue =
        new MonitorQueue(
            detector.start(), 3, waiting::add, CLOCK, (alarm, time) -> heard.add(alarm));
    double[] row = {9, 9};
    assertTrue(queue.offer(row));
    row[0] = Double.NaN;
    assertTrue(queue.submit(new double[] {9, 9}, LONG));

    assertRefused(() -> queue.offer(row), "values: finite", "NaN at index 0");
    assertRefused(() -> queue.offer(1), "value: samples of 2 columns, got 1");
    waiting.remove().run();
    assertEquals(List.of(1L), heard.stream().map(Alarm::sample).toList());
  }

  @Test
  void listenerThatThrowsLosesNoSample() throws Exception {
    Queue<Runnable> waiting = new ArrayDeque<>();
    MonitorQueue queue =
        new MonitorQueue(
            monitor(),
            10,
            waiting::add,
            CLOCK,
            (alarm, time) -> {
              throw new UnsupportedOperationException("no");
            });
    for (int i = 0; i < 5; i++) {
      queue.offer(5);
    }

    assertThrows(UnsupportedOperationException.class, () -> waiting.remove().run());
    CompletableFuture<Long> samples = queue.inspect(Monitor::samples);
    assertThrows(UnsupportedOperationException.class, () -> waiting.remove().run());
    waiting.remove().run();
    assertEquals(5, samples.get());
  }

  @Test
  void executorThatIsShutDownIsSaid() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    executor.shutdown();
    MonitorQueue queue = new MonitorQueue(monitor(), 2, executor, CLOCK, (alarm, time) -> {});

    assertThrows(RejectedExecutionException.class, () -> queue.offer(1));
  }

  @Test
  void failureOfAnActionIsItsResult() throws Exception {
    MonitorQueue queue = new MonitorQueue(monitor(), 2, Runnable::run, CLOCK, (alarm, time) -> {});
    CompletableFuture<Object> result =
        queue.inspect(
            monitor -> {
              throw new UnsupportedOperationException("no");
            });

    assertThrows(ExecutionException.class, result::get);
    assertEquals(0, queue.inspect(Monitor::samples).get());
  }

  @Test
  void manyThreadsLoseNoSample() throws Exception {
    assertNothingIsLost(16, Duration.ofMillis(300));
  }

  @Test
  @Tag("calibration")
  void manyThreadsLoseNoSampleInAMinute() throws Exception {
    assertNothingIsLost(16, Duration.ofMinutes(1));
  }

  private static void assertNothingIsLost(int threads, Duration time) throws Exception {
    AtomicLong alarms = new AtomicLong();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    ExecutorService submitters = Executors.newFixedThreadPool(threads);
    try {
      MonitorQueue queue =
          new MonitorQueue(
              monitor(),
              500,
              executor,
              Clock.systemUTC(),
              (alarm, submitted) -> alarms.incrementAndGet());
      long start = System.nanoTime();
      List<Future<Long>> submitted = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        submitted.add(
            submitters.submit(
                () -> {
                  long count = 0;
                  while (System.nanoTime() - start < time.toNanos()) {
                    assertTrue(queue.submit(5, LONG));
                    count++;
                  }
                  return count;
                }));
      }
      long total = 0;
      for (Future<Long> count : submitted) {
        total += count.get(time.toSeconds() + 20, TimeUnit.SECONDS);
      }

      assertEquals(total, queue.inspect(Monitor::samples).get(20, TimeUnit.SECONDS));
      assertEquals(total / 2, queue.inspect(Monitor::alarms).get(20, TimeUnit.SECONDS));
      assertEquals(total / 2, alarms.get());
      assertEquals(0, queue.refused());
      assertTrue(total > 1000, "submitted: " + total);
    } finally {
      submitters.shutdownNow();
      executor.shutdown();
    }
  }
}
