package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.HtmlOption;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.image.detect.AutoencoderTraining;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits a model for each category and evaluates it. */
@Command(
    name = "train",
    description = {
      "Fit what sound products look like, one model for each category, and evaluate it on the images"
          + " to test on.",
      "A pixel's value is the distance of its patch from what is usual (gaussian), or how badly it"
          + " is made again (autoencoder); an image's score is the largest."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      defaultValue = "gaussian",
      description = "How defects are found: gaussian or autoencoder (${DEFAULT-VALUE}).")
  private String detector = "gaussian";

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "256",
      description = "Resize images to N x N (${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--stride",
      paramLabel = "N",
      defaultValue = "4",
      description = "Of gaussian: the distance of patches in pixels (${DEFAULT-VALUE}).")
  private int stride;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "60",
      description = "Of autoencoder: how often it learns from each image (${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of autoencoder: the seed of what is drawn (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Write the models to this folder, which evaluate reads.")
  private @Nullable Path model;

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
    Require.atLeast("--stride", stride, 1);
    Require.atLeast("--size", size, stride);
    DetectorModel.Kind kind = kind();
    InspectionImages images = data.open();
    DetectionTable table = new DetectionTable(data.layout(), limit.get());
    ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
    try (Threads pool = threads) {
      DetectionRun run =
          new DetectionRun(data.layout(), table, heatMaps, html.isGiven(), pool, progress);
      for (String category : images.categories()) {
        InspectionImages sound = images.withCategories(category).with(Part.TRAIN);
        DetectorModel fitted =
            switch (kind) {
              case GAUSSIAN -> DetectorModel.gaussian(sound, size, stride, pool);
              case AUTOENCODER ->
                  DetectorModel.autoencoder(
                      sound,
                      size,
                      AutoencoderTraining.withDefaults().withEpochs(epochs),
                      seed,
                      progress);
            };
        if (model != null) {
          fitted.save(model, category);
        }
        run.evaluate(category, fitted, images);
      }
      table.print(spec.commandLine().getOut());
      json.write(Map.of("categories", table.json()));
      html.write(run::report);
    }
    return 0;
  }

  private DetectorModel.Kind kind() {
    for (DetectorModel.Kind kind : DetectorModel.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(detector)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "--detector: gaussian or autoencoder, got '" + detector + "'");
  }
}
