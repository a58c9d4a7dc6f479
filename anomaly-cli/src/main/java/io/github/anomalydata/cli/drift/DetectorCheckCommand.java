package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.drift.Decision;
import io.github.anomalydata.drift.DecisionHistory;
import io.github.anomalydata.drift.FittedDriftDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides whether to retrain. */
@Command(
    name = "check",
    description = {
      "Decide whether to retrain, from what the model saw and said now.",
      "Ends with 0 for no, 1 for yes, 2 for bad input or too little of it."
    },
    mixinStandardHelpOptions = true)
final class DetectorCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DETECTOR", description = "A detector that fit saved.")
  private Path detector = Path.of("");

  @Mixin private SampleOptions sample = new SampleOptions();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "What the last decisions were, read if the file exists and written after: needed by"
              + " --windows and --cool-down.")
  private @Nullable Path history;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "The time of the decision, such as 2026-03-01T12:00:00Z (that of the clock).")
  private @Nullable String now;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of the permutations (${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    FittedDriftDetector fitted = FittedDriftDetector.open(detector);
    Instant time = time();
    DecisionHistory before =
        history != null && Files.exists(history)
            ? DecisionHistory.open(history)
            : DecisionHistory.none();
    Decision decision;
    try {
      decision =
          history == null
              ? fitted.decide(sample.like(fitted.reference()), seed)
              : fitted.decide(sample.like(fitted.reference()), before, time, seed);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("--history: a file, since " + e.getMessage(), e);
    }
    DecisionReport report = new DecisionReport(decision);
    report.print(spec.commandLine().getOut());
    json.write(report.json());
    if (history != null) {
      decision.history().save(history);
    }
    return switch (decision.outcome()) {
      case RETRAIN -> 1;
      case INSUFFICIENT_DATA -> 2;
      default -> 0;
    };
  }

  private Instant time() {
    try {
      return now == null ? Instant.now() : Instant.parse(now);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--now: a time such as 2026-03-01T12:00:00Z, got '" + now + "'", e);
    }
  }
}
