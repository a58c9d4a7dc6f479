package io.github.anomalydata.cli.drift;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides whether a model is to be retrained. */
@Command(
    name = "detector",
    description =
        "Decide whether a model is to be retrained, from its latents, its scores and the features it"
            + " is given.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DetectorFitCommand.class,
      DetectorCheckCommand.class,
      DetectorShowCommand.class,
      DetectorSaveCommand.class
    })
public final class DetectorCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public DetectorCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: fit, check, show or save");
  }
}
