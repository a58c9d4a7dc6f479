package io.github.anomalydata.feature;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of a rolling-element bearing whose outer ring stands still, and the frequencies at
 * which its faults strike, for a shaft that turns {@code s} times a second:
 *
 * <pre>
 * r    = (ballDiameter / pitchDiameter) cos(contactAngle)
 * BPFO = elements / 2 · s (1 - r)                                     outer race
 * BPFI = elements / 2 · s (1 + r)                                     inner race
 * BSF  = pitchDiameter / (2 ballDiameter) · s (1 - r²)                rolling element
 * FTF  = s / 2 (1 - r)                                                cage
 * </pre>
 *
 * <p>They hold for pure rolling; slip moves them by one or two per cent, which the width of a band
 * has to leave room for. R. B. Randall and J. Antoni, Rolling element bearing diagnostics: a
 * tutorial, 2011, doi:10.1016/j.ymssp.2010.07.017.
 *
 * @param elements the number of rolling elements, at least 1
 * @param ballDiameter the diameter of a rolling element, above 0
 * @param pitchDiameter the diameter of the circle their centres run on, in the same unit, above
 *     {@code ballDiameter}
 * @param contactAngleDegrees the angle of the load to the radial plane, from 0 to below 90 degrees
 */
public record BearingGeometry(
    int elements, double ballDiameter, double pitchDiameter, double contactAngleDegrees) {

  /**
   * Checks the values.
   *
   * @param elements the number of rolling elements, at least 1
   * @param ballDiameter the diameter of a rolling element, above 0
   * @param pitchDiameter the diameter of the circle their centres run on, in the same unit
   * @param contactAngleDegrees the angle of the load to the radial plane
   * @throws IllegalArgumentException if a value is out of its range
   */
  public BearingGeometry {
    Require.atLeast("elements", elements, 1);
    Require.positive("ballDiameter", ballDiameter);
    Require.positive("pitchDiameter", pitchDiameter);
    if (ballDiameter >= pitchDiameter) {
      throw new IllegalArgumentException(
          "ballDiameter: below the pitch diameter " + pitchDiameter + ", got " + ballDiameter);
    }
    if (!(contactAngleDegrees >= 0 && contactAngleDegrees < 90)) {
      throw new IllegalArgumentException(
          "contactAngleDegrees: 0 to below 90, got " + contactAngleDegrees);
    }
  }

  private double ratio() {
    return ballDiameter / pitchDiameter * Math.cos(Math.toRadians(contactAngleDegrees));
  }

  /**
   * Returns the frequency at which rolling elements pass a point of the outer race.
   *
   * @param shaftHertz the turns of the shaft a second, above 0
   * @return BPFO in Hz
   * @throws IllegalArgumentException if the speed is not above 0 and finite
   */
  public double outerRace(double shaftHertz) {
    return elements / 2.0 * Require.positive("shaftHertz", shaftHertz) * (1 - ratio());
  }

  /**
   * Returns the frequency at which rolling elements pass a point of the inner race.
   *
   * @param shaftHertz the turns of the shaft a second, above 0
   * @return BPFI in Hz
   * @throws IllegalArgumentException if the speed is not above 0 and finite
   */
  public double innerRace(double shaftHertz) {
    return elements / 2.0 * Require.positive("shaftHertz", shaftHertz) * (1 + ratio());
  }

  /**
   * Returns the frequency at which a rolling element turns about itself; a fault of it strikes both
   * races, at twice this frequency.
   *
   * @param shaftHertz the turns of the shaft a second, above 0
   * @return BSF in Hz
   * @throws IllegalArgumentException if the speed is not above 0 and finite
   */
  public double rollingElement(double shaftHertz) {
    return pitchDiameter
        / (2 * ballDiameter)
        * Require.positive("shaftHertz", shaftHertz)
        * (1 - ratio() * ratio());
  }

  /**
   * Returns the frequency at which the cage turns.
   *
   * @param shaftHertz the turns of the shaft a second, above 0
   * @return FTF in Hz
   * @throws IllegalArgumentException if the speed is not above 0 and finite
   */
  public double cage(double shaftHertz) {
    return Require.positive("shaftHertz", shaftHertz) / 2 * (1 - ratio());
  }

  /**
   * Returns the powers of bands about the fault frequencies and their multiples: those of outer
   * race, inner race, rolling element and cage, for each the first to the last harmonic.
   *
   * @param shaftHertz the turns of the shaft a second, above 0
   * @param harmonics the number of multiples of each, at least 1
   * @param width the width of a band as a part of its frequency, above 0 and below 2
   * @return the 4 × {@code harmonics} features {@code band_power:low:high}
   * @throws IllegalArgumentException if a value is out of its range
   */
  public FeatureSet faultBands(double shaftHertz, int harmonics, double width) {
    Require.atLeast("harmonics", harmonics, 1);
    if (!(width > 0 && width < 2)) {
      throw new IllegalArgumentException("width: above 0 and below 2, got " + width);
    }
    List<Feature> bands = new ArrayList<>();
    List<Double> faults =
        List.of(
            outerRace(shaftHertz),
            innerRace(shaftHertz),
            rollingElement(shaftHertz),
            cage(shaftHertz));
    for (double fault : faults) {
      for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
        double centre = harmonic * fault;
        bands.add(Feature.bandPower(centre * (1 - width / 2), centre * (1 + width / 2)));
      }
    }
    return FeatureSet.of(bands.toArray(new Feature[0]));
  }
}
