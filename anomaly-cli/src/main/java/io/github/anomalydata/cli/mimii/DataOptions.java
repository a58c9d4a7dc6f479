package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Machine;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.Snr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which recordings a command works on. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder that holds those of the SNRs, or those of the machines.")
  private Path data = Path.of("");

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = Layout.DEFAULT,
      converter = LayoutConverter.class,
      description =
          "mimii, or dcase2020 to dcase2024 for the data of that year's challenge"
              + " (${DEFAULT-VALUE}).")
  private Layout layout = Layout.MIMII;

  @Option(
      names = "--snr",
      paramLabel = "DB",
      split = ",",
      converter = SnrConverter.class,
      description = "The signal-to-noise ratios: -6, 0, 6 (all).")
  private List<Snr> snrs = List.of();

  @Option(
      names = "--machine",
      paramLabel = "NAME",
      split = ",",
      converter = MachineConverter.class,
      description = "The kinds of machines, such as fan (all).")
  private List<Machine> machines = List.of();

  @Option(
      names = "--id",
      paramLabel = "ID",
      split = ",",
      description = "The machines of a kind, such as id_00 or section_00 (all).")
  private List<String> ids = List.of();

  Layout layout() {
    return layout;
  }

  /** Opens the tree and selects. */
  Recordings open() throws IOException {
    Recordings recordings = layout.open(data);
    if (!snrs.isEmpty()) {
      recordings = recordings.with(snrs.toArray(Snr[]::new));
    }
    if (!machines.isEmpty()) {
      recordings = recordings.with(machines.toArray(Machine[]::new));
    }
    return ids.isEmpty() ? recordings : recordings.withIds(ids.toArray(String[]::new));
  }
}
