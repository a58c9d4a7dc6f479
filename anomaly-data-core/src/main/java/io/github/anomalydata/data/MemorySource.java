package io.github.anomalydata.data;

import java.util.List;

/** Samples held in memory. */
final class MemorySource implements Source {
  private static final Provenance PROVENANCE = new Provenance("memory", "", "");

  private final List<Sample> samples;

  private MemorySource(List<Sample> samples) {
    this.samples = samples;
  }

  static Source of(List<Sample> samples) {
    List<Sample> copy = List.copyOf(samples);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("samples: at least one, got none");
    }
    for (int i = 0; i < copy.size(); i++) {
      if (!copy.get(i).layout().equals(copy.get(0).layout())) {
        throw new IllegalArgumentException(
            "samples: one layout, got "
                + copy.get(0).layout()
                + " first and "
                + copy.get(i).layout()
                + " at "
                + i);
      }
    }
    Source source = new MemorySource(copy);
    Keys.requireDistinct("samples", source);
    return source;
  }

  @Override
  public SampleLayout layout() {
    return samples.get(0).layout();
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public SampleKey key(int index) {
    return samples.get(index).key();
  }

  @Override
  public Provenance provenance(int index) {
    return PROVENANCE;
  }

  @Override
  public Sample sample(int index) {
    return samples.get(index);
  }
}
