package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.SpectralScaling;
import io.github.anomalydata.signal.SpectralSides;
import io.github.anomalydata.signal.Spectrogram;
import io.github.anomalydata.signal.Welch;
import io.github.anomalydata.signal.WindowFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How signals are cut into segments, by scipy's names. */
final class SegmentOptions {
  @Option(
      names = "--fs",
      paramLabel = "HZ",
      defaultValue = "1.0",
      description = "The sample rate (${DEFAULT-VALUE}).")
  private double sampleRate;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      converter = WindowConverter.class,
      description =
          WindowConverter.NAMES + ", in periodic form (spectrogram: tukey:0.25, welch: hann).")
  private @Nullable WindowFunction window;

  @Option(
      names = "--nperseg",
      paramLabel = "N",
      description = "The length of a segment (256, or that of a shorter signal).")
  private @Nullable Integer segmentLength;

  @Option(
      names = "--noverlap",
      paramLabel = "N",
      description =
          "The samples that neighbouring segments share (spectrogram: nperseg // 8, welch: nperseg"
              + " // 2).")
  private @Nullable Integer overlap;

  @Option(
      names = "--nfft",
      paramLabel = "N",
      description = "The length that segments are filled up to with zeros (nperseg).")
  private @Nullable Integer fftLength;

  @Option(
      names = "--detrend",
      paramLabel = "TREND",
      defaultValue = "constant",
      converter = Trend.Converter.class,
      description = "Taken out of each segment: constant, linear or false (${DEFAULT-VALUE}).")
  private Trend trend = Trend.CONSTANT;

  @Option(
      names = {"--return-onesided", "--return_onesided"},
      paramLabel = "BOOL",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      negatable = true,
      description = "Only the frequencies from 0 on, true or false (${DEFAULT-VALUE}).")
  private boolean oneSided;

  @Option(
      names = "--scaling",
      paramLabel = "UNIT",
      defaultValue = "density",
      description = "density (V**2/Hz) or spectrum (V**2) (${DEFAULT-VALUE}).")
  private Scaling scaling = Scaling.density;

  /** The words of the option. */
  private enum Scaling {
    density,
    spectrum
  }

  private SpectralScaling unit() {
    return scaling == Scaling.density ? SpectralScaling.DENSITY : SpectralScaling.SPECTRUM;
  }

  private SpectralSides sides() {
    return oneSided ? SpectralSides.ONE : SpectralSides.TWO;
  }

  Welch configure(Welch defaults) {
    Welch welch =
        defaults.withSampleRate(sampleRate).with(trend.detrend()).with(unit()).with(sides());
    welch = window == null ? welch : welch.with(window);
    welch = segmentLength == null ? welch : welch.withSegmentLength(segmentLength);
    welch = overlap == null ? welch : welch.withOverlap(overlap);
    return fftLength == null ? welch : welch.withFftLength(fftLength);
  }

  Spectrogram configure(Spectrogram defaults) {
    Spectrogram result =
        defaults.withSampleRate(sampleRate).with(trend.detrend()).with(unit()).with(sides());
    result = window == null ? result : result.with(window);
    result = segmentLength == null ? result : result.withSegmentLength(segmentLength);
    result = overlap == null ? result : result.withOverlap(overlap);
    return fftLength == null ? result : result.withFftLength(fftLength);
  }
}
