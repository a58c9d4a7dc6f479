package io.github.anomalydata.data;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** A view of the samples of a source after a transform, with the draws of the first epoch. */
final class TransformedSource implements Source {
  private final Source source;
  private final SampleTransform transform;
  private final long seed;
  private final SampleLayout layout;

  TransformedSource(Source source, SampleTransform transform, long seed) {
    this.source = source;
    this.transform = transform;
    this.seed = seed;
    this.layout = transform.layout(source.layout());
  }

  @Override
  public SampleLayout layout() {
    return layout;
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public SampleKey key(int index) {
    return source.key(index);
  }

  @Override
  public Provenance provenance(int index) {
    return source.provenance(index);
  }

  @Override
  public Sample sample(int index) throws IOException {
    RandomGenerator random = RandomStreams.of(seed, 0, source.key(index), 0);
    Sample sample = source.sample(index);
    if (transform instanceof SampleMix mix) {
      return mix.mix(sample, source.sample(random.nextInt(source.size())), random);
    }
    return transform.apply(sample, random);
  }
}
