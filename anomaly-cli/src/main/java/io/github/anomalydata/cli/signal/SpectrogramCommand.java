package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.Spectrogram;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    Spectrogram spectrogram = segments.configure(Spectrogram.withDefaults());
    SignalBatch signals = files.read();
    int n = signals.length();
    double[] f = spectrogram.frequencies(n);
    double[] t = spectrogram.times(n);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("f", NumericArray.of(f, f.length));
    arrays.put("t", NumericArray.of(t, t.length));
    arrays.put("Sxx", signals.array(spectrogram.apply(signals.values(), n), f.length, t.length));
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }
}
