package io.github.anomalydata.mimii;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Provenance;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.util.List;

/** One sample for each recording: its sound or its spectrogram. */
final class ClipSource implements Source {
  private final List<Recording> recordings;
  private final ClipTarget target;
  private final ClipLoader loader;
  private final SampleLayout layout;
  private final String options;

  ClipSource(ClipFeatures features, Recordings recordings, ClipTarget target, ClipLoader loader) {
    this.recordings = recordings.list();
    this.target = target;
    this.loader = loader;
    Field field =
        features.kind() == ClipFeatures.Kind.WAVEFORM
            ? Field.of("sound", loader.channels(), loader.frames())
            : Field.of(
                "spectrogram",
                loader.channels(),
                features.logMel().mel().bands(),
                features.logMel().mel().frames(loader.frames()));
    this.layout = new SampleLayout(List.of(field), target.fields(field));
    this.options = Hashes.sha256(features + "\n" + target);
  }

  @Override
  public SampleLayout layout() {
    return layout;
  }

  @Override
  public int size() {
    return recordings.size();
  }

  @Override
  public SampleKey key(int index) {
    return Recordings.key(recordings.get(index), 0);
  }

  @Override
  public Provenance provenance(int index) {
    return new Provenance(recordings.get(index).file().toString(), "", options);
  }

  @Override
  public Sample sample(int index) throws IOException {
    BatchBuffer one = new BatchBuffer(layout, 1);
    read(index, one, 0);
    return sample(key(index), one);
  }

  /** Returns the sample in the only row of a buffer. */
  static Sample sample(SampleKey key, BatchBuffer one) {
    int fields = one.layout().fields().size();
    float[][] values = new float[fields][];
    for (int i = 0; i < fields; i++) {
      values[i] = one.values(i);
    }
    return Sample.of(key, one.layout(), values);
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) throws IOException {
    Recording recording = recordings.get(index);
    float[] values = loader.load(recording.file());
    System.arraycopy(values, 0, batch.values(0), row * values.length, values.length);
    if (target != ClipTarget.NONE) {
      target.write(recording.label(), values, 0, values.length, batch.values(1), row);
    }
  }
}
