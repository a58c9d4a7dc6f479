package io.github.anomalydata.feature;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.signal.wavelet.BoundaryMode;
import io.github.anomalydata.signal.wavelet.Wavelet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Features in an order, each once: those of a preset, of a group, or chosen by name.
 *
 * <p>Presets have the numbers, and where they differ the names, of the tool they are called after,
 * so that a model moves over with its inputs. Immutable.
 *
 * @param features the features, at least one
 * @param separator what stands between channel and feature in the name of a column: {@code "__"} as
 *     in tsfresh, {@code "_"} as in tsfel
 */
public record FeatureSet(List<Feature> features, String separator) {
  private static final String SEPARATOR = "__";

  /** The names of the presets. */
  private static final List<String> PRESETS =
      List.of("prototype", "scipy", "tsfel", "tsfresh-minimal", "statistical", "frequency", "all");

  /**
   * Checks the features.
   *
   * @param features the features, at least one
   * @param separator what stands between channel and feature in the name of a column
   * @throws IllegalArgumentException if there are no features, or one is there twice
   */
  public FeatureSet {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new IllegalArgumentException("features: at least one, got none");
    }
    Set<Feature> seen = new HashSet<>();
    for (Feature feature : features) {
      if (!seen.add(feature)) {
        throw new IllegalArgumentException("features: each once, got '" + feature + "' twice");
      }
    }
  }

  private static FeatureSet of(List<Feature> features) {
    return new FeatureSet(features, SEPARATOR);
  }

  /**
   * Returns a set of features.
   *
   * @param features the features, each once
   * @return the set
   * @throws IllegalArgumentException if there are none, or one is there twice
   */
  public static FeatureSet of(Feature... features) {
    return of(List.of(features));
  }

  /**
   * Returns the features of names.
   *
   * @param names the names, each once, with parameters as in {@link Feature#of(String)}
   * @return the set
   * @throws IllegalArgumentException if there are none, one is there twice or unknown
   */
  public static FeatureSet of(String... names) {
    return of(Arrays.stream(names).map(Feature::of).toList());
  }

  /**
   * Returns the preset of a name.
   *
   * @param name {@code prototype}, {@code scipy}, {@code tsfel}, {@code tsfresh-minimal}, {@code
   *     statistical}, {@code frequency} or {@code all}, which is these two
   * @param sampleRate the samples per second, which only tsfel asks for
   * @param time the samples of a signal, which only tsfel asks for
   * @return the set
   * @throws IllegalArgumentException if there is no such preset, or as {@link #tsfel} does
   */
  public static FeatureSet preset(String name, double sampleRate, int time) {
    return switch (name) {
      case "prototype" -> prototype();
      case "scipy" -> scipy();
      case "tsfel" -> tsfel(sampleRate, time);
      case "tsfresh-minimal" -> tsfreshMinimal();
      case "statistical" -> statistical();
      case "frequency" -> frequency();
      case "all" -> statistical().plus(frequency());
      default ->
          throw new IllegalArgumentException(
              "preset: one of " + String.join(", ", PRESETS) + ", got '" + name + "'");
    };
  }

  /**
   * Returns the 12 statistical and 5 frequency features this library began with: mean, std, min,
   * max, median, rms, peak to peak, crest factor, shape factor, skewness and kurtosis (biased,
   * Fisher), zero-crossing rate; dominant frequency, spectral centroid, spread, entropy (bits) and
   * roll-off (0.85).
   *
   * @return the set
   */
  public static FeatureSet prototype() {
    return of(
        "mean",
        "std",
        "min",
        "max",
        "median",
        "rms",
        "peak_to_peak",
        "crest_factor",
        "shape_factor",
        "skewness",
        "kurtosis",
        "zero_crossing_rate",
        "dominant_frequency",
        "spectral_centroid",
        "spectral_spread",
        "spectral_entropy",
        "spectral_rolloff:0.85");
  }

  /**
   * Returns what numpy and scipy have functions for, with these numbers: {@code mean}, {@code std},
   * {@code var} with {@code ddof} 0 and 1, {@code min}, {@code max}, {@code median}, {@code
   * quantile}, {@code ptp} of numpy; {@code iqr}, {@code median_abs_deviation}, {@code skew} and
   * {@code kurtosis}, biased and not, of {@code scipy.stats}; the number of {@code find_peaks} and
   * the greatest and the sum of {@code periodogram} of {@code scipy.signal}.
   *
   * @return the set
   */
  public static FeatureSet scipy() {
    return of(
        "mean",
        "std",
        "std_sample",
        "variance",
        "variance_sample",
        "min",
        "max",
        "median",
        "quantile:0.25",
        "quantile:0.75",
        "peak_to_peak",
        "iqr",
        "median_absolute_deviation",
        "skewness",
        "skewness_unbiased",
        "kurtosis",
        "kurtosis_unbiased",
        "kurtosis_pearson",
        "kurtosis_pearson_unbiased",
        "peak_count",
        "dominant_frequency",
        "total_power");
  }

  /**
   * Returns the features of tsfel 0.2's domains {@code statistical}, {@code temporal} and {@code
   * spectral} that its configuration turns on, by tsfel's names, some of which have a frequency in
   * them that depends on rate and length; where two would be the same, at which tsfel fails, the
   * second has its frequency here with all decimals. They need 12 samples.
   *
   * @param sampleRate the samples per second, in Hz
   * @param time the samples of a signal
   * @return the set
   * @throws IllegalArgumentException if the rate is not above 0 and finite, or there are fewer than
   *     12 samples
   */
  public static FeatureSet tsfel(double sampleRate, int time) {
    Require.positive("sampleRate", sampleRate);
    Require.atLeast("time", time, TsfelCepstrum.COEFFICIENTS);
    return new FeatureSet(Tsfel.all(sampleRate, time), "_");
  }

  /**
   * Returns the features of tsfresh's {@code MinimalFCParameters}, by tsfresh's names.
   *
   * @return the set
   */
  public static FeatureSet tsfreshMinimal() {
    return of(Tsfresh.MINIMAL.stream().map(Feature::of).toList());
  }

  /**
   * Returns the statistical features, those with parameters at usual values; twins of others under
   * another name, as {@code std_sample}, are left out.
   *
   * @return the set
   */
  public static FeatureSet statistical() {
    return of(Statistics.group());
  }

  /**
   * Returns the frequency features, those with parameters at usual values; bands are left out,
   * since their frequencies depend on the machine.
   *
   * @return the set
   */
  public static FeatureSet frequency() {
    return of(Frequencies.group());
  }

  /**
   * Returns the features of a wavelet decomposition: of each band energy, entropy, mean, standard
   * deviation, least, greatest, skewness, kurtosis and relative energy, then the entropy over the
   * bands.
   *
   * @param wavelet the wavelet
   * @param mode how signals go on beyond their ends
   * @param level the number of levels, 1 to 24
   * @return the set
   * @throws IllegalArgumentException if the level is out of range
   */
  public static FeatureSet wavelet(Wavelet wavelet, BoundaryMode mode, int level) {
    return of(Wavelets.group(wavelet, mode, level));
  }

  /**
   * Returns these features and those of another set that are not among them.
   *
   * @param more the other set
   * @return the new set, with this one's separator
   */
  public FeatureSet plus(FeatureSet more) {
    List<Feature> both = new ArrayList<>(features);
    more.features.stream().filter(feature -> !features.contains(feature)).forEach(both::add);
    return new FeatureSet(both, separator);
  }

  /**
   * Returns the features of some names.
   *
   * @param names the names, each once, in the order of the new set
   * @return the new set
   * @throws IllegalArgumentException if there are no names, or one is there twice or not among
   *     these
   */
  public FeatureSet select(List<String> names) {
    List<Feature> selected = new ArrayList<>();
    for (String name : names) {
      selected.add(
          features.stream()
              .filter(feature -> feature.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "names: some of " + features + ", got '" + name + "'")));
    }
    return new FeatureSet(selected, separator);
  }

  /**
   * Returns the features of a group.
   *
   * @param group the group
   * @return the new set
   * @throws IllegalArgumentException if none is of the group
   */
  public FeatureSet select(FeatureGroup group) {
    List<Feature> selected = features.stream().filter(f -> f.group() == group).toList();
    if (selected.isEmpty()) {
      throw new IllegalArgumentException(
          "group: one that some feature of the set belongs to, got " + group);
    }
    return new FeatureSet(selected, separator);
  }
}
