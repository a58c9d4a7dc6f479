package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ReportFiles;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.turbofan.Preparation;
import io.github.anomalydata.turbofan.Turbofan;
import io.github.anomalydata.turbofan.TurbofanSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The library's main job from end to end, on real files or on a simulated fleet. */
@Command(
    name = "quickstart",
    description = {
      "From C-MAPSS files to a trained and evaluated model of remaining useful life.",
      "Without --data it simulates a fleet first, in the format of the real files."
    },
    mixinStandardHelpOptions = true)
public final class QuickstartCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder or zip file of real files; by default a fleet is simulated.")
  private @Nullable Path data;

  @Option(
      names = "--subset",
      paramLabel = "NAME",
      defaultValue = "FD001",
      description = "The subset (${DEFAULT-VALUE}).")
  private String subset = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "anomaly-quickstart",
      description = "Where the results go (${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Mixin private TrainingOptions training = new TrainingOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public QuickstartCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter text = spec.commandLine().getOut();
    RulTrainer trainer = training.trainer(Preparation.withDefaults());
    Files.createDirectories(out);
    Path folder = data;
    if (folder == null) {
      folder = out.resolve("data");
      Files.createDirectories(folder);
      TurbofanSimulator.withDefaults().withOverwrite(true).write(folder, subset, training.seed());
      text.println("Simulated a fleet in " + folder);
    }
    Turbofan turbofan = Turbofan.open(folder, subset);
    text.println(turbofan.name() + ": train " + turbofan.train() + "; test " + turbofan.test());
    text.flush();
    RulReport report =
        TrainCommand.run(turbofan, trainer, spec.commandLine(), out.resolve("model"));
    report.print(text);
    Path summary = out.resolve("summary.json");
    JsonOption.write(summary, report.json());
    json.write(report.json());
    Path plot = out.resolve("predicted-against-true.svg");
    report.plot().writeSvg(plot);
    Path page = out.resolve("report.html");
    Report pages = report.page();
    for (Section section : TurbofanPages.sections(turbofan)) {
      pages = pages.with(section);
    }
    ReportFiles.writeHtml(pages, page);
    text.println("Wrote " + summary + ", " + plot + " and " + out.resolve("model"));
    text.println("Open " + page + " in a browser.");
    return 0;
  }
}
