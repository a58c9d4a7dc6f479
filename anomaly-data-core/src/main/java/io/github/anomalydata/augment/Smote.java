package io.github.anomalydata.augment;

import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes samples of rare classes between those there are.
 *
 * <p>A new sample lies at {@code sample + u * (neighbour - sample)}, {@code u} uniform in [0, 1),
 * where the neighbour is one of the nearest of the same class by the Euclidean distance of their
 * values, each as likely, and each sample takes its turn. A sample with NaN is nobody's neighbour
 * unless there are too few others. After N. V. Chawla et al., "SMOTE: synthetic minority
 * over-sampling technique", JAIR 16 (2002), doi:10.1613/jair.953.
 *
 * <p>It costs the distances of all pairs of samples of a rare class. Split first and make samples
 * of the training part only: what is made of a sample must not be on the other side.
 *
 * @param neighbours how many of the nearest are candidates, at least 1; all others if there are
 *     fewer
 * @param ratio how large a class is to be, as a share of the largest, in (0, 1]
 */
public record Smote(int neighbours, double ratio) implements AugmentationStep {
  private static final Smote DEFAULT = new Smote(5, 1);

  /**
   * Checks the options.
   *
   * @param neighbours how many of the nearest are candidates, at least 1; all others if there are
   *     fewer
   * @param ratio how large a class is to be, as a share of the largest, in (0, 1]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public Smote {
    Require.atLeast("neighbours", neighbours, 1);
    Rules.ratio("ratio", ratio);
  }

  /**
   * Returns the method with these defaults: 5 neighbours, all classes as large as the largest.
   *
   * @return the method
   */
  public static Smote withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this method with another number of neighbours.
   *
   * @param newNeighbours how many of the nearest are candidates, at least 1
   * @return the method
   * @throws IllegalArgumentException if it is below 1
   */
  public Smote withNeighbours(int newNeighbours) {
    return new Smote(newNeighbours, ratio);
  }

  /**
   * Returns this method with another size of rare classes.
   *
   * @param newRatio how large a class is to be, as a share of the largest, in (0, 1]
   * @return the method
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public Smote withRatio(double newRatio) {
    return new Smote(neighbours, newRatio);
  }

  /**
   * Returns a view of a source with more samples of its rare classes after those it has.
   *
   * <p>The classes are those of the first labels field that has any. Distances are of the values of
   * all features. Features, labels and targets lie between those of the two samples; a value counts
   * if it does in both. The new samples are read as they are asked for; their group is that of the
   * sample they begin at, followed by {@code "/smote"}.
   *
   * @param source the source, of which every sample is read once
   * @param seed the seed
   * @return the view
   * @throws IllegalArgumentException if no labels field has classes, a sample is not of one class,
   *     or a class that is too small has a single sample
   * @throws IOException if a sample cannot be read
   */
  @Override
  public Source over(Source source, long seed) throws IOException {
    return SmoteSource.over(source, this, seed);
  }

  /**
   * Returns new samples between samples of one class.
   *
   * @param samples the samples of the class, {@code [n, ...]}, at least two, float or double
   * @param count the number of new samples, at least 1
   * @param random the generator
   * @return a new array {@code [count, ...]} of the same type
   * @throws IllegalArgumentException if there are fewer than two samples, the array is of another
   *     type, or the count is below 1
   */
  public INDArray apply(INDArray samples, int count, RandomGenerator random) {
    if (!samples.dataType().isFPType() || samples.isEmpty() || samples.rank() < 2) {
      throw new IllegalArgumentException(
          "samples: an array [n, ...] of float or double, got "
              + samples.dataType()
              + " of shape "
              + Arrays.toString(samples.shape()));
    }
    long[] shape = samples.shape().clone();
    double[] made = apply(SignalBatches.doubles(samples), (int) shape[0], count, random);
    shape[0] = count;
    return SignalBatches.like(samples, made, shape);
  }

  /**
   * Returns new samples between samples of one class.
   *
   * @param values the samples of the class, one row each
   * @param samples the number of samples, at least 2
   * @param count the number of new samples, at least 1
   * @param random the generator
   * @return one row for each new sample
   * @throws IllegalArgumentException if there are fewer than two samples, the values are no whole
   *     rows, or the count is below 1
   */
  public double[] apply(double[] values, int samples, int count, RandomGenerator random) {
    int length = values.length / requireSamples(samples);
    if (length == 0 || values.length % samples != 0) {
      throw new IllegalArgumentException(
          "values: " + samples + " rows, got " + values.length + " values");
    }
    double[] made = new double[length * Require.atLeast("count", count, 1)];
    Neighbours nearest =
        Neighbours.of(samples, neighbours, (i, j) -> distance(values, i, j, length));
    for (int row = 0; row < count; row++) {
      int own = row % samples * length;
      int other = nearest.draw(row % samples, random) * length;
      double share = random.nextDouble();
      for (int i = 0; i < length; i++) {
        made[row * length + i] = values[own + i] + share * (values[other + i] - values[own + i]);
      }
    }
    return made;
  }

  /**
   * Returns new samples between samples of one class, in single precision.
   *
   * @param values the samples of the class, one row each
   * @param samples the number of samples, at least 2
   * @param count the number of new samples, at least 1
   * @param random the generator
   * @return one row for each new sample
   * @throws IllegalArgumentException if there are fewer than two samples, the values are no whole
   *     rows, or the count is below 1
   */
  public float[] apply(float[] values, int samples, int count, RandomGenerator random) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    double[] made = apply(wide, samples, count, random);
    float[] rounded = new float[made.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) made[i];
    }
    return rounded;
  }

  private static int requireSamples(int samples) {
    return Require.atLeast("samples", samples, 2);
  }

  private static double distance(double[] values, int row, int other, int length) {
    double squares = 0;
    for (int i = 0; i < length; i++) {
      double difference = values[row * length + i] - values[other * length + i];
      squares += difference * difference;
    }
    return squares;
  }
}
