package io.github.anomalydata.cli.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.drift.online.Alarm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Watches standard input. */
@Command(
    name = "monitor",
    description = {
      "Watch lines of CSV as they come, and print alarms as lines of JSON.",
      "Each line of standard input is a sample. A first line without any number names the columns,"
          + " of which those of the reference are taken; without it, lines hold these alone.",
      "Ends with 0 for no alarm, 1 for alarms, 2 for bad input."
    },
    mixinStandardHelpOptions = true,
    subcommands = FitCommand.class)
public final class MonitorCommand implements Callable<Integer> {
  private static final String SKIP = "skip";

  @Option(
      names = "--detector",
      paramLabel = "DIR",
      description = "The folder that 'monitor fit' made.")
  private @Nullable Path folder;

  @Option(
      names = "--save",
      description =
          "Write the monitor back when the command ends, also for a bad line, so that it goes on"
              + " from there next time.")
  private boolean save;

  @Option(
      names = "--save-every",
      paramLabel = "N",
      description = "Write it back after every N samples as well.")
  private @Nullable Integer saveEvery;

  @Option(
      names = "--bad-lines",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description =
          "What becomes of a line that is no sample: fail, or skip and count (${DEFAULT-VALUE}).")
  private String badLines = "";

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  private final InputStream in;
  private final ObjectMapper mapper = new ObjectMapper();
  private long skipped;
  private String firstSkipped = "";

  /**
   * Creates the command.
   *
   * @param in standard input
   */
  public MonitorCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--detector=DIR'");
    }
    if (saveEvery != null && saveEvery < 1) {
      throw new IllegalArgumentException("--save-every: at least 1, got " + saveEvery);
    }
    if (!badLines.equals("fail") && !badLines.equals(SKIP)) {
      throw new IllegalArgumentException("--bad-lines: fail or skip, got '" + badLines + "'");
    }
    MonitorFolder opened = MonitorFolder.open(folder);
    StreamLines lines =
        new StreamLines(new BufferedInputStream(in), opened.columns(), opened.width());
    long before = opened.monitor().samples();
    long alarms = opened.monitor().alarms();
    try {
      watch(opened, lines);
    } finally {
      if (save || saveEvery != null) {
        opened.save();
      }
    }
    if (skipped > 0) {
      spec.commandLine()
          .getErr()
          .println("anomaly: " + skipped + " lines were left out, the first: " + firstSkipped);
    }
    alarms = opened.monitor().alarms() - alarms;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("samples", opened.monitor().samples() - before);
    result.put("alarms", alarms);
    result.put("linesLeftOut", skipped);
    json.write(result);
    return alarms > 0 ? 1 : 0;
  }

  private void watch(MonitorFolder opened, StreamLines lines) throws IOException {
    while (true) {
      Optional<double[]> row;
      try {
        row = lines.next();
        if (row.isPresent()) {
          update(opened, lines, row.get()).ifPresent(alarm -> print(alarm, lines.line()));
        }
      } catch (DataFileException e) {
        if (!badLines.equals(SKIP)) {
          throw e;
        }
        firstSkipped = skipped == 0 ? String.valueOf(e.getMessage()) : firstSkipped;
        skipped++;
        continue;
      }
      if (row.isEmpty()) {
        return;
      }
      requireOutput();
      if (saveEvery != null && opened.monitor().samples() % saveEvery == 0) {
        opened.save();
      }
    }
  }

  private static Optional<Alarm> update(MonitorFolder opened, StreamLines lines, double[] row)
      throws DataFileException {
    try {
      return opened.monitor().updateRow(opened.transformed(row));
    } catch (IllegalArgumentException e) {
      throw lines.error("a sample that the monitor takes", String.valueOf(e.getMessage()));
    }
  }

  private void print(Alarm alarm, long line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", line);
    fields.put("sample", alarm.sample());
    fields.put("changePoint", alarm.changePoint());
    fields.put("statistic", alarm.statistic());
    fields.put("threshold", alarm.threshold());
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(mapper.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an alarm is JSON: " + fields, e);
    }
    out.flush();
  }

  /** An alarm that nobody can read is none. */
  private void requireOutput() throws IOException {
    if (spec.commandLine().getOut().checkError()) {
      throw new IOException("standard output: cannot be written");
    }
  }
}
