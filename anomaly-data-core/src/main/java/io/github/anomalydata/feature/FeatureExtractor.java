package io.github.anomalydata.feature;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import io.github.anomalydata.signal.Detrend;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns windows of signals into feature vectors: {@code [batch, channels, time]} to {@code [batch,
 * features]}, channel after channel, of each the features in the order of the set.
 *
 * <p>Each signal is measured once for all its features. Computation is in double precision; float
 * input gives float output. With several workers the numbers are the same bits as with one.
 *
 * <p>Immutable and safe for use by several threads at once. Work on arrays of Java loads no class
 * of ND4J.
 */
public final class FeatureExtractor {
  /** Signals handed to a worker at once. */
  private static final int PIECE = 256;

  /** Windows of a source held in memory at once. */
  private static final int BLOCK = 256;

  private final FeatureSet features;
  private final Feature[] order;
  private final double sampleRate;
  private final List<String> channels;
  private final Detrend detrend;
  private final double undefined;
  private final NonFinitePolicy nonFinite;
  private final Executor executor;
  private final int workers;

  private FeatureExtractor(
      FeatureSet features,
      double sampleRate,
      List<String> channels,
      Detrend detrend,
      double undefined,
      NonFinitePolicy nonFinite,
      Executor executor,
      int workers) {
    this.features = features;
    this.order = features.features().toArray(new Feature[0]);
    this.sampleRate = sampleRate;
    this.channels = channels;
    this.detrend = detrend;
    this.undefined = undefined;
    this.nonFinite = nonFinite;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns an extractor.
   *
   * <p>Defaults: one {@linkplain #withChannels(int) channel} named {@code 0}, the {@linkplain
   * #with(Detrend) mean} is taken out before the spectrum, an {@linkplain #withUndefined undefined}
   * feature is NaN, samples that are not finite are {@linkplain #with(NonFinitePolicy) refused},
   * the caller's thread does {@linkplain #withWorkers all the work}.
   *
   * @param features the features of each channel
   * @param sampleRate the samples per second, in Hz
   * @return the extractor
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public static FeatureExtractor of(FeatureSet features, double sampleRate) {
    return new FeatureExtractor(
        features,
        Require.positive("sampleRate", sampleRate),
        List.of("0"),
        Detrend.CONSTANT,
        Double.NaN,
        NonFinitePolicy.REFUSE,
        Runnable::run,
        1);
  }

  /**
   * Returns the extractor of a schema: the same columns, computed in the same way.
   *
   * @param schema the schema
   * @return the extractor, which refuses samples that are not finite
   */
  public static FeatureExtractor of(FeatureSchema schema) {
    return of(schema.features(), schema.sampleRate())
        .withChannels(schema.channels())
        .with(schema.detrend())
        .withUndefined(Names.parse(schema.undefined()));
  }

  /**
   * Returns this extractor for channels of names.
   *
   * @param names the names, at least one, each once
   * @return the new extractor
   * @throws IllegalArgumentException if there are none, or one is there twice
   */
  public FeatureExtractor withChannels(List<String> names) {
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("channels: at least one, each name once, got " + names);
    }
    return new FeatureExtractor(
        features, sampleRate, List.copyOf(names), detrend, undefined, nonFinite, executor, workers);
  }

  /**
   * Returns this extractor for channels that are named by their number, from {@code 0}.
   *
   * @param count the number of channels, at least 1
   * @return the new extractor
   * @throws IllegalArgumentException if the number is below 1
   */
  public FeatureExtractor withChannels(int count) {
    Require.atLeast("channels", count, 1);
    return withChannels(IntStream.range(0, count).mapToObj(String::valueOf).toList());
  }

  /**
   * Returns this extractor with something else taken out of a signal before its spectrum. With
   * {@link Detrend#NONE} the bin of 0 Hz counts too. The features of tsfel do as tsfel does.
   *
   * @param newDetrend what is taken out
   * @return the new extractor
   */
  public FeatureExtractor with(Detrend newDetrend) {
    return new FeatureExtractor(
        features, sampleRate, channels, newDetrend, undefined, nonFinite, executor, workers);
  }

  /**
   * Returns this extractor with another treatment of NaN and infinity.
   *
   * @param policy the treatment
   * @return the new extractor
   */
  public FeatureExtractor with(NonFinitePolicy policy) {
    return new FeatureExtractor(
        features, sampleRate, channels, detrend, undefined, policy, executor, workers);
  }

  /**
   * Returns this extractor with a number in the place of features that are undefined, such as the
   * skewness of a constant signal.
   *
   * @param value the number
   * @return the new extractor
   */
  public FeatureExtractor withUndefined(double value) {
    return new FeatureExtractor(
        features, sampleRate, channels, detrend, value, nonFinite, executor, workers);
  }

  /**
   * Returns this extractor with help from an executor. The caller works too, so that an executor
   * that is busy or refuses makes it slower and never stops it.
   *
   * @param newExecutor what runs the helpers
   * @param count the number of threads that work, the caller's included, at least 1
   * @return the new extractor
   * @throws IllegalArgumentException if the number is below 1
   */
  public FeatureExtractor withWorkers(Executor newExecutor, int count) {
    return new FeatureExtractor(
        features,
        sampleRate,
        channels,
        detrend,
        undefined,
        nonFinite,
        newExecutor,
        Require.atLeast("workers", count, 1));
  }

  /**
   * Returns what the numbers of a vector are.
   *
   * @return the schema
   */
  public FeatureSchema schema() {
    return FeatureSchema.of(sampleRate, detrend, undefined, channels, features);
  }

  /**
   * Returns the number of features of a window.
   *
   * @return the channels times the features of each
   */
  public int width() {
    return channels.size() * order.length;
  }

  /**
   * Computes the features of windows.
   *
   * @param windows the windows {@code [batch, channels, time]}, row by row
   * @param time the number of samples of a signal
   * @return the features {@code [batch, features]}, row by row
   * @throws IllegalArgumentException if the values are not one or more whole windows, the signals
   *     are too short for a feature, or a sample is refused
   */
  public double[] extract(double[] windows, int time) {
    int batch = batch(windows.length, time);
    double[] result = new double[size(batch)];
    run(
        batch,
        time,
        (analysis, signal) -> analysis.load(windows, signal * time),
        (row, at) -> System.arraycopy(row, 0, result, at, row.length),
        FeatureExtractor::window);
    return result;
  }

  /**
   * Computes the features of windows in single precision.
   *
   * @param windows the windows {@code [batch, channels, time]}, row by row
   * @param time the number of samples of a signal
   * @return the features {@code [batch, features]}, row by row
   * @throws IllegalArgumentException if the values are not one or more whole windows, the signals
   *     are too short for a feature, or a sample is refused
   */
  public float[] extract(float[] windows, int time) {
    int batch = batch(windows.length, time);
    float[] result = new float[size(batch)];
    run(
        batch,
        time,
        (analysis, signal) -> analysis.load(windows, signal * time),
        (row, at) -> {
          for (int i = 0; i < row.length; i++) {
            result[at + i] = (float) row[i];
          }
        },
        FeatureExtractor::window);
    return result;
  }

  /**
   * Computes the features of one window.
   *
   * @param window the signals {@code [channels][time]}
   * @return the features
   * @throws IllegalArgumentException if there are not as many signals as channels, they are not of
   *     one length or too short for a feature, or a sample is refused
   */
  public double[] extract(double[][] window) {
    if (window.length != channels.size()) {
      throw new IllegalArgumentException(
          "window: one signal for each of " + channels + ", got " + window.length);
    }
    int time = window[0].length;
    for (double[] signal : window) {
      if (signal.length != time) {
        throw new IllegalArgumentException(
            "window: signals of one length, got " + time + " and " + signal.length);
      }
    }
    requireLength(time);
    double[] result = new double[width()];
    run(
        1,
        time,
        (analysis, signal) -> analysis.load(window[signal], 0),
        (row, at) -> System.arraycopy(row, 0, result, at, row.length),
        FeatureExtractor::window);
    return result;
  }

  /**
   * Computes the features of windows.
   *
   * @param windows the windows {@code [batch, channels, time]}; may be a view, in any order
   * @return the features {@code [batch, features]}, in double precision if the windows are, else in
   *     single
   * @throws IllegalArgumentException if the array is empty or of another shape, the signals are too
   *     short for a feature, or a sample is refused
   */
  public INDArray extract(INDArray windows) {
    return FeatureArrays.extract(this, windows);
  }

  /**
   * Returns the features of a source's samples, as a source: with {@link
   * io.github.anomalydata.data.batch.SourceDataSetIterator} they become batches of {@code [batch,
   * features]} for a model. Labels, keys and provenance stay; features are computed when a sample
   * is read, and not kept.
   *
   * @param source a source of one features field {@code [channels, time]}, or {@code [time]} with
   *     one channel
   * @return the source of the feature vectors, its field named {@code features}
   * @throws IllegalArgumentException if the source has other fields, its field is masked, or the
   *     signals are too short for a feature
   */
  public Source over(Source source) {
    return FeatureSource.of(this, source);
  }

  /**
   * Computes the features of all samples of a source. Of the samples only a block is in memory at a
   * time.
   *
   * @param source a source of one features field {@code [channels, time]}, or {@code [time]} with
   *     one channel
   * @param progress hears of the samples that are done
   * @return the table, a row for each sample
   * @throws IllegalArgumentException as {@link #over} does, or if the table would not fit in an
   *     array, or a sample is refused
   * @throws IOException if a sample cannot be read
   */
  public FeatureTable table(Source source, ProgressListener progress) throws IOException {
    int time = FeatureSource.time(this, source);
    int width = width();
    double[] values = new double[size(source.size())];
    BatchBuffer buffer = new BatchBuffer(source.layout(), BLOCK);
    for (int start = 0; start < source.size(); start += BLOCK) {
      int rows = Math.min(BLOCK, source.size() - start);
      int first = start;
      for (int row = 0; row < rows; row++) {
        source.read(start + row, buffer, row);
      }
      float[] windows = buffer.values(0);
      run(
          rows,
          time,
          (analysis, signal) -> analysis.load(windows, signal * time),
          (row, at) -> System.arraycopy(row, 0, values, first * width + at, row.length),
          window -> "sample " + source.key(first + window));
      progress.progress("features", start + rows, source.size());
    }
    return new FeatureTable(
        schema(), IntStream.range(0, source.size()).mapToObj(source::key).toList(), values);
  }

  List<String> channels() {
    return channels;
  }

  void requireLength(int time) {
    for (Feature feature : order) {
      if (time < feature.minimumLength()) {
        throw new IllegalArgumentException(
            "time: at least "
                + feature.minimumLength()
                + " samples for "
                + feature
                + ", got "
                + time);
      }
    }
  }

  private int batch(int values, int time) {
    requireLength(time);
    long window = (long) time * channels.size();
    if (values == 0 || values % window != 0) {
      throw new IllegalArgumentException(
          "windows: one or more of "
              + channels.size()
              + " channels of "
              + time
              + " samples, got "
              + values
              + " values");
    }
    return (int) (values / window);
  }

  private int size(int batch) {
    long size = (long) batch * width();
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "batch: a result that fits in an array, got " + size + " values; split the batch");
    }
    return (int) size;
  }

  private static String window(int number) {
    return "window " + number;
  }

  /** Loads a signal of the batch. */
  private interface Loader {
    int load(SignalAnalysis analysis, int signal);
  }

  /** Takes the features of one signal, to a place of the result. */
  private interface Sink {
    void put(double[] row, int at);
  }

  private void run(
      int batch, int time, Loader loader, Sink sink, IntFunction<String> nameOfWindow) {
    int signals = Math.multiplyExact(batch, channels.size());
    int pieces = (signals + PIECE - 1) / PIECE;
    Workers.run(
        pieces,
        workers,
        executor,
        () -> {
          SignalAnalysis analysis = new SignalAnalysis(time, sampleRate, detrend);
          double[] row = new double[order.length];
          return piece -> {
            int end = Math.min(signals, (piece + 1) * PIECE);
            for (int signal = piece * PIECE; signal < end; signal++) {
              int bad = loader.load(analysis, signal);
              if (bad >= 0) {
                requireFinite(analysis.raw(bad), bad, signal, nameOfWindow);
                Arrays.fill(row, undefined);
              } else {
                compute(analysis, row);
              }
              sink.put(row, signal * row.length);
            }
          };
        });
  }

  private void compute(SignalAnalysis analysis, double[] row) {
    for (int i = 0; i < row.length; i++) {
      double value = order[i].value(analysis);
      row[i] = Double.isNaN(value) ? undefined : value;
    }
  }

  private void requireFinite(double value, int time, int signal, IntFunction<String> nameOfWindow) {
    if (nonFinite == NonFinitePolicy.REFUSE) {
      throw new IllegalArgumentException(
          "windows: finite, got "
              + value
              + " at time "
              + time
              + " of channel '"
              + channels.get(signal % channels.size())
              + "' of "
              + nameOfWindow.apply(signal / channels.size()));
    }
  }
}
