package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.SampleKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A batch that could not be made. The message names the batch and the sample that failed; the cause
 * is what its source or transform threw, an {@link Error} included.
 */
public final class BatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The key of the sample that failed. */
  private final @Nullable SampleKey key;

  BatchException(String message, @Nullable SampleKey key, @Nullable Throwable cause) {
    super(message, cause);
    this.key = key;
  }

  /** Returns the failure of a batch with the stack of the thread that hears of it. */
  static BatchException inThisThread(long batch, Throwable failure) {
    if (!(failure instanceof BatchException made)) {
      return new BatchException("batch " + batch + ": " + failure, null, failure);
    }
    BatchException heard =
        new BatchException(String.valueOf(made.getMessage()), made.key, made.getCause());
    for (Throwable other : made.getSuppressed()) {
      heard.addSuppressed(other);
    }
    return heard;
  }

  /**
   * Returns the sample that failed.
   *
   * @return its key; empty if the batch failed as a whole
   */
  public Optional<SampleKey> key() {
    return Optional.ofNullable(key);
  }
}
