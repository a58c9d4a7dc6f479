package io.github.anomalydata.drift;

import io.github.anomalydata.data.RandomStreams;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a model saw and said over some time: for each row its latents, its score and the features it
 * was given, any of which may be left out. Rows are in the order of time, and the same row of all
 * parts is of the same moment.
 *
 * <p>Instances are immutable.
 */
public final class DriftSample {
  private static final long PURPOSE = 0x72657365;
  private static final DriftSample EMPTY =
      new DriftSample(Optional.empty(), Optional.empty(), Optional.empty());

  private final Optional<Rows> latents;
  private final Optional<Series> scores;
  private final Optional<MixedTable> features;

  private DriftSample(
      Optional<Rows> latents, Optional<Series> scores, Optional<MixedTable> features) {
    this.latents = latents;
    this.scores = scores;
    this.features = features;
  }

  /**
   * Returns a sample without any part.
   *
   * @return the sample
   */
  public static DriftSample empty() {
    return EMPTY;
  }

  /**
   * Returns a sample of latents and scores.
   *
   * @param latents the latents, {@code [rows][columns]}; copied
   * @param scores the score of each row; copied
   * @return the sample
   * @throws IllegalArgumentException as {@link #withLatents(double[][])} and {@link
   *     #withScores(double[])}
   */
  public static DriftSample of(double[][] latents, double[] scores) {
    return EMPTY.withLatents(latents).withScores(scores);
  }

  /**
   * Returns a sample of latents and scores.
   *
   * @param latents the latents, {@code [rows, columns]}; copied
   * @param scores the score of each row, {@code [rows]} or {@code [rows, 1]}; copied
   * @return the sample
   * @throws IllegalArgumentException as {@link #withLatents(INDArray)} and {@link
   *     #withScores(INDArray)}
   */
  public static DriftSample of(INDArray latents, INDArray scores) {
    return EMPTY.withLatents(latents).withScores(scores);
  }

  /**
   * Returns this sample with latents.
   *
   * @param values the latents, {@code [rows][columns]}, all of one length; copied
   * @return the sample
   * @throws IllegalArgumentException if rows differ in length, a value is not finite or 1e150 or
   *     more in magnitude, or the number of rows is not that of the other parts
   */
  public DriftSample withLatents(double[][] values) {
    return withLatents(Rows.of("latents", values));
  }

  /**
   * Returns this sample with latents.
   *
   * @param values the latents, {@code [rows, columns]}, a view or in any order; copied
   * @return the sample
   * @throws IllegalArgumentException if the array is no matrix of real numbers, a value is not
   *     finite or 1e150 or more in magnitude, or the number of rows is not that of the other parts
   */
  public DriftSample withLatents(INDArray values) {
    return withLatents(Rows.of("latents", values));
  }

  DriftSample withLatents(Rows rows) {
    return checked(new DriftSample(Optional.of(rows), scores, features), "latents", rows.count());
  }

  /**
   * Returns this sample with scores.
   *
   * @param values the score of each row; copied
   * @return the sample
   * @throws IllegalArgumentException if a score is not finite or 1e250 or more in magnitude, or the
   *     number of rows is not that of the other parts
   */
  public DriftSample withScores(double[] values) {
    Series series = Series.of("scores", values);
    return checked(
        new DriftSample(latents, Optional.of(series), features), "scores", series.size());
  }

  /**
   * Returns this sample with scores.
   *
   * @param values the score of each row, {@code [rows]} or {@code [rows, 1]}, a view or in any
   *     order; copied
   * @return the sample
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public DriftSample withScores(INDArray values) {
    return withScores(Vectors.of("scores", values));
  }

  /**
   * Returns this sample with features.
   *
   * @param table the features of each row, at least one column
   * @return the sample
   * @throws IllegalArgumentException if there is no column, or the number of rows is not that of
   *     the other parts
   */
  public DriftSample withFeatures(MixedTable table) {
    if (table.columns().isEmpty()) {
      throw new IllegalArgumentException("features: at least one column, got none");
    }
    return checked(new DriftSample(latents, scores, Optional.of(table)), "features", table.rows());
  }

  private DriftSample checked(DriftSample more, String name, int rows) {
    if (hasPart() && rows != rows()) {
      throw new IllegalArgumentException(
          name + ": the " + rows() + " rows of the other parts, got " + rows);
    }
    return more;
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows, 0 for a sample without any part
   */
  public int rows() {
    return latents
        .map(Rows::count)
        .or(() -> scores.map(Series::size))
        .or(() -> features.map(MixedTable::rows))
        .orElse(0);
  }

  /**
   * Returns the number of latents of a row.
   *
   * @return the number of latents, 0 for a sample without any
   */
  public int latentColumns() {
    return latents.map(Rows::columns).orElse(0);
  }

  /**
   * Tells whether there are scores.
   *
   * @return whether there are
   */
  public boolean hasScores() {
    return scores.isPresent();
  }

  /**
   * Returns the features.
   *
   * @return the features; empty for a sample without any
   */
  public Optional<MixedTable> features() {
    return features;
  }

  boolean hasPart() {
    return latents.isPresent() || scores.isPresent() || features.isPresent();
  }

  /** Tells whether both samples have the same parts. */
  boolean hasPartsOf(DriftSample other) {
    return latents.isPresent() == other.latents.isPresent()
        && scores.isPresent() == other.scores.isPresent()
        && features.isPresent() == other.features.isPresent();
  }

  /** Returns which parts there are. */
  String parts() {
    String names =
        (latents.isPresent() ? "latents, " : "")
            + (scores.isPresent() ? "scores, " : "")
            + (features.isPresent() ? "features, " : "");
    return names.isEmpty() ? "none" : names.substring(0, names.length() - 2);
  }

  Optional<Rows> latents() {
    return latents;
  }

  Optional<Series> scores() {
    return scores;
  }

  /** Returns the rows that a window keeps. */
  DriftSample kept(ReferenceWindow window) {
    int all = rows();
    if (window instanceof ReferenceWindow.Newest newest && newest.rows() < all) {
      return rows(IntStream.range(all - newest.rows(), all).toArray());
    }
    return window instanceof ReferenceWindow.Reservoir reservoir && reservoir.rows() < all
        ? rows(drawn(all, reservoir))
        : this;
  }

  /**
   * Draws rows: R. W. Floyd's algorithm, in J. Bentley and R. W. Floyd, "A sample of brilliance",
   * 1987, doi:10.1145/30401.315746.
   */
  private static int[] drawn(int rows, ReferenceWindow.Reservoir reservoir) {
    RandomGenerator random = RandomStreams.of(reservoir.seed(), PURPOSE);
    BitSet chosen = new BitSet(rows);
    for (int row = rows - reservoir.rows(); row < rows; row++) {
      int drawn = random.nextInt(row + 1);
      chosen.set(chosen.get(drawn) ? row : drawn);
    }
    return chosen.stream().toArray();
  }

  /** Returns the sample of some rows. */
  DriftSample rows(int[] rows) {
    return new DriftSample(
        latents.map(all -> all.rows(rows)),
        scores.map(all -> select(all, rows)),
        features.map(all -> all.rows(rows)));
  }

  private static Series select(Series all, int[] rows) {
    double[] values = all.values();
    return Series.of("scores", Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
  }
}
