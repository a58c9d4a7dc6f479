package io.github.anomalydata.cli.audio;

import io.github.anomalydata.audio.spectral.BandNormalization;
import io.github.anomalydata.audio.spectral.Decibels;
import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.audio.spectral.MelScale;
import io.github.anomalydata.audio.spectral.MelSpectrogram;
import io.github.anomalydata.cli.signal.PadMode;
import io.github.anomalydata.cli.signal.WindowConverter;
import io.github.anomalydata.signal.WindowFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A preset of a log-mel spectrogram and what is changed of it, by the names of librosa. */
final class MelOptions {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "librosa",
      description =
          "Where options that are not given come from: librosa, torchaudio, mimii2019 or dcase2020"
              + " (${DEFAULT-VALUE}).")
  private Preset preset = Preset.librosa;

  @Option(names = "--sr", paramLabel = "HZ", description = "The sample rate.")
  private @Nullable Integer sampleRate;

  @Option(
      names = {"--n_fft", "--n-fft"},
      paramLabel = "N",
      description = "The length of the transform.")
  private @Nullable Integer fftLength;

  @Option(
      names = {"--hop_length", "--hop-length"},
      paramLabel = "N",
      description = "The samples from one frame to the next.")
  private @Nullable Integer hopLength;

  @Option(
      names = {"--win_length", "--win-length"},
      paramLabel = "N",
      description = "The length of the window, centred in the frame (n_fft).")
  private @Nullable Integer windowLength;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      converter = WindowConverter.class,
      description = WindowConverter.NAMES + ", in periodic form.")
  private @Nullable WindowFunction window;

  @Option(
      names = "--center",
      paramLabel = "BOOL",
      arity = "1",
      description = "Centre frame t at sample t * hop_length, true or false.")
  private @Nullable Boolean centred;

  @Option(
      names = {"--pad_mode", "--pad-mode"},
      paramLabel = "NAME",
      description = "Beyond the ends of a centred signal: constant, edge, reflect or symmetric.")
  private @Nullable PadMode padMode;

  @Option(
      names = "--power",
      paramLabel = "P",
      description = "The exponent of magnitudes: 1 or 2, say.")
  private @Nullable Double power;

  @Option(
      names = {"--n_mels", "--n-mels"},
      paramLabel = "N",
      description = "The number of bands.")
  private @Nullable Integer bands;

  @Option(names = "--fmin", paramLabel = "HZ", description = "Where the lowest band begins.")
  private @Nullable Double fmin;

  @Option(names = "--fmax", paramLabel = "HZ", description = "Where the highest band ends.")
  private @Nullable Double fmax;

  @Option(
      names = "--htk",
      paramLabel = "BOOL",
      arity = "1",
      description = "The scale of HTK, true, or of Slaney, false.")
  private @Nullable Boolean htk;

  @Option(names = "--norm", paramLabel = "NAME", description = "slaney or none.")
  private @Nullable Norm norm;

  @Option(
      names = "--ref",
      paramLabel = "VALUE",
      description = "The power of 0 dB, or max for that of the clip.")
  private @Nullable String reference;

  @Option(names = "--amin", paramLabel = "VALUE", description = "The least power.")
  private @Nullable Double least;

  @Option(
      names = {"--top_db", "--top-db"},
      paramLabel = "DB",
      description = "The range below the loudest value, or none.")
  private @Nullable String top;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "The frames of a vector, with --vectors.")
  private @Nullable Integer stacked;

  /** The words of the option. */
  private enum Preset {
    librosa(LogMel::librosa),
    torchaudio(LogMel::torchaudio),
    mimii2019(LogMel::mimii2019),
    dcase2020(LogMel::dcase2020);

    private final Supplier<LogMel> features;

    Preset(Supplier<LogMel> features) {
      this.features = features;
    }
  }

  /** The words of the option. */
  private enum Norm {
    slaney,
    none
  }

  /** Returns the preset with what is changed of it. */
  LogMel features() {
    LogMel features = preset.features.get();
    features = features.with(bands(frames(features.mel()))).with(decibels(features.decibels()));
    return stacked == null ? features : features.withStackedFrames(stacked);
  }

  private MelSpectrogram frames(MelSpectrogram preset) {
    MelSpectrogram mel = preset;
    mel = fftLength == null ? mel : mel.withFftLength(fftLength);
    mel = hopLength == null ? mel : mel.withHopLength(hopLength);
    mel = windowLength == null ? mel : mel.withWindowLength(windowLength);
    mel = window == null ? mel : mel.with(window);
    mel = centred == null ? mel : mel.withCentring(centred);
    mel = padMode == null ? mel : mel.with(padMode.padding());
    return power == null ? mel : mel.withPower(power);
  }

  private MelSpectrogram bands(MelSpectrogram preset) {
    MelSpectrogram mel = sampleRate == null ? preset : preset.withSampleRate(sampleRate);
    mel = bands == null ? mel : mel.withBands(bands);
    if (fmin != null || fmax != null) {
      double end = fmax == null ? mel.filters().sampleRate() / 2 : fmax;
      mel = mel.withFrequencies(fmin == null ? 0 : fmin, end);
    }
    if (htk != null) {
      mel = mel.with(htk ? MelScale.HTK : MelScale.SLANEY);
    }
    if (norm != null) {
      mel = mel.with(norm == Norm.slaney ? BandNormalization.SLANEY : BandNormalization.NONE);
    }
    return mel;
  }

  private Decibels decibels(Decibels preset) {
    Decibels decibels = least == null ? preset : preset.withLeast(least);
    if (reference != null) {
      decibels =
          reference.equals("max")
              ? decibels.withReferenceOfMaximum()
              : decibels.withReference(number("--ref", reference));
    }
    if (top != null) {
      decibels =
          top.equals("none") ? decibels.withoutTop() : decibels.withTop(number("--top_db", top));
    }
    return decibels;
  }

  private static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + ": a number or a word, got '" + text + "'", e);
    }
  }
}
