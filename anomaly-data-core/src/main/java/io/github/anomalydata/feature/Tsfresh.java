package io.github.anomalydata.feature;

import java.util.List;
import java.util.Map;

/** The features of tsfresh's {@code MinimalFCParameters}, by tsfresh's names. */
final class Tsfresh {
  /** All of them, in the order of tsfresh; some are ours under the same name. */
  static final List<String> MINIMAL =
      List.of(
          "sum_values",
          "median",
          "mean",
          "length",
          "standard_deviation",
          "variance",
          "root_mean_square",
          "maximum",
          "absolute_maximum",
          "minimum");

  /** Those that have no other name. */
  static final List<Feature> OWN =
      List.of(
          feature("sum_values", "x", "sum(x)", SignalAnalysis::sum),
          feature("length", "1", "n", SignalAnalysis::length),
          feature("standard_deviation", "x", "std", s -> Math.sqrt(s.variance())),
          feature("root_mean_square", "x", "rms", SignalAnalysis::rms),
          feature("maximum", "x", "max", SignalAnalysis::max),
          feature("absolute_maximum", "x", "peak", SignalAnalysis::peak),
          feature("minimum", "x", "min", SignalAnalysis::min));

  private Tsfresh() {}

  private static Feature feature(String name, String unit, String definition, Kernel kernel) {
    return new Feature(
        name, FeatureGroup.STATISTICAL, unit, 1, definition + " (tsfresh)", Map.of(), kernel);
  }
}
