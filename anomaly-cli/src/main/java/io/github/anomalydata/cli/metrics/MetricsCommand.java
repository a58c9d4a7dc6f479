package io.github.anomalydata.cli.metrics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a model did in production, from the history that a tracker wrote. */
@Command(
    name = "metrics",
    description = "Read what a model did in production from the history that a tracker wrote.",
    mixinStandardHelpOptions = true,
    subcommands = {SummaryCommand.class, ExportCommand.class, ServeCommand.class})
public final class MetricsCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public MetricsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: summary, export or serve");
  }
}
