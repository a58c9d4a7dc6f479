package io.github.anomalydata.cli.mvtec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Images of products: MVTec AD and the data sets that follow it. */
@Command(
    name = "mvtec",
    description =
        "Images of products, MVTec AD, LOCO, AD 2 and VisA: check, simulate, train, evaluate.",
    mixinStandardHelpOptions = true,
    subcommands = {
      InfoCommand.class,
      SimulateCommand.class,
      TrainCommand.class,
      EvaluateCommand.class
    })
public final class MvtecCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public MvtecCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: info, simulate, train or evaluate");
  }
}
