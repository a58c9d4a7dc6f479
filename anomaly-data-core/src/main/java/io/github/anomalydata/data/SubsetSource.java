package io.github.anomalydata.data;

import java.io.IOException;
import java.util.Objects;

/** A view of some samples of a source. */
final class SubsetSource implements Source {
  private final Source source;
  private final int[] indices;

  SubsetSource(Source source, int[] indices) {
    for (int index : indices) {
      Objects.checkIndex(index, source.size());
    }
    this.source = source;
    this.indices = indices;
  }

  @Override
  public SampleLayout layout() {
    return source.layout();
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public SampleKey key(int index) {
    return source.key(indices[index]);
  }

  @Override
  public Provenance provenance(int index) {
    return source.provenance(indices[index]);
  }

  @Override
  public Sample sample(int index) throws IOException {
    return source.sample(indices[index]);
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) throws IOException {
    source.read(indices[index], batch, row);
  }
}
