package io.github.anomalydata.cli.report;

import io.github.anomalydata.cli.mimii.MimiiReportCommand;
import io.github.anomalydata.cli.mvtec.MvtecReportCommand;
import io.github.anomalydata.cli.turbofan.TurbofanReportCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports on data to look at. */
@Command(
    name = "report",
    description = "What a data set holds, as one HTML file to look at.",
    mixinStandardHelpOptions = true,
    subcommands = {TurbofanReportCommand.class, MimiiReportCommand.class, MvtecReportCommand.class})
public final class ReportCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ReportCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: turbofan, mimii or mvtec");
  }
}
