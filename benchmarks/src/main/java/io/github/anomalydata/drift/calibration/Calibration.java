package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Distance;
import io.github.anomalydata.internal.ParallelRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures how often tests of drift at a level of 0.05 reject: without drift, of independent rows
 * and of rows that resemble their neighbours, and with drift. Each rate has its interval of 95 in
 * 100. Writes {@code calibration.md} and {@code false-alarms.svg}.
 *
 * <pre>benchmarks/calibrate 2000 target/calibration</pre>
 */
public final class Calibration {
  private static final List<Distance> DISTANCES =
      List.of(Distance.KOLMOGOROV_SMIRNOV, Distance.WASSERSTEIN, Distance.ENERGY);

  private final Experiment experiment;
  private final StringBuilder text = new StringBuilder();
  private final List<String> missed = new ArrayList<>();

  private Calibration(Experiment experiment) {
    this.experiment = experiment;
  }

  /**
   * Runs all experiments.
   *
   * @param arguments the number of runs of each, and the folder of the results
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    int runs = Integer.parseInt(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      ParallelRows workers = ParallelRows.of(executor, threads);
      Calibration calibration = new Calibration(new Experiment(runs, workers));
      calibration.run(runs, folder);
    } finally {
      executor.shutdown();
    }
  }

  private void run(int runs, Path folder) throws IOException {
    text.append("Rates of rejection at a level of 0.05, with their intervals of 95 in 100; ")
        .append(runs)
        .append(" pairs of samples, 199 permutations.\n\n");
    independent();
    dependent();
    power();
    text.append(missed.isEmpty() ? "All rates without drift may be within their bounds.\n" : "");
    missed.forEach(miss -> text.append("Out of bounds: ").append(miss).append('\n'));
    Files.writeString(folder.resolve("calibration.md"), text);
    Files.writeString(folder.resolve("false-alarms.svg"), figure());
    if (!missed.isEmpty()) {
      throw new IllegalStateException("out of bounds: " + missed);
    }
  }

  private void row(Object... cells) {
    for (Object cell : cells) {
      text.append("| ").append(cell).append(' ');
    }
    text.append("|\n");
  }

  private void header(String... cells) {
    row((Object[]) cells);
    text.append("|---".repeat(cells.length)).append("|\n");
  }

  private Rate within(double least, double most, String what, Rate rate) {
    if (!rate.mayBeWithin(least, most)) {
      missed.add(what + " " + rate + ", wanted " + least + " to " + most);
    }
    return rate;
  }

  private void independent() {
    text.append("No drift, independent rows, columns tested together (0.03 to 0.07):\n\n");
    header("columns", "rows", "Kolmogorov-Smirnov", "Wasserstein", "energy");
    for (int columns : new int[] {1, 2, 10, 50}) {
      for (int rows : new int[] {30, 100, 500}) {
        SimulatedProcess process = SimulatedProcess.independent(columns, rows);
        List<Object> cells = new ArrayList<>(List.of(columns, rows));
        for (Distance distance : DISTANCES) {
          Experiment.Verdict test = Experiment.columns(distance, Dependence.independent());
          String what = distance + " of " + columns + " columns, " + rows + " rows";
          cells.add(within(.03, .07, what, experiment.rate(test, process, process)));
        }
        row(cells.toArray());
      }
    }
    text.append('\n');
  }

  private void dependent() {
    text.append("No drift, AR(1), blocks estimated (0.03 to 0.08 from 300 rows on):\n\n");
    header("coefficient", "rows", "test", "independent rows", "estimated blocks");
    for (double phi : new double[] {0.5, 0.9}) {
      for (int rows : new int[] {100, 300, 500, 1000}) {
        SimulatedProcess process = SimulatedProcess.autoregressive(phi, rows);
        for (Distance distance : DISTANCES) {
          Rate alone =
              experiment.rate(
                  Experiment.columns(distance, Dependence.independent()), process, process);
          Rate blocks =
              experiment.rate(
                  Experiment.columns(distance, Dependence.estimated()), process, process);
          String what = distance + " of AR(1) " + phi + ", " + rows + " rows";
          row(
              phi,
              rows,
              name(distance),
              alone,
              rows < 300 ? blocks : within(.03, .08, what, blocks));
        }
      }
    }
    text.append('\n');
  }

  private static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void power() {
    text.append("Drift found, independent rows, columns tested together:\n\n");
    header("rows", "columns", "test", "first + 0.5", "first + 1", "all variances × 2");
    List<Distance> distances =
        List.of(Distance.WASSERSTEIN, Distance.ENERGY, Distance.ANDERSON_DARLING);
    for (int[] shape : new int[][] {{50, 2}, {100, 2}, {100, 10}, {100, 50}, {500, 10}}) {
      SimulatedProcess process = SimulatedProcess.independent(shape[1], shape[0]);
      for (Distance distance : distances) {
        Experiment.Verdict test = Experiment.columns(distance, Dependence.independent());
        row(
            shape[0],
            shape[1],
            name(distance),
            experiment.rate(test, process, process.shifted(.5)),
            experiment.rate(test, process, process.shifted(1)),
            experiment.rate(test, process, process.scaled(Math.sqrt(2))));
      }
    }
    text.append('\n');
  }

  private String figure() {
    Map<Double, Rate> alone = new LinkedHashMap<>();
    Map<Double, Rate> blocks = new LinkedHashMap<>();
    for (double phi : new double[] {0, .2, .4, .5, .6, .7, .8, .9, .95}) {
      SimulatedProcess process = SimulatedProcess.autoregressive(phi, 500);
      Distance distance = Distance.KOLMOGOROV_SMIRNOV;
      alone.put(
          phi,
          experiment.rate(
              Experiment.columns(distance, Dependence.independent()), process, process));
      blocks.put(
          phi,
          experiment.rate(Experiment.columns(distance, Dependence.estimated()), process, process));
    }
    return new FalseAlarms(alone, blocks).svg();
  }
}
