package io.github.anomalydata.cli.monitor;

import io.github.anomalydata.cli.CsvHeader;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.LengthConverter;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.online.Calibration;
import io.github.anomalydata.drift.online.Detector;
import io.github.anomalydata.drift.online.FittedDetector;
import io.github.anomalydata.drift.online.RunLength;
import io.github.anomalydata.drift.online.Threshold;
import io.github.anomalydata.drift.preprocess.FittedTransform;
import io.github.anomalydata.drift.preprocess.PrincipalComponents;
import io.github.anomalydata.drift.preprocess.Standardizer;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a monitor. */
@Command(
    name = "fit",
    description = {
      "Make a monitor from samples of normal operation, with a threshold at which a stream like them"
          + " raises one false alarm in a given number of samples or time.",
      "Rows are in the order of time. A first line of the file without any number names the columns."
    },
    mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {
  @Option(
      names = "--reference",
      paramLabel = "FILE",
      required = true,
      description = "The samples of normal operation, a CSV file.")
  private Path reference = Path.of("");

  @Option(
      names = "--detector",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make; it must not hold a monitor yet.")
  private Path folder = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "cusum",
      description =
          "What to watch: cusum, ewma, page-hinkley or adwin for the mean of one column; ddm for a"
              + " rate of errors, 0 or 1; ks or cvm for its distribution; mmd for the joint"
              + " distribution of several (${DEFAULT-VALUE}).")
  private String method = "";

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "The columns to watch (all that hold numbers).")
  private @Nullable List<String> columns;

  @Option(
      names = "--target",
      paramLabel = "N|TIME",
      required = true,
      description =
          "From one false alarm to the next, on average: a number of samples, or a time such as 12h"
              + " or 7d.")
  private String target = "";

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description = "From one sample to the next, such as 30s; for a target that is a time.")
  private @Nullable Duration interval;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "The newest samples that ks, cvm and mmd look at (100).")
  private @Nullable Integer window;

  @Option(
      names = "--components",
      paramLabel = "K",
      description = "Watch only this many principal components, for mmd.")
  private @Nullable Integer components;

  @Option(
      names = "--raw",
      description =
          "Take columns in the units they have; mmd divides them by their standard deviation"
              + " otherwise.")
  private boolean raw;

  @Option(
      names = "--block",
      paramLabel = "ROWS",
      defaultValue = "auto",
      description =
          "The rows that are drawn as one, since they depend on one another: auto (estimated), a"
              + " number, or off (${DEFAULT-VALUE}).")
  private String block = "";

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The number of simulated streams (${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "The number of threads; the threshold does not depend on it (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of the simulation (${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  FitCommand() {}

  @Override
  public Integer call() throws IOException {
    MonitorMethod chosen = MonitorMethod.of(method);
    if (chosen != MonitorMethod.MMD && (components != null || raw)) {
      throw new IllegalArgumentException("--components, --raw: for mmd, got " + method);
    }
    if (workers < 1) {
      throw new IllegalArgumentException("--workers: at least 1, got " + workers);
    }
    MonitorFolder.requireNone(folder);
    RunLength runLength = runLength();
    Dependence dependence = dependence();
    CsvOptions.Header header = CsvHeader.of(reference);
    boolean named = header == CsvOptions.Header.FIRST_LINE;
    CsvTextTable table = Csv.readText(reference, CsvOptions.withDefaults().with(header));
    List<Integer> places = places(table, named);
    if (places.size() != 1 && chosen != MonitorMethod.MMD) {
      throw new IllegalArgumentException(
          "--columns: one for "
              + method
              + ", got "
              + places.stream().map(table.columns()::get).toList());
    }
    double[][] rows = rows(table, places);
    Optional<FittedTransform> transform = transform(chosen, rows);
    double[][] seen = transform.isPresent() ? transform.get().apply(rows) : rows;
    FittedDetector detector = fit(chosen.detector(window), dependence, seen, runLength);
    List<String> names = named ? places.stream().map(table.columns()::get).toList() : List.of();
    MonitorFolder.create(folder, detector.start(), names, transform);
    report(detector, names, rows.length, runLength);
    return 0;
  }

  private FittedDetector fit(
      Detector options, Dependence dependence, double[][] rows, RunLength runLength) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      return Calibration.withDefaults()
          .with(dependence)
          .withReplicates(replicates)
          .withWorkers(executor, workers)
          .fit(options, rows, runLength, seed);
    } finally {
      executor.shutdown();
    }
  }

  private RunLength runLength() {
    if (target.matches("[0-9]+(\\.[0-9]+)?")) {
      return RunLength.ofSamples(Double.parseDouble(target));
    }
    if (!target.matches("[1-9][0-9]{0,8}[smhd]")) {
      throw new IllegalArgumentException(
          "--target: a number of samples or a time such as 12h or 7d, got '" + target + "'");
    }
    if (interval == null) {
      throw new IllegalArgumentException(
          "--interval: the time from one sample to the next for a target of " + target);
    }
    return RunLength.ofTime(new LengthConverter().convert(target), interval);
  }

  private Dependence dependence() {
    if (block.equals("auto")) {
      return Dependence.estimated();
    }
    if (block.equals("off")) {
      return Dependence.independent();
    }
    if (!block.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("--block: auto, off or at least 1, got '" + block + "'");
    }
    return Dependence.blocks(Integer.parseInt(block));
  }

  private List<Integer> places(CsvTextTable table, boolean named) {
    if (columns == null) {
      return IntStream.range(0, table.columns().size()).filter(table::isNumeric).boxed().toList();
    }
    if (!named) {
      throw new IllegalArgumentException("--columns: names that the first line has, got numbers");
    }
    for (String name : columns) {
      if (!table.columns().contains(name)) {
        throw new IllegalArgumentException(
            "--columns: some of " + table.columns() + ", got '" + name + "'");
      }
    }
    return columns.stream().map(table.columns()::indexOf).toList();
  }

  private double[][] rows(CsvTextTable table, List<Integer> places) {
    double[][] rows = new double[table.rows()][places.size()];
    for (int k = 0; k < places.size(); k++) {
      double[] column = table.numbers(places.get(k));
      for (int i = 0; i < rows.length; i++) {
        rows[i][k] = column[i];
        if (!Double.isFinite(column[i])) {
          throw new IllegalArgumentException(
              "--reference: a finite number in row "
                  + (i + 1)
                  + " of '"
                  + table.columns().get(places.get(k))
                  + "', got "
                  + column[i]);
        }
      }
    }
    return rows;
  }

  private Optional<FittedTransform> transform(MonitorMethod chosen, double[][] rows) {
    FittedTransform transform = null;
    if (chosen == MonitorMethod.MMD && !raw) {
      transform = Standardizer.fit(rows);
    }
    if (components != null) {
      double[][] before = transform == null ? rows : transform.apply(rows);
      FittedTransform axes = PrincipalComponents.withCount(components).fit(before);
      transform = transform == null ? axes : transform.then(axes);
    }
    return Optional.ofNullable(transform);
  }

  private void report(FittedDetector detector, List<String> names, int rows, RunLength asked)
      throws IOException {
    Threshold threshold = detector.threshold();
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("what", "value");
    table.row("method", method);
    table.row("columns", names.isEmpty() ? detector.columns() : String.join(", ", names));
    table.row("samples of the reference", rows);
    table.row("threshold", text(threshold.value()));
    table.row(
        "samples to a false alarm",
        text(threshold.runLength() + detector.coolDown())
            + " ± "
            + text(threshold.standardError()));
    table.row("samples of a block", threshold.blockLength());
    table.row("samples passed over after an alarm", detector.coolDown());
    table.print(out);
    if (rows < asked.samples()) {
      out.println();
      out.println(
          "The reference holds fewer samples than lie between two false alarms: what it shows by"
              + " chance is taken for true.");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("detector", folder.toString());
    result.put("method", method);
    result.put("columns", names);
    result.put("referenceSamples", rows);
    result.put("threshold", threshold.value());
    result.put("runLength", threshold.runLength() + detector.coolDown());
    result.put("standardError", threshold.standardError());
    result.put("blockLength", threshold.blockLength());
    result.put("coolDown", detector.coolDown());
    result.put("seed", seed);
    json.write(result);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
