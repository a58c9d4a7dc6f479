package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.spectral.LogMel;
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
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A sample for each run of consecutive frames of each recording. Spectrograms are read when they
 * are first needed, and kept with the bands of a frame side by side, so that a sample is a slice.
 */
final class VectorSource implements Source {
  private final List<Recording> recordings;
  private final ClipTarget target;
  private final ClipLoader loader;
  private final SampleLayout layout;
  private final String options;
  private final int bands;
  private final int frames;
  private final int stacked;
  private final int vectors;
  private final int size;
  private final AtomicReferenceArray<float @Nullable []> spectrograms;

  VectorSource(ClipFeatures features, Recordings recordings, ClipTarget target, ClipLoader loader) {
    if (loader.channels() != 1) {
      throw new IllegalArgumentException(
          "channels: a single one for vectors, got " + loader.channels());
    }
    LogMel logMel = features.logMel();
    this.recordings = recordings.list();
    this.target = target;
    this.loader = loader;
    this.bands = logMel.mel().bands();
    this.frames = logMel.mel().frames(loader.frames());
    this.stacked = logMel.stackedFrames();
    this.vectors = logMel.vectors(loader.frames());
    this.size = Math.multiplyExact(vectors, recordings.size());
    this.spectrograms = new AtomicReferenceArray<>(recordings.size());
    Field field = Field.of("frames", logMel.vectorSize());
    this.layout = new SampleLayout(List.of(field), target.fields(field));
    this.options = Hashes.sha256(features + "\n" + target);
  }

  @Override
  public SampleLayout layout() {
    return layout;
  }

  @Override
  public int size() {
    return size;
  }

  private Recording recording(int index) {
    return recordings.get(Objects.checkIndex(index, size) / vectors);
  }

  @Override
  public SampleKey key(int index) {
    return Recordings.key(recording(index), index % vectors);
  }

  @Override
  public Provenance provenance(int index) {
    int first = index % vectors;
    return new Provenance(
        recording(index).file().toString(),
        "spectrum " + first + " to " + (first + stacked - 1),
        options);
  }

  @Override
  public Sample sample(int index) throws IOException {
    BatchBuffer one = new BatchBuffer(layout, 1);
    read(index, one, 0);
    return ClipSource.sample(key(index), one);
  }

  @Override
  public void read(int index, BatchBuffer batch, int row) throws IOException {
    Recording recording = recording(index);
    float[] spectrogram = spectrogram(index / vectors);
    int length = stacked * bands;
    int at = index % vectors * bands;
    System.arraycopy(spectrogram, at, batch.values(0), row * length, length);
    if (target != ClipTarget.NONE) {
      target.write(recording.label(), spectrogram, at, length, batch.values(1), row);
    }
  }

  private float[] spectrogram(int recording) throws IOException {
    float[] known = spectrograms.get(recording);
    if (known != null) {
      return known;
    }
    float[] image = loader.load(recordings.get(recording).file());
    float[] transposed = new float[image.length];
    for (int b = 0; b < bands; b++) {
      for (int t = 0; t < frames; t++) {
        transposed[t * bands + b] = image[b * frames + t];
      }
    }
    // Two threads may both have read it: what they read is the same.
    spectrograms.set(recording, transposed);
    return transposed;
  }
}
