package io.github.anomalydata.augment;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** Values of several series, of which one is read. */
  private interface Reader {
    void read(int from, double[] series);

    static Reader of(double[] values) {
      return (from, series) -> System.arraycopy(values, from, series, 0, series.length);
    }

    static Reader of(float[] values) {
      return (from, series) -> {
        for (int i = 0; i < series.length; i++) {
          series[i] = values[from + i];
        }
      };
    }
  }

  /** Values of several series, of which one is written. */
  private interface Writer {
    void write(int to, double[] series);

    static Writer of(double[] values) {
      return (to, series) -> System.arraycopy(series, 0, values, to, series.length);
    }

    static Writer of(float[] values) {
      return (to, series) -> {
        for (int i = 0; i < series.length; i++) {
          values[to + i] = (float) series[i];
        }
      };
    }
  }

  /** Augments one series after the other; the result may be where the input is. */
  private static void apply(
      Augmentation augmentation,
      Track track,
      Draw draw,
      int time,
      Reader in,
      @Nullable Reader inMask,
      Writer out) {
    int end = time(augmentation, track.rank(), time);
    List<Long> seeds = draw.seeds();
    int length = track.channels() * time;
    track.withRoom(Rooms.take(length));
    for (int row = 0; row < seeds.size(); row++) {
      in.read(row * length, track.begin(time));
      Track mask = track.mask();
      if (inMask != null && mask != null) {
        inMask.read(row * mask.channels() * time, mask.begin(time));
      }
      transform(augmentation, track, seeds.get(row));
      if (track.time() != end) {
        throw new IllegalStateException(
            "augmentation: of "
                + end
                + " steps, as its time() says, got "
                + track.time()
                + " of "
                + augmentation);
      }
      out.write(row * track.channels() * end, track.values());
    }
    Rooms.keep(track.begin(time));
  }

  static double[] apply(
      Augmentation augmentation,
      double[] values,
      int channels,
      int time,
      Track.Role role,
      Draw draw) {
    requireChanges(augmentation, 2);
    double[] augmented = new double[length(augmentation, values.length, time)];
    apply(
        augmentation,
        new Track(role, "", 0, channels, time),
        draw,
        time,
        Reader.of(values),
        null,
        Writer.of(augmented));
    return augmented;
  }

  static float[] apply(
      Augmentation augmentation,
      float[] values,
      int channels,
      int time,
      Track.Role role,
      Draw draw) {
    requireChanges(augmentation, 2);
    float[] augmented = new float[length(augmentation, values.length, time)];
    apply(
        augmentation,
        new Track(role, "", 0, channels, time),
        draw,
        time,
        Reader.of(values),
        null,
        Writer.of(augmented));
    return augmented;
  }

  static double[] apply(
      Augmentation augmentation,
      double[] values,
      double[] mask,
      int channels,
      int time,
      Draw draw) {
    requireChanges(augmentation, 2);
    Track track = masked(channels, time, mask.length, draw);
    double[] augmented = new double[length(augmentation, values.length, time)];
    apply(
        augmentation, track, draw, time, Reader.of(values), Reader.of(mask), Writer.of(augmented));
    return augmented;
  }

  static float[] apply(
      Augmentation augmentation, float[] values, float[] mask, int channels, int time, Draw draw) {
    requireChanges(augmentation, 2);
    Track track = masked(channels, time, mask.length, draw);
    float[] augmented = new float[length(augmentation, values.length, time)];
    apply(
        augmentation, track, draw, time, Reader.of(values), Reader.of(mask), Writer.of(augmented));
    return augmented;
  }

  private static int length(Augmentation augmentation, int length, int time) {
    return length(augmentation, 2, length, time);
  }

  private static int length(Augmentation augmentation, int rank, int length, int time) {
    return Math.toIntExact((long) length / time * time(augmentation, rank, time));
  }

  /** Returns the steps of the result; images keep their pixels. */
  private static int time(Augmentation augmentation, int rank, int time) {
    return rank == 2 && augmentation.changes(rank) ? augmentation.time(time) : time;
  }

  private static void requireChanges(Augmentation augmentation, int rank) {
    if (!augmentation.changes(rank)) {
      throw new IllegalArgumentException(
          "values: arrays " + shape(5 - rank) + ", got " + shape(rank) + " for " + augmentation);
    }
  }

  private static String shape(int rank) {
    return rank == 2 ? "[channels, time]" : "[channels, height, width]";
  }

  static float[] apply(
      Augmentation augmentation,
      float[] values,
      int channels,
      int height,
      int width,
      Track.Role role,
      Draw draw) {
    requireChanges(augmentation, 3);
    int pixels =
        Math.multiplyExact(
            Require.atLeast("height", height, 1), Require.atLeast("width", width, 1));
    requireRows(rows(values.length, channels, pixels), draw);
    float[] augmented = new float[values.length];
    apply(
        augmentation,
        new Track(role, "", 0, channels, pixels, width),
        draw,
        pixels,
        Reader.of(values),
        null,
        Writer.of(augmented));
    return augmented;
  }

  private static Track masked(int channels, int time, int maskLength, Draw draw) {
    long steps = (long) draw.seeds().size() * time;
    if (maskLength != steps && maskLength != steps * channels) {
      throw new IllegalArgumentException(
          "mask: "
              + steps
              + " values, one for each step, or "
              + channels
              + " times as many, got "
              + maskLength);
    }
    return new Track(Track.Role.VALUES, "", 0, channels, time)
        .withMask(new Track(Track.Role.MASK, "", 0, (int) (maskLength / steps), time));
  }

  /** Refuses what is no batch; returns its number of rows. */
  static int requireBatch(Augmentation augmentation, INDArray batch, Track.Role role) {
    boolean isSeries = batch.rank() == 3 || (batch.rank() == 2 && role != Track.Role.VALUES);
    boolean isImages = batch.rank() == 4 && augmentation.changes(3);
    boolean hasRank = isImages || (isSeries && augmentation.changes(2));
    DataType type = batch.dataType();
    if (!hasRank || batch.isEmpty()) {
      throw new IllegalArgumentException(
          (augmentation.changes(2)
                  ? "batch: an array [batch, channels, time]"
                      + (role == Track.Role.VALUES ? "" : " or [batch, time]")
                  : "batch: an array [batch, channels, height, width]")
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
    requireRows(requireBatch(augmentation, batch, role), draw);
    return apply(augmentation, batch, null, role, draw);
  }

  static INDArray apply(Augmentation augmentation, INDArray batch, INDArray mask, Draw draw) {
    requireChanges(augmentation, 2);
    requireRows(requireBatch(augmentation, batch, Track.Role.VALUES), draw);
    requireBatch(augmentation, mask, Track.Role.MASK);
    long[] shape = batch.shape();
    boolean isOfSteps = Arrays.equals(mask.shape(), new long[] {shape[0], shape[2]});
    if (!isOfSteps && !Arrays.equals(mask.shape(), shape)) {
      throw new IllegalArgumentException(
          "mask: of shape [batch, time] or that of the batch, "
              + Arrays.toString(shape)
              + ", got "
              + Arrays.toString(mask.shape()));
    }
    return apply(augmentation, batch, mask, Track.Role.VALUES, draw);
  }

  private static INDArray apply(
      Augmentation augmentation,
      INDArray batch,
      @Nullable INDArray mask,
      Track.Role role,
      Draw draw) {
    boolean isImages = batch.rank() == 4;
    int channels = batch.rank() >= 3 ? (int) batch.size(1) : 1;
    int width = isImages ? (int) batch.size(3) : 0;
    int time = isImages ? (int) batch.size(2) * width : (int) batch.size(-1);
    Track track = new Track(role, "", 0, channels, time, width);
    Reader masks = null;
    if (mask != null) {
      int rows = mask.rank() == 3 ? channels : 1;
      track = track.withMask(new Track(Track.Role.MASK, "", 0, rows, time));
      masks = Reader.of(SignalBatches.doubles(mask));
    }
    long[] shape = batch.shape().clone();
    if (!isImages) {
      shape[shape.length - 1] = augmentation.time(time);
    }
    // The copy of the input becomes the result, so that nothing more is allocated.
    if (SignalBatches.isDouble(batch)) {
      double[] values = SignalBatches.doubles(batch);
      int length = length(augmentation, track.rank(), values.length, time);
      double[] result = length == values.length ? values : new double[length];
      apply(augmentation, track, draw, time, Reader.of(values), masks, Writer.of(result));
      return NdArrays.of(result, shape);
    }
    float[] values = SignalBatches.floats(batch);
    int length = length(augmentation, track.rank(), values.length, time);
    float[] result = length == values.length ? values : new float[length];
    apply(augmentation, track, draw, time, Reader.of(values), masks, Writer.of(result));
    return NdArrays.of(result, shape);
  }

  static SampleLayout requireSeries(SampleLayout layout) {
    if (layout.features().stream().noneMatch(Tracks::isSeries)) {
      throw new IllegalArgumentException(
          "features: at least one of shape [channels, time], got " + layout.features());
    }
    return layout;
  }

  static boolean isSeries(Field field) {
    return field.shape().size() == 2;
  }

  private static SampleLayout requireChanged(Augmentation augmentation, SampleLayout layout) {
    if (layout.features().stream().noneMatch(f -> augmentation.changes(f.shape().size()))) {
      throw new IllegalArgumentException(
          "features: at least one of shape "
              + shape(augmentation.changes(2) ? 2 : 3)
              + ", got "
              + layout.features());
    }
    return layout;
  }

  /** Returns a layout whose series have the steps the augmentation leaves them. */
  static SampleLayout layout(Augmentation augmentation, SampleLayout input) {
    requireChanged(augmentation, input);
    List<Field> features = fields(augmentation, input.features());
    List<Field> labels = fields(augmentation, input.labels());
    return features.equals(input.features()) && labels.equals(input.labels())
        ? input
        : new SampleLayout(features, labels);
  }

  private static List<Field> fields(Augmentation augmentation, List<Field> fields) {
    return fields.stream()
        .map(f -> isSeries(f) && augmentation.changes(2) ? field(augmentation, f) : f)
        .toList();
  }

  private static Field field(Augmentation augmentation, Field field) {
    int time = augmentation.time(field.shape().get(1));
    List<Integer> shape = List.of(field.shape().get(0), time);
    List<Integer> mask = field.maskShape();
    if (hasMaskOfSteps(field)) {
      mask = mask.size() == 2 ? shape : List.of(time);
    }
    return new Field(field.name(), shape, mask, field.classes());
  }

  static Sample apply(Augmentation augmentation, Sample sample, SampleLayout layout, long seed) {
    List<Field> fields = sample.layout().fields();
    Draw draw = new Draw(List.of(seed));
    float[][] values = new float[fields.size()][];
    float[][] masks = new float[fields.size()][];
    for (int i = 0; i < values.length; i++) {
      Field field = fields.get(i);
      values[i] = sample.values(i);
      masks[i] = sample.mask(i);
      if (augmentation.changes(field.shape().size())) {
        boolean isFeature = i < sample.layout().features().size();
        Track track = track(isFeature ? Track.Role.VALUES : Track.Role.LABELS, field, i, false);
        if (hasMaskOfSteps(field)) {
          Track.Role role = isFeature ? Track.Role.MASK : Track.Role.LABEL_MASK;
          masks[i] = apply(augmentation, track(role, field, i, true), draw, masks[i], null);
          track = track.withMask(track(role, field, i, true));
        }
        values[i] = apply(augmentation, track, draw, values[i], sample.mask(i));
      }
    }
    return Sample.of(sample.key(), layout, values, masks);
  }

  private static Track track(Track.Role role, Field field, int number, boolean isMask) {
    boolean isImage = field.shape().size() == 3;
    int time = field.length() / field.shape().get(0);
    int channels = isMask ? field.maskLength() / time : field.shape().get(0);
    int width = isImage ? field.shape().get(2) : 0;
    return new Track(role, field.name(), number, channels, time, width);
  }

  static boolean hasMaskOfSteps(Field field) {
    return field.maskShape().equals(field.shape())
        || field.maskShape().equals(field.shape().subList(1, field.shape().size()));
  }

  private static float[] apply(
      Augmentation augmentation, Track track, Draw draw, float[] values, float @Nullable [] mask) {
    int time = track.time();
    float[] augmented = new float[length(augmentation, track.rank(), values.length, time)];
    apply(
        augmentation,
        track,
        draw,
        time,
        Reader.of(values),
        mask == null || track.mask() == null ? null : Reader.of(mask),
        Writer.of(augmented));
    return augmented;
  }

  /** Applies what follows from a seed, if the augmentation is one of such arrays. */
  static void transform(Augmentation augmentation, Track track, long seed) {
    if (augmentation.changes(track.rank())) {
      Generators generators = track.generators();
      int before = generators.used();
      augmentation.transform(track, generators.next(seed));
      generators.release(before);
    }
  }
}
