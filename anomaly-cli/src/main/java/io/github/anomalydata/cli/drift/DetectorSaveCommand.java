package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.FittedDriftDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves a detector that decides by another policy. */
@Command(
    name = "save",
    description = {
      "Save a detector with the same reference and another policy, without fitting anew.",
      "It is written in the newest format, whichever it was read in."
    },
    mixinStandardHelpOptions = true)
final class DetectorSaveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DETECTOR", description = "A detector that fit saved.")
  private Path detector = Path.of("");

  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where the detector is saved.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    FittedDriftDetector.open(detector).with(policy.policy()).save(output);
    spec.commandLine().getOut().println("Saved " + output);
    return 0;
  }
}
