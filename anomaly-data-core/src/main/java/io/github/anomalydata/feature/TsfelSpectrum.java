package io.github.anomalydata.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The features of tsfel's domain {@code spectral} that are one number: over the magnitudes of the
 * one-sided spectrum, the one at 0 Hz included.
 */
final class TsfelSpectrum {
  private final SignalAnalysis signal;
  private final double[] f;
  private final double[] magnitude;
  private final double[] cumulated;
  private final int bins;
  private final double sum;

  private TsfelSpectrum(SignalAnalysis signal) {
    this.signal = signal;
    this.f = signal.spectrum().frequencies();
    this.bins = f.length;
    this.magnitude = new double[bins];
    this.cumulated = new double[bins];
    double[] re = signal.spectrum().re();
    double[] im = signal.spectrum().im();
    double total = 0;
    for (int k = 0; k < bins; k++) {
      magnitude[k] = k == 0 ? Math.abs(signal.sum()) : Math.sqrt(re[k] * re[k] + im[k] * im[k]);
      total += magnitude[k];
      cumulated[k] = total;
    }
    this.sum = total;
  }

  private static TsfelSpectrum of(SignalAnalysis signal) {
    return signal.shared("tsfel spectrum", () -> new TsfelSpectrum(signal));
  }

  static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    all.add(
        feature(
            "Fundamental frequency",
            "Hz",
            "the lowest peak of at least 0.3 of the greatest magnitude; 0 without one",
            TsfelSpectrum::fundamental));
    all.add(
        feature(
            "Human range energy",
            "1",
            "the part of the energy from 0.6 to 2.5 Hz; 0 without energy",
            TsfelSpectrum::humanRange));
    all.add(
        feature(
            "Max power spectrum",
            "1/Hz",
            "the greatest power density of x / std in a Hann window; 0 if constant",
            s -> s.welch().greatest()));
    all.add(
        feature(
            "Maximum frequency",
            "Hz",
            "where the cumulated magnitude passes 0.95 of all",
            s -> s.passing(0.95)));
    all.add(
        feature(
            "Median frequency",
            "Hz",
            "where the cumulated magnitude passes half of all",
            s -> s.passing(0.5)));
    all.add(
        feature(
            "Power bandwidth",
            "Hz",
            "the distance of the frequencies with 0.95 of the power below and above; 0 if constant",
            s -> s.welch().bandwidth()));
    all.add(
        feature("Spectral centroid", "Hz", "sum(f m) / sum(m); 0 if 0", TsfelSpectrum::centroid));
    all.add(
        feature(
            "Spectral decrease",
            "1",
            "sum((m[k] - m[0]) / k) / sum(m[k]), k > 0; 0 if those are 0",
            TsfelSpectrum::decrease));
    all.add(
        feature(
            "Spectral distance",
            "x",
            "sum of the straight line less the cumulated magnitude",
            TsfelSpectrum::distance));
    all.add(
        feature(
            "Spectral entropy",
            "1",
            "of the parts p of m^2 without the mean, over log2 of how many are not 0",
            TsfelSpectrum::entropy));
    all.add(
        feature(
            "Spectral kurtosis",
            "1",
            "sum((f - centroid)^4 m) / sum(m) / spread^4; 0 if that is 0",
            s -> s.standardized(4)));
    all.add(
        feature(
            "Spectral positive turning points",
            "1",
            "magnitudes above both neighbours",
            s -> TsfelStatistics.turns(s.magnitude, s.bins, 1)));
    all.add(
        feature(
            "Spectral roll-off",
            "Hz",
            "where the cumulated magnitude reaches 0.95 of all",
            s -> s.reaching(0.95)));
    all.add(
        feature(
            "Spectral roll-on",
            "Hz",
            "where the cumulated magnitude reaches 0.05 of all",
            s -> s.reaching(0.05)));
    all.add(
        feature(
            "Spectral skewness",
            "1",
            "sum((f - centroid)^3 m) / sum(m) / spread^3; 0 if that is 0",
            s -> s.standardized(3)));
    all.add(
        feature(
            "Spectral slope",
            "1/Hz",
            "slope of the line of least squares through m / sum(m); 0 if 0",
            TsfelSpectrum::slope));
    all.add(
        feature(
            "Spectral spread",
            "Hz",
            "sqrt(sum((f - centroid)^2 m) / sum(m)); 0 if 0",
            TsfelSpectrum::spread));
    all.add(
        feature(
            "Spectral variation",
            "1",
            "1 - sum(m[k] m[k + 1]) over the norms of both; 1 if one is 0",
            TsfelSpectrum::variation));
    return all;
  }

  private static Feature feature(
      String name, String unit, String definition, ToDoubleFunction<TsfelSpectrum> value) {
    return new Feature(
        name,
        FeatureGroup.FREQUENCY,
        unit,
        1,
        definition + " (tsfel)",
        Map.of(),
        signal -> value.applyAsDouble(of(signal)));
  }

  private TsfelWelch welch() {
    return signal.shared("tsfel welch", () -> new TsfelWelch(signal));
  }

  private double fundamental() {
    double[] m = magnitude.clone();
    m[0] = 0;
    double greatest = 0;
    for (double value : m) {
      greatest = Math.max(greatest, value);
    }
    int peak = Order.nextPeak(m, bins, 0, 0.3 * greatest);
    return peak < 0 ? 0 : f[peak];
  }

  private double humanRange() {
    double all = 0;
    double chosen = 0;
    int from = nearest(0.6);
    int to = nearest(2.5);
    for (int k = 0; k < bins; k++) {
      double square = magnitude[k] * magnitude[k];
      all += square;
      chosen += k >= from && k < to ? square : 0;
    }
    return all == 0 ? 0 : chosen / all;
  }

  private int nearest(double frequency) {
    int best = 0;
    for (int k = 1; k < bins; k++) {
      best = Math.abs(frequency - f[k]) < Math.abs(frequency - f[best]) ? k : best;
    }
    return best;
  }

  private double passing(double part) {
    for (int k = 0; k < bins; k++) {
      if (cumulated[k] > sum * part) {
        return f[k];
      }
    }
    return f[0];
  }

  private double reaching(double part) {
    for (int k = 0; k < bins; k++) {
      if (cumulated[k] >= sum * part) {
        return f[k];
      }
    }
    return f[bins - 1];
  }

  private double centroid() {
    return sum == 0 ? 0 : moment(0, 1);
  }

  private double moment(double about, int power) {
    double total = 0;
    for (int k = 0; k < bins; k++) {
      double d = f[k] - about;
      double raised = power == 1 ? d : power == 2 ? d * d : power == 3 ? d * d * d : d * d * d * d;
      total += raised * (magnitude[k] / sum);
    }
    return total;
  }

  private double spread() {
    return sum == 0 ? 0 : Math.sqrt(moment(centroid(), 2));
  }

  private double standardized(int power) {
    double spread = spread();
    return spread == 0 ? 0 : moment(centroid(), power) / Math.pow(spread, power);
  }

  private double decrease() {
    double below = sum - magnitude[0];
    double total = 0;
    double differences = 0;
    for (int k = 1; k < bins; k++) {
      total += magnitude[k];
      differences += (magnitude[k] - magnitude[0]) / k;
    }
    return below == 0 || total == 0 ? 0 : differences / total;
  }

  private double distance() {
    double total = 0;
    double step = bins == 1 ? 0 : sum / (bins - 1);
    for (int k = 0; k < bins; k++) {
      total += (bins == 1 ? 0 : k * step) - cumulated[k];
    }
    return total;
  }

  private double entropy() {
    double all = 0;
    for (int k = 1; k < bins; k++) {
      all += magnitude[k] * magnitude[k];
    }
    if (all == 0) {
      return 0;
    }
    // tsfel also counts the bin at 0 Hz, where rounding leaves something but in exact arithmetic.
    int count = meanIsExact() ? 0 : 1;
    double information = 0;
    for (int k = 1; k < bins; k++) {
      double part = magnitude[k] * magnitude[k] / all;
      if (part != 0) {
        count++;
        information -= part * Math.log(part);
      }
    }
    return count == 1 ? 0 : information / Math.log(count);
  }

  private boolean meanIsExact() {
    double forward = 0;
    double backward = 0;
    double[] d = signal.deviations();
    for (int i = 0; i < d.length; i++) {
      forward += d[i];
      backward += d[d.length - 1 - i];
    }
    return forward == 0 && backward == 0;
  }

  private double slope() {
    double sumOfSquares = 0;
    double sumOfFrequencies = 0;
    double products = 0;
    for (int k = 0; k < bins; k++) {
      sumOfSquares += f[k] * f[k];
      sumOfFrequencies += f[k];
      products += f[k] * magnitude[k];
    }
    double denominator = bins * sumOfSquares - sumOfFrequencies * sumOfFrequencies;
    return sum == 0 || denominator == 0
        ? 0
        : (bins * products - sumOfFrequencies * sum) / sum / denominator;
  }

  private double variation() {
    double products = 0;
    double upper = 0;
    double lower = 0;
    for (int k = 1; k < bins; k++) {
      products += magnitude[k - 1] * magnitude[k];
      upper += magnitude[k] * magnitude[k];
      lower += magnitude[k - 1] * magnitude[k - 1];
    }
    return upper == 0 || lower == 0 ? 1 : 1 - products / (Math.sqrt(upper) * Math.sqrt(lower));
  }
}
