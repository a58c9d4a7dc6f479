package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.Spectrogram;
import io.github.anomalydata.signal.SpectrogramMode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The spectra of consecutive segments. */
@Command(
    name = "spectrogram",
    description =
        "Spectra of consecutive segments, as scipy.signal.spectrogram: an NPZ file with f, t and"
            + " Sxx [..., f, t].",
    mixinStandardHelpOptions = true)
final class SpectrogramCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();
  @Mixin private SegmentOptions segments = new SegmentOptions();

  @Option(
      names = "--mode",
      paramLabel = "WHAT",
      defaultValue = "psd",
      description =
          "psd, complex (a last axis of two), magnitude, angle or phase (${DEFAULT-VALUE}).")
  private Mode mode = Mode.psd;

  @Spec private CommandSpec spec;

  /** The words of the option. */
  private enum Mode {
    psd(SpectrogramMode.POWER),
    complex(SpectrogramMode.COMPLEX),
    magnitude(SpectrogramMode.MAGNITUDE),
    angle(SpectrogramMode.ANGLE),
    phase(SpectrogramMode.PHASE);

    private final SpectrogramMode mode;

    Mode(SpectrogramMode mode) {
      this.mode = mode;
    }
  }

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    Spectrogram spectrogram = segments.configure(Spectrogram.withDefaults()).with(mode.mode);
    SignalBatch signals = files.read();
    int n = signals.length();
    double[] f = spectrogram.frequencies(n);
    double[] t = spectrogram.times(n);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("f", NumericArray.of(f, f.length));
    arrays.put("t", NumericArray.of(t, t.length));
    double[] spectra = spectrogram.apply(signals.values(), n);
    arrays.put(
        "Sxx",
        mode == Mode.complex
            ? signals.array(spectra, f.length, t.length, 2)
            : signals.array(spectra, f.length, t.length));
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }
}
