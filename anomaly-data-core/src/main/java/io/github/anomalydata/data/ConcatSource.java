package io.github.anomalydata.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A view of several sources, one after another. */
final class ConcatSource implements Source {
  private final List<Source> sources;

  /** The index of the first sample of each source, and the size at the end. */
  private final int[] starts;

  private ConcatSource(List<Source> sources, int[] starts) {
    this.sources = sources;
    this.starts = starts;
  }

  static Source of(List<? extends Source> sources) {
    List<Source> copy = List.copyOf(sources);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("sources: at least one, got none");
    }
    SampleLayout layout = copy.get(0).layout();
    int[] starts = new int[copy.size() + 1];
    for (int i = 0; i < copy.size(); i++) {
      Source source = copy.get(i);
      if (!source.layout().equals(layout)) {
        throw new IllegalArgumentException(
            "sources: one layout, got " + layout + " first and " + source.layout() + " at " + i);
      }
      long end = (long) starts[i] + source.size();
      if (end > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "sources: at most " + Integer.MAX_VALUE + " samples, got " + end);
      }
      starts[i + 1] = (int) end;
    }
    Source concat = new ConcatSource(copy, starts);
    Keys.requireDistinct("sources", concat);
    return concat;
  }

  private int sourceOf(int index) {
    Objects.checkIndex(index, size());
    int found = Arrays.binarySearch(starts, index);
    if (found < 0) {
      return -found - 2;
    }
    // Empty sources share their start with the next one: the last of them holds the sample.
    while (starts[found + 1] == index) {
      found++;
    }
    return found;
  }

  @Override
  public SampleLayout layout() {
    return sources.get(0).layout();
  }

  @Override
  public int size() {
    return starts[sources.size()];
  }

  @Override
  public SampleKey key(int index) {
    int source = sourceOf(index);
    return sources.get(source).key(index - starts[source]);
  }

  @Override
  public Provenance provenance(int index) {
    int source = sourceOf(index);
    return sources.get(source).provenance(index - starts[source]);
  }

  @Override
  public Sample sample(int index) throws IOException {
    int source = sourceOf(index);
    return sources.get(source).sample(index - starts[source]);
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) throws IOException {
    int source = sourceOf(index);
    sources.get(source).read(index - starts[source], batch, row);
  }
}
