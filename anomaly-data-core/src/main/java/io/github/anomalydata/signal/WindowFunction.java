package io.github.anomalydata.signal;

import io.github.anomalydata.internal.Require;
import java.util.Locale;

/**
 * A window: weights that fade a segment of a signal out at its ends. The numbers are those of
 * {@code scipy.signal.get_window}.
 *
 * <p>The periodic form ({@code fftbins=True}) is for spectra: the symmetric window of one sample
 * more, without its last. The symmetric form is for the design of filters. A window of one sample
 * is 1. With {@code t = 2 pi i / (n - 1)}, the symmetric forms are:
 *
 * <table>
 * <caption>Windows</caption>
 * <tr><th>factory<th>weight of sample i of n
 * <tr><td>{@link #hann()}<td>0.5 - 0.5 cos t
 * <tr><td>{@link #hamming()}<td>0.54 - 0.46 cos t
 * <tr><td>{@link #blackman()}<td>0.42 - 0.5 cos t + 0.08 cos 2t
 * <tr><td>{@link #flatTop()}<td>0.21557895 - 0.41663158 cos t + 0.277263158 cos 2t - 0.083578947 cos
 *     3t + 0.006947368 cos 4t
 * <tr><td>{@link #tukey}<td>a Hann window cut open at its middle
 * <tr><td>{@link #kaiser}<td>I0(beta sqrt(1 - (2i / (n - 1) - 1)^2)) / I0(beta)
 * <tr><td>{@link #boxcar()}<td>1
 * </table>
 *
 * @see <a
 *     href="https://docs.scipy.org/doc/scipy/reference/signal.windows.html">scipy.signal.windows
 *     </a>
 */
public final class WindowFunction {
  private enum Kind {
    HANN(0.5, 0.5),
    HAMMING(0.54, 0.46),
    BLACKMAN(0.42, 0.5, 0.08),
    FLAT_TOP(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368),
    BOXCAR(1),
    TUKEY,
    KAISER;

    /** The weights of the cosines, whose signs alternate. */
    private final double[] cosines;

    Kind(double... cosines) {
      this.cosines = cosines;
    }
  }

  private final Kind kind;
  private final double parameter;

  private WindowFunction(Kind kind, double parameter) {
    this.kind = kind;
    this.parameter = parameter;
  }

  /**
   * Returns the Hann window.
   *
   * @return the window
   */
  public static WindowFunction hann() {
    return new WindowFunction(Kind.HANN, 0);
  }

  /**
   * Returns the Hamming window.
   *
   * @return the window
   */
  public static WindowFunction hamming() {
    return new WindowFunction(Kind.HAMMING, 0);
  }

  /**
   * Returns the Blackman window.
   *
   * @return the window
   */
  public static WindowFunction blackman() {
    return new WindowFunction(Kind.BLACKMAN, 0);
  }

  /**
   * Returns the flat top window.
   *
   * @return the window
   */
  public static WindowFunction flatTop() {
    return new WindowFunction(Kind.FLAT_TOP, 0);
  }

  /**
   * Returns the window that changes nothing.
   *
   * @return the window
   */
  public static WindowFunction boxcar() {
    return new WindowFunction(Kind.BOXCAR, 0);
  }

  /**
   * Returns a Tukey window.
   *
   * @param alpha the share of the window inside the cosine tapers, 0 (boxcar) to 1 (Hann)
   * @return the window
   * @throws IllegalArgumentException if alpha is not in [0, 1]
   */
  public static WindowFunction tukey(double alpha) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: in [0, 1], got " + alpha);
    }
    return new WindowFunction(Kind.TUKEY, alpha);
  }

  /**
   * Returns a Kaiser window.
   *
   * @param beta the shape, 0 (boxcar) to 700, beyond which the Bessel function overflows
   * @return the window
   * @throws IllegalArgumentException if beta is not in [0, 700]
   */
  public static WindowFunction kaiser(double beta) {
    if (!(beta >= 0 && beta <= 700)) {
      throw new IllegalArgumentException("beta: in [0, 700], got " + beta);
    }
    return new WindowFunction(Kind.KAISER, beta);
  }

  /**
   * Returns the periodic window.
   *
   * @param length the number of samples, at least 1
   * @return the weights
   * @throws IllegalArgumentException if the length is below 1
   */
  public double[] periodic(int length) {
    return weights(length, length);
  }

  /**
   * Returns the symmetric window.
   *
   * @param length the number of samples, at least 1
   * @return the weights
   * @throws IllegalArgumentException if the length is below 1
   */
  public double[] symmetric(int length) {
    return weights(length, length - 1);
  }

  private double[] weights(int length, int period) {
    double[] weights = new double[Require.atLeast("length", length, 1)];
    for (int i = 0; i < length; i++) {
      weights[i] = length == 1 ? 1 : weight(Math.min(i, period - i), period);
    }
    return weights;
  }

  /** Returns a weight of the first half, the only one computed: windows are exactly symmetric. */
  private double weight(int i, int period) {
    return switch (kind) {
      case TUKEY -> taper(i, period);
      case KAISER -> {
        double x = 2.0 * i / period - 1;
        yield bessel(parameter * Math.sqrt(1 - x * x)) / bessel(parameter);
      }
      default -> {
        double sum = 0;
        for (int k = 0; k < kind.cosines.length; k++) {
          double term = kind.cosines[k] * Math.cos(2 * Math.PI * k * i / period);
          sum += k % 2 == 0 ? term : -term;
        }
        yield sum;
      }
    };
  }

  private double taper(int i, int period) {
    // The last sample of the taper is counted as scipy does, from a length rounded down.
    int width = (int) Math.floor(parameter * period / 2.0);
    return parameter == 0 || i > width
        ? 1
        : 0.5 * (1 + Math.cos(Math.PI * (2.0 * i / parameter / period - 1)));
  }

  /** The modified Bessel function of the first kind and order 0, by its power series. */
  private static double bessel(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    // All terms are positive, so that the sum loses no digits.
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= quarter / ((double) k * k);
      sum += term;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowFunction window
        && kind == window.kind
        && parameter == window.parameter;
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Double.hashCode(parameter);
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.TUKEY || kind == Kind.KAISER ? name + "(" + parameter + ")" : name;
  }
}
