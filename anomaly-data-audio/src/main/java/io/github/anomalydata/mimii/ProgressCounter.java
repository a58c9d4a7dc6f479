package io.github.anomalydata.mimii;

import io.github.anomalydata.data.ProgressListener;

/** Counts simulated recordings of several threads. */
final class ProgressCounter {
  private final ProgressListener progress;
  private final long total;
  private long done;

  ProgressCounter(ProgressListener progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  synchronized void count() {
    progress.progress("simulate", ++done, total);
  }
}
