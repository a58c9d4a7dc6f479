package io.github.anomalydata.signal;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The short-time Fourier transform and its inverse, with the parameters, defaults and numbers of
 * {@code librosa.stft} and {@code librosa.istft}.
 *
 * <p>Frame t is the one-sided spectrum of {@code fftLength} samples, weighted with the periodic
 * window, whose middle is sample {@code t * hopLength} (centred) or whose first sample is that. A
 * window shorter than the transform is filled up with zeros on both sides. A signal of n samples
 * has {@code 1 + n / hopLength} frames if centred and {@code fftLength} is even, {@code 1 + (n -
 * fftLength) / hopLength} if not centred, each rounded down.
 *
 * <p>The inverse adds the weighted frames up and divides by the sum of the squared windows where it
 * is not 0; it is the signal of least squared error (Griffin and Lim, "Signal estimation from
 * modified short-time Fourier transform", 1984).
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.stft.html">librosa.stft</a>
 */
public final class Stft {
  private static final Stft DEFAULT =
      new Stft(2048, 0, 0, WindowFunction.hann(), true, Padding.ZERO, ParallelRows.NONE);

  private final int fftLength;
  private final int hopLength;
  private final int windowLength;
  private final WindowFunction window;
  private final boolean centred;
  private final Padding padding;
  private final ParallelRows parallel;
  private final SignalTransform forward = new Forward();

  private Stft(
      int fftLength,
      int hopLength,
      int windowLength,
      WindowFunction window,
      boolean centred,
      Padding padding,
      ParallelRows parallel) {
    this.fftLength = fftLength;
    this.hopLength = hopLength;
    this.windowLength = windowLength;
    this.window = window;
    this.centred = centred;
    this.padding = padding;
    this.parallel = parallel;
  }

  /**
   * Returns the defaults of librosa: {@linkplain #withFftLength FFT length} 2048, {@linkplain
   * #withWindowLength window length} that of the FFT, {@linkplain #withHopLength hop length} a
   * quarter of the window rounded down, {@linkplain #with(WindowFunction) window} Hann, {@linkplain
   * #withCentring centred}, {@linkplain #with(Padding) padding} {@link Padding#ZERO}; on the thread
   * of the caller.
   *
   * @return the defaults
   */
  public static Stft withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options with another length of the transform.
   *
   * @param samples the number of samples, 1 to 2^28 ({@code n_fft})
   * @return the new options
   * @throws IllegalArgumentException if the length is out of range
   */
  public Stft withFftLength(int samples) {
    FftPlans.requireLength(samples, "fftLength");
    return new Stft(samples, hopLength, windowLength, window, centred, padding, parallel);
  }

  /**
   * Returns these options with another distance of frames.
   *
   * @param samples the number of samples, at least 1 ({@code hop_length})
   * @return the new options
   * @throws IllegalArgumentException if the length is below 1
   */
  public Stft withHopLength(int samples) {
    Require.atLeast("hopLength", samples, 1);
    return new Stft(fftLength, samples, windowLength, window, centred, padding, parallel);
  }

  /**
   * Returns these options with another length of the window.
   *
   * @param samples the number of samples, 1 to the length of the transform ({@code win_length})
   * @return the new options
   * @throws IllegalArgumentException if the length is below 1
   */
  public Stft withWindowLength(int samples) {
    Require.atLeast("windowLength", samples, 1);
    return new Stft(fftLength, hopLength, samples, window, centred, padding, parallel);
  }

  /**
   * Returns these options with another window, used in its periodic form.
   *
   * @param window the window
   * @return the new options
   */
  public Stft with(WindowFunction window) {
    return new Stft(fftLength, hopLength, windowLength, window, centred, padding, parallel);
  }

  /**
   * Returns these options with frames that are centred or begin at their time.
   *
   * @param centred whether they are centred ({@code center})
   * @return the new options
   */
  public Stft withCentring(boolean centred) {
    return new Stft(fftLength, hopLength, windowLength, window, centred, padding, parallel);
  }

  /**
   * Returns these options with another padding of centred frames.
   *
   * @param padding the padding ({@code pad_mode})
   * @return the new options
   */
  public Stft with(Padding padding) {
    return new Stft(fftLength, hopLength, windowLength, window, centred, padding, parallel);
  }

  /**
   * Returns these options with batches shared among threads, whose number does not change the
   * result.
   *
   * @param executor what runs the other threads; one that is busy or refuses slows the work and
   *     stops nothing
   * @param workers the number of threads that work, the caller's included, at least 1
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1
   */
  public Stft withWorkers(Executor executor, int workers) {
    return new Stft(
        fftLength,
        hopLength,
        windowLength,
        window,
        centred,
        padding,
        ParallelRows.of(executor, workers));
  }

  /**
   * Returns the number of frequencies.
   *
   * @return half the FFT length, rounded down, plus 1
   */
  public int bins() {
    return fftLength / 2 + 1;
  }

  /**
   * Returns the number of frames of a signal.
   *
   * @param length the number of samples of the signal
   * @return the number of frames
   * @throws IllegalArgumentException if the signal is shorter than one frame that is not centred,
   *     or the window is longer than the transform
   */
  public int frames(int length) {
    Require.atLeast("length", length, centred ? 1 : fftLength);
    return (int) ((length + 2L * margin() - fftLength) / hop() + 1);
  }

  /**
   * Returns the frequencies of the spectra.
   *
   * @param sampleRate the number of samples per unit of time
   * @return {@code k * sampleRate / fftLength} for each bin k
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public double[] frequencies(double sampleRate) {
    return RealFft.of(fftLength).frequencies(sampleRate);
  }

  /**
   * Returns the times of the frames: of their middles if centred, else of their first samples.
   *
   * @param length the number of samples of a signal
   * @param sampleRate the number of samples per unit of time
   * @return {@code t * hopLength / sampleRate} for each frame t
   * @throws IllegalArgumentException if the rate is not above 0 and finite, or the options do not
   *     fit the length
   */
  public double[] times(int length, double sampleRate) {
    Require.positive("sampleRate", sampleRate);
    double[] times = new double[frames(length)];
    for (int t = 0; t < times.length; t++) {
      times[t] = (double) t * hop() / sampleRate;
    }
    return times;
  }

  /**
   * Returns the complex spectra of the frames of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bins, frames, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public double[] forward(double[] values, int length) {
    return Signals.each(values, length, forward, parallel);
  }

  /**
   * Returns the complex spectra of the frames of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bins, frames, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public float[] forward(float[] values, int length) {
    return Signals.each(values, length, forward, parallel);
  }

  /**
   * Returns the complex spectra of the frames of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return {@code [..., bins, frames, 2]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length
   */
  public INDArray forward(INDArray values) {
    return SignalArrays.each(values, forward, parallel, -1);
  }

  /**
   * Shows the power spectra of the frames of one signal, group by group in the order of time and
   * without storing them all: for what is computed from a few frames at a time.
   *
   * @param signal the signal
   * @param visitor sees each frame once, on the thread of the caller
   * @throws IllegalArgumentException if a value is not finite, or the options do not fit the length
   */
  public void visitPowers(double[] signal, PowerVisitor visitor) {
    Groups groups = new Groups(frames(signal.length));
    FiniteValues.require("signal", signal, 0, signal.length, 0);
    double[] powers = new double[Signals.size(bins(), groups.size())];
    for (int first = 0; first < groups.count; first += groups.size()) {
      groups.visit(signal, 0, signal.length, first, powers, visitor);
    }
  }

  /**
   * Shows the power spectra of a signal in single precision, which is not copied as a whole.
   *
   * @param values an array with the signal
   * @param from the place of its first sample
   * @param length the number of its samples
   * @param visitor sees each frame once, on the thread of the caller
   * @throws IllegalArgumentException if a value is not finite, or the options do not fit the length
   */
  public void visitPowers(float[] values, int from, int length, PowerVisitor visitor) {
    Groups groups = new Groups(frames(length));
    FiniteValues.require("signal", values, from, length, 0);
    double[] powers = new double[Signals.size(bins(), groups.size())];
    long span = (groups.size() - 1L) * hop() + 3L * fftLength;
    double[] window = new double[(int) Math.min(length, span)];
    for (int first = 0; first < groups.count; first += groups.size()) {
      long begin = Math.max(0, (long) first * hop() - margin() - fftLength);
      int low = (int) Math.min(begin, length - window.length);
      for (int i = 0; i < window.length; i++) {
        window[i] = values[from + low + i];
      }
      groups.visit(window, -low, length, first, powers, visitor);
    }
  }

  /** Sees the power spectra of the frames of a signal. */
  @FunctionalInterface
  public interface PowerVisitor {
    /**
     * Sees a group of frames.
     *
     * @param first the index of its first frame
     * @param count the number of its frames
     * @param powers that of bin k and frame {@code first + t} is at {@code k * stride + t}; the
     *     visitor's to change, and overwritten by the next group
     * @param stride the distance between the bins of a frame, at least the count
     */
    void visit(int first, int count, double[] powers, int stride);
  }

  /**
   * Returns the signals of spectra.
   *
   * @param spectra the spectra, {@code [signals, bins, frames, 2]}
   * @param frames the number of frames of a spectrum
   * @param length the number of samples of a signal; what no frame covers is 0
   * @return {@code [signals, length]}
   * @throws IllegalArgumentException if the length is below 1, the number of frames is below 1, the
   *     values are no whole spectra, or one is not finite
   */
  public double[] inverse(double[] spectra, int frames, int length) {
    return Signals.each(spectra, spectrumSize(frames), new Inverse(frames, length), parallel);
  }

  /**
   * Returns the signals of spectra in single precision.
   *
   * @param spectra the spectra, {@code [signals, bins, frames, 2]}
   * @param frames the number of frames of a spectrum
   * @param length the number of samples of a signal; what no frame covers is 0
   * @return {@code [signals, length]}
   * @throws IllegalArgumentException if the length is below 1, the number of frames is below 1, the
   *     values are no whole spectra, or one is not finite
   */
  public float[] inverse(float[] spectra, int frames, int length) {
    return Signals.each(spectra, spectrumSize(frames), new Inverse(frames, length), parallel);
  }

  /**
   * Returns the signals of spectra.
   *
   * @param spectra the spectra, {@code [..., bins, frames, 2]}
   * @param length the number of samples of a signal; what no frame covers is 0
   * @return {@code [..., length]}
   * @throws IllegalArgumentException if the length is below 1, the array is empty or has another
   *     shape, or a value is not finite
   */
  public INDArray inverse(INDArray spectra, int length) {
    int frames = spectra.rank() < 3 ? 1 : Math.toIntExact(spectra.size(-2));
    return SignalArrays.each(spectra, new Inverse(frames, length), parallel, bins(), frames, 2);
  }

  /**
   * Returns the length of the signals that librosa makes of spectra if it is given none.
   *
   * @param frames the number of frames
   * @return {@code fftLength + hopLength * (frames - 1)}, less the padding if centred
   * @throws IllegalArgumentException if the number of frames is below 1
   */
  public int inverseLength(int frames) {
    Require.atLeast("frames", frames, 1);
    return Math.toIntExact(fftLength + (long) hop() * (frames - 1) - (centred ? 2L * margin() : 0));
  }

  private int spectrumSize(int frames) {
    return Signals.size(bins(), Require.atLeast("frames", frames, 1), 2);
  }

  private int margin() {
    return centred ? fftLength / 2 : 0;
  }

  private int windowSize() {
    int size = windowLength == 0 ? fftLength : windowLength;
    if (size > fftLength) {
      throw new IllegalArgumentException(
          "windowLength: at most the FFT length of " + fftLength + ", got " + size);
    }
    return size;
  }

  private int hop() {
    return hopLength == 0 ? Math.max(1, windowSize() / 4) : hopLength;
  }

  private double[] weights() {
    int size = windowSize();
    double[] weights = new double[fftLength];
    System.arraycopy(window.periodic(size), 0, weights, (fftLength - size) / 2, size);
    return weights;
  }

  /** Transforms the frames of signals of one length, group by group; for one thread. */
  private final class Groups {
    private final int count;
    private final FrameTransform frames;
    private final double[] padded;

    Groups(int count) {
      this.count = count;
      this.frames = Frames.of(weights(), fftLength, Detrend.NONE);
      this.padded = new double[frames.group() * fftLength];
    }

    int size() {
      return frames.group();
    }

    /** Transforms a group of the frames of a signal, and returns how many they are. */
    int transform(double[] values, int from, int length, int first) {
      int group = Math.min(size(), count - first);
      long start = (long) first * hop() - margin();
      if (start >= 0 && start + (long) (group - 1) * hop() + fftLength <= length) {
        frames.transform(values, from + (int) start, hop(), group);
      } else {
        pad(values, from, length, start, group);
        frames.transform(padded, 0, fftLength, group);
      }
      return group;
    }

    void visit(double[] x, int from, int length, int first, double[] powers, PowerVisitor visitor) {
      int group = transform(x, from, length, first);
      frames.power(1, 1, powers, 0, size());
      visitor.visit(first, group, powers, size());
    }

    private void pad(double[] values, int from, int length, long start, int group) {
      for (int t = 0; t < group; t++) {
        long first = start + (long) t * hop();
        int to = t * fftLength;
        if (first >= 0 && first + fftLength <= length) {
          System.arraycopy(values, from + (int) first, padded, to, fftLength);
        } else {
          for (int i = 0; i < fftLength; i++) {
            padded[to + i] = padding.at(values, from, length, first + i);
          }
        }
      }
    }
  }

  private final class Forward implements SignalTransform {
    @Override
    public int[] shape(int length) {
      return new int[] {bins(), Stft.this.frames(length), 2};
    }

    @Override
    public Prepared prepare(int length) {
      int count = Stft.this.frames(length);
      Groups groups = new Groups(count);
      return (Reading)
          (values, from, out, at) -> {
            for (int first = 0; first < count; first += groups.size()) {
              groups.transform(values, from, length, first);
              groups.frames.pairs(1, out, at + 2 * first, 2 * count);
            }
          };
    }
  }

  private final class Inverse implements SignalTransform {
    private final int frames;
    private final int length;

    Inverse(int frames, int length) {
      this.frames = frames;
      this.length = Require.atLeast("length", length, 1);
    }

    @Override
    public int[] shape(int values) {
      return new int[] {length};
    }

    @Override
    public Prepared prepare(int values) {
      double[] weights = weights();
      return (spectra, out, at) -> add(weights, spectra, out, at);
    }

    private void add(double[] weights, double[] spectra, double[] out, int at) {
      double[] squares = new double[length];
      double[] spectrum = new double[2 * bins()];
      RealFft fft = RealFft.of(fftLength);
      // With a length given, librosa leaves out the frames that begin beyond it.
      long used = (length + 2L * margin() + hop() - 1) / hop();
      for (int t = 0; t < Math.min(frames, used); t++) {
        for (int k = 0; k < bins(); k++) {
          spectrum[2 * k] = spectra[2 * (k * frames + t)];
          spectrum[2 * k + 1] = spectra[2 * (k * frames + t) + 1];
        }
        double[] frame = fft.inverse(spectrum);
        long first = (long) t * hop() - margin();
        int from = (int) Math.max(0, -first);
        int to = (int) Math.max(from, Math.min(fftLength, length - first));
        for (int i = from; i < to; i++) {
          int place = (int) (first + i);
          out[at + place] += weights[i] * frame[i];
          squares[place] += weights[i] * weights[i];
        }
      }
      for (int i = 0; i < length; i++) {
        out[at + i] /= squares[i] > Double.MIN_NORMAL ? squares[i] : 1;
      }
    }
  }
}
