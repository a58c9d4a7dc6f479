package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.signal.Padding;
import io.github.anomalydata.signal.Stft;
import io.github.anomalydata.signal.WindowFunction;

/**
 * How signals are cut into frames: the options of a {@link Stft} that can be told apart.
 *
 * @param windowLength the length of the window, 0 for that of the transform
 */
record FrameOptions(
    int fftLength,
    int hopLength,
    int windowLength,
    WindowFunction window,
    boolean centred,
    Padding padding) {
  static final FrameOptions LIBROSA =
      new FrameOptions(2048, 512, 0, WindowFunction.hann(), true, Padding.ZERO);

  FrameOptions {
    Require.atLeast("fftLength", fftLength, 1);
    Require.atLeast("hopLength", hopLength, 1);
    Require.atLeast("windowLength", windowLength, 0);
  }

  FrameOptions withFftLength(int samples) {
    return new FrameOptions(samples, hopLength, windowLength, window, centred, padding);
  }

  FrameOptions withHopLength(int samples) {
    return new FrameOptions(fftLength, samples, windowLength, window, centred, padding);
  }

  FrameOptions withWindowLength(int samples) {
    Require.atLeast("windowLength", samples, 1);
    return new FrameOptions(fftLength, hopLength, samples, window, centred, padding);
  }

  FrameOptions with(WindowFunction other) {
    return new FrameOptions(fftLength, hopLength, windowLength, other, centred, padding);
  }

  FrameOptions withCentring(boolean on) {
    return new FrameOptions(fftLength, hopLength, windowLength, window, on, padding);
  }

  FrameOptions with(Padding other) {
    return new FrameOptions(fftLength, hopLength, windowLength, window, centred, other);
  }

  Stft stft() {
    Stft stft =
        Stft.withDefaults()
            .withFftLength(fftLength)
            .withHopLength(hopLength)
            .with(window)
            .withCentring(centred)
            .with(padding);
    return windowLength == 0 ? stft : stft.withWindowLength(windowLength);
  }

  @Override
  public String toString() {
    return "fftLength="
        + fftLength
        + ", hopLength="
        + hopLength
        + ", windowLength="
        + (windowLength == 0 ? fftLength : windowLength)
        + ", "
        + window
        + ", centred="
        + centred
        + ", "
        + padding;
  }
}
