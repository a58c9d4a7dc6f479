package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.MvtecSimulator;
import io.github.anomalydata.mvtec.SimulatedCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates images of products and writes them as a tree. */
@Command(
    name = "simulate",
    description = "Simulate images of products, sound and with defects, and write a tree.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to: a folder that is absent or empty.")
  private Path folder = Path.of("");

  @Mixin private LayoutOption layout = new LayoutOption();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      description = "The kinds of products: weave, leather, grid, nut, bottle (all).")
  private List<String> categories = List.of();

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "256",
      description = "The number of columns and of rows of an image (${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--train",
      paramLabel = "N",
      defaultValue = "40",
      description = "The number of sound products of a kind to train on (${DEFAULT-VALUE}).")
  private int train;

  @Option(
      names = "--good",
      paramLabel = "N",
      defaultValue = "10",
      description = "The number of sound products of a kind to test on (${DEFAULT-VALUE}).")
  private int good;

  @Option(
      names = "--defects",
      paramLabel = "N",
      defaultValue = "6",
      description = "The number of products with each kind of defect (${DEFAULT-VALUE}).")
  private int defects;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "The number of threads; the bytes do not depend on it (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed: the same one gives the same bytes (${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    MvtecSimulator simulator =
        MvtecSimulator.withDefaults()
            .with(layout.get())
            .withSide(size)
            .withTrain(train)
            .withGood(good)
            .withDefects(defects);
    if (!categories.isEmpty()) {
      simulator =
          simulator.withCategories(
              categories.stream().map(SimulateCommand::category).toArray(SimulatedCategory[]::new));
    }
    InspectionImages images = write(simulator);
    spec.commandLine().getOut().println("Wrote " + images + " to " + folder);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("folder", folder.toString());
    result.put("categories", images.categories());
    result.put("images", images.size());
    result.put("defects", images.defects());
    result.put("seed", seed);
    json.write(result);
    return 0;
  }

  private static SimulatedCategory category(String name) {
    for (SimulatedCategory category : SimulatedCategory.values()) {
      if (category.folder().equals(name)) {
        return category;
      }
    }
    throw new IllegalArgumentException(
        "--category: weave, leather, grid, nut or bottle, got '" + name + "'");
  }

  private InspectionImages write(MvtecSimulator simulator) throws IOException {
    ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      return simulator.withWorkers(pool, workers).write(folder, seed, progress);
    } finally {
      pool.shutdown();
    }
  }
}
