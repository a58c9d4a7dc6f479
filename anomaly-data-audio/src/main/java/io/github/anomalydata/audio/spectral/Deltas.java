package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How features change from frame to frame, with the parameters, defaults and numbers of {@code
 * librosa.feature.delta}: the derivative of a polynomial that is fitted to a window around each
 * frame, a Savitzky-Golay filter.
 *
 * <p>The polynomial has the degree of the derivative. Its derivative of order p is then {@code p!
 * sum over i of P[i] x[t + i] / sum over i of P[i]^2}, where P is the monic polynomial of degree p
 * that is orthogonal to all lower ones on the window.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.feature.delta.html">
 *     librosa.feature.delta</a>
 * @see <a href="https://doi.org/10.1021/ac60214a047">A. Savitzky and M. J. E. Golay, "Smoothing and
 *     differentiation of data by simplified least squares procedures", 1964</a>
 */
public final class Deltas {
  private static final Deltas DEFAULT = new Deltas(9, 1, DeltaEdges.INTERPOLATE);

  private final int width;
  private final int order;
  private final DeltaEdges edges;

  private Deltas(int width, int order, DeltaEdges edges) {
    this.width = width;
    this.order = order;
    this.edges = edges;
  }

  /**
   * Returns the defaults of librosa: {@linkplain #withWidth width} 9, {@linkplain #withOrder order}
   * 1, {@linkplain #with(DeltaEdges) edges} {@link DeltaEdges#INTERPOLATE}.
   *
   * @return the defaults
   */
  public static Deltas withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns windows of another width.
   *
   * @param frames the number of frames, odd, at least 3 and above the order ({@code width})
   * @return the new options
   * @throws IllegalArgumentException if the number is even or below 3
   */
  public Deltas withWidth(int frames) {
    if (frames < 3 || frames % 2 == 0) {
      throw new IllegalArgumentException("width: odd and at least 3, got " + frames);
    }
    return new Deltas(frames, order, edges);
  }

  /**
   * Returns another derivative.
   *
   * @param derivative 1 for the change, 2 for the change of the change, and so on ({@code order})
   * @return the new options
   * @throws IllegalArgumentException if it is below 1
   */
  public Deltas withOrder(int derivative) {
    return new Deltas(width, Require.atLeast("order", derivative, 1), edges);
  }

  /**
   * Returns other edges.
   *
   * @param other what stands for frames that are not there ({@code mode})
   * @return the new options
   */
  public Deltas with(DeltaEdges other) {
    return new Deltas(width, order, other);
  }

  /**
   * Returns the change of each row.
   *
   * @param values the features, {@code [rows, frames]}
   * @param frames the number of frames
   * @return the derivatives by frames, of the same shape
   * @throws IllegalArgumentException if the values are no whole rows, one is not finite, the order
   *     is not below the width, or there are fewer frames than {@link DeltaEdges#INTERPOLATE} needs
   */
  public double[] apply(double[] values, int frames) {
    return map(frames).apply(values);
  }

  /**
   * Returns the change of each row in single precision.
   *
   * @param values the features, {@code [rows, frames]}
   * @param frames the number of frames
   * @return the derivatives by frames, of the same shape, computed in double precision and rounded
   *     once
   * @throws IllegalArgumentException if the values are no whole rows, one is not finite, the order
   *     is not below the width, or there are fewer frames than {@link DeltaEdges#INTERPOLATE} needs
   */
  public float[] apply(float[] values, int frames) {
    return map(frames).apply(values);
  }

  /**
   * Returns the change along the last axis.
   *
   * @param values the features, {@code [..., frames]}
   * @return the derivatives by frames, of the same shape
   * @throws IllegalArgumentException if the array is empty, a value is not finite, the order is not
   *     below the width, or there are fewer frames than {@link DeltaEdges#INTERPOLATE} needs
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 1, item -> map(item[0]));
  }

  private BatchMap map(int frames) {
    Require.atLeast("frames", frames, edges == DeltaEdges.INTERPOLATE ? width : 1);
    if (order >= width) {
      throw new IllegalArgumentException(
          "order: below the width, which is " + width + ", got " + order);
    }
    double[] weights = weights();
    return BatchMap.of(
        frames, new int[] {frames}, (item, out, at) -> differentiate(weights, item, out, at));
  }

  private void differentiate(double[] weights, double[] row, double[] out, int at) {
    int half = width / 2;
    int frames = row.length;
    for (int t = 0; t < frames; t++) {
      int centre =
          edges == DeltaEdges.INTERPOLATE ? Math.max(half, Math.min(frames - 1 - half, t)) : t;
      double sum = 0;
      for (int i = 0; i < width; i++) {
        sum += weights[i] * edges.at(row, centre - half + i);
      }
      out[at + t] = sum;
    }
  }

  private double[] weights() {
    // On places that are symmetric around 0, P(p + 1) = x P(p) - b P(p - 1).
    double[] before = new double[width];
    double[] polynomial = new double[width];
    Arrays.fill(polynomial, 1);
    double squaresBefore = 1;
    double squares = width;
    double factorial = 1;
    for (int p = 1; p <= order; p++) {
      double[] next = new double[width];
      double sum = 0;
      for (int i = 0; i < width; i++) {
        next[i] = (i - width / 2) * polynomial[i] - squares / squaresBefore * before[i];
        sum += next[i] * next[i];
      }
      before = polynomial;
      polynomial = next;
      squaresBefore = squares;
      squares = sum;
      factorial *= p;
    }
    for (int i = 0; i < width; i++) {
      polynomial[i] *= factorial / squares;
    }
    return polynomial;
  }

  /** Returns all options: what computes the same says the same. */
  @Override
  public String toString() {
    return "Deltas[width=" + width + ", order=" + order + ", " + edges + "]";
  }
}
