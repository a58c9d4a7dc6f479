package io.github.anomalydata.cli.feature;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTable;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.feature.Feature;
import io.github.anomalydata.feature.FeatureColumn;
import io.github.anomalydata.feature.FeatureExtractor;
import io.github.anomalydata.feature.FeatureSchema;
import io.github.anomalydata.feature.NonFinitePolicy;
import io.github.anomalydata.signal.Detrend;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the features of the signals of a file. */
@Command(
    name = "features",
    description = {
      "Compute named features of signals.",
      "A CSV file is one window: its columns are channels, its rows time; a first line without"
          + " any number names the channels. An NPY file is [time], [channels, time] or [batch,"
          + " channels, time]; its channels are named 0, 1 and so on."
    },
    mixinStandardHelpOptions = true)
public final class FeaturesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "IN",
      arity = "0..1",
      description = "The signals, a file that ends in .csv or .npy.")
  private @Nullable Path in;

  @Option(names = "--rate", paramLabel = "HZ", description = "The samples per second, above 0.")
  private @Nullable Double rate;

  @Mixin private FeatureChoice choice = new FeatureChoice();

  @Option(
      names = "--detrend",
      paramLabel = "TREND",
      defaultValue = "constant",
      description =
          "What is taken out of a signal before its spectrum: constant (the mean), linear or none"
              + " (${DEFAULT-VALUE}).")
  private String detrend = "";

  @Option(
      names = "--nan",
      paramLabel = "POLICY",
      defaultValue = "refuse",
      description =
          "What becomes of a signal with NaN or infinity: refuse it, or give it features that are"
              + " undefined (${DEFAULT-VALUE}).")
  private String nan = "";

  @Option(
      names = "--undefined",
      paramLabel = "NUMBER",
      defaultValue = "NaN",
      description =
          "What stands for a feature that is undefined, as the skewness of a constant signal"
              + " (${DEFAULT-VALUE}).")
  private double undefined;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of threads (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the features as CSV to this file, a row for each window.")
  private @Nullable Path csv;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "Write what the features are to this file, to be checked when a model serves.")
  private @Nullable Path schemaOut;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Refuse features that are not those of this schema.")
  private @Nullable Path schemaIn;

  @Option(names = "--list", description = "List all features with their definitions, and end.")
  private boolean list;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public FeaturesCommand() {}

  @Override
  public Integer call() throws IOException {
    if (list) {
      list(spec.commandLine().getOut());
      return 0;
    }
    if (in == null || rate == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing " + (in == null ? "parameter: IN" : "option: --rate HZ, above 0"));
    }
    NonFinitePolicy policy = FeatureChoice.choice("--nan", NonFinitePolicy.values(), nan);
    SignalFile signals = SignalFile.read(in, policy == NonFinitePolicy.UNDEFINED);
    FeatureExtractor extractor =
        FeatureExtractor.of(choice.features(rate, signals.time()), rate)
            .withChannels(signals.channels())
            .with(FeatureChoice.choice("--detrend", Detrend.values(), detrend))
            .with(policy)
            .withUndefined(undefined);
    FeatureSchema schema = extractor.schema();
    if (schemaIn != null) {
      FeatureSchema.load(schemaIn).require(schema);
    }
    double[] features = extract(extractor, signals);
    write(signals, schema, features);
    print(spec.commandLine().getOut(), signals, schema, features);
    return 0;
  }

  private static void list(PrintWriter out) {
    TextTable table = new TextTable("feature", "group", "unit", "samples", "definition");
    for (Feature feature : Feature.catalogue()) {
      table.row(
          feature.name(),
          feature.group().name().toLowerCase(Locale.ROOT),
          feature.unit(),
          feature.minimumLength(),
          feature.definition());
    }
    table.print(out);
  }

  private double[] extract(FeatureExtractor extractor, SignalFile signals) {
    if (workers <= 1) {
      return extractor
          .withWorkers(Runnable::run, workers)
          .extract(signals.values(), signals.time());
    }
    ExecutorService executor = Executors.newFixedThreadPool(Math.min(workers, 256) - 1);
    try {
      return extractor.withWorkers(executor, workers).extract(signals.values(), signals.time());
    } finally {
      executor.shutdown();
    }
  }

  private void write(SignalFile signals, FeatureSchema schema, double[] features)
      throws IOException {
    if (schemaOut != null) {
      createFolder(schemaOut);
      schema.save(schemaOut);
    }
    if (csv != null) {
      createFolder(csv);
      NumericArray values = NumericArray.of(features, signals.batch(), schema.columns().size());
      Csv.write(csv, new CsvTable(schema.names(), values), CsvOptions.withDefaults());
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("input", String.valueOf(in));
    result.put("shape", List.of(signals.batch(), signals.channels().size(), signals.time()));
    result.put("sampleRate", schema.sampleRate());
    result.put("columns", columns(schema));
    result.put("values", new JsonRows(features, schema.columns().size()));
    json.write(result);
  }

  private static void createFolder(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
  }

  private static List<Map<String, Object>> columns(FeatureSchema schema) {
    List<Map<String, Object>> columns = new ArrayList<>();
    List<String> names = schema.names();
    for (int i = 0; i < names.size(); i++) {
      FeatureColumn column = schema.columns().get(i);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", names.get(i));
      entry.put("channel", column.channel());
      entry.put("feature", column.feature());
      entry.put("unit", column.unit());
      entry.put("parameters", column.parameters());
      columns.add(entry);
    }
    return columns;
  }

  private static void print(
      PrintWriter out, SignalFile signals, FeatureSchema schema, double[] features) {
    if (signals.batch() == 1) {
      TextTable table = new TextTable("feature", "value", "unit");
      List<String> names = schema.names();
      for (int i = 0; i < names.size(); i++) {
        String value = String.format(Locale.ROOT, "%.6g", features[i]);
        table.row(names.get(i), value, schema.columns().get(i).unit());
      }
      table.print(out);
    }
    out.println(
        "features "
            + List.of(signals.batch(), schema.columns().size())
            + " of windows "
            + List.of(signals.batch(), signals.channels().size(), signals.time()));
  }
}
