package io.github.anomalydata.cli.mimii;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recordings of machines: MIMII and DCASE. */
@Command(
    name = "mimii",
    description =
        "Sounds of machines, the MIMII and DCASE data sets: check, simulate, train, evaluate.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InfoCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class
    })
public final class MimiiCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public MimiiCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: info, simulate, train or evaluate");
  }
}
