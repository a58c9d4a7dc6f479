package io.github.anomalydata.audio;

/** What to do with a WAV file that holds fewer whole frames than its header says. */
public enum Truncation {
  /** The file is refused. */
  REFUSE,

  /**
   * The whole frames that are there are kept. What is missing is logged as a warning and told by
   * {@link WavFile#missingBytes()}. Serves recordings that were cut off, and streams whose length
   * was unknown when their header was written.
   */
  KEEP
}
