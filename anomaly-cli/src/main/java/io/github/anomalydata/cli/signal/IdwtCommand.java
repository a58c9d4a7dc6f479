package io.github.anomalydata.cli.signal;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.wavelet.Dwt;
import io.github.anomalydata.signal.wavelet.WaveletBands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The inverse of the discrete wavelet transform. */
@Command(
    name = "idwt",
    description = {
      "The inverse of dwt, as pywt.waverec: reads an NPZ file with cA4, cD4, ... cD1, or cA and",
      "cD, and writes the signals as NPY; one sample longer if their length was odd."
    },
    mixinStandardHelpOptions = true)
final class IdwtCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();
  @Mixin private WaveletOptions options = new WaveletOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npy");
    Dwt dwt = options.dwt();
    List<SignalBatch> bands = read(files.in());
    List<double[]> values = new ArrayList<>();
    boolean single = true;
    for (SignalBatch band : bands) {
      values.add(band.values());
      single &= band.single();
    }
    SignalBatch first = bands.get(0);
    double[] signals = dwt.reconstruct(new WaveletBands(first.rows(), values));
    NumericArray result =
        new SignalBatch(first.values(), first.shape(), single)
            .array(signals, signals.length / first.rows());
    files.writeArray(result, spec.commandLine().getOut());
    return 0;
  }

  /** Reads the bands in the order of PyWavelets. */
  private static List<SignalBatch> read(Path file) throws IOException {
    try (Npz npz = Npz.open(file)) {
      List<SignalBatch> bands = new ArrayList<>();
      for (String name : names(file, npz.names())) {
        SignalBatch band = SignalBatch.of(file + "!" + name + ".npy", npz.read(name));
        if (!bands.isEmpty() && !Arrays.equals(leading(band), leading(bands.get(0)))) {
          throw new DataFileException(
              file,
              name,
              "the leading axes of the approximation, " + Arrays.toString(leading(bands.get(0))),
              Arrays.toString(leading(band)));
        }
        bands.add(band);
      }
      return bands;
    }
  }

  private static int[] leading(SignalBatch band) {
    return Arrays.copyOf(band.shape(), band.shape().length - 1);
  }

  private static List<String> names(Path file, Set<String> found) throws DataFileException {
    if (found.equals(Set.of("cA", "cD"))) {
      return List.of("cA", "cD");
    }
    int level = found.size() - 1;
    List<String> names = new ArrayList<>(List.of("cA" + level));
    for (int of = level; of > 0; of--) {
      names.add("cD" + of);
    }
    if (level < 0 || !found.containsAll(names)) {
      throw new DataFileException(
          file,
          "",
          "arrays cA and cD, or cAn, cDn, ... cD1 for n levels",
          String.join(", ", found));
    }
    return names;
  }
}
