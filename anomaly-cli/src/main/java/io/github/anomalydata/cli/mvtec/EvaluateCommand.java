package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.HtmlOption;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.mvtec.InspectionImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates models that were fitted before. */
@Command(
    name = "evaluate",
    description = "Evaluate the models that train wrote on the images to test on.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "The folder that train wrote the models to.")
  private Path model = Path.of("");

  @Mixin private LimitOption limit = new LimitOption();

  @Option(
      names = "--heatmaps",
      paramLabel = "DIR",
      description = "Draw each image to test on, its mask and what was found.")
  private @Nullable Path heatMaps;

  @Mixin private Threads threads = new Threads();
  @Mixin private HtmlOption html = new HtmlOption();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    InspectionImages images = data.open();
    DetectionTable table = new DetectionTable(data.layout(), limit.get());
    ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
    try (Threads pool = threads) {
      DetectionRun run =
          new DetectionRun(data.layout(), table, heatMaps, html.isGiven(), pool, progress);
      for (String category : images.categories()) {
        run.evaluate(category, DetectorModel.load(model, category), images);
      }
      table.print(spec.commandLine().getOut());
      json.write(Map.of("categories", table.json()));
      html.write(run::report);
    }
    return 0;
  }
}
