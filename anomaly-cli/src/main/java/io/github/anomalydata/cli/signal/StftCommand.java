package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.Stft;
import io.github.anomalydata.signal.WindowFunction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The short-time Fourier transform. */
@Command(
    name = "stft",
    description = {
      "The short-time Fourier transform, as librosa.stft: an NPZ file with f, t (the frames'",
      "middles if centred, else their first samples) and Zxx [..., f, t, 2], real and",
      "imaginary parts last."
    },
    mixinStandardHelpOptions = true)
final class StftCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();

  @Option(
      names = {"--sr", "--fs"},
      paramLabel = "HZ",
      defaultValue = "1.0",
      description = "The sample rate, for f and t (${DEFAULT-VALUE}).")
  private double sampleRate;

  @Option(
      names = {"--n_fft", "--n-fft"},
      paramLabel = "N",
      defaultValue = "2048",
      description = "The length of the transform (${DEFAULT-VALUE}).")
  private int fftLength;

  @Option(
      names = {"--hop_length", "--hop-length"},
      paramLabel = "N",
      description = "The samples from one frame to the next (win_length // 4).")
  private @Nullable Integer hopLength;

  @Option(
      names = {"--win_length", "--win-length"},
      paramLabel = "N",
      description = "The length of the window, centred in the frame (n_fft).")
  private @Nullable Integer windowLength;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      defaultValue = "hann",
      converter = WindowConverter.class,
      description = WindowConverter.NAMES + ", in periodic form (${DEFAULT-VALUE}).")
  private WindowFunction window = WindowFunction.hann();

  @Option(
      names = "--center",
      paramLabel = "BOOL",
      arity = "0..1",
      defaultValue = "true",
      fallbackValue = "true",
      negatable = true,
      description = "Centre frame t at sample t * hop_length, true or false (${DEFAULT-VALUE}).")
  private boolean centred;

  @Option(
      names = {"--pad_mode", "--pad-mode"},
      paramLabel = "NAME",
      defaultValue = "constant",
      description =
          "Beyond the ends of a centred signal: constant (zeros), edge, reflect or symmetric"
              + " (${DEFAULT-VALUE}).")
  private PadMode padMode = PadMode.constant;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    if (!(sampleRate > 0 && sampleRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("--sr: above 0 and finite, got " + sampleRate);
    }
    Stft stft =
        Stft.withDefaults()
            .withFftLength(fftLength)
            .with(window)
            .withCentring(centred)
            .with(padMode.padding());
    stft = windowLength == null ? stft : stft.withWindowLength(windowLength);
    stft = hopLength == null ? stft : stft.withHopLength(hopLength);
    SignalBatch signals = files.read();
    int n = signals.length();
    double[] f = stft.frequencies(sampleRate);
    double[] t = stft.times(n, sampleRate);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("f", NumericArray.of(f, f.length));
    arrays.put("t", NumericArray.of(t, t.length));
    arrays.put("Zxx", signals.array(stft.forward(signals.values(), n), f.length, t.length, 2));
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }
}
