package io.github.anomalydata.feature;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.util.List;

/** The feature vectors of the samples of a source, computed when they are read. */
final class FeatureSource implements Source {
  private final FeatureExtractor extractor;
  private final Source source;
  private final int time;
  private final SampleLayout layout;

  private FeatureSource(FeatureExtractor extractor, Source source, int time) {
    this.extractor = extractor;
    this.source = source;
    this.time = time;
    this.layout =
        new SampleLayout(
            List.of(Field.of("features", extractor.width())), source.layout().labels());
  }

  static Source of(FeatureExtractor extractor, Source source) {
    return new FeatureSource(extractor, source, time(extractor, source));
  }

  /** Returns the length of the signals of a source that fits an extractor. */
  static int time(FeatureExtractor extractor, Source source) {
    List<Field> fields = source.layout().features();
    int channels = extractor.channels().size();
    List<Integer> shape = fields.get(0).shape();
    boolean fits =
        fields.size() == 1
            && !fields.get(0).isMasked()
            && (shape.size() == 2 ? shape.get(0) == channels : shape.size() == 1 && channels == 1);
    if (!fits) {
      throw new IllegalArgumentException(
          "source: one features field [" + channels + ", time] without mask, got " + fields);
    }
    int time = shape.get(shape.size() - 1);
    extractor.requireLength(time);
    return time;
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
    Sample sample = source.sample(index);
    int fields = layout.fields().size();
    float[][] values = new float[fields][];
    float[][] masks = new float[fields][];
    try {
      values[0] = extractor.extract(sample.values(0), time);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("sample " + sample.key() + ": " + e.getMessage(), e);
    }
    masks[0] = sample.mask(0);
    for (int i = 1; i < fields; i++) {
      values[i] = sample.values(i);
      masks[i] = sample.mask(i);
    }
    return Sample.of(sample.key(), layout, values, masks);
  }
}
