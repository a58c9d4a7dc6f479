package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.SegmentAverage;
import io.github.anomalydata.signal.Welch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The power spectrum by Welch's method. */
@Command(
    name = "welch",
    description =
        "Welch's power spectrum, as scipy.signal.welch: an NPZ file with f and Pxx [..., f].",
    mixinStandardHelpOptions = true)
final class WelchCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();
  @Mixin private SegmentOptions segments = new SegmentOptions();

  @Option(
      names = "--average",
      paramLabel = "WHICH",
      defaultValue = "mean",
      description = "Of the segments: mean or median (${DEFAULT-VALUE}).")
  private Average average = Average.mean;

  @Spec private CommandSpec spec;

  /** The words of the option. */
  private enum Average {
    mean,
    median
  }

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    Welch welch =
        segments
            .configure(Welch.withDefaults())
            .with(average == Average.mean ? SegmentAverage.MEAN : SegmentAverage.MEDIAN);
    SignalBatch signals = files.read();
    int n = signals.length();
    double[] f = welch.frequencies(n);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("f", NumericArray.of(f, f.length));
    arrays.put("Pxx", signals.array(welch.apply(signals.values(), n), f.length));
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }
}
