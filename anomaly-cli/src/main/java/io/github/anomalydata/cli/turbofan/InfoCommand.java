package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.turbofan.Channel;
import io.github.anomalydata.turbofan.ChannelSelection;
import io.github.anomalydata.turbofan.EngineRun;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.FileChecksum;
import io.github.anomalydata.turbofan.FittedPreparation;
import io.github.anomalydata.turbofan.Preparation;
import io.github.anomalydata.turbofan.Turbofan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the files of a subset and tells what they hold. */
@Command(
    name = "info",
    description = "Check the files of a subset and tell what they hold.",
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Turbofan turbofan = data.open();
    FittedPreparation preparation =
        Preparation.withDefaults().with(ChannelSelection.varying()).fit(turbofan.train());
    PrintWriter out = spec.commandLine().getOut();
    out.println(turbofan.name() + ": all files are sound");
    out.println();
    TextTable parts =
        new TextTable("part", "units", "cycles", "shortest", "mean", "longest", "RUL at last");
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("subset", turbofan.name());
    result.put("train", describe("train", turbofan.train(), parts));
    result.put("test", describe("test", turbofan.test(), parts));
    parts.print(out);
    out.println();
    TextTable conditions = new TextTable("condition", "altitude (kft)", "Mach", "TRA (%)");
    List<List<Double>> centres = preparation.conditions().centres();
    for (int i = 0; i < centres.size(); i++) {
      List<Double> c = centres.get(i);
      conditions.row(
          i + 1, format("%.3f", c.get(0)), format("%.4f", c.get(1)), format("%.1f", c.get(2)));
    }
    conditions.print(out);
    out.println();
    List<String> constant =
        Channel.sensors().stream()
            .filter(preparation.dropped()::containsKey)
            .map(Channel::toString)
            .toList();
    out.println(
        constant.isEmpty()
            ? "All sensors vary within a condition."
            : "Near-constant within each condition: " + String.join(", ", constant));
    out.println();
    TextTable files = new TextTable("file", "as published", "SHA-256");
    Map<String, String> hashes = new LinkedHashMap<>();
    for (FileChecksum checksum : data.checksums()) {
      files.row(checksum.file(), checksum.isPublished() ? "yes" : "not known", checksum.sha256());
      hashes.put(checksum.file(), checksum.sha256());
    }
    files.print(out);
    result.put("sha256", hashes);
    result.put("conditions", centres);
    result.put("constantSensors", constant);
    json.write(result);
    return 0;
  }

  private static Map<String, Object> describe(String part, EngineRuns runs, TextTable table) {
    IntSummaryStatistics lengths =
        runs.runs().stream().mapToInt(EngineRun::length).summaryStatistics();
    IntSummaryStatistics ruls =
        runs.runs().stream().mapToInt(EngineRun::finalRul).summaryStatistics();
    table.row(
        part,
        runs.size(),
        runs.rows(),
        lengths.getMin(),
        format("%.1f", lengths.getAverage()),
        lengths.getMax(),
        ruls.getMax() == ruls.getMin() ? ruls.getMin() : ruls.getMin() + " - " + ruls.getMax());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("units", runs.size());
    result.put("cycles", runs.rows());
    result.put("shortest", lengths.getMin());
    result.put("longest", lengths.getMax());
    result.put("leastRul", ruls.getMin());
    result.put("greatestRul", ruls.getMax());
    return result;
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
