package io.github.anomalydata.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One number that describes a signal: its name, what it is computed from, its unit and its
 * parameters.
 *
 * <p>A name says everything: {@link #of(String)} gives the feature back. Parameters follow behind
 * colons, as in {@code quantile:0.25} or {@code band_power:10:100}. {@link #catalogue()} lists all
 * features with their definitions; the package's documentation has them as tables.
 *
 * <p>In units, {@code x} is the unit of the signal, {@code 1} a pure number.
 *
 * <p>Two features are equal if their names are. Immutable.
 */
public final class Feature {
  private final String name;
  private final FeatureGroup group;
  private final String unit;
  private final int degree;
  private final int minimumLength;
  private final String definition;
  private final Map<String, String> parameters;
  private final Kernel kernel;

  /**
   * Creates a feature.
   *
   * @param unit the unit, whose power of x is that by which the value grows with the signal
   * @param minimumLength the fewest samples it is computed from
   */
  Feature(
      String name,
      FeatureGroup group,
      String unit,
      int minimumLength,
      String definition,
      Map<String, String> parameters,
      Kernel kernel) {
    this.name = name;
    this.group = group;
    this.unit = unit;
    this.degree = !unit.startsWith("x") ? 0 : unit.startsWith("x^2") ? 2 : 1;
    this.minimumLength = minimumLength;
    this.definition = definition;
    this.parameters = Map.copyOf(parameters);
    this.kernel = kernel;
  }

  /**
   * Returns the feature of a name.
   *
   * @param name the name, with its parameters
   * @return the feature
   * @throws IllegalArgumentException if there is no such feature, or a parameter breaks its rule
   */
  public static Feature of(String name) {
    return Catalogue.feature(name);
  }

  /**
   * Returns the features that have names of their own, and of each family with parameters one
   * example.
   *
   * @return the features, in the order of the documentation
   */
  public static List<Feature> catalogue() {
    return Catalogue.all();
  }

  /**
   * Returns the quantile {@code quantile:q}, interpolated linearly as {@code numpy.quantile} does.
   *
   * @param q the part of the samples below it, 0 to 1
   * @return the feature
   * @throws IllegalArgumentException if q is out of range
   */
  public static Feature quantile(double q) {
    return of("quantile:" + Names.number(q));
  }

  /**
   * Returns the autocorrelation {@code autocorrelation:lag}.
   *
   * @param lag the distance in samples, at least 1
   * @return the feature
   * @throws IllegalArgumentException if the lag is below 1
   */
  public static Feature autocorrelation(int lag) {
    return of("autocorrelation:" + lag);
  }

  /**
   * Returns the Shannon entropy of a histogram, {@code entropy:bins}.
   *
   * @param bins the number of bins of equal width between the least and the greatest sample, 2 to
   *     65,536
   * @return the feature
   * @throws IllegalArgumentException if the number is out of range
   */
  public static Feature entropy(int bins) {
    return of("entropy:" + bins);
  }

  /**
   * Returns the power of a band, {@code band_power:low:high}.
   *
   * @param lowHertz the lowest frequency that counts, at least 0
   * @param highHertz the frequency below which they end, above the lowest; may be infinite
   * @return the feature
   * @throws IllegalArgumentException if the band is not one
   */
  public static Feature bandPower(double lowHertz, double highHertz) {
    return of("band_power:" + Names.number(lowHertz) + ":" + Names.number(highHertz));
  }

  /**
   * Returns the part of the total power that is in a band, {@code band_power_ratio:low:high}.
   *
   * @param lowHertz the lowest frequency that counts, at least 0
   * @param highHertz the frequency below which they end, above the lowest; may be infinite
   * @return the feature
   * @throws IllegalArgumentException if the band is not one
   */
  public static Feature bandPowerRatio(double lowHertz, double highHertz) {
    return of("band_power_ratio:" + Names.number(lowHertz) + ":" + Names.number(highHertz));
  }

  /**
   * Returns the frequency below which a part of the power is, {@code spectral_rolloff:part}.
   *
   * @param part the part, above 0 and at most 1
   * @return the feature
   * @throws IllegalArgumentException if the part is out of range
   */
  public static Feature spectralRolloff(double part) {
    return of("spectral_rolloff:" + Names.number(part));
  }

  /**
   * Returns the number of peaks of the spectrum, {@code spectral_peak_count:part}.
   *
   * @param part the least height of a peak as a part of the greatest power, 0 to 1
   * @return the feature
   * @throws IllegalArgumentException if the part is out of range
   */
  public static Feature spectralPeakCount(double part) {
    return of("spectral_peak_count:" + Names.number(part));
  }

  /**
   * Returns the change of the spectrum from frame to frame, {@code spectral_flux:frames}.
   *
   * @param frames the number of frames the signal is cut into, at least 2
   * @return the feature
   * @throws IllegalArgumentException if the number is below 2
   */
  public static Feature spectralFlux(int frames) {
    return of("spectral_flux:" + frames);
  }

  /**
   * Returns the name.
   *
   * @return the name, with its parameters
   */
  public String name() {
    return name;
  }

  /**
   * Returns what it is computed from.
   *
   * @return the group
   */
  public FeatureGroup group() {
    return group;
  }

  /**
   * Returns the unit.
   *
   * @return such as {@code x}, {@code x^2}, {@code Hz} or {@code 1}
   */
  public String unit() {
    return unit;
  }

  /**
   * Returns the fewest samples it is computed from.
   *
   * @return the number, at least 1
   */
  public int minimumLength() {
    return minimumLength;
  }

  /**
   * Returns the definition in one line.
   *
   * @return the formula, and the value for a constant signal
   */
  public String definition() {
    return definition;
  }

  /**
   * Returns the parameters.
   *
   * @return the values by name, as text; empty without parameters
   */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** Returns the value for the signal that was analysed. */
  double value(SignalAnalysis signal) {
    double value = kernel.of(signal);
    return degree == 0 || signal.exponent() == 0
        ? value
        : scaled(value, degree * signal.exponent());
  }

  /**
   * {@link Math#scalb} in two steps, since one reaches no further than from 1 to the range's end.
   */
  private static double scaled(double value, int exponent) {
    return Math.scalb(Math.scalb(value, exponent / 2), exponent - exponent / 2);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Feature that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  @Override
  public String toString() {
    return name;
  }

  /** Returns this feature under another name. */
  Feature named(String newName, String newDefinition) {
    return new Feature(newName, group, unit, minimumLength, newDefinition, parameters, kernel);
  }

  /** Returns parameters in the order given: name, value, name, value. */
  static Map<String, String> parameters(String... words) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      map.put(words[i], words[i + 1]);
    }
    return map;
  }
}
