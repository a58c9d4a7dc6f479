package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.drift.DecisionPolicy;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.DriftDetector;
import io.github.anomalydata.drift.DriftSample;
import io.github.anomalydata.drift.FittedDriftDetector;
import io.github.anomalydata.drift.MixedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a detector knows and how it decides. */
@Command(
    name = "show",
    description = "Show what a saved detector knows and how it decides.",
    mixinStandardHelpOptions = true)
final class DetectorShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DETECTOR", description = "A detector that fit saved.")
  private Path detector = Path.of("");

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, Object> shown = shown(FittedDriftDetector.open(detector));
    int width = shown.keySet().stream().mapToInt(String::length).max().orElse(0);
    shown.forEach(
        (name, value) ->
            spec.commandLine()
                .getOut()
                .println(name + " ".repeat(width + 2 - name.length()) + value));
    json.write(shown);
    return 0;
  }

  private static String dependence(Dependence dependence) {
    if (dependence instanceof Dependence.Blocks blocks) {
      return "blocks of " + blocks.length() + " rows";
    }
    return dependence instanceof Dependence.Estimated ? "estimated blocks" : "independent rows";
  }

  private static Map<String, Object> shown(FittedDriftDetector fitted) {
    DriftDetector options = fitted.options();
    DriftSample reference = fitted.reference();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("rows", reference.rows());
    shown.put("latents", reference.latentColumns());
    shown.put("scores", reference.hasScores());
    shown.put("features", reference.features().map(MixedTable::columns).orElse(List.of()));
    if (reference.latentColumns() > 0) {
      shown.put("latentMethods", options.methods().stream().map(PolicyOptions::name).toList());
    }
    options.threshold().ifPresent(threshold -> shown.put("threshold", threshold));
    shown.put("dependence", dependence(options.dependence()));
    shown.put("permutations", options.permutations());
    if (options.policy() instanceof DecisionPolicy.Calibrated policy) {
      shown.put("policy", "calibrated");
      shown.put("alpha", policy.alpha());
      shown.put("adjustment", PolicyOptions.name(policy.adjustment()));
      Map<String, Double> floors = new LinkedHashMap<>();
      policy.floors().forEach((measure, floor) -> floors.put(PolicyOptions.name(measure), floor));
      policy.columnFloors().forEach((name, floor) -> floors.put("feature:" + name, floor));
      shown.put("floors", floors);
      shown.put("windows", policy.alarms() + "/" + policy.windows());
      shown.put("coolDown", policy.coolDown().toString());
    } else {
      shown.put("policy", "legacy");
    }
    return shown;
  }
}
