package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.wavelet.ContinuousWavelet;
import io.github.anomalydata.signal.wavelet.ConvolutionMethod;
import io.github.anomalydata.signal.wavelet.Cwt;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The continuous wavelet transform. */
@Command(
    name = "cwt",
    description = {
      "The continuous wavelet transform, as pywt.cwt: an NPZ file with coefs [scale, ..., time]",
      "and frequencies [scale]."
    },
    mixinStandardHelpOptions = true)
final class CwtCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();

  @Option(
      names = "--wavelet",
      paramLabel = "NAME",
      required = true,
      description = "morl (Morlet) or mexh (Mexican hat).")
  private Name wavelet = Name.morl;

  @Option(
      names = "--scales",
      paramLabel = "LIST",
      required = true,
      converter = ScalesConverter.class,
      description = "In samples, such as 1,2,4.5, or FROM:TO or FROM:TO:STEP without TO, as range.")
  private ScalesConverter.Scales chosenScales = new ScalesConverter.Scales(List.of());

  @Option(
      names = {"--sampling-period", "--sampling_period"},
      paramLabel = "SECONDS",
      defaultValue = "1.0",
      description = "The time from one sample to the next, for frequencies (${DEFAULT-VALUE}).")
  private double samplingPeriod;

  @Option(
      names = "--precision",
      paramLabel = "BITS",
      defaultValue = "12",
      description = "The wavelet is tabulated at 2**BITS points, 4 to 20 (${DEFAULT-VALUE}).")
  private int precision;

  @Option(
      names = "--method",
      paramLabel = "HOW",
      defaultValue = "conv",
      description = "conv (sums of products) or fft, faster for large scales (${DEFAULT-VALUE}).")
  private Method method = Method.conv;

  @Spec private CommandSpec spec;

  /** The words of the option. */
  private enum Name {
    morl,
    mexh
  }

  /** The words of the option. */
  private enum Method {
    conv,
    fft
  }

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npz");
    if (!(samplingPeriod > 0 && samplingPeriod < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "--sampling-period: above 0 and finite, got " + samplingPeriod);
    }
    ContinuousWavelet chosen =
        wavelet == Name.morl ? ContinuousWavelet.MORLET : ContinuousWavelet.MEXICAN_HAT;
    Cwt cwt =
        Cwt.of(chosen)
            .withPrecision(precision)
            .with(method == Method.conv ? ConvolutionMethod.DIRECT : ConvolutionMethod.FFT);
    double[] scales = chosenScales.values().stream().mapToDouble(scale -> scale).toArray();
    double[] frequencies = new double[scales.length];
    for (int i = 0; i < scales.length; i++) {
      frequencies[i] = chosen.scaleToFrequency(scales[i]) / samplingPeriod;
    }
    SignalBatch signals = files.read();
    int[] shape = new int[signals.shape().length + 1];
    shape[0] = scales.length;
    System.arraycopy(signals.shape(), 0, shape, 1, signals.shape().length);
    double[] coefficients = cwt.transform(signals.values(), signals.rows(), scales);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    arrays.put("coefs", signals.precise(coefficients, shape));
    arrays.put("frequencies", NumericArray.of(frequencies, frequencies.length));
    files.writeArchive(arrays, spec.commandLine().getOut());
    return 0;
  }
}
