package io.github.anomalydata.cli.drift;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.drift.DriftSample;
import io.github.anomalydata.drift.MissingValues;
import io.github.anomalydata.drift.MixedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model saw and said, in files whose rows are the same moments. */
final class SampleOptions {
  @Option(
      names = "--latents",
      paramLabel = "FILE",
      description = "The latents of the model, a file of numbers that ends in .csv or .npy.")
  private @Nullable Path latents;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description = "The scores of the model, a file of one column of numbers.")
  private @Nullable Path scores;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description = "The features the model is given, a file of columns of numbers or text.")
  private @Nullable Path features;

  /** Reads a reference: columns of text are labels. */
  DriftSample reference(MissingValues missing) throws IOException {
    if (latents == null && scores == null && features == null) {
      throw new IllegalArgumentException("--latents, --scores, --features: at least one, got none");
    }
    DriftSample sample = latentsAndScores();
    if (features == null) {
      return sample;
    }
    DriftTable table = DriftTable.read("--features", features);
    if (missing == MissingValues.FAIL) {
      table.requireComplete("ignore or test");
    }
    List<Integer> labels =
        IntStream.range(0, table.columns().size()).filter(table::isText).boxed().toList();
    return sample.withFeatures(table.mixed(labels));
  }

  /** Reads a sample with the columns of a reference. */
  DriftSample like(DriftSample reference) throws IOException {
    DriftSample sample = latentsAndScores();
    if (features == null) {
      return sample;
    }
    DriftTable table = DriftTable.read("--features", features);
    MixedTable columns = reference.features().orElse(MixedTable.empty());
    List<Integer> labels =
        IntStream.range(0, table.columns().size())
            .filter(i -> !columns.isNumeric(table.columns().get(i)))
            .boxed()
            .toList();
    for (int i = 0; i < table.columns().size(); i++) {
      if (!labels.contains(i) && table.isText(i)) {
        throw new DataFileException(
            features,
            "column '" + table.columns().get(i) + "'",
            "numbers, as the reference",
            "text");
      }
    }
    return sample.withFeatures(table.mixed(labels));
  }

  private DriftSample latentsAndScores() throws IOException {
    DriftSample sample = DriftSample.empty();
    if (latents != null) {
      sample = sample.withLatents(numbers("--latents", latents).completeRows());
    }
    if (scores != null) {
      DriftTable table = numbers("--scores", scores);
      if (table.columns().size() != 1) {
        throw new DataFileException(scores, "", "one column", table.columns().size() + " columns");
      }
      sample = sample.withScores(table.numbers(0));
    }
    return sample;
  }

  private static DriftTable numbers(String option, Path file) throws IOException {
    DriftTable table = DriftTable.read(option, file);
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.isText(i)) {
        throw new DataFileException(
            file, "column '" + table.columns().get(i) + "'", "numbers", "text");
      }
    }
    table.requireComplete("");
    return table;
  }
}
