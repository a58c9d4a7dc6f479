package io.github.anomalydata.feature;

import io.github.anomalydata.signal.Spectrogram;
import io.github.anomalydata.signal.wavelet.ContinuousWavelet;
import io.github.anomalydata.signal.wavelet.Cwt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The features of tsfel by tsfel's names. Some have a frequency in their name that depends on the
 * sampling rate, and on the length.
 */
final class Tsfel {
  private static final String SPECTROGRAM = "Spectrogram mean coefficient";
  private static final int SPECTROGRAM_BINS = 32;
  private static final int WIDTHS = 9;

  /** The measures of the coefficients of one width of the Mexican hat. */
  private static final Map<String, ToDoubleFunction<double[]>> OF_WIDTH = new LinkedHashMap<>();

  static {
    OF_WIDTH.put("Wavelet absolute mean", c -> Math.abs(mean(c)));
    OF_WIDTH.put(
        "Wavelet energy", c -> Math.sqrt(Arrays.stream(c).map(v -> v * v).sum() / c.length));
    OF_WIDTH.put("Wavelet standard deviation", c -> Math.sqrt(variance(c)));
    OF_WIDTH.put("Wavelet variance", Tsfel::variance);
  }

  /** Those with a name of their own. */
  static final List<Feature> OWN = own();

  private Tsfel() {}

  private static List<Feature> own() {
    List<Feature> all = new ArrayList<>(TsfelStatistics.all());
    all.addAll(TsfelSpectrum.all());
    for (int i = 0; i < TsfelCepstrum.COEFFICIENTS; i++) {
      int index = i;
      all.add(
          feature(
              "LPCC_" + i,
              "1",
              TsfelCepstrum.COEFFICIENTS,
              "coefficient of the cepstrum of the linear prediction of order 11",
              s -> TsfelCepstrum.prediction(s, index)));
    }
    for (int i = 0; i < TsfelCepstrum.COEFFICIENTS; i++) {
      int index = i;
      all.add(
          feature(
              "MFCC_" + i,
              "1",
              1,
              "coefficient of the mel-frequency cepstrum of the first 512 samples",
              s -> TsfelCepstrum.mel(s, index)));
    }
    all.add(
        feature(
            "Wavelet entropy",
            "1",
            1,
            "-sum(p ln p) over the widths of the Mexican hat, p the part of sum(|c|); 0 if sum(x)"
                + " is",
            Tsfel::entropyOverWidths));
    return all;
  }

  private static Feature feature(
      String name, String unit, int least, String definition, Kernel kernel) {
    return new Feature(
        name, FeatureGroup.FREQUENCY, unit, least, definition + " (tsfel)", Map.of(), kernel);
  }

  /** Returns all features for signals of a rate and length, as tsfel orders its configuration. */
  static List<Feature> all(double rate, int time) {
    List<Feature> all = new ArrayList<>(OWN);
    names(SPECTROGRAM, rate, time).forEach(name -> all.add(atFrequency(SPECTROGRAM, name)));
    for (String family : OF_WIDTH.keySet()) {
      names(family, rate, time).forEach(name -> all.add(atFrequency(family, name)));
    }
    return all;
  }

  /** Returns the feature of a name that ends in a frequency, if it is one. */
  static Optional<Feature> named(String name) {
    int place = name.lastIndexOf('_');
    if (place < 0 || !name.endsWith("Hz")) {
      return Optional.empty();
    }
    String family = name.substring(0, place);
    return family.equals(SPECTROGRAM) || OF_WIDTH.containsKey(family)
        ? Optional.of(atFrequency(family, name))
        : Optional.empty();
  }

  private static Feature atFrequency(String family, String name) {
    boolean spectrogram = family.equals(SPECTROGRAM);
    String definition =
        spectrogram
            ? "mean power density of segments of up to 62 samples at the frequency"
            : "over the coefficients of the Mexican hat at the frequency";
    ToDoubleFunction<double[]> measure = OF_WIDTH.getOrDefault(family, Tsfel::mean);
    Kernel kernel =
        spectrogram
            ? s -> meanOfSegments(s, place(s, family, name))
            : s -> measure.applyAsDouble(coefficients(s, place(s, family, name)));
    String unit = spectrogram ? "x^2/Hz" : family.endsWith("variance") ? "x^2" : "x";
    return new Feature(
        name,
        FeatureGroup.FREQUENCY,
        unit,
        spectrogram ? 2 : 1,
        definition + " (tsfel)",
        Map.of("frequency", name.substring(family.length() + 1, name.length() - 2)),
        kernel);
  }

  /**
   * Returns the names of a family at a rate: as in tsfel with the frequency rounded to two decimals
   * or, where tsfel would give a name again, not rounded.
   */
  private static List<String> names(String family, double rate, int time) {
    List<String> names = new ArrayList<>();
    for (double frequency : frequencies(family, rate, time)) {
      String name = family + "_" + Names.decimal(Math.rint(frequency * 100) / 100) + "Hz";
      names.add(names.contains(name) ? family + "_" + Names.decimal(frequency) + "Hz" : name);
    }
    return names;
  }

  private static double[] frequencies(String family, double rate, int time) {
    int bins = spectrogramBins(time);
    double[] frequencies = new double[family.equals(SPECTROGRAM) ? bins : WIDTHS];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] =
          family.equals(SPECTROGRAM)
              ? i * rate / (2 * bins - 2)
              : ContinuousWavelet.MEXICAN_HAT.scaleToFrequency(i + 1) * rate;
    }
    return frequencies;
  }

  private static int spectrogramBins(int time) {
    return Math.min(SPECTROGRAM_BINS, time / 2 + 1);
  }

  /** Returns the place of a name among those of its family. */
  private static int place(SignalAnalysis signal, String family, String name) {
    return signal.<Integer>fixed(
        name,
        () -> {
          int place = names(family, signal.rate(), signal.length()).indexOf(name);
          if (place < 0) {
            throw new IllegalArgumentException(
                "feature: a frequency that tsfel has at "
                    + signal.rate()
                    + " Hz and "
                    + signal.length()
                    + " samples, got '"
                    + name
                    + "'");
          }
          return place;
        });
  }

  private static double meanOfSegments(SignalAnalysis signal, int bin) {
    int bins = spectrogramBins(signal.length());
    double[] densities =
        signal.shared(
            SPECTROGRAM,
            () ->
                Spectrogram.withDefaults()
                    .withSampleRate(signal.rate())
                    .withSegmentLength(2 * bins - 2)
                    .apply(signal.samples(), signal.length()));
    int segments = densities.length / bins;
    double sum = 0;
    for (int i = 0; i < segments; i++) {
      sum += densities[bin * segments + i];
    }
    return sum / segments;
  }

  private static double[] coefficients(SignalAnalysis signal, int width) {
    int n = signal.length();
    return Arrays.copyOfRange(allCoefficients(signal), width * n, (width + 1) * n);
  }

  private static double[] allCoefficients(SignalAnalysis signal) {
    return signal.shared(
        "tsfel wavelet",
        () -> {
          double[] widths = new double[WIDTHS];
          Arrays.setAll(widths, i -> i + 1);
          return Cwt.of(ContinuousWavelet.MEXICAN_HAT).transform(signal.samples(), widths);
        });
  }

  private static double entropyOverWidths(SignalAnalysis signal) {
    if (PairwiseSum.of(signal.samples()) == 0) {
      return 0;
    }
    double[] c = allCoefficients(signal);
    double[] sums = new double[WIDTHS];
    for (int i = 0; i < c.length; i++) {
      sums[i / signal.length()] += Math.abs(c[i]);
    }
    double total = Arrays.stream(sums).sum();
    double entropy = 0;
    for (double sum : sums) {
      entropy -= sum / total * Math.log(sum / total);
    }
    return entropy;
  }

  private static double mean(double[] c) {
    return Arrays.stream(c).sum() / c.length;
  }

  private static double variance(double[] c) {
    double mean = mean(c);
    return Arrays.stream(c).map(v -> (v - mean) * (v - mean)).sum() / c.length;
  }
}
