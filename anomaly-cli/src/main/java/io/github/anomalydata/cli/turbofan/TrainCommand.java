package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.HtmlOption;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.turbofan.Turbofan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network on the training units and evaluates it on the test units. */
@Command(
    name = "train",
    description = "Train a small network on the training units, evaluate it on the test units.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private PreparationOptions preparation = new PreparationOptions();
  @Mixin private TrainingOptions training = new TrainingOptions();
  @Mixin private JsonOption json = new JsonOption();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Write the network and its preparation to this folder.")
  private @Nullable Path model;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Write a picture of predicted against true lives, as an SVG.")
  private @Nullable Path plot;

  @Mixin private HtmlOption html = new HtmlOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RulTrainer trainer = training.trainer(preparation.preparation());
    Turbofan turbofan = data.open();
    RulReport report = run(turbofan, trainer, spec.commandLine(), model);
    report.print(spec.commandLine().getOut());
    json.write(report.json());
    if (plot != null) {
      Files.createDirectories(plot.toAbsolutePath().getParent());
      report.plot().writeSvg(plot);
    }
    html.write(report::page);
    return 0;
  }

  /** Trains and evaluates: the one way real and simulated files take. */
  static RulReport run(
      Turbofan turbofan, RulTrainer trainer, CommandLine command, @Nullable Path model)
      throws IOException {
    long start = System.nanoTime();
    RulTrainer.Result result = trainer.train(turbofan.train(), ProgressBar.on(command.getErr()));
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (model != null) {
      result.model().save(model);
    }
    return new RulReport(turbofan.name(), trainer, result, turbofan.test(), seconds);
  }
}
