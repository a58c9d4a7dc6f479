package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.wavelet.Dwt;
import io.github.anomalydata.signal.wavelet.WaveletBands;
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

/** The discrete wavelet transform. */
@Command(
    name = "dwt",
    description = {
      "The discrete wavelet transform, as pywt.wavedec: an NPZ file with cA4, cD4, ... cD1",
      "for level 4, each [..., coefficients]; with --single, as pywt.dwt: cA and cD."
    },
    mixinStandardHelpOptions = true)
final class DwtCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();
  @Mixin private WaveletOptions options = new WaveletOptions();

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "The number of levels, 0 to the maximum for the length (the maximum).")
  private @Nullable Integer level;

  @Option(names = "--single", description = "One level, which signals of any length have.")
  private boolean single;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    Dwt dwt = options.dwt();
    if (single && level != null) {
      throw new IllegalArgumentException("--level: not together with --single, got " + level);
    }
    SignalBatch signals = files.read();
    WaveletBands bands =
        single
            ? dwt.forward(signals.values(), signals.rows())
            : dwt.decompose(signals.values(), signals.rows(), level(dwt, signals.length()));
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    String number = single ? "" : String.valueOf(bands.level());
    arrays.put("cA" + number, array(signals, bands.approximation()));
    for (int of = bands.level(); of > 0; of--) {
      arrays.put(single ? "cD" : "cD" + of, array(signals, bands.detail(of)));
    }
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }

  private int level(Dwt dwt, int length) {
    if (level != null) {
      return level;
    }
    int maximum = dwt.wavelet().maximumLevel(length);
    if (maximum == 0) {
      throw new IllegalArgumentException(
          "signals: at least "
              + (dwt.wavelet().filterLength() - 1)
              + " samples for one level of "
              + dwt.wavelet()
              + ", got "
              + length
              + "; --single or --level 0 take them");
    }
    return maximum;
  }

  private static NumericArray array(SignalBatch signals, double[] band) {
    return signals.array(band, band.length / signals.rows());
  }
}
