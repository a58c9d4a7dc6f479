package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.simd.Logarithm;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Levels in decibels of powers or amplitudes, with the parameters, defaults and numbers of {@code
 * librosa.power_to_db} and {@code librosa.amplitude_to_db}.
 *
 * <p>{@code 10 log10(max(least, S)) - 10 log10(max(least, reference))} for powers, with 20 in the
 * place of 10 for magnitudes of amplitudes; then everything more than {@code top} decibels below
 * the loudest value is raised to that. The maximum that both may refer to is that of one item: of
 * {@code [bands, frames]}, never of other channels or clips. So it is in librosa from 1.0 on;
 * before, it was that of the whole array.
 *
 * <p>Negative powers count as 0.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.power_to_db.html">
 *     librosa.power_to_db</a>
 */
public final class Decibels {
  private static final Decibels POWER = new Decibels(10, 1, 1e-10, Floor.MAXIMUM, 80);
  private static final Decibels AMPLITUDE = new Decibels(20, 1, 1e-5, Floor.MAXIMUM, 80);

  private static final double LN_10 = Math.log(10);

  /** The reference that stands for the greatest value. */
  private static final double OWN_MAXIMUM = -1;

  private final double factor;
  private final double reference;
  private final double least;
  private final Floor floor;
  private final double top;

  private enum Floor {
    MAXIMUM,
    SUM
  }

  private Decibels(double factor, double reference, double least, Floor floor, double top) {
    this.factor = factor;
    this.reference = reference;
    this.least = least;
    this.floor = floor;
    this.top = top;
  }

  /**
   * Returns the levels of powers with the defaults of {@code power_to_db}: {@linkplain
   * #withReference reference} 1, {@linkplain #withLeast least} power 1e-10, {@linkplain #withTop
   * top} 80 dB.
   *
   * @return the defaults
   */
  public static Decibels ofPower() {
    return POWER;
  }

  /**
   * Returns the levels of amplitudes with the defaults of {@code amplitude_to_db}: {@linkplain
   * #withReference reference} 1, {@linkplain #withLeast least} amplitude 1e-5, {@linkplain #withTop
   * top} 80 dB.
   *
   * @return the defaults
   */
  public static Decibels ofAmplitude() {
    return AMPLITUDE;
  }

  /**
   * Returns levels above another value.
   *
   * @param value the power or amplitude of 0 dB, above 0 and finite ({@code ref})
   * @return the new levels
   * @throws IllegalArgumentException if it is not such
   */
  public Decibels withReference(double value) {
    return new Decibels(factor, Require.positive("reference", value), least, floor, top);
  }

  /**
   * Returns levels below the greatest value of the same item ({@code ref=np.max}), which takes away
   * how loud a clip is.
   *
   * @return the new levels
   */
  public Decibels withReferenceOfMaximum() {
    return new Decibels(factor, OWN_MAXIMUM, least, floor, top);
  }

  /**
   * Returns levels of values that are raised to a least one.
   *
   * @param value the least power or amplitude, above 0 and finite ({@code amin})
   * @return the new levels
   * @throws IllegalArgumentException if it is not such
   */
  public Decibels withLeast(double value) {
    return new Decibels(factor, reference, Require.positive("least", value), Floor.MAXIMUM, top);
  }

  /**
   * Returns levels of values to which a small one is added, in the place of a least one: {@code 10
   * log10(S + offset)}, as the baselines of MIMII and DCASE 2020 do.
   *
   * @param value what is added, above 0 and finite
   * @return the new levels
   * @throws IllegalArgumentException if it is not such
   */
  public Decibels withOffset(double value) {
    return new Decibels(factor, reference, Require.positive("offset", value), Floor.SUM, top);
  }

  /**
   * Returns levels of another range.
   *
   * @param decibels the range below the loudest value, above 0 and finite ({@code top_db})
   * @return the new levels
   * @throws IllegalArgumentException if it is not such
   */
  public Decibels withTop(double decibels) {
    return new Decibels(factor, reference, least, floor, Require.positive("top", decibels));
  }

  /**
   * Returns levels of any range ({@code top_db=None}).
   *
   * @return the new levels
   */
  public Decibels withoutTop() {
    return new Decibels(factor, reference, least, floor, Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the levels of each item.
   *
   * @param values the items, {@code [items, size]}
   * @param size the number of values of an item, such as {@code bands * frames}
   * @return the levels, of the same shape
   * @throws IllegalArgumentException if the values are no whole items, or one is not finite
   */
  public double[] apply(double[] values, int size) {
    return map(size).apply(values);
  }

  /**
   * Returns the levels of each item in single precision.
   *
   * @param values the items, {@code [items, size]}
   * @param size the number of values of an item, such as {@code bands * frames}
   * @return the levels, of the same shape
   * @throws IllegalArgumentException if the values are no whole items, or one is not finite
   */
  public float[] apply(float[] values, int size) {
    return map(size).apply(values);
  }

  /**
   * Returns the levels of each item.
   *
   * @param values the items, {@code [..., bands, frames]}
   * @return the levels, of the same shape
   * @throws IllegalArgumentException if the array is empty, has fewer than two axes, or a value is
   *     not finite
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 2, item -> map(BatchMap.product(item), item));
  }

  private BatchMap map(int size, int... shape) {
    int[] same = shape.length == 0 ? new int[] {size} : shape;
    return BatchMap.of(
        size,
        same,
        (item, out, at) -> {
          System.arraycopy(item, 0, out, at, size);
          apply(out, at, size);
        });
  }

  /** Turns an item of an array into levels. */
  void apply(double[] values, int at, int size) {
    int end = at + size;
    raise(values, at, end);
    double greatest = least;
    for (int i = at; i < end; i++) {
      if (values[i] > greatest) {
        greatest = values[i];
      }
    }
    double[] scale = {reference == OWN_MAXIMUM ? greatest : reference, greatest};
    if (reference != OWN_MAXIMUM) {
      raise(scale, 0, 1);
    }
    Logarithm.FASTER.apply(scale, 0, 2);
    Logarithm.FASTER.apply(values, at, size);
    double unit = factor / LN_10;
    double zero = unit * scale[0];
    double lowest = unit * scale[1] - zero - top;
    for (int i = at; i < end; i++) {
      values[i] = Math.max(lowest, unit * values[i] - zero);
    }
  }

  /** Makes what logarithms are taken of: magnitudes or powers, above 0. */
  private void raise(double[] values, int from, int to) {
    if (factor == 20) {
      for (int i = from; i < to; i++) {
        values[i] = Math.abs(values[i]);
      }
    }
    double small = least;
    if (floor == Floor.SUM) {
      for (int i = from; i < to; i++) {
        values[i] = Math.max(0, values[i]) + small;
      }
    } else {
      for (int i = from; i < to; i++) {
        values[i] = Math.max(small, values[i]);
      }
    }
  }

  /** Returns all options: what computes the same says the same. */
  @Override
  public String toString() {
    return "Decibels["
        + (factor == 20 ? "amplitude" : "power")
        + ", reference="
        + (reference == OWN_MAXIMUM ? "maximum" : reference)
        + (floor == Floor.SUM ? ", offset=" : ", least=")
        + least
        + ", top="
        + top
        + "]";
  }
}
