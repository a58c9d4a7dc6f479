package io.github.anomalydata.cli.audio;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** WAV files. */
@Command(
    name = "audio",
    description = "WAV files: what they hold, and mel spectrograms with the numbers of librosa.",
    mixinStandardHelpOptions = true,
    subcommands = {InfoCommand.class, MelCommand.class})
public final class AudioCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public AudioCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: info or mel");
  }
}
