package io.github.anomalydata.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * An indexed list of samples, read lazily.
 *
 * <p>Sources are immutable and safe for use by several threads at once. Splits, subsets and
 * concatenations are views: they hold indices, no samples.
 */
public interface Source {

  /**
   * Returns what every sample holds.
   *
   * @return the layout
   */
  SampleLayout layout();

  /**
   * Returns the number of samples.
   *
   * @return the size, 0 or more
   */
  int size();

  /**
   * Returns the identity of a sample, without reading it.
   *
   * @param index the sample's index
   * @return the key
   * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
   */
  SampleKey key(int index);

  /**
   * Returns where a sample comes from, without reading it.
   *
   * @param index the sample's index
   * @return the provenance
   * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
   */
  Provenance provenance(int index);

  /**
   * Reads a sample.
   *
   * @param index the sample's index
   * @return the sample
   * @throws DataFileException if its file breaks a rule of its format
   * @throws IOException if its file cannot be read
   * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
   */
  Sample sample(int index) throws IOException;

  /**
   * Reads a sample into a row of a batch. Sources that can do so without making a {@link Sample}
   * override this; they set every value and every mask value of the row, since it still holds those
   * of an earlier batch.
   *
   * @param index the sample's index
   * @param batch a buffer of this source's layout
   * @param row the row to fill
   * @throws DataFileException if its file breaks a rule of its format
   * @throws IOException if its file cannot be read
   * @throws IndexOutOfBoundsException if the index is not in {@code [0, size)}
   */
  default void read(int index, BatchBuffer batch, int row) throws IOException {
    batch.put(row, sample(index));
  }

  /**
   * Returns a view of some samples.
   *
   * @param indices the indices of the samples, in the order of the view
   * @return the view
   * @throws IndexOutOfBoundsException if an index is not in {@code [0, size)}
   */
  default Source subset(int... indices) {
    return new SubsetSource(this, indices.clone());
  }

  /**
   * Returns a view of the samples whose key matches.
   *
   * @param condition the test a key has to pass
   * @return the view, in the order of this source
   */
  default Source filter(Predicate<SampleKey> condition) {
    int[] indices = new int[size()];
    int count = 0;
    for (int i = 0; i < indices.length; i++) {
      if (condition.test(key(i))) {
        indices[count++] = i;
      }
    }
    return new SubsetSource(this, Arrays.copyOf(indices, count));
  }

  /**
   * Returns a view of the samples after a transform, each with the draw it has in the first epoch
   * of batches with this transform alone; so reading a sample twice gives the same. To have other
   * draws in each epoch, attach the transform to the batches instead.
   *
   * @param transform the transform
   * @param seed the seed of its random generators: each sample has its own
   * @return the view
   * @throws IllegalArgumentException if the transform cannot work on such samples
   */
  default Source withTransform(SampleTransform transform, long seed) {
    return new TransformedSource(this, transform, seed);
  }

  /**
   * Returns a view of several sources, one after another.
   *
   * @param sources the sources, at least one, all of the same layout and with no key in common
   * @return the view
   * @throws IllegalArgumentException if there are no sources, if two layouts differ, if a key
   *     occurs in two of them, or if the samples are more than {@link Integer#MAX_VALUE}
   */
  static Source concat(List<? extends Source> sources) {
    return ConcatSource.of(sources);
  }

  /**
   * Returns a source of samples held in memory.
   *
   * @param samples the samples, at least one, all of the same layout and each key once
   * @return the source
   * @throws IllegalArgumentException if there are no samples, if two layouts differ or a key occurs
   *     twice
   */
  static Source of(List<Sample> samples) {
    return MemorySource.of(samples);
  }
}
