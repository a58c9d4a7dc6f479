package io.github.anomalydata.cli.metrics;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.metrics.WindowSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sums up a part of a history. */
@Command(
    name = "summary",
    description = {
      "Sum up a part of a history: counts, the rate of anomalies, latencies, scores, drift and, where"
          + " labels came, precision, recall and the area under the ROC curve.",
      "A tracker may write the history meanwhile."
    },
    mixinStandardHelpOptions = true)
public final class SummaryCommand implements Callable<Integer> {
  @Mixin private WindowOptions window = new WindowOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public SummaryCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<WindowSummary> summaries = window.summaries(null);
    if (summaries.isEmpty()) {
      out.println(window.file() + ": no batches yet");
      json.write(Map.of("file", window.file().toString(), "batches", 0));
      return 0;
    }
    TextTable table = new TextTable("what", "value");
    SummaryFields.of(summaries.get(0))
        .forEach((name, value) -> table.row(words(name), value == null ? "-" : text(value)));
    summaries
        .get(0)
        .measures()
        .forEach((name, measure) -> table.row("mean of " + name, text(measure.mean())));
    table.print(out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("file", window.file().toString());
    result.put("summary", SummaryFields.of(summaries.get(0)));
    json.write(result);
    return 0;
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.6g", number)
        : value.toString();
  }

  /** Returns {@code score max} for {@code scoreMax}. */
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
