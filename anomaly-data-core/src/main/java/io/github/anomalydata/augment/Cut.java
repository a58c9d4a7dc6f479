package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A stretch of steps of each series of a batch that comes from its partner.
 *
 * <p>Applied to data, and to labels and masks that have a time axis. Labels without one are mixed
 * in proportion, by {@link #blend()}.
 *
 * @param partners the number of the partner of each series, each number once
 * @param starts the first step that comes from the partner
 * @param ends the step after the last one that does, not before the start
 * @param time the number of steps
 */
public record Cut(List<Integer> partners, List<Integer> starts, List<Integer> ends, int time) {
  private static final JsonDocument<Cut> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation-cut", 1, Cut.class);

  /**
   * Checks the values.
   *
   * @param partners the number of the partner of each series, each number once
   * @param starts the first step that comes from the partner
   * @param ends the step after the last one that does, not before the start
   * @param time the number of steps
   * @throws IllegalArgumentException if the partners are no order of all series, or there is not
   *     one stretch within the time for each
   */
  public Cut {
    partners = List.copyOf(partners);
    starts = List.copyOf(starts);
    ends = List.copyOf(ends);
    Require.atLeast("time", time, 1);
    Partners.require(partners);
    Partners.requireSize("starts", partners, starts);
    Partners.requireSize("ends", partners, ends);
    for (int i = 0; i < starts.size(); i++) {
      Rules.between(0, time, "starts", starts.get(i));
      Rules.between(starts.get(i), time, "ends", ends.get(i));
    }
  }

  /**
   * Returns how labels without a time axis are mixed: by the share of steps that are the sample's
   * own.
   *
   * @return the weighted means
   */
  public Blend blend() {
    List<Double> lambdas = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      lambdas.add(1 - (double) (ends.get(i) - starts.get(i)) / time);
    }
    return new Blend(partners, lambdas);
  }

  /**
   * Returns series, labels or masks whose stretch comes from the partner.
   *
   * @param batch data, labels or masks, {@code [batch, ..., time]}, float or double
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if the array is empty, of another type, or has another number
   *     of rows or steps
   */
  public INDArray apply(INDArray batch) {
    return Partners.mix(partners, batch, time, this::cut);
  }

  /**
   * Returns series, labels or masks whose stretch comes from the partner.
   *
   * @param values data, labels or masks, {@code [batch, ..., time]}
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole channels for each series
   */
  public double[] apply(double[] values) {
    return Partners.mix(partners, values, time, this::cut);
  }

  /**
   * Returns series, labels or masks whose stretch comes from the partner in single precision.
   *
   * @param values data, labels or masks, {@code [batch, ..., time]}
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole channels for each series
   */
  public float[] apply(float[] values) {
    return Partners.mix(partners, values, time, this::cut);
  }

  private void cut(int row, double[] values, int own, int partner, int length, double[] mixed) {
    System.arraycopy(values, own, mixed, own, length);
    int start = starts.get(row);
    for (int at = start; at < length; at += time) {
      System.arraycopy(values, partner + at, mixed, own + at, ends.get(row) - start);
    }
  }

  /**
   * Saves what was drawn as JSON, to be replayed by another program.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads what was saved.
   *
   * @param file the file
   * @return what was drawn
   * @throws DataFileException if the file is not such a document of this version, or breaks a rule
   * @throws IOException if the file cannot be read
   */
  public static Cut load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
