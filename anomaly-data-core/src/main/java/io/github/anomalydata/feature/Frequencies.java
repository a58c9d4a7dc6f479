package io.github.anomalydata.feature;

import java.util.List;
import java.util.Map;

/**
 * The frequency features: over the powers of the bins above 0 Hz, p a bin's part of their sum, f
 * its frequency.
 */
final class Frequencies {
  static final List<Feature> ALL =
      List.of(
          feature(
              "dominant_frequency",
              "Hz",
              "the frequency of the greatest power, the lowest of equals",
              s -> s.spectrum().dominant()),
          feature("spectral_centroid", "Hz", "sum(f p)", s -> s.spectrum().centroid()),
          feature(
              "spectral_spread", "Hz", "sqrt(sum((f - centroid)^2 p))", s -> s.spectrum().spread()),
          feature(
              "spectral_skewness",
              "1",
              "sum((f - centroid)^3 p) / spread^3; undefined if the spread is 0",
              s -> s.spectrum().standardized(3)),
          feature(
              "spectral_kurtosis",
              "1",
              "sum((f - centroid)^4 p) / spread^4; undefined if the spread is 0",
              s -> s.spectrum().standardized(4)),
          feature("spectral_entropy", "bit", "-sum(p log2 p)", s -> s.spectrum().entropy()),
          feature(
              "spectral_entropy_normalized",
              "1",
              "spectral_entropy over that of white noise; undefined with fewer than two bins",
              s -> s.spectrum().normalizedEntropy()),
          feature(
              "spectral_flatness",
              "1",
              "geometric over arithmetic mean of the powers",
              s -> s.spectrum().flatness()),
          new Feature(
              "total_power",
              FeatureGroup.FREQUENCY,
              "x^2",
              1,
              "the sum of the powers, which is the variance; 0 without power",
              Map.of(),
              s -> s.spectrum().total()));

  private Frequencies() {}

  private static Feature feature(String name, String unit, String definition, Kernel kernel) {
    return new Feature(
        name,
        FeatureGroup.FREQUENCY,
        unit,
        1,
        definition + "; undefined without power",
        Map.of(),
        kernel);
  }

  /** The features of the group: those above and usual parameters. */
  static List<Feature> group() {
    return List.of(
            "dominant_frequency,spectral_centroid,spectral_spread,spectral_skewness",
            "spectral_kurtosis,spectral_entropy,spectral_entropy_normalized",
            "spectral_rolloff:0.85,spectral_flatness,spectral_flux:2,total_power",
            "spectral_peak_count:0.1")
        .stream()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(Feature::of)
        .toList();
  }

  static Feature rolloff(double part) {
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException("part: above 0 and at most 1, got " + part);
    }
    return with(
        "spectral_rolloff",
        "Hz",
        1,
        "the lowest frequency up to which the part of the power is; undefined without power",
        Map.of("part", Names.number(part)),
        Names.number(part),
        s -> s.spectrum().rolloff(part));
  }

  static Feature peakCount(double part) {
    Rules.inRange("part", part, 0, 1);
    return with(
        "spectral_peak_count",
        "1",
        1,
        "peaks of the powers of at least the part of the greatest; 0 without power",
        Map.of("part", Names.number(part)),
        Names.number(part),
        s -> s.spectrum().peaks(part));
  }

  static Feature flux(int frames) {
    if (frames < 2 || frames > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "frames: 2 to " + Integer.MAX_VALUE / 2 + ", got " + frames);
    }
    String key = "flux of " + frames;
    return with(
        "spectral_flux",
        "1",
        2 * frames,
        "mean distance of the magnitude spectra, of norm 1, of n / frames samples and the next;"
            + " undefined if constant",
        Map.of("frames", String.valueOf(frames)),
        String.valueOf(frames),
        s -> s.fixed(key, () -> new Flux(s.length(), frames)).of(s));
  }

  static Feature band(double low, double high) {
    return with(
        "band_power",
        "x^2",
        1,
        "the sum of the powers with low <= f < high; 0 without power",
        bounds(low, high),
        Names.number(low) + ":" + Names.number(high),
        s -> s.spectrum().band(low, high));
  }

  static Feature bandRatio(double low, double high) {
    return with(
        "band_power_ratio",
        "1",
        1,
        "band_power / total_power; undefined without power",
        bounds(low, high),
        Names.number(low) + ":" + Names.number(high),
        s -> s.spectrum().band(low, high) / s.spectrum().total());
  }

  private static Map<String, String> bounds(double low, double high) {
    if (!(low >= 0 && low < high)) {
      throw new IllegalArgumentException(
          "band: from at least 0 Hz to more than that, got " + low + " to " + high);
    }
    return Map.of("low", Names.number(low), "high", Names.number(high));
  }

  private static Feature with(
      String family,
      String unit,
      int least,
      String definition,
      Map<String, String> parameters,
      String suffix,
      Kernel kernel) {
    return new Feature(
        family + ":" + suffix, FeatureGroup.FREQUENCY, unit, least, definition, parameters, kernel);
  }
}
