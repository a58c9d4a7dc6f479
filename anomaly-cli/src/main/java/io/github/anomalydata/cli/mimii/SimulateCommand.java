package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.mimii.Dcase;
import io.github.anomalydata.mimii.DcaseSimulator;
import io.github.anomalydata.mimii.Label;
import io.github.anomalydata.mimii.Machine;
import io.github.anomalydata.mimii.MimiiSimulator;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.Snr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates recordings and writes them as a MIMII tree. */
@Command(
    name = "simulate",
    description =
        "Simulate recordings of machines, sound and faulty, and write a tree of MIMII or DCASE.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to: a folder that is absent or empty.")
  private Path folder = Path.of("");

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = Layout.DEFAULT,
      converter = LayoutConverter.class,
      description =
          "mimii, or dcase2020 to dcase2024 for the tree of that year's challenge"
              + " (${DEFAULT-VALUE}).")
  private Layout layout = Layout.MIMII;

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      split = ",",
      converter = MachineConverter.class,
      description = "The kinds of machines: fan, pump, slider, valve (all), or those of the year.")
  private List<Machine> machines = List.of();

  @Option(
      names = "--snr",
      paramLabel = "DB",
      split = ",",
      converter = SnrConverter.class,
      description = "The signal-to-noise ratios of a MIMII tree: -6, 0, 6 (all).")
  private List<Snr> snrs = List.of();

  @Option(
      names = "--ids",
      paramLabel = "N",
      description =
          "The number of machines of each kind (4), or of sections (3, from dcase2023 on 1).")
  private @Nullable Integer ids;

  @Option(
      names = "--normal",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "The number of normal recordings of each machine (${DEFAULT-VALUE}); of DCASE, those of"
              + " each section to train on, and a tenth as many of the target domain.")
  private int normal;

  @Option(
      names = "--abnormal",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "The number of abnormal recordings of each machine (${DEFAULT-VALUE}); of DCASE, those"
              + " of each section and domain to test on, with as many normal ones.")
  private int abnormal;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "The length of a recording (${DEFAULT-VALUE}).")
  private double seconds;

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
    Recordings recordings = layout.isMimii() ? mimii() : dcase(layout.edition().orElseThrow());
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote %d normal and %d abnormal recordings of %d units to %s%n",
            recordings.count(Label.NORMAL),
            recordings.count(Label.ABNORMAL),
            recordings.units().size(),
            folder);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("folder", folder.toString());
    result.put("units", recordings.units().stream().map(String::valueOf).toList());
    result.put("normal", recordings.count(Label.NORMAL));
    result.put("abnormal", recordings.count(Label.ABNORMAL));
    result.put("seed", seed);
    json.write(result);
    return 0;
  }

  private Recordings mimii() throws IOException {
    MimiiSimulator simulator =
        MimiiSimulator.withDefaults()
            .withNormal(normal)
            .withAbnormal(abnormal)
            .withSeconds(seconds);
    if (ids != null) {
      simulator = simulator.withIds(ids);
    }
    if (!machines.isEmpty()) {
      simulator = simulator.withMachines(machines.toArray(Machine[]::new));
    }
    if (!snrs.isEmpty()) {
      simulator = simulator.withSnrs(snrs.toArray(Snr[]::new));
    }
    MimiiSimulator chosen = simulator;
    return write(
        (pool, progress) -> chosen.withWorkers(pool, workers).write(folder, seed, progress));
  }

  private Recordings dcase(Dcase.Edition edition) throws IOException {
    if (!snrs.isEmpty()) {
      throw new IllegalArgumentException("--snr: for the layout mimii only, got " + snrs);
    }
    DcaseSimulator simulator =
        DcaseSimulator.of(edition)
            .withTraining(normal, (normal + 9) / 10)
            .withTesting(abnormal)
            .withSeconds(seconds);
    if (ids != null) {
      simulator = simulator.withSections(ids);
    }
    if (!machines.isEmpty()) {
      simulator = simulator.withMachines(machines.toArray(Machine[]::new));
    }
    DcaseSimulator chosen = simulator;
    return write(
        (pool, progress) -> chosen.withWorkers(pool, workers).write(folder, seed, progress));
  }

  /** Simulates on the threads of a pool. */
  private interface Simulation {
    Recordings write(ExecutorService pool, ProgressBar progress) throws IOException;
  }

  private Recordings write(Simulation simulation) throws IOException {
    ProgressBar progress = ProgressBar.on(spec.commandLine().getErr());
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      return simulation.write(pool, progress);
    } finally {
      pool.shutdown();
    }
  }
}
