package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.cli.ReportFiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a tree of recordings holds. */
@Command(
    name = "mimii",
    description = "Recordings of machines: class balance, levels, waveforms and spectrograms.",
    mixinStandardHelpOptions = true)
public final class MimiiReportCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ReportFiles files = new ReportFiles();

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How many recordings of each machine and label are listened to, evenly spread"
              + " (${DEFAULT-VALUE}).")
  private int samples;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public MimiiReportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (samples < 1) {
      throw new IllegalArgumentException("--samples: at least 1, got " + samples);
    }
    MimiiPages pages =
        MimiiPages.of(data.open(), samples, ProgressBar.on(spec.commandLine().getErr()));
    files.write(pages.report(), spec.commandLine().getOut());
    return 0;
  }
}
