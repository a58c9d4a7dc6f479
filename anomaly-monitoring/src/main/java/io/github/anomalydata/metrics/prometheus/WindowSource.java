package io.github.anomalydata.metrics.prometheus;

import io.github.anomalydata.metrics.WindowSummary;
import java.io.IOException;
import java.time.Duration;

/** Sums up the time that is just over. */
@FunctionalInterface
public interface WindowSource {
  /**
   * Sums up the window that ends now.
   *
   * @param length its length
   * @return the sums
   * @throws IOException if they cannot be read
   */
  WindowSummary last(Duration length) throws IOException;
}
