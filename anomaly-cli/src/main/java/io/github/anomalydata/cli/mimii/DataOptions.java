package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Dcase;
import io.github.anomalydata.mimii.Machine;
import io.github.anomalydata.mimii.Mimii;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.Snr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which recordings a command works on. */
final class DataOptions {
  private static final String MIMII = "mimii";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder that holds those of the SNRs, or those of the machines.")
  private Path data = Path.of("");

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      defaultValue = MIMII,
      description =
          "mimii, or dcase2020 to dcase2024 for the data of that year's challenge"
              + " (${DEFAULT-VALUE}).")
  private String layout = MIMII;

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
      description = "The machines of a kind, such as id_00 (all).")
  private List<String> ids = List.of();

  boolean isMimii() {
    return layout.equals(MIMII);
  }

  /** Opens the tree and selects. */
  Recordings open() throws IOException {
    Recordings recordings = isMimii() ? Mimii.open(data) : Dcase.open(data, edition());
    if (!snrs.isEmpty()) {
      recordings = recordings.with(snrs.toArray(Snr[]::new));
    }
    if (!machines.isEmpty()) {
      recordings = recordings.with(machines.toArray(Machine[]::new));
    }
    return ids.isEmpty() ? recordings : recordings.withIds(ids.toArray(String[]::new));
  }

  private Dcase.Edition edition() {
    for (Dcase.Edition edition : Dcase.Edition.values()) {
      if (layout.equals(edition.name().replace("_", "").toLowerCase(Locale.ROOT))) {
        return edition;
      }
    }
    throw new IllegalArgumentException(
        "--layout: mimii or dcase2020 to dcase2024, got '" + layout + "'");
  }
}
