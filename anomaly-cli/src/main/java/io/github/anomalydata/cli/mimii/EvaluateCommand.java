package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.HtmlOption;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ScorePages;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipScores;
import io.github.anomalydata.mimii.Label;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates models that were trained before. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate the models that train wrote on the recordings to test on.",
      "Give the same --data, --layout and --split-seed as when they were trained."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ModelOptions options = new ModelOptions();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "The folder that train wrote the models to.")
  private Path model = Path.of("");

  @Mixin private HtmlOption html = new HtmlOption();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Recordings test = options.split(data, data.open()).test();
    ClipFeatures features = options.features(data);
    ClipScores scores = ClipScores.of(test);
    for (Recordings unit : test.byUnit()) {
      SoundModel.load(model, unit.units().get(0), features).score(unit, scores, options.workers());
    }
    json.write(options.report(data, scores, spec.commandLine().getOut()));
    html.write(() -> page(scores));
    return 0;
  }

  private static Report page(ClipScores scores) {
    ScorePages pages = new ScorePages();
    scores
        .means()
        .forEach(
            (recording, score) -> {
              if (recording.label() != Label.UNLABELLED) {
                boolean abnormal = recording.label() == Label.ABNORMAL;
                pages.add(recording.unit().toString(), score, abnormal);
              }
            });
    return pages.report("Anomalous sounds", "machine");
  }
}
