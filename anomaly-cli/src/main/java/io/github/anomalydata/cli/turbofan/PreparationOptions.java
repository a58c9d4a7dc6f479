package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.turbofan.ChannelSelection;
import io.github.anomalydata.turbofan.OperatingConditions;
import io.github.anomalydata.turbofan.Preparation;
import picocli.CommandLine.Option;

/** How a command prepares engine runs. */
final class PreparationOptions {
  @Option(
      names = "--channels",
      paramLabel = "SET",
      defaultValue = "usual14",
      description = "Sensors: usual14, varying (by training data) or all (${DEFAULT-VALUE}).")
  private ChannelSet channels = ChannelSet.usual14;

  @Option(
      names = "--settings",
      description = "Let the model see the three operational settings too.")
  private boolean settings;

  @Option(
      names = "--condition-channels",
      description = "Let the model see the operating condition, one channel for each.")
  private boolean conditionChannels;

  @Option(
      names = "--global-scaling",
      description = "Scale over all rows instead of within each operating condition.")
  private boolean globalScaling;

  /** The words of the option. */
  private enum ChannelSet {
    usual14,
    varying,
    all
  }

  Preparation preparation() {
    ChannelSelection selection =
        switch (channels) {
          case usual14 -> ChannelSelection.usual14();
          case varying -> ChannelSelection.varying();
          case all -> ChannelSelection.allSensors();
        };
    return Preparation.withDefaults()
        .with(settings ? selection.withSettings() : selection)
        .with(globalScaling ? OperatingConditions.ignored() : OperatingConditions.withDefaults())
        .withConditionChannels(conditionChannels);
  }
}
