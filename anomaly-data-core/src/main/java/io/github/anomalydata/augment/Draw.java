package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What was drawn for the samples of a batch, to be applied once more: to their labels, to their
 * masks, to another modality of the same samples.
 *
 * <p>A draw is one seed for each sample. Everything an augmentation does to a sample is a function
 * of its seed, so a draw that is kept is a record of what was done.
 *
 * @param seeds the seed of each sample, at least one
 */
public record Draw(List<Long> seeds) {
  private static final JsonDocument<Draw> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation-draw", 1, Draw.class);

  /**
   * Checks the seeds.
   *
   * @param seeds the seed of each sample, at least one
   * @throws IllegalArgumentException if there are none
   */
  public Draw {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("seeds: at least one, got none");
    }
  }

  /**
   * Draws for each sample of a batch on its own.
   *
   * @param samples the number of samples, at least 1
   * @param random the generator, of which one long is taken for each sample
   * @return the draw
   * @throws IllegalArgumentException if the number is below 1
   */
  public static Draw of(int samples, RandomGenerator random) {
    return new Draw(
        Stream.generate(random::nextLong).limit(Require.atLeast("samples", samples, 1)).toList());
  }

  /**
   * Draws once for all samples of a batch.
   *
   * @param samples the number of samples, at least 1
   * @param random the generator, of which one long is taken
   * @return the draw
   * @throws IllegalArgumentException if the number is below 1
   */
  public static Draw sameOnBatch(int samples, RandomGenerator random) {
    return new Draw(Collections.nCopies(Require.atLeast("samples", samples, 1), random.nextLong()));
  }

  /**
   * Returns the draw of one sample.
   *
   * @param sample its row in the batch, from 0
   * @return a draw of one seed
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Draw row(int sample) {
    return new Draw(List.of(seeds.get(sample)));
  }

  /**
   * Saves what was drawn as JSON, to be replayed by another program.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads what was saved.
   *
   * @param file the file
   * @return what was drawn
   * @throws DataFileException if the file is not such a document of this version, or breaks a rule
   * @throws IOException if the file cannot be read
   */
  public static Draw load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
