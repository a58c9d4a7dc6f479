package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipScores;
import io.github.anomalydata.mimii.MachineUnit;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.TrainTestSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an autoencoder for each machine and evaluates it. */
@Command(
    name = "train",
    description = {
      "Train the autoencoder of the published baselines on normal recordings, one for each machine"
          + " and SNR, or section of DCASE, and evaluate it on the others.",
      "A recording's score is the mean of the squared errors of its frames. The data of DCASE from"
          + " 2021 on are evaluated as the challenge does: areas for the source and the target"
          + " domain, and their harmonic mean."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private ModelOptions options = new ModelOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "50",
      description = "The number of epochs (${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of the weights and the order of batches (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Write the models to this folder, which evaluate reads.")
  private @Nullable Path model;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (epochs < 1) {
      throw new IllegalArgumentException("--epochs: at least 1, got " + epochs);
    }
    TrainTestSplit split = options.split(data, data.open());
    ClipFeatures features = options.features(data);
    SoundTrainer trainer = new SoundTrainer(features, epochs, options.workers(), seed);
    ClipScores scores = ClipScores.of(split.test());
    ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
    for (Recordings test : split.test().byUnit()) {
      MachineUnit unit = test.units().get(0);
      SoundModel trained = trainer.train(split.train().with(unit), progress);
      if (model != null) {
        trained.save(model, unit);
      }
      trained.score(test, scores, options.workers());
    }
    json.write(options.report(data, scores, spec.commandLine().getOut()));
    return 0;
  }
}
