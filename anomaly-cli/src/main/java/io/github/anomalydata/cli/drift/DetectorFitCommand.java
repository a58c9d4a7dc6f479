package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.DriftDetector;
import io.github.anomalydata.drift.DriftSample;
import io.github.anomalydata.drift.FittedDriftDetector;
import io.github.anomalydata.drift.LatentMethod;
import io.github.anomalydata.drift.MissingValues;
import io.github.anomalydata.drift.ReferenceWindow;
import io.github.anomalydata.drift.ScoreScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits a detector to what a model saw and said while all was well. */
@Command(
    name = "fit",
    description = {
      "Fit a detector to what a model saw and said while all was well, and save it.",
      "Rows are in the order of time, and the same row of all files is of the same moment."
    },
    mixinStandardHelpOptions = true)
final class DetectorFitCommand implements Callable<Integer> {
  @Mixin private SampleOptions sample = new SampleOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where the detector is saved.")
  private Path output = Path.of("");

  @Option(
      names = "--latent-method",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "maximum-mean-discrepancy",
      description =
          "How latents are compared: maximum-mean-discrepancy for all at once;"
              + " kolmogorov-smirnov, wasserstein or energy for each (${DEFAULT-VALUE}).")
  private List<String> methods = List.of();

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "A score above it is an alarm of the model: the share of them is tested then.")
  private @Nullable Double threshold;

  @Option(
      names = "--log-scores",
      description = "Compare mean and spread of the logarithms of scores.")
  private boolean logScores;

  @Option(
      names = "--missing",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description =
          "What becomes of missing features: fail; ignore; or test, whether as many are missing"
              + " (${DEFAULT-VALUE}).")
  private String missing = "";

  @Option(
      names = "--block",
      paramLabel = "ROWS",
      defaultValue = "auto",
      description =
          "The rows that are permuted as one, since they depend on one another: auto (estimated),"
              + " a number, or off (${DEFAULT-VALUE}).")
  private String block = "";

  @Option(
      names = "--permutations",
      paramLabel = "N",
      defaultValue = "999",
      description = "The number of permutations behind p-values (${DEFAULT-VALUE}).")
  private int permutations;

  @Option(
      names = "--newest",
      paramLabel = "ROWS",
      description = "Keep the last rows of the reference only.")
  private @Nullable Integer newest;

  @Option(
      names = "--reservoir",
      paramLabel = "ROWS",
      description = "Keep so many rows of the reference, drawn from all.")
  private @Nullable Integer reservoir;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of that draw (${DEFAULT-VALUE}).")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    MissingValues missingValues = DriftChoices.missing(missing);
    DriftDetector detector =
        DriftDetector.withDefaults()
            .with(methods.stream().map(DetectorFitCommand::method).toArray(LatentMethod[]::new))
            .with(logScores ? ScoreScale.LOGARITHMIC : ScoreScale.LINEAR)
            .with(missingValues)
            .with(DriftChoices.dependence(block))
            .withPermutations(permutations)
            .with(window())
            .with(policy.policy());
    DriftSample reference = sample.reference(missingValues);
    FittedDriftDetector fitted =
        (threshold == null ? detector : detector.withThreshold(threshold)).fit(reference);
    fitted.save(output);
    spec.commandLine()
        .getOut()
        .println(
            "Saved "
                + output
                + ", a detector of "
                + fitted.reference().rows()
                + " rows of "
                + reference.rows());
    return 0;
  }

  private static LatentMethod method(String name) {
    return Arrays.stream(LatentMethod.values())
        .filter(choice -> PolicyOptions.name(choice).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--latent-method: maximum-mean-discrepancy, kolmogorov-smirnov, wasserstein or"
                        + " energy, got '"
                        + name
                        + "'"));
  }

  private ReferenceWindow window() {
    if (newest != null && reservoir != null) {
      throw new IllegalArgumentException("--newest, --reservoir: one of them, got both");
    }
    if (newest != null) {
      return ReferenceWindow.newest(newest);
    }
    return reservoir == null ? ReferenceWindow.all() : ReferenceWindow.reservoir(reservoir, seed);
  }
}
