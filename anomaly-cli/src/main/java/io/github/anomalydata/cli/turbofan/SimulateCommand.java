package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.turbofan.SimulatedFleet;
import io.github.anomalydata.turbofan.TurbofanSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a fleet and writes it in the format of the real files. */
@Command(
    name = "simulate",
    description = "Simulate a fleet and write it in the format of the real files.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to.")
  private Path folder = Path.of("");

  @Option(
      names = "--subset",
      paramLabel = "NAME",
      defaultValue = "FD001",
      description = "What stands after train_ in the file names (${DEFAULT-VALUE}).")
  private String subset = "";

  @Option(
      names = "--train-units",
      paramLabel = "N",
      defaultValue = "100",
      description = "The number of training units (${DEFAULT-VALUE}).")
  private int trainUnits;

  @Option(
      names = "--test-units",
      paramLabel = "N",
      defaultValue = "100",
      description = "The number of test units (${DEFAULT-VALUE}).")
  private int testUnits;

  @Option(
      names = "--regimes",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of operating conditions, 1 or 6 (${DEFAULT-VALUE}).")
  private int regimes;

  @Option(
      names = "--fault-modes",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of fault modes, 1 or 2 (${DEFAULT-VALUE}).")
  private int faultModes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed: the same one gives the same bytes (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--overwrite", description = "Replace files that exist.")
  private boolean overwrite;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    SimulatedFleet fleet =
        TurbofanSimulator.withDefaults()
            .withTrainUnits(trainUnits)
            .withTestUnits(testUnits)
            .withRegimes(regimes)
            .withFaultModes(faultModes)
            .withOverwrite(overwrite)
            .write(folder, subset, seed);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("train", fleet.train().toString());
    result.put("trainUnits", fleet.trainUnits());
    result.put("trainRows", fleet.trainRows());
    result.put("test", fleet.test().toString());
    result.put("testUnits", fleet.testUnits());
    result.put("testRows", fleet.testRows());
    result.put("rul", fleet.remainingLife().toString());
    result.put("seed", seed);
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote %d training units (%d rows) and %d test units (%d rows) to %s%n",
            fleet.trainUnits(), fleet.trainRows(), fleet.testUnits(), fleet.testRows(), folder);
    json.write(result);
    return 0;
  }
}
