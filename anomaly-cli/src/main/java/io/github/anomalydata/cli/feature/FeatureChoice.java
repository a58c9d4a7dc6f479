package io.github.anomalydata.cli.feature;

import io.github.anomalydata.feature.FeatureGroup;
import io.github.anomalydata.feature.FeatureSet;
import io.github.anomalydata.signal.wavelet.BoundaryMode;
import io.github.anomalydata.signal.wavelet.Wavelet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose features. */
final class FeatureChoice {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "The features: prototype (12 statistical, 5 of frequency; without --preset, --select and"
              + " --group this one), scipy, tsfel, tsfresh-minimal, statistical, frequency, or all,"
              + " which is the last two.")
  private @Nullable String preset;

  @Option(
      names = "--select",
      paramLabel = "NAME,...",
      split = ",",
      description =
          "Of the preset, or of all there are (--list), only these. Parameters follow colons:"
              + " quantile:0.9, band_power:10:100, autocorrelation:3.")
  private List<String> names = List.of();

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description =
          "Of the preset, or of all there are, only this group: statistical, frequency or wavelet.")
  private @Nullable String group;

  @Option(
      names = "--wavelet",
      paramLabel = "NAME",
      defaultValue = "db4",
      description = "The wavelet of --group wavelet (${DEFAULT-VALUE}).")
  private String wavelet = "";

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      defaultValue = "symmetric",
      description = "How signals go on beyond their ends, as in PyWavelets (${DEFAULT-VALUE}).")
  private String mode = "";

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "The levels of the decomposition; by default the most the length allows.")
  private @Nullable Integer level;

  /** Returns the features for signals of a rate and length. */
  FeatureSet features(double rate, int time) {
    if (!names.isEmpty() && group != null) {
      throw new IllegalArgumentException(
          "--select or --group: one of them, got " + names + " and " + group);
    }
    if (!names.isEmpty()) {
      return preset == null
          ? FeatureSet.of(names.toArray(new String[0]))
          : FeatureSet.preset(preset, rate, time).select(names);
    }
    if (group != null) {
      FeatureGroup chosen = choice("--group", FeatureGroup.values(), group);
      return preset == null
          ? all(chosen, time)
          : FeatureSet.preset(preset, rate, time).select(chosen);
    }
    return preset == null ? FeatureSet.prototype() : FeatureSet.preset(preset, rate, time);
  }

  private FeatureSet all(FeatureGroup chosen, int time) {
    return switch (chosen) {
      case STATISTICAL -> FeatureSet.statistical();
      case FREQUENCY -> FeatureSet.frequency();
      case WAVELET -> wavelet(time);
    };
  }

  private FeatureSet wavelet(int time) {
    Wavelet chosen = Wavelet.of(wavelet);
    int levels = level == null ? Math.max(1, chosen.maximumLevel(time)) : level;
    return FeatureSet.wavelet(chosen, choice("--mode", BoundaryMode.values(), mode), levels);
  }

  /** Returns the constant of a name in lower case. */
  static <E extends Enum<E>> E choice(String option, E[] constants, String name) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constant;
      }
    }
    List<String> names =
        Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    throw new IllegalArgumentException(
        option + ": one of " + String.join(", ", names) + ", got '" + name + "'");
  }
}
