package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.AugmentationPlan;
import io.github.anomalydata.augment.AugmentationStep;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.turbofan.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command trains. */
final class TrainingOptions {
  static final int EPOCHS = 12;

  @Option(
      names = "--window",
      paramLabel = "CYCLES",
      defaultValue = "30",
      description = "The number of cycles of a window, at least 5 (${DEFAULT-VALUE}).")
  private int window;

  @Option(
      names = "--cap",
      paramLabel = "CYCLES",
      defaultValue = "125",
      description = "The RUL above which an engine counts as new (${DEFAULT-VALUE}).")
  private double cap;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + EPOCHS,
      description = "The greatest number of epochs (${DEFAULT-VALUE}).")
  private int epochs = EPOCHS;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "The threads that make batches ahead (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of everything drawn at random (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--augment",
      paramLabel = "FILE",
      description =
          "Augment the windows in training, or mix them with others, as this JSON "
              + "file says: an augmentation of series, mixup, cut-mix, or a plan of "
              + "several.")
  private @Nullable Path augment;

  long seed() {
    return seed;
  }

  RulTrainer trainer(Preparation preparation) throws IOException {
    if (window < 5) {
      throw new IllegalArgumentException("--window: at least 5, got " + window);
    }
    if (!(cap > 0 && cap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("--cap: above 0 and finite, got " + cap);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("--epochs: at least 1, got " + epochs);
    }
    return new RulTrainer(preparation, window, cap, epochs, workers, seed, augmentation());
  }

  private Optional<AugmentationPlan> augmentation() throws IOException {
    if (augment == null) {
      return Optional.empty();
    }
    AugmentationPlan plan = AugmentationPlan.load(augment);
    int time = window;
    for (AugmentationStep step : plan.steps()) {
      if (!(step instanceof SampleTransform)) {
        throw new IllegalArgumentException(
            "--augment: steps that need no classes, since engines have none, got "
                + step
                + " from "
                + augment);
      }
      time = step instanceof Augmentation augmentation ? augmentation.time(time) : time;
    }
    if (time != window) {
      throw new IllegalArgumentException(
          "--augment: steps that keep windows at "
              + window
              + " cycles, got "
              + time
              + " from "
              + augment);
    }
    return Optional.of(plan);
  }
}
