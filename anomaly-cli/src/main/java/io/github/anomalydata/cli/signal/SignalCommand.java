package io.github.anomalydata.cli.signal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Transforms with the numbers, names and defaults of numpy, scipy, librosa and PyWavelets. */
@Command(
    name = "signal",
    description = "Transform signals with the numbers of numpy, scipy, librosa and PyWavelets.",
    mixinStandardHelpOptions = true,
    subcommands = {
      FftCommand.class,
      StftCommand.class,
      SpectrogramCommand.class,
      WelchCommand.class,
      DwtCommand.class,
      IdwtCommand.class,
      CwtCommand.class
    })
public final class SignalCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public SignalCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: fft, stft, spectrogram, welch, dwt, idwt or cwt");
  }
}
