package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Triangular filters that sum the bins of a spectrum in bands of equal width on a mel scale, with
 * the parameters, defaults and numbers of {@code librosa.filters.mel}.
 *
 * <p>The edges {@code f[0] .. f[bands + 1]} are equally spaced on the scale from the lowest
 * frequency to the highest. The weight of a bin of frequency f in band b is {@code max(0, min((f -
 * f[b]) / (f[b+1] - f[b]), (f[b+2] - f) / (f[b+2] - f[b+1])))}, and with {@link
 * BandNormalization#SLANEY} that times {@code 2 / (f[b+2] - f[b])}. Only the weights that are not 0
 * are stored and applied.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.filters.mel.html">
 *     librosa.filters.mel</a>
 */
public final class MelFilterBank {
  private static final MelFilterBank DEFAULT =
      new MelFilterBank(22_050, 2048, 128, 0, 0, MelScale.SLANEY, BandNormalization.SLANEY);

  private final double sampleRate;
  private final int fftLength;
  private final int bands;
  private final double lowest;
  private final double highest;
  private final MelScale scale;
  private final BandNormalization normalization;

  /** Made at first use; threads that race make the same. */
  private volatile @Nullable Filters filters;

  private MelFilterBank(
      double sampleRate,
      int fftLength,
      int bands,
      double lowest,
      double highest,
      MelScale scale,
      BandNormalization normalization) {
    this.sampleRate = sampleRate;
    this.fftLength = fftLength;
    this.bands = bands;
    this.lowest = lowest;
    this.highest = highest;
    this.scale = scale;
    this.normalization = normalization;
  }

  /** The weights of each band from its first bin on. */
  private record Filters(int[] first, double[][] weights) {}

  /**
   * Returns the defaults of librosa: {@linkplain #withSampleRate sample rate} 22,050 Hz,
   * {@linkplain #withFftLength FFT length} 2048, {@linkplain #withBands bands} 128, {@linkplain
   * #withFrequencies frequencies} from 0 to half the sample rate, {@linkplain #with(MelScale)
   * scale} {@link MelScale#SLANEY}, {@linkplain #with(BandNormalization) normalization} {@link
   * BandNormalization#SLANEY}.
   *
   * @return the defaults
   */
  public static MelFilterBank withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these filters for another sample rate.
   *
   * @param hertz the number of samples a second ({@code sr})
   * @return the new filters
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public MelFilterBank withSampleRate(double hertz) {
    Require.positive("sampleRate", hertz);
    return new MelFilterBank(hertz, fftLength, bands, lowest, highest, scale, normalization);
  }

  /**
   * Returns these filters for another length of the transform.
   *
   * @param samples the number of samples, at least 1 ({@code n_fft})
   * @return the new filters
   * @throws IllegalArgumentException if the length is below 1
   */
  public MelFilterBank withFftLength(int samples) {
    Require.atLeast("fftLength", samples, 1);
    return new MelFilterBank(sampleRate, samples, bands, lowest, highest, scale, normalization);
  }

  /**
   * Returns another number of filters.
   *
   * @param count the number of bands, at least 1 ({@code n_mels})
   * @return the new filters
   * @throws IllegalArgumentException if the number is below 1
   */
  public MelFilterBank withBands(int count) {
    Require.atLeast("bands", count, 1);
    return new MelFilterBank(sampleRate, fftLength, count, lowest, highest, scale, normalization);
  }

  /**
   * Returns these filters over another range of frequencies.
   *
   * @param fmin where the lowest band begins, in Hz, not negative
   * @param fmax where the highest band ends, in Hz: above {@code fmin}, and at most half the sample
   *     rate that the filters are used with
   * @return the new filters
   * @throws IllegalArgumentException if the range is not such
   */
  public MelFilterBank withFrequencies(double fmin, double fmax) {
    if (!(fmin >= 0)) {
      throw new IllegalArgumentException("fmin: not negative, got " + fmin);
    }
    if (!(fmax > fmin && fmax < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "fmax: above fmin, which is " + fmin + ", and finite, got " + fmax);
    }
    return new MelFilterBank(sampleRate, fftLength, bands, fmin, fmax, scale, normalization);
  }

  /**
   * Returns these filters on another scale.
   *
   * @param other the scale ({@code htk})
   * @return the new filters
   */
  public MelFilterBank with(MelScale other) {
    return new MelFilterBank(sampleRate, fftLength, bands, lowest, highest, other, normalization);
  }

  /**
   * Returns these filters with another normalization.
   *
   * @param other the normalization ({@code norm})
   * @return the new filters
   */
  public MelFilterBank with(BandNormalization other) {
    return new MelFilterBank(sampleRate, fftLength, bands, lowest, highest, scale, other);
  }

  /**
   * Returns the number of samples a second that the filters are for.
   *
   * @return the rate in Hz
   */
  public double sampleRate() {
    return sampleRate;
  }

  /**
   * Returns the number of bands.
   *
   * @return at least 1
   */
  public int bands() {
    return bands;
  }

  /**
   * Returns the number of bins of the spectra that the filters are for.
   *
   * @return half the FFT length, rounded down, plus 1
   */
  public int bins() {
    return fftLength / 2 + 1;
  }

  /**
   * Returns the frequencies at which the bands have their greatest weight.
   *
   * @return {@code f[1] .. f[bands]} in Hz
   * @throws IllegalArgumentException if the range of frequencies is not within half the sample rate
   */
  public double[] centres() {
    return Arrays.copyOfRange(edges(), 1, bands + 1);
  }

  /**
   * Returns how many bands have no weight at all, because they lie between two bins: they give 0
   * for every spectrum. Fewer bands or a longer transform leave none empty.
   *
   * @return the number of empty bands
   * @throws IllegalArgumentException if the range of frequencies is not within half the sample rate
   */
  public int emptyBands() {
    return (int) Arrays.stream(filters().weights).filter(band -> band.length == 0).count();
  }

  /**
   * Returns the weights as librosa does, zeros included.
   *
   * @return a new array, {@code [bands, bins]}
   * @throws IllegalArgumentException if the range of frequencies is not within half the sample rate
   */
  public double[] matrix() {
    Filters all = filters();
    double[] matrix = new double[Math.multiplyExact(bands, bins())];
    for (int b = 0; b < bands; b++) {
      double[] band = all.weights[b];
      System.arraycopy(band, 0, matrix, b * bins() + all.first[b], band.length);
    }
    return matrix;
  }

  /**
   * Writes the sums of a group of spectra, {@code spectra[bin * spectraStride + t]}, to {@code
   * out[at + band * stride + t]}.
   */
  void apply(double[] spectra, int count, int spectraStride, double[] out, int at, int stride) {
    Filters all = filters();
    for (int b = 0; b < bands; b++) {
      int place = at + b * stride;
      int from = all.first[b] * spectraStride;
      int t = 0;
      for (; t + 3 < count; t += 4) {
        sumFour(all.weights[b], spectra, from + t, spectraStride, out, place + t);
      }
      for (; t < count; t++) {
        out[place + t] = sum(all.weights[b], spectra, from + t, spectraStride);
      }
    }
  }

  /** Four sums at once, since one alone waits for each of its additions. */
  private static void sumFour(
      double[] weights, double[] spectra, int from, int stride, double[] out, int at) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int place = from;
    for (double weight : weights) {
      a += weight * spectra[place];
      b += weight * spectra[place + 1];
      c += weight * spectra[place + 2];
      d += weight * spectra[place + 3];
      place += stride;
    }
    out[at] = a;
    out[at + 1] = b;
    out[at + 2] = c;
    out[at + 3] = d;
  }

  private static double sum(double[] weights, double[] spectrum, int from, int stride) {
    double sum = 0;
    int place = from;
    for (double weight : weights) {
      sum += weight * spectrum[place];
      place += stride;
    }
    return sum;
  }

  private Filters filters() {
    Filters made = filters;
    if (made == null) {
      made = make();
      filters = made;
    }
    return made;
  }

  private Filters make() {
    double[] edges = edges();
    int[] first = new int[bands];
    double[][] weights = new double[bands][];
    double[] row = new double[bins()];
    for (int b = 0; b < bands; b++) {
      double height = normalization == BandNormalization.SLANEY ? 2 / (edges[b + 2] - edges[b]) : 1;
      int from = row.length;
      int to = 0;
      for (int k = 0; k < row.length; k++) {
        double f = k * sampleRate / fftLength;
        double rise = (f - edges[b]) / (edges[b + 1] - edges[b]);
        double fall = (edges[b + 2] - f) / (edges[b + 2] - edges[b + 1]);
        row[k] = height * Math.max(0, Math.min(rise, fall));
        if (row[k] > 0) {
          from = Math.min(from, k);
          to = k + 1;
        }
      }
      first[b] = Math.min(from, to);
      weights[b] = Arrays.copyOfRange(row, first[b], to);
    }
    return new Filters(first, weights);
  }

  private double[] edges() {
    double nyquist = sampleRate / 2;
    double end = highest == 0 ? nyquist : highest;
    if (end > nyquist) {
      throw new IllegalArgumentException(
          "fmax: at most half the sample rate, " + nyquist + ", got " + end);
    }
    double from = scale.mel(lowest);
    double to = scale.mel(end);
    double step = (to - from) / (bands + 1);
    double[] edges = new double[bands + 2];
    for (int i = 0; i <= bands; i++) {
      edges[i] = scale.hertz(from + i * step);
    }
    // Not by steps, whose rounding would give the bin at this very frequency a weight or none.
    edges[bands + 1] = scale.hertz(to);
    return edges;
  }

  @Override
  public String toString() {
    return "MelFilterBank[sampleRate="
        + sampleRate
        + ", fftLength="
        + fftLength
        + ", bands="
        + bands
        + ", fmin="
        + lowest
        + ", fmax="
        + (highest == 0 ? sampleRate / 2 : highest)
        + ", "
        + scale
        + ", "
        + normalization
        + "]";
  }
}
