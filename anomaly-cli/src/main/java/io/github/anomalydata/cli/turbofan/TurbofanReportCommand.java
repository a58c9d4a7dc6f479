package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.ReportFiles;
import io.github.anomalydata.turbofan.Turbofan;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the files of a subset hold. */
@Command(
    name = "turbofan",
    description = "C-MAPSS files: lengths of runs, traces and distributions of sensors.",
    mixinStandardHelpOptions = true)
public final class TurbofanReportCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportFiles files = new ReportFiles();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public TurbofanReportCommand() {}

  @Override
  public Integer call() throws IOException {
    Turbofan turbofan = data.open();
    files.write(TurbofanPages.of(turbofan), spec.commandLine().getOut());
    return 0;
  }
}
