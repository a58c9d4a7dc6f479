package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.Require;
import java.util.List;

/**
 * A discrete wavelet: a bank of four filters, by the names PyWavelets gives them.
 *
 * <table>
 * <caption>Families</caption>
 * <tr><th>names<th>family<th>orthogonal
 * <tr><td>{@code haar}, {@code db1} … {@code db20}<td>Daubechies<td>yes
 * <tr><td>{@code sym2} … {@code sym20}<td>symlets<td>yes
 * <tr><td>{@code coif1} … {@code coif5}<td>Coiflets<td>yes
 * <tr><td>{@code bior1.1} … {@code bior6.8}<td>biorthogonal splines<td>no
 * <tr><td>{@code rbio1.1} … {@code rbio6.8}<td>the same, decomposition and reconstruction
 *     exchanged<td>no
 * </table>
 *
 * <p>The high-pass filters follow from the low-pass ones, with alternating signs: {@code decHigh[k]
 * = (-1)^(k+1) recLow[k]} and {@code recHigh[k] = (-1)^k decLow[k]}. All four have the same even
 * length. Immutable.
 *
 * @see <a href="https://pywavelets.readthedocs.io/en/latest/ref/wavelets.html">PyWavelets</a>
 */
public final class Wavelet {
  private final String name;
  private final boolean orthogonal;
  private final double[] decLow;
  private final double[] recLow;

  Wavelet(String name, boolean orthogonal, double[] decLow, double[] recLow) {
    this.name = name;
    this.orthogonal = orthogonal;
    this.decLow = decLow;
    this.recLow = recLow;
  }

  /**
   * Returns the wavelet of a name.
   *
   * @param name one of {@link #names}
   * @return the wavelet
   * @throws IllegalArgumentException if there is no such wavelet
   */
  public static Wavelet of(String name) {
    return WaveletTable.get(name);
  }

  /**
   * Returns the names of all wavelets.
   *
   * @return the names, by family and order
   */
  public static List<String> names() {
    return WaveletTable.names();
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Tells whether the reconstruction filters are the decomposition filters reversed, so that the
   * transform with {@link BoundaryMode#PERIODIZATION} keeps the energy.
   *
   * @return true if they are
   */
  public boolean isOrthogonal() {
    return orthogonal;
  }

  /**
   * Returns the length of each of the filters.
   *
   * @return the length, at least 2 and even
   */
  public int filterLength() {
    return decLow.length;
  }

  /**
   * Returns the low-pass filter of the decomposition.
   *
   * @return a copy of the coefficients
   */
  public double[] decompositionLowPass() {
    return decLow.clone();
  }

  /**
   * Returns the high-pass filter of the decomposition.
   *
   * @return a copy of the coefficients
   */
  public double[] decompositionHighPass() {
    return alternate(recLow, -1);
  }

  /**
   * Returns the low-pass filter of the reconstruction.
   *
   * @return a copy of the coefficients
   */
  public double[] reconstructionLowPass() {
    return recLow.clone();
  }

  /**
   * Returns the high-pass filter of the reconstruction.
   *
   * @return a copy of the coefficients
   */
  public double[] reconstructionHighPass() {
    return alternate(decLow, 1);
  }

  private static double[] alternate(double[] filter, int sign) {
    double[] alternated = filter.clone();
    for (int k = sign > 0 ? 1 : 0; k < filter.length; k += 2) {
      alternated[k] = -alternated[k];
    }
    return alternated;
  }

  /**
   * Returns the maximum level of {@link Dwt#decompose(double[], int)}: {@code floor(log2(length /
   * (filterLength - 1)))}, and 0 for a signal too short for one level.
   *
   * @param length the length of a signal, at least 1
   * @return the maximum level, at least 0
   * @throws IllegalArgumentException if the length is below 1
   */
  public int maximumLevel(int length) {
    Require.atLeast("length", length, 1);
    int ratio = length / (filterLength() - 1);
    return ratio < 1 ? 0 : 31 - Integer.numberOfLeadingZeros(ratio);
  }

  int requireLevel(int level, int length) {
    int maximum = maximumLevel(length);
    if (level < 0 || level > maximum) {
      throw new IllegalArgumentException(
          "level: from 0 to the maximum of "
              + maximum
              + " for "
              + name
              + " and signals of length "
              + length
              + ", got "
              + level);
    }
    return level;
  }

  @Override
  public String toString() {
    return name;
  }
}
