package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays and samples as tracks, and back. */
final class Tracks {
  private Tracks() {}

  static int rows(int length, int channels, int time) {
    long series =
        (long) Require.atLeast("channels", channels, 1) * Require.atLeast("time", time, 1);
    if (length == 0 || length % series != 0) {
      throw new IllegalArgumentException(
          "values: whole series of "
              + channels
              + " channels and "
              + time
              + " steps, got "
              + length
              + " values");
    }
    return (int) (length / series);
  }

  static void requireRows(int rows, Draw draw) {
    if (rows != draw.seeds().size()) {
      throw new IllegalArgumentException(
          "draw: a seed for each of " + rows + " series, got " + draw.seeds().size());
    }
  }

  static double[] apply(
      Augmentation augmentation,
      double[] values,
      int channels,
      int time,
      Track.Role role,
      Draw draw) {
    Track track = new Track(role, "", 0, channels, time);
    double[] augmented = new double[values.length];
    int at = 0;
    for (long seed : draw.seeds()) {
      int length = track.values().length;
      System.arraycopy(values, at, track.values(), 0, length);
      transform(augmentation, track, seed);
      System.arraycopy(track.values(), 0, augmented, at, length);
      at += length;
    }
    return augmented;
  }

  static float[] apply(
      Augmentation augmentation,
      float[] values,
      int channels,
      int time,
      Track.Role role,
      Draw draw) {
    Track track = new Track(role, "", 0, channels, time);
    float[] augmented = new float[values.length];
    int at = 0;
    for (long seed : draw.seeds()) {
      at = apply(augmentation, track, seed, values, augmented, at);
    }
    return augmented;
  }

  private static int apply(
      Augmentation augmentation, Track track, long seed, float[] from, float[] to, int at) {
    double[] in = track.values();
    for (int i = 0; i < in.length; i++) {
      in[i] = from[at + i];
    }
    transform(augmentation, track, seed);
    double[] out = track.values();
    for (int i = 0; i < out.length; i++) {
      to[at + i] = (float) out[i];
    }
    return at + out.length;
  }

  /** Refuses what is no batch; returns its number of rows. */
  static int requireBatch(INDArray batch, Track.Role role) {
    boolean hasRank = batch.rank() == 3 || (batch.rank() == 2 && role != Track.Role.VALUES);
    DataType type = batch.dataType();
    if (!hasRank || batch.isEmpty()) {
      throw new IllegalArgumentException(
          "batch: an array [batch, channels, time]"
              + (role == Track.Role.VALUES ? "" : " or [batch, time]")
              + " that is not empty, got shape "
              + Arrays.toString(batch.shape()));
    }
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new IllegalArgumentException("batch: an array of float or double, got " + type);
    }
    SignalBatches.requireRows("batch", batch, -1);
    return (int) batch.size(0);
  }

  static INDArray apply(Augmentation augmentation, INDArray batch, Track.Role role, Draw draw) {
    requireRows(requireBatch(batch, role), draw);
    int channels = batch.rank() == 3 ? (int) batch.size(1) : 1;
    int time = (int) batch.size(-1);
    if (SignalBatches.isDouble(batch)) {
      double[] values = SignalBatches.doubles(batch);
      return NdArrays.of(apply(augmentation, values, channels, time, role, draw), batch.shape());
    }
    float[] values = SignalBatches.floats(batch);
    return NdArrays.of(apply(augmentation, values, channels, time, role, draw), batch.shape());
  }

  static SampleLayout requireSeries(SampleLayout layout) {
    if (layout.features().stream().noneMatch(Tracks::isSeries)) {
      throw new IllegalArgumentException(
          "features: at least one of shape [channels, time], got " + layout.features());
    }
    return layout;
  }

  private static boolean isSeries(Field field) {
    return field.shape().size() == 2;
  }

  static Sample apply(Augmentation augmentation, Sample sample, long seed) {
    List<Field> fields = sample.layout().fields();
    float[][] values = new float[fields.size()][];
    float[][] masks = new float[fields.size()][];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      values[i] = sample.values(i);
      masks[i] = sample.mask(i);
      if (isSeries(field)) {
        boolean isFeature = i < sample.layout().features().size();
        values[i] =
            apply(
                augmentation,
                values[i],
                new Track(
                    isFeature ? Track.Role.VALUES : Track.Role.LABELS,
                    field.name(),
                    i,
                    field.shape().get(0),
                    field.shape().get(1)),
                seed);
        if (hasMaskOfSteps(field)) {
          masks[i] =
              apply(
                  augmentation,
                  masks[i],
                  new Track(
                      isFeature ? Track.Role.MASK : Track.Role.LABEL_MASK,
                      field.name(),
                      i,
                      field.maskLength() / field.shape().get(1),
                      field.shape().get(1)),
                  seed);
        }
      }
    }
    return Sample.of(sample.key(), sample.layout(), values, masks);
  }

  private static boolean hasMaskOfSteps(Field field) {
    return field.maskShape().equals(field.shape())
        || field.maskShape().equals(field.shape().subList(1, 2));
  }

  private static float[] apply(Augmentation augmentation, float[] values, Track track, long seed) {
    float[] augmented = new float[values.length];
    apply(augmentation, track, seed, values, augmented, 0);
    return augmented;
  }

  /** Applies what follows from a seed. */
  static void transform(Augmentation augmentation, Track track, long seed) {
    augmentation.transform(track, new SplittableRandom(seed));
  }
}
