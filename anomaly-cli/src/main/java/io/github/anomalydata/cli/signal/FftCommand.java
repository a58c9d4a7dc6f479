package io.github.anomalydata.cli.signal;

import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.RealFft;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The one-sided spectrum. */
@Command(
    name = "fft",
    description = {
      "The one-sided amplitude spectrum [..., n/2+1] of signals [..., n], as NPY, float64:",
      "|X|/n at 0 and at the Nyquist frequency, 2|X|/n elsewhere."
    },
    mixinStandardHelpOptions = true)
final class FftCommand implements Callable<Integer> {
  @Mixin private SignalFiles files = new SignalFiles();

  @Option(
      names = "--complex",
      description =
          "Write the complex spectrum X of numpy.fft.rfft instead, real and imaginary parts in a"
              + " last axis of two.")
  private boolean complex;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    files.requireOutput(".npy");
    SignalBatch signals = files.read();
    RealFft fft = RealFft.of(signals.length());
    int[] shape = signals.shape().clone();
    shape[shape.length - 1] = fft.bins();
    NumericArray result;
    if (complex) {
      int[] pairs = Arrays.copyOf(shape, shape.length + 1);
      pairs[shape.length] = 2;
      result = NumericArray.of(fft.forward(signals.values()), pairs);
    } else {
      result = NumericArray.of(fft.amplitude(signals.values()), shape);
    }
    files.writeArray(result, spec.commandLine().getOut());
    return 0;
  }
}
