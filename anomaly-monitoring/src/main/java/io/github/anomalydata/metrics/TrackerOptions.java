package io.github.anomalydata.metrics;

import java.time.Clock;
import java.time.Duration;

/** How a tracker keeps its history. Instances are immutable. */
public final class TrackerOptions {
  private static final TrackerOptions DEFAULT =
      new TrackerOptions(
          Clock.systemUTC(),
          Sync.INTERVAL,
          Duration.ofSeconds(1),
          EmptyBatches.REFUSE,
          Labels.NONE,
          64L << 20,
          Duration.ofDays(7),
          4L << 30,
          Duration.ofDays(400));

  final Clock clock;
  final Sync sync;
  final Duration interval;
  final EmptyBatches emptyBatches;
  final Labels labels;
  final long fileBytes;
  final Duration fileAge;
  final long historyBytes;
  final Duration historyAge;

  private TrackerOptions(
      Clock clock,
      Sync sync,
      Duration interval,
      EmptyBatches emptyBatches,
      Labels labels,
      long fileBytes,
      Duration fileAge,
      long historyBytes,
      Duration historyAge) {
    this.clock = clock;
    this.sync = sync;
    this.interval = interval;
    this.emptyBatches = emptyBatches;
    this.labels = labels;
    this.fileBytes = fileBytes;
    this.fileAge = fileAge;
    this.historyBytes = historyBytes;
    this.historyAge = historyAge;
  }

  /**
   * Returns the default: the {@linkplain #with(Clock) system's clock}, {@linkplain #with(Sync)
   * forced to the disk} once {@linkplain #withInterval a second} is over, {@linkplain
   * #with(EmptyBatches) empty batches refused}, {@linkplain #with(Labels) no labels}, a new file
   * {@linkplain #withRotation after 64 MiB or 7 days}, the oldest deleted {@linkplain
   * #withRetention beyond 4 GiB or 400 days}.
   *
   * @return the options
   */
  public static TrackerOptions withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets the clock that tells when a batch is logged.
   *
   * @param choice the clock
   * @return the options
   */
  public TrackerOptions with(Clock choice) {
    return new TrackerOptions(
        choice, sync, interval, emptyBatches, labels, fileBytes, fileAge, historyBytes, historyAge);
  }

  /**
   * Sets when batches are forced to the disk.
   *
   * @param choice when
   * @return the options
   */
  public TrackerOptions with(Sync choice) {
    return new TrackerOptions(
        clock,
        choice,
        interval,
        emptyBatches,
        labels,
        fileBytes,
        fileAge,
        historyBytes,
        historyAge);
  }

  /**
   * Sets what becomes of a batch without scores.
   *
   * @param choice what becomes of it
   * @return the options
   */
  public TrackerOptions with(EmptyBatches choice) {
    return new TrackerOptions(
        clock, sync, interval, choice, labels, fileBytes, fileAge, historyBytes, historyAge);
  }

  /**
   * Sets whether labels come later. Lines that keep scores are many times as long.
   *
   * @param choice whether they come
   * @return the options
   */
  public TrackerOptions with(Labels choice) {
    return new TrackerOptions(
        clock, sync, interval, emptyBatches, choice, fileBytes, fileAge, historyBytes, historyAge);
  }

  /**
   * Sets how long batches may stay in memory, for {@link Sync#INTERVAL} and {@link Sync#NEVER}.
   *
   * @param time the time
   * @return the options
   * @throws IllegalArgumentException if it is negative
   */
  public TrackerOptions withInterval(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time: at least 0, got " + time);
    }
    return new TrackerOptions(
        clock, sync, time, emptyBatches, labels, fileBytes, fileAge, historyBytes, historyAge);
  }

  /**
   * Sets when a new file is begun, by the first batch that finds one of both true.
   *
   * @param bytes the size that a file has reached, at least 1 KiB
   * @param age the age that its first batch has reached
   * @return the options
   * @throws IllegalArgumentException if the size is below 1 KiB, or the age not above 0
   */
  public TrackerOptions withRotation(long bytes, Duration age) {
    return new TrackerOptions(
        clock,
        sync,
        interval,
        emptyBatches,
        labels,
        size(bytes),
        above0(age),
        historyBytes,
        historyAge);
  }

  /**
   * Sets when the oldest file is deleted, on opening and when a new file is begun. The file in use
   * always stays.
   *
   * @param bytes the size that all files together stay within, at least 1 KiB
   * @param age the age beyond which no batch of it may be
   * @return the options
   * @throws IllegalArgumentException if the size is below 1 KiB, or the age not above 0
   */
  public TrackerOptions withRetention(long bytes, Duration age) {
    return new TrackerOptions(
        clock, sync, interval, emptyBatches, labels, fileBytes, fileAge, size(bytes), above0(age));
  }

  private static long size(long bytes) {
    if (bytes < 1024) {
      throw new IllegalArgumentException("bytes: at least 1024, got " + bytes);
    }
    return bytes;
  }

  private static Duration above0(Duration age) {
    if (age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException("age: above 0, got " + age);
    }
    return age;
  }
}
