package io.github.anomalydata.feature;

import io.github.anomalydata.signal.wavelet.BoundaryMode;
import io.github.anomalydata.signal.wavelet.Dwt;
import io.github.anomalydata.signal.wavelet.Wavelet;
import io.github.anomalydata.signal.wavelet.WaveletBands;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The wavelet features: over the coefficients c of one band, or over the bands. */
final class Wavelets {
  private static final String BAND = ":wavelet:mode:level:band";

  /** A measure of the coefficients of one band. */
  private record Measure(
      String name, String unit, String definition, ToDoubleFunction<double[]> of) {}

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("wavelet_energy", "x^2", "sum(c^2)", Wavelets::energy),
          new Measure(
              "wavelet_band_entropy",
              "bit",
              "-sum(q log2 q), q = c^2 / sum(c^2); undefined without energy",
              Wavelets::entropy),
          new Measure("wavelet_mean", "x", "sum(c) / m of m coefficients", Wavelets::mean),
          new Measure(
              "wavelet_std", "x", "sqrt(sum((c - mean)^2) / m)", c -> Math.sqrt(moment(c, 2))),
          new Measure("wavelet_min", "x", "the least coefficient", Wavelets::min),
          new Measure("wavelet_max", "x", "the greatest coefficient", Wavelets::max),
          new Measure(
              "wavelet_skewness",
              "1",
              "m3 / m2^1.5; undefined if constant",
              c -> moment(c, 3) / Math.pow(varying(c), 1.5)),
          new Measure(
              "wavelet_kurtosis",
              "1",
              "m4 / m2^2 - 3; undefined if constant",
              c -> moment(c, 4) / (varying(c) * varying(c)) - 3));

  static final Map<String, Function<String[], Feature>> FAMILIES = families();

  /** A decomposition: two features of the same share it. */
  private record Decomposition(String wavelet, BoundaryMode mode, int level) {

    static Decomposition of(String[] arguments) {
      Wavelet wavelet = Wavelet.of(arguments[0]);
      int level = Integer.parseInt(arguments[2]);
      if (level < 1 || level > 24) {
        throw new IllegalArgumentException("level: 1 to 24, got " + level);
      }
      return new Decomposition(wavelet.name(), modeOf(arguments[1]), level);
    }

    WaveletBands of(SignalAnalysis signal) {
      return signal.shared(
          this, () -> Dwt.of(Wavelet.of(wavelet)).with(mode).decompose(signal.samples(), level));
    }

    /** PyWavelets' rule for the highest level, the other way round. */
    int minimumLength() {
      return (Wavelet.of(wavelet).filterLength() - 1) << level;
    }

    Map<String, String> parameters(String... more) {
      Map<String, String> parameters =
          Feature.parameters("wavelet", wavelet, "mode", nameOf(mode), "level", "" + level);
      parameters.putAll(Feature.parameters(more));
      return parameters;
    }

    String suffix() {
      return ":" + wavelet + ":" + nameOf(mode) + ":" + level;
    }
  }

  private Wavelets() {}

  private static Map<String, Function<String[], Feature>> families() {
    Map<String, Function<String[], Feature>> families = new LinkedHashMap<>();
    for (Measure measure : MEASURES) {
      families.put(measure.name + BAND, arguments -> ofBand(measure, arguments));
    }
    families.put("wavelet_relative_energy" + BAND, Wavelets::relativeEnergy);
    families.put("wavelet_entropy:wavelet:mode:level", Wavelets::entropyOverBands);
    return families;
  }

  /** All features of a decomposition, band by band in the order of PyWavelets. */
  static List<Feature> group(Wavelet wavelet, BoundaryMode mode, int level) {
    String suffix = ":" + wavelet.name() + ":" + nameOf(mode) + ":" + level;
    List<Feature> features = new ArrayList<>();
    for (int band = 0; band <= level; band++) {
      String place = suffix + ":" + (band == 0 ? "cA" + level : "cD" + (level - band + 1));
      for (Measure measure : MEASURES) {
        features.add(Feature.of(measure.name + place));
      }
      features.add(Feature.of("wavelet_relative_energy" + place));
    }
    features.add(Feature.of("wavelet_entropy" + suffix));
    return features;
  }

  private static Feature ofBand(Measure measure, String[] arguments) {
    int band = band(arguments);
    return feature(
        measure.name,
        measure.unit,
        measure.definition,
        arguments,
        bands -> measure.of.applyAsDouble(bands.bands().get(band)));
  }

  private static Feature relativeEnergy(String[] arguments) {
    int band = band(arguments);
    return feature(
        "wavelet_relative_energy",
        "1",
        "energy of the band over that of all; undefined without energy",
        arguments,
        bands -> energy(bands.bands().get(band)) / total(bands));
  }

  private static Feature entropyOverBands(String[] arguments) {
    return feature(
        "wavelet_entropy",
        "bit",
        "-sum(r log2 r) over the relative energies r of the bands; undefined without energy",
        arguments,
        bands -> entropyOf(bands.bands().stream().mapToDouble(Wavelets::energy).toArray()));
  }

  private static Feature feature(
      String name,
      String unit,
      String definition,
      String[] arguments,
      ToDoubleFunction<WaveletBands> value) {
    Decomposition decomposition = Decomposition.of(arguments);
    boolean banded = arguments.length > 3;
    return new Feature(
        name + decomposition.suffix() + (banded ? ":" + arguments[3] : ""),
        FeatureGroup.WAVELET,
        unit,
        decomposition.minimumLength(),
        definition,
        banded ? decomposition.parameters("band", arguments[3]) : decomposition.parameters(),
        signal -> value.applyAsDouble(decomposition.of(signal)));
  }

  /** Returns the place of a band among those of PyWavelets. */
  private static int band(String[] arguments) {
    int level = Decomposition.of(arguments).level;
    if (arguments[3].equals("cA" + level)) {
      return 0;
    }
    for (int detail = 1; detail <= level; detail++) {
      if (arguments[3].equals("cD" + detail)) {
        return level - detail + 1;
      }
    }
    throw new IllegalArgumentException(
        "band: cA" + level + " or cD1 to cD" + level + ", got '" + arguments[3] + "'");
  }

  private static BoundaryMode modeOf(String name) {
    for (BoundaryMode mode : BoundaryMode.values()) {
      if (nameOf(mode).equals(name)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "mode: one of PyWavelets' in lower case, got '" + name + "'");
  }

  private static String nameOf(BoundaryMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static double total(WaveletBands bands) {
    return bands.bands().stream().mapToDouble(Wavelets::energy).sum();
  }

  private static double energy(double[] c) {
    double sum = 0;
    for (double value : c) {
      sum += value * value;
    }
    return sum;
  }

  private static double entropy(double[] c) {
    double[] squares = c.clone();
    for (int i = 0; i < c.length; i++) {
      squares[i] *= c[i];
    }
    return entropyOf(squares);
  }

  private static double entropyOf(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double entropy = 0;
    for (double weight : weights) {
      double part = weight / sum;
      // Without energy the parts are NaN, and so is the entropy.
      entropy -= part == 0 ? 0 : part * Math.log(part);
    }
    return entropy / Math.log(2);
  }

  private static double mean(double[] c) {
    double sum = 0;
    for (double value : c) {
      sum += value;
    }
    return Math.min(max(c), Math.max(min(c), sum / c.length));
  }

  private static double moment(double[] c, int power) {
    double mean = mean(c);
    double sum = 0;
    for (double value : c) {
      double d = value - mean;
      sum += power == 2 ? d * d : power == 3 ? d * d * d : d * d * d * d;
    }
    return sum / c.length;
  }

  private static double varying(double[] c) {
    double noise = 1e-15 * mean(c);
    double variance = moment(c, 2);
    return variance > noise * noise ? variance : Double.NaN;
  }

  private static double min(double[] c) {
    double min = c[0];
    for (double value : c) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static double max(double[] c) {
    double max = c[0];
    for (double value : c) {
      max = Math.max(max, value);
    }
    return max;
  }
}
