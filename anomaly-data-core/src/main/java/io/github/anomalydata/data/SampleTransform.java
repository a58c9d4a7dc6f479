package io.github.anomalydata.data;

import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A pure function of a sample and a random generator: an augmentation, a feature extraction, a
 * crop.
 *
 * <p>Implementations hold no mutable state and are called from several threads at once. They never
 * write to the sample's arrays.
 */
@FunctionalInterface
public interface SampleTransform {

  /**
   * Returns the transformed sample.
   *
   * @param sample the sample
   * @param random the generator of this sample, epoch and transform; the only source of randomness
   * @return a sample of the layout {@link #layout(SampleLayout)} promises
   * @throws IOException if the transform reads a file and fails
   */
  Sample apply(Sample sample, RandomGenerator random) throws IOException;

  /**
   * Returns the layout of the transformed samples.
   *
   * @param input the layout of the samples that go in
   * @return the layout of those that come out; by default the same
   * @throws IllegalArgumentException if the transform cannot work on such samples
   */
  default SampleLayout layout(SampleLayout input) {
    return input;
  }
}
