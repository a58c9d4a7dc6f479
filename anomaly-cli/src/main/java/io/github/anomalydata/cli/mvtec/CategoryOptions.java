package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Mvtec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which images a model is about. */
final class CategoryOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder of a category, or the one that holds those of the categories.")
  private Path data = Path.of("");

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      description = "The kinds of product, such as bottle (all); each has a model of its own.")
  private List<String> categories = List.of();

  InspectionImages open() throws IOException {
    InspectionImages all = Mvtec.open(data);
    return categories.isEmpty() ? all : all.withCategories(categories.toArray(String[]::new));
  }
}
