package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.signal.Stft;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The shape of the magnitude spectrum of each frame, with the numbers of {@code
 * librosa.feature.spectral_centroid}, {@code spectral_bandwidth} and {@code spectral_contrast}.
 *
 * @see <a href="https://librosa.org/doc/latest/feature.html">librosa.feature</a>
 */
public final class SpectralShape {
  private static final Stft LIBROSA = Stft.withDefaults().withHopLength(512);

  private final Measure measure;
  private final double sampleRate;
  private final Stft stft;
  private final int octaves;
  private final double lowest;
  private final double quantile;

  /** What is told of a spectrum. */
  public enum Measure {
    /** Its mean frequency in Hz, weighted with the magnitudes; 0 of silence. One row. */
    CENTROID,

    /**
     * The standard deviation of its frequency in Hz, weighted with the magnitudes; 0 of silence.
     * One row.
     */
    BANDWIDTH,

    /**
     * How far the peaks of each octave stand out of its valleys, in decibels: the level of the mean
     * of the largest magnitudes less that of the smallest. Levels are at least -100 dB, and at most
     * 80 dB below the highest of the clip. One row more than there are octaves. After D.-N. Jiang
     * et al., "Music type classification by spectral contrast feature", ICME 2002.
     */
    CONTRAST
  }

  private SpectralShape(
      Measure measure, double sampleRate, Stft stft, int octaves, double lowest, double quantile) {
    this.measure = measure;
    this.sampleRate = sampleRate;
    this.stft = stft;
    this.octaves = octaves;
    this.lowest = lowest;
    this.quantile = quantile;
  }

  /**
   * Returns a measure with the defaults of librosa: {@linkplain #withSampleRate sample rate} 22,050
   * Hz, {@linkplain #with(Stft) frames} of 2048 samples every 512, {@linkplain #withOctaves 6
   * octaves from 200 Hz}, {@linkplain #withQuantile quantile} 0.02.
   *
   * @param measure what is told
   * @return the measure
   */
  public static SpectralShape of(Measure measure) {
    return new SpectralShape(measure, 22_050, LIBROSA, 6, 200, 0.02);
  }

  /**
   * Returns this measure for another sample rate.
   *
   * @param hertz the number of samples a second ({@code sr})
   * @return the new options
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public SpectralShape withSampleRate(double hertz) {
    Require.positive("sampleRate", hertz);
    return new SpectralShape(measure, hertz, stft, octaves, lowest, quantile);
  }

  /**
   * Returns this measure of other frames.
   *
   * @param frames how frames are cut and transformed
   * @return the new options
   */
  public SpectralShape with(Stft frames) {
    return new SpectralShape(measure, sampleRate, frames, octaves, lowest, quantile);
  }

  /**
   * Returns the contrast of other octaves.
   *
   * @param count the number of octaves above the lowest frequency, at least 1 ({@code n_bands});
   *     the last reaches to half the sample rate
   * @param hertz the lowest frequency, above 0 ({@code fmin}); what is below it is the first row
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1 or the frequency not above 0 and
   *     finite
   */
  public SpectralShape withOctaves(int count, double hertz) {
    Require.atLeast("octaves", count, 1);
    Require.positive("lowest", hertz);
    return new SpectralShape(measure, sampleRate, stft, count, hertz, quantile);
  }

  /**
   * Returns the contrast of other peaks and valleys.
   *
   * @param share the share of an octave's bins that are its peaks and its valleys, above 0 and
   *     below 1; at least one bin each
   * @return the new options
   * @throws IllegalArgumentException if the share is not such
   */
  public SpectralShape withQuantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("quantile: above 0 and below 1, got " + share);
    }
    return new SpectralShape(measure, sampleRate, stft, octaves, lowest, share);
  }

  /**
   * Returns the number of rows of the measure.
   *
   * @return 1, of the contrast one more than there are octaves
   */
  public int rows() {
    return measure == Measure.CONTRAST ? octaves + 1 : 1;
  }

  /**
   * Returns the measure of the frames of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, rows, frames]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, the
   *     frames do not fit the length, or an octave is without a bin
   */
  public double[] apply(double[] values, int length) {
    return map(length).apply(values);
  }

  /**
   * Returns the measure of the frames of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, rows, frames]}, computed in double precision and rounded once
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, the
   *     frames do not fit the length, or an octave is without a bin
   */
  public float[] apply(float[] values, int length) {
    return map(length).apply(values);
  }

  /**
   * Returns the measure of the frames of each channel of a clip.
   *
   * @param clip the clip, of the sample rate of these options
   * @return {@code [channels, rows, frames]}
   * @throws IllegalArgumentException if the clip has another sample rate or no frame, a sample is
   *     not finite, the frames do not fit the length, or an octave is without a bin
   */
  public float[] apply(AudioClip clip) {
    return map(clip.frames()).apply(clip, sampleRate);
  }

  /**
   * Returns the measure of the frames of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return {@code [..., rows, frames]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, the frames do
   *     not fit the length, or an octave is without a bin
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 1, item -> map(item[0]));
  }

  private BatchMap map(int length) {
    int frames = stft.frames(length);
    double[] frequencies = stft.frequencies(sampleRate);
    int[][] ranges = measure == Measure.CONTRAST ? ranges(frequencies) : new int[0][];
    return BatchMap.of(
        length,
        new int[] {rows(), frames},
        (signal, out, at) -> {
          if (measure == Measure.CONTRAST) {
            contrast(ranges, signal, out, at, frames);
          } else {
            moments(frequencies, signal, out, at);
          }
        });
  }

  private void moments(double[] frequencies, double[] signal, double[] out, int at) {
    visitMagnitudes(
        signal,
        (t, magnitudes) -> {
          double total = 0;
          double sum = 0;
          for (int k = 0; k < magnitudes.length; k++) {
            total += magnitudes[k];
            sum += magnitudes[k] * frequencies[k];
          }
          if (!(total >= Double.MIN_NORMAL)) {
            return;
          }
          double centroid = sum / total;
          out[at + t] =
              measure == Measure.CENTROID
                  ? centroid
                  : deviation(frequencies, magnitudes, centroid, total);
        });
  }

  /** Sees the magnitudes of one frame. */
  private interface FrameVisitor {
    void visit(int frame, double[] magnitudes);
  }

  private void visitMagnitudes(double[] signal, FrameVisitor visitor) {
    double[] magnitudes = new double[stft.bins()];
    stft.visitPowers(
        signal,
        (first, count, powers, stride) -> {
          for (int t = 0; t < count; t++) {
            for (int k = 0; k < magnitudes.length; k++) {
              magnitudes[k] = Math.sqrt(powers[k * stride + t]);
            }
            visitor.visit(first + t, magnitudes);
          }
        });
  }

  private static double deviation(
      double[] frequencies, double[] magnitudes, double centroid, double total) {
    double squares = 0;
    for (int k = 0; k < magnitudes.length; k++) {
      double distance = frequencies[k] - centroid;
      squares += magnitudes[k] / total * distance * distance;
    }
    return Math.sqrt(squares);
  }

  private void contrast(int[][] ranges, double[] signal, double[] out, int at, int frames) {
    int size = ranges.length * frames;
    double[] peaks = new double[size];
    double[] valleys = new double[size];
    visitMagnitudes(
        signal,
        (t, magnitudes) -> {
          for (int row = 0; row < ranges.length; row++) {
            int count = ranges[row][2];
            double[] band = Arrays.copyOfRange(magnitudes, ranges[row][0], ranges[row][1]);
            Arrays.sort(band);
            for (int i = 0; i < count; i++) {
              valleys[row * frames + t] += band[i] / count;
              peaks[row * frames + t] += band[band.length - 1 - i] / count;
            }
          }
        });
    Decibels.ofPower().apply(peaks, 0, size);
    Decibels.ofPower().apply(valleys, 0, size);
    for (int i = 0; i < size; i++) {
      out[at + i] = peaks[i] - valleys[i];
    }
  }

  /**
   * Returns of each row the first bin, the bin after the last, and how many are peaks or valleys.
   */
  private int[][] ranges(double[] frequencies) {
    int[][] ranges = new int[octaves + 1][];
    for (int row = 0; row <= octaves; row++) {
      double low = row == 0 ? 0 : lowest * Math.pow(2, row - 1.0);
      double high = lowest * Math.pow(2, row);
      int from = 0;
      while (from < frequencies.length && frequencies[from] < low) {
        from++;
      }
      int to = from;
      while (to < frequencies.length && frequencies[to] <= high) {
        to++;
      }
      if (from == to || low >= sampleRate / 2) {
        throw new IllegalArgumentException(
            "octaves: each with a frequency of the spectrum, got none from "
                + low
                + " to "
                + high
                + " Hz");
      }
      // As librosa has it: a row also takes the bin below it, leaves its last to the next, but
      // counts it.
      from = Math.max(0, from - 1);
      to = row == octaves ? frequencies.length : to;
      int count = (int) Math.max(1, Math.rint(quantile * (to - from)));
      int end = row == octaves ? to : to - 1;
      if (end == from) {
        throw new IllegalArgumentException(
            "octaves: the first with two frequencies of the spectrum, got one to " + high + " Hz");
      }
      ranges[row] = new int[] {from, end, Math.min(count, end - from)};
    }
    return ranges;
  }

  /** Returns the measure and the options of its rows, without those of the frames. */
  @Override
  public String toString() {
    return "SpectralShape["
        + measure
        + ", sampleRate="
        + sampleRate
        + ", octaves="
        + octaves
        + " from "
        + lowest
        + " Hz, quantile="
        + quantile
        + "]";
  }
}
