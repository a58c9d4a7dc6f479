package io.github.anomalydata.cli.turbofan;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** NASA's C-MAPSS data sets. */
@Command(
    name = "turbofan",
    description = "NASA's Turbofan C-MAPSS data sets: check, window, train, simulate.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InfoCommand.class,
      WindowsCommand.class,
      TrainCommand.class,
      SimulateCommand.class
    })
public final class TurbofanCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public TurbofanCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: info, windows, train or simulate");
  }
}
