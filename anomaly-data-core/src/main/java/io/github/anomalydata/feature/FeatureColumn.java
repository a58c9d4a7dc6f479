package io.github.anomalydata.feature;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One column of a feature vector.
 *
 * @param channel the channel it was computed from
 * @param feature the feature's name, which {@link Feature#of(String)} knows
 * @param unit the feature's unit, in which {@code x} is that of the channel
 * @param parameters the feature's parameters, in the order of their names
 */
public record FeatureColumn(
    String channel, String feature, String unit, Map<String, String> parameters) {

  /**
   * Copies the parameters.
   *
   * @param channel the channel it was computed from
   * @param feature the feature's name, which {@link Feature#of(String)} knows
   * @param unit the feature's unit, in which {@code x} is that of the channel
   * @param parameters the feature's parameters
   */
  public FeatureColumn {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  static FeatureColumn of(String channel, Feature feature) {
    return new FeatureColumn(channel, feature.name(), feature.unit(), feature.parameters());
  }
}
