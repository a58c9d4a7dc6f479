package io.github.anomalydata.data;

import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A pure function of two samples of a source and a random generator, such as mixup.
 *
 * <p>Attached to batches or to a source as any transform is, it gets a partner from the same
 * source, each as likely, drawn from the generator of the sample before anything else: a function
 * of the seed, the epoch and the key. The partner went through the transforms that stand before
 * this one, with the draws of its own key. A sample may be its own partner, and on its own it is.
 * Each mix doubles what is read: two in a row read four samples for one.
 */
@FunctionalInterface
public interface SampleMix extends SampleTransform {

  /**
   * Returns the mixed sample.
   *
   * @param sample the sample, whose key the result has
   * @param partner another sample of the same layout, or the same one
   * @param random the generator of this sample, epoch and transform; the only source of randomness
   * @return a sample of the layout {@link #layout(SampleLayout)} promises
   * @throws IOException if the mix reads a file and fails
   */
  Sample mix(Sample sample, Sample partner, RandomGenerator random) throws IOException;

  /**
   * Mixes a sample with itself, as there is no other.
   *
   * @param sample the sample
   * @param random the generator
   * @return the sample mixed with itself
   * @throws IOException if the mix reads a file and fails
   */
  @Override
  default Sample apply(Sample sample, RandomGenerator random) throws IOException {
    return mix(sample, sample, random);
  }
}
