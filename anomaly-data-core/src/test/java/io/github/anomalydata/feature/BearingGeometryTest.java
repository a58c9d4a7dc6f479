package io.github.anomalydata.feature;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BearingGeometryTest {
  /**
   * SKF 6205-2RS, whose published multiples of the shaft's speed are 3.585, 5.415, 2.357, 0.398.
   */
  private static final BearingGeometry SKF_6205 = new BearingGeometry(9, 7.94, 39.04, 0);

  @Test
  void frequenciesAreThoseOfTheMaker() {
    assertEquals(3.585, SKF_6205.outerRace(1), 1e-3);
    assertEquals(5.415, SKF_6205.innerRace(1), 1e-3);
    assertEquals(2.357, SKF_6205.rollingElement(1), 1e-3);
    assertEquals(0.398, SKF_6205.cage(1), 1e-3);
  }

  @Test
  void racesShareTheElementsAndTheCageTheOuterRace() {
    BearingGeometry tilted = new BearingGeometry(12, 8, 50, 15);
    assertEquals(12 * 25.0, tilted.outerRace(25) + tilted.innerRace(25), 1e-12);
    assertEquals(tilted.outerRace(25), 12 * tilted.cage(25), 1e-12);
  }

  @Test
  void bandsLieAboutTheHarmonics() {
    FeatureSet bands = SKF_6205.faultBands(30, 2, 0.1);
    assertEquals(8, bands.features().size());
    double centre = 2 * SKF_6205.outerRace(30);
    assertEquals(Feature.bandPower(centre * 0.95, centre * 1.05), bands.features().get(1));
  }

  @Test
  void impossibleBearingsAreRefused() {
    assertRefused(() -> new BearingGeometry(0, 1, 2, 0), "elements", "0");
    assertRefused(() -> new BearingGeometry(9, 0, 2, 0), "ballDiameter", "0.0");
    assertRefused(() -> new BearingGeometry(9, 1, Double.NaN, 0), "pitchDiameter", "NaN");
    assertRefused(() -> new BearingGeometry(9, 2, 2, 0), "ballDiameter", "2.0");
    assertRefused(() -> new BearingGeometry(9, 1, 2, 90), "contactAngleDegrees", "90");
    assertRefused(() -> SKF_6205.cage(0), "shaftHertz", "0.0");
    assertRefused(() -> SKF_6205.faultBands(1, 0, 0.1), "harmonics", "0");
    assertRefused(() -> SKF_6205.faultBands(1, 1, 2), "width", "2.0");
  }
}
