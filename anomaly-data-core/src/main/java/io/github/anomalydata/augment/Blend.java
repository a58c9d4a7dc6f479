package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A weighted mean of each sample of a batch and its partner, to be applied to data, labels and
 * other modalities alike.
 *
 * @param partners the number of the partner of each sample, each number once
 * @param lambdas the share of the sample itself, in [0, 1]; the rest is the partner's
 */
public record Blend(List<Integer> partners, List<Double> lambdas) {
  private static final JsonDocument<Blend> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation-blend", 1, Blend.class);

  /**
   * Checks the values.
   *
   * @param partners the number of the partner of each sample, each number once
   * @param lambdas the share of the sample itself, in [0, 1]; the rest is the partner's
   * @throws IllegalArgumentException if the partners are no order of all samples, or there is not
   *     one share in [0, 1] for each
   */
  public Blend {
    partners = List.copyOf(partners);
    lambdas = List.copyOf(lambdas);
    Partners.require(partners);
    Partners.requireSize("lambdas", partners, lambdas);
    lambdas.forEach(lambda -> Rules.probability("lambdas", lambda));
  }

  /**
   * Returns {@code lambda * sample + (1 - lambda) * partner}.
   *
   * @param batch data or labels, {@code [batch, ...]}, float or double
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if the array is empty, of another type, or has another number
   *     of rows
   */
  public INDArray apply(INDArray batch) {
    return Partners.mix(partners, batch, 1, this::blend);
  }

  /**
   * Returns {@code lambda * sample + (1 - lambda) * partner}.
   *
   * @param values data or labels, one row for each sample
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole rows
   */
  public double[] apply(double[] values) {
    return Partners.mix(partners, values, 1, this::blend);
  }

  /**
   * Returns {@code lambda * sample + (1 - lambda) * partner} in single precision.
   *
   * @param values data or labels, one row for each sample
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole rows
   */
  public float[] apply(float[] values) {
    return Partners.mix(partners, values, 1, this::blend);
  }

  /**
   * Returns masks of what is blended: a value counts if it does in both that have a share.
   *
   * @param batch the masks, {@code [batch, ...]}, float or double
   * @return a new array of the same shape and type
   * @throws IllegalArgumentException if the array is empty, of another type, or has another number
   *     of rows
   */
  public INDArray applyToMasks(INDArray batch) {
    return Partners.mix(partners, batch, 1, this::both);
  }

  /**
   * Returns masks of what is blended: a value counts if it does in both that have a share.
   *
   * @param values the masks, one row for each sample
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole rows
   */
  public double[] applyToMasks(double[] values) {
    return Partners.mix(partners, values, 1, this::both);
  }

  /**
   * Returns masks of what is blended, in single precision: a value counts if it does in both that
   * have a share.
   *
   * @param values the masks, one row for each sample
   * @return a new array of the same shape
   * @throws IllegalArgumentException if the values are none, or no whole rows
   */
  public float[] applyToMasks(float[] values) {
    return Partners.mix(partners, values, 1, this::both);
  }

  private void blend(int row, double[] values, int own, int partner, int length, double[] mixed) {
    double lambda = lambdas.get(row);
    // What has no share must not count even if it is NaN.
    int first = lambda > 0 ? own : partner;
    int second = lambda < 1 ? partner : own;
    for (int i = 0; i < length; i++) {
      mixed[own + i] = lambda * values[first + i] + (1 - lambda) * values[second + i];
    }
  }

  private void both(int row, double[] values, int own, int partner, int length, double[] mixed) {
    double lambda = lambdas.get(row);
    int first = lambda > 0 ? own : partner;
    int second = lambda < 1 ? partner : own;
    for (int i = 0; i < length; i++) {
      mixed[own + i] = Math.min(values[first + i], values[second + i]);
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
  public static Blend load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
