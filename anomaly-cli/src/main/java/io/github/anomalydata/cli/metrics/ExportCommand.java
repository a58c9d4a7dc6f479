package io.github.anomalydata.cli.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.anomalydata.cli.LengthConverter;
import io.github.anomalydata.internal.io.AtomicFile;
import io.github.anomalydata.metrics.WindowSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a part of a history as a table, a row for each step of time. */
@Command(
    name = "export",
    description = {
      "Write a part of a history as a table, a row for each step of time.",
      "A cell without a number is empty in CSV and null in JSON."
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
  @Mixin private WindowOptions window = new WindowOptions();

  @Option(
      names = "--step",
      paramLabel = "LENGTH",
      defaultValue = "1h",
      converter = LengthConverter.class,
      description = "The time of a row, such as 30s, 5m, 1h or 7d (${DEFAULT-VALUE}).")
  private Duration step = Duration.ofHours(1);

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The table, a file that ends in .csv or .json.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".csv") && !name.endsWith(".json")) {
      throw new IllegalArgumentException("--out: a file that ends in .csv or .json, got " + out);
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (WindowSummary summary : window.summaries(step)) {
      rows.add(SummaryFields.of(summary));
    }
    byte[] bytes = name.endsWith(".csv") ? csv(rows) : json(rows);
    AtomicFile.write(out, to -> to.write(bytes));
    spec.commandLine().getOut().println(rows.size() + " rows in " + out);
    return 0;
  }

  private static byte[] json(List<Map<String, @Nullable Object>> rows) throws IOException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(rows);
  }

  private static byte[] csv(List<Map<String, @Nullable Object>> rows) {
    StringBuilder text = new StringBuilder();
    for (Map<String, @Nullable Object> row : rows) {
      if (text.isEmpty()) {
        text.append(String.join(",", row.keySet())).append('\n');
      }
      List<String> cells = new ArrayList<>();
      row.values().forEach(value -> cells.add(value == null ? "" : value.toString()));
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
