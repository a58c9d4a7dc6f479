package io.github.anomalydata.cli.augment;

import io.github.anomalydata.audio.augment.AudioAugmentations;
import io.github.anomalydata.augment.AugmentationPlan;
import io.github.anomalydata.augment.AugmentationStep;
import io.github.anomalydata.augment.AugmentationTypes;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.image.augment.ImageAugmentations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Augments series or images and shows what became of them, so that people look before they train.
 */
@Command(
    name = "augment",
    description =
        "Augment series [time], [channels, time] or [batch, channels, time], or "
            + "images [batch, channels, height, width], as a JSON file says: "
            + "augmentations of series, sound or images, mixup and cut-mix with other "
            + "samples of the batch, SMOTE for rare classes, or a plan of several. Each "
            + "sample of a batch has a draw of its own. The same seed gives the same "
            + "bytes.",
    mixinStandardHelpOptions = true)
public final class AugmentCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "The NPY file of the series or images.")
  private Path in = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description =
          "The augmentation or plan, as Augmentation.save or AugmentationPlan.save wrote it.")
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
      description =
          "The NPY file to write, of the shape and precision of IN; images in single precision.")
  private Path out = Path.of("");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The NPY file of the labels: [batch] or [batch, n], which mixtures mix and "
              + "SMOTE reads as one-hot classes, or of the shape of IN with any channels, "
              + "which move with the samples.")
  private @Nullable Path labels;

  @Option(
      names = "--out-labels",
      paramLabel = "FILE",
      description = "The NPY file to write the labels to.")
  private @Nullable Path outLabels;

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
    if ((labels == null) != (outLabels == null)) {
      throw new IllegalArgumentException(
          "--out-labels: together with --labels, got only "
              + (labels == null ? outLabels : labels));
    }
    if (outLabels != null) {
      requireEnding("--out-labels", outLabels, ".npy");
    }
    AugmentationTypes types =
        AugmentationTypes.ofSeries()
            .with(AudioAugmentations.types())
            .with(ImageAugmentations.types());
    AugmentationPlan plan = types.loadPlan(config);
    NumericArray samples = Npy.read(in);
    int rank = requireRank(samples);
    if (plot != null && rank == 4) {
      throw new IllegalArgumentException(
          "--plot: of series, got images " + Arrays.toString(samples.shape()));
    }
    double[] before = doubles(in, samples);
    int[] shape = batchShape(samples.shape());
    LabelledArrays arrays = LabelledArrays.of(before, shape);
    ElementType labelType = ElementType.FLOAT32;
    if (labels != null) {
      NumericArray read = Npy.read(labels);
      labelType = read.type();
      arrays = arrays.withLabels(doubles(labels, read), read.shape());
    }
    RandomGenerator random = new SplittableRandom(seed);
    for (AugmentationStep step : plan.steps()) {
      arrays.apply(step, random);
    }
    NumericArray result =
        array(
            arrays.values(),
            rank == 4 ? ElementType.FLOAT32 : samples.type(),
            resultShape(samples.shape(), arrays.shape()));
    write(out, result);
    if (outLabels != null) {
      write(outLabels, array(arrays.labels(), labelType, arrays.labelShape()));
    }
    if (plot != null) {
      Files.createDirectories(plot.toAbsolutePath().getParent());
      new SeriesPlot(before, shape[2], arrays.values(), arrays.shape()[2], shape[1]).write(plot);
    }
    report(result);
    return 0;
  }

  /** Returns the shape with a batch and channels, of 1 if there are none. */
  private static int[] batchShape(int[] shape) {
    int missing = Math.max(0, 3 - shape.length);
    int[] batch = new int[missing + shape.length];
    Arrays.fill(batch, 1);
    System.arraycopy(shape, 0, batch, missing, shape.length);
    return batch;
  }

  /** Returns the shape of what was made, without the axes that IN has not. */
  private static int[] resultShape(int[] shape, int[] made) {
    return Arrays.copyOfRange(made, Math.max(0, 3 - shape.length), made.length);
  }

  private static NumericArray array(double[] values, ElementType type, int... shape) {
    boolean isSingle = type == ElementType.FLOAT32 || type == ElementType.FLOAT16;
    return isSingle ? NumericArray.of(rounded(values), shape) : NumericArray.of(values, shape);
  }

  private static void write(Path file, NumericArray array) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Npy.write(file, array);
  }

  private static void requireEnding(String option, Path file, String ending) {
    if (!file.toString().endsWith(ending)) {
      throw new IllegalArgumentException(
          option + ": a name that ends in " + ending + ", got " + file);
    }
  }

  private int requireRank(NumericArray samples) throws DataFileException {
    int rank = samples.shape().length;
    if (rank < 1 || rank > 4 || samples.size() == 0 || samples.type() == ElementType.BOOL) {
      throw new DataFileException(
          in,
          "",
          "numbers [time], [channels, time], [batch, channels, time] or"
              + " [batch, channels, height, width], at least one",
          samples.toString());
    }
    return rank;
  }

  private static double[] doubles(Path file, NumericArray array) throws DataFileException {
    try {
      return array.doubles();
    } catch (ArithmeticException e) {
      DataFileException error =
          new DataFileException(
              file, "", "numbers that float64 holds exactly", String.valueOf(e.getMessage()));
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
        .println("Wrote " + result + " to " + out + and(outLabels) + and(plot));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("shape", Arrays.stream(result.shape()).boxed().toList());
    report.put("type", result.type().toString());
    report.put("seed", seed);
    json.write(report);
  }

  private static String and(@Nullable Path more) {
    return more == null ? "" : " and " + more;
  }
}
