package io.github.anomalydata.metrics;

/** When batches are forced to the disk, and what a crash may therefore lose. */
public enum Sync {
  /**
   * Before the call that logs a batch returns. Batches of threads that wait together are forced
   * together. No crash loses a batch that was logged.
   */
  EACH_BATCH,

  /**
   * Once an interval is over, by the call that finds it so. A crash of the process or of the system
   * loses at most the batches of one interval.
   */
  INTERVAL,

  /**
   * When the operating system likes. Batches are handed to it once an interval is over: a crash of
   * the process loses at most those of one interval, a crash of the system any that it had not
   * written.
   */
  NEVER
}
