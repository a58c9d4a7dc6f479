package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.SampleKey;
import java.util.Optional;

/**
 * A batch that could not be made. The message names the batch and the sample that failed; the cause
 * is what its source or transform threw, an {@link Error} included.
 */
public final class BatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<SampleKey> key;

  BatchException(String message, Optional<SampleKey> key, Throwable cause) {
    super(message, cause);
    this.key = key;
  }

  /** Returns the same failure with the stack of the thread that hears of it. */
  static BatchException inThisThread(int batch, Throwable failure) {
    if (failure instanceof BatchException known) {
      return new BatchException(String.valueOf(known.getMessage()), known.key, known);
    }
    return new BatchException("batch " + batch + ": " + failure, Optional.empty(), failure);
  }

  /**
   * Returns the sample that failed.
   *
   * @return its key; empty if the batch failed as a whole
   */
  public Optional<SampleKey> key() {
    return key;
  }
}
