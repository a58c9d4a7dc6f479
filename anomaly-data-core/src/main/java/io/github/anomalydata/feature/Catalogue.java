package io.github.anomalydata.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All features by name. */
final class Catalogue {
  /** A kind of feature that differs by parameters. */
  private record Family(String signature, String example, Function<String[], Feature> factory) {

    String name() {
      return signature.substring(0, signature.indexOf(':'));
    }

    Feature feature(String[] arguments) {
      if (arguments.length != signature.split(":", -1).length - 1) {
        throw new IllegalArgumentException("parameters as in " + signature);
      }
      return factory.apply(arguments);
    }
  }

  private static final Map<String, Feature> FEATURES = new LinkedHashMap<>();
  private static final Map<String, Family> FAMILIES = new LinkedHashMap<>();

  static {
    Statistics.ALL.forEach(Catalogue::add);
    add("quantile:q", "0.25", a -> Statistics.quantile(number(a[0])));
    add("entropy:bins", "10", a -> Statistics.entropy(integer(a[0])));
    add("autocorrelation:lag", "1", a -> Statistics.autocorrelation(integer(a[0])));
    Frequencies.ALL.forEach(Catalogue::add);
    add("spectral_rolloff:part", "0.85", a -> Frequencies.rolloff(number(a[0])));
    add("spectral_flux:frames", "2", a -> Frequencies.flux(integer(a[0])));
    add("spectral_peak_count:part", "0.1", a -> Frequencies.peakCount(number(a[0])));
    add("band_power:low:high", "10:100", a -> Frequencies.band(number(a[0]), number(a[1])));
    add(
        "band_power_ratio:low:high",
        "10:100",
        a -> Frequencies.bandRatio(number(a[0]), number(a[1])));
    Wavelets.FAMILIES.forEach(
        (signature, factory) ->
            add(
                signature,
                signature.endsWith(":band") ? "db4:symmetric:2:cD1" : "db4:symmetric:2",
                factory));
    Tsfresh.OWN.forEach(Catalogue::add);
    Tsfel.OWN.forEach(Catalogue::add);
  }

  private Catalogue() {}

  private static void add(Feature feature) {
    FEATURES.putIfAbsent(feature.name(), feature);
  }

  private static void add(String signature, String example, Function<String[], Feature> factory) {
    Family family = new Family(signature, example, factory);
    FAMILIES.put(family.name(), family);
  }

  static List<Feature> all() {
    List<Feature> all = new ArrayList<>(FEATURES.values());
    FAMILIES.values().forEach(f -> all.add(f.feature(f.example.split(":", -1))));
    return List.copyOf(all);
  }

  static Feature feature(String name) {
    Feature known = FEATURES.get(name);
    if (known != null) {
      return known;
    }
    Optional<Feature> tsfel = Tsfel.named(name);
    if (tsfel.isPresent()) {
      return tsfel.get();
    }
    String[] words = name.split(":", -1);
    Family family = FAMILIES.get(words[0]);
    if (family == null) {
      throw new IllegalArgumentException("feature: one of the catalogue, got '" + name + "'");
    }
    try {
      return family.feature(Arrays.copyOfRange(words, 1, words.length));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("feature '" + name + "': " + reason(e), e);
    }
  }

  private static String reason(IllegalArgumentException e) {
    return e instanceof NumberFormatException
        ? "numbers as parameters"
        : String.valueOf(e.getMessage());
  }

  private static double number(String text) {
    return Names.parse(text);
  }

  private static int integer(String text) {
    return Integer.parseInt(text);
  }
}
