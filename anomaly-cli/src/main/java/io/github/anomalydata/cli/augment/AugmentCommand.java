package io.github.anomalydata.cli.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Augments series and shows what became of them, so that people look before they train. */
@Command(
    name = "augment",
    description = {
      "Augment series [time], [channels, time] or [batch, channels, time] as a JSON file says;",
      "each series of a batch has a draw of its own. The same seed gives the same bytes."
    },
    mixinStandardHelpOptions = true)
public final class AugmentCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "The NPY file of the series.")
  private Path in = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The augmentation, as Augmentation.save writes it.")
  private Path config = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of everything drawn at random (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"--out", "-o"},
      paramLabel = "OUT",
      required = true,
      description = "The NPY file to write, of the shape and precision of IN.")
  private Path out = Path.of("");

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Write a picture of the first series before and after, as a PNG.")
  private @Nullable Path plot;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public AugmentCommand() {}

  @Override
  public Integer call() throws IOException {
    requireEnding("--out", out, ".npy");
    if (plot != null) {
      requireEnding("--plot", plot, ".png");
    }
    Augmentation augmentation = Augmentation.load(config);
    NumericArray series = Npy.read(in);
    int[] shape = series.shape();
    requireSeries(series);
    int time = shape[shape.length - 1];
    int channels = shape.length > 1 ? shape[shape.length - 2] : 1;
    int[] resultShape = shape.clone();
    resultShape[shape.length - 1] = augmentation.time(time);
    double[] before = doubles(series);
    double[] after = augmentation.apply(before, channels, time, new SplittableRandom(seed));
    boolean isSingle = series.type() == ElementType.FLOAT32 || series.type() == ElementType.FLOAT16;
    NumericArray result =
        isSingle
            ? NumericArray.of(rounded(after), resultShape)
            : NumericArray.of(after, resultShape);
    Files.createDirectories(out.toAbsolutePath().getParent());
    Npy.write(out, result);
    if (plot != null) {
      Files.createDirectories(plot.toAbsolutePath().getParent());
      new SeriesPlot(before, time, after, augmentation.time(time), channels).write(plot);
    }
    report(result);
    return 0;
  }

  private static void requireEnding(String option, Path file, String ending) {
    if (!file.toString().endsWith(ending)) {
      throw new IllegalArgumentException(
          option + ": a name that ends in " + ending + ", got " + file);
    }
  }

  private void requireSeries(NumericArray series) throws DataFileException {
    int rank = series.shape().length;
    if (rank < 1 || rank > 3 || series.size() == 0 || series.type() == ElementType.BOOL) {
      throw new DataFileException(
          in,
          "",
          "numbers [time], [channels, time] or [batch, channels, time], at least one",
          series.toString());
    }
  }

  private double[] doubles(NumericArray series) throws DataFileException {
    try {
      return series.doubles();
    } catch (ArithmeticException e) {
      DataFileException error =
          new DataFileException(
              in, "", "numbers that float64 holds exactly", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  private void report(NumericArray result) throws IOException {
    spec.commandLine()
        .getOut()
        .println("Wrote " + result + " to " + out + (plot == null ? "" : " and " + plot));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("shape", Arrays.stream(result.shape()).boxed().toList());
    report.put("type", result.type().toString());
    report.put("seed", seed);
    json.write(report);
  }
}
