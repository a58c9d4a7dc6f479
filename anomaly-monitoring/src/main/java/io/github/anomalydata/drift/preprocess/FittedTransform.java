package io.github.anomalydata.drift.preprocess;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A transform that knows all it needs, and can be saved. Immutable: any number of threads may use
 * it.
 *
 * <p>None takes a value that is not finite, or 1e100 or more in magnitude: what becomes of missing
 * values is decided before.
 */
public sealed interface FittedTransform extends RowTransform
    permits Standardizer, PrincipalComponents, RandomProjection, TransformChain {

  /**
   * Returns the number of columns of the rows that it takes.
   *
   * @return the number, at least 1
   */
  int columns();

  /**
   * Returns the number of columns of the rows that it makes.
   *
   * @return the number, at least 1
   */
  int outputColumns();

  /**
   * Returns this transform and then another, as one that can be saved.
   *
   * @param next what is done to its rows; takes as many columns as this one makes
   * @return both as one
   * @throws IllegalArgumentException if the numbers of columns differ
   */
  default FittedTransform then(FittedTransform next) {
    return TransformChain.of(this, next);
  }

  /**
   * Saves the transform: an NPZ file, whose arrays NumPy reads, with a manifest in JSON and the
   * SHA-256 of each part.
   *
   * @param file the file, replaced once the new one is whole; on failure it stays as it was
   * @throws IOException if the file cannot be written
   */
  default void save(Path file) throws IOException {
    TransformFiles.write(file, this);
  }

  /**
   * Reads a transform that was saved.
   *
   * @param file the file
   * @return a transform that makes the same rows
   * @throws io.github.anomalydata.data.DataFileException if the file is not that of a transform, or
   *     is damaged
   * @throws IOException if the file cannot be read
   */
  static FittedTransform open(Path file) throws IOException {
    return TransformFiles.read(file);
  }
}
