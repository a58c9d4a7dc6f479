package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.cli.ReportFiles;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.TreeCheck;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what a tree of images holds. */
@Command(
    name = "mvtec",
    description = {
      "Images of products: class balance, samples with the masks of their defects.",
      "Every file is read. Exit code 2 if one is broken; the report names it."
    },
    mixinStandardHelpOptions = true)
public final class MvtecReportCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportFiles files = new ReportFiles();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public MvtecReportCommand() {}

  @Override
  public Integer call() throws IOException {
    InspectionImages images = data.open();
    List<DataFileException> problems =
        TreeCheck.problems(images, ProgressBar.on(spec.commandLine().getErr()));
    files.write(MvtecPages.of(images, problems), spec.commandLine().getOut());
    return problems.isEmpty() ? 0 : 2;
  }
}
