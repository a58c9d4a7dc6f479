package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DecibelsTest {
  private static double[] apply(Decibels defaults, SpectralGolden c) {
    Decibels decibels = defaults.withLeast(c.number("amin"));
    decibels =
        c.text("ref").equals("max")
            ? decibels.withReferenceOfMaximum()
            : decibels.withReference(c.number("ref"));
    decibels = c.isNone("top_db") ? decibels.withoutTop() : decibels.withTop(c.number("top_db"));
    double[] power = LogMel.mimii2019().mel().apply(c.input(), c.whole("n"));
    return decibels.apply(power, power.length);
  }

  @Test
  void levelsOfPowersAreThoseOfLibrosa() {
    SpectralGolden.check("levels.txt", "power", 1e-9, c -> apply(Decibels.ofPower(), c));
  }

  @Test
  void levelsOfAmplitudesAreThoseOfLibrosa() {
    SpectralGolden.check("levels.txt", "amplitude", 1e-9, c -> apply(Decibels.ofAmplitude(), c));
  }

  @Test
  void loudClipDoesNotChangeTheLevelOfAQuietOne() {
    Decibels relative = Decibels.ofPower().withReferenceOfMaximum().withTop(20);
    double[] levels = relative.apply(new double[] {1, 0.1, 1e-9, 1e6, 1e5, 1}, 3);
    assertArrayEquals(new double[] {0, -10, -20, 0, -10, -20}, levels, 1e-9);
  }

  @Test
  void itemOfAnArrayIsItsLastTwoAxes() {
    INDArray powers = Nd4j.createFromArray(1, 0.1, 1e-9, 1e6, 1e5, 1.0).reshape(2, 1, 3, 1);
    INDArray levels = Decibels.ofPower().withTop(20).apply(powers);
    assertArrayEquals(new long[] {2, 1, 3, 1}, levels.shape());
    assertArrayEquals(new double[] {0, -10, -20, 60, 50, 40}, levels.data().asDouble(), 1e-9);
  }

  @Test
  void offsetIsAddedInThePlaceOfALeastValue() {
    Decibels decibels = Decibels.ofPower().withOffset(0.01).withoutTop();
    double[] levels = decibels.apply(new double[] {0, 0.99}, 2);
    double zero = 10 * Math.log10(1.01);
    assertArrayEquals(new double[] {-20 - zero, -zero}, levels, 1e-12);
  }

  @Test
  void negativePowersCountAsZeroAndAmplitudesAsTheirMagnitude() {
    assertArrayEquals(
        new float[] {-80, 0}, Decibels.ofPower().apply(new float[] {-5, 1}, 2), 1e-6f);
    assertArrayEquals(
        new float[] {20, 0}, Decibels.ofAmplitude().apply(new float[] {-10, 1}, 2), 1e-6f);
  }

  @Test
  void optionsThatDifferSayIt() {
    Decibels power = Decibels.ofPower();
    assertEquals(power.toString(), power.withTop(80).toString());
    assertNotEquals(power.toString(), Decibels.ofAmplitude().withLeast(1e-10).toString());
    assertNotEquals(power.toString(), power.withOffset(1e-10).toString());
    assertNotEquals(power.toString(), power.withReferenceOfMaximum().toString());
  }

  @Test
  void badOptionsAreRefused() {
    Decibels power = Decibels.ofPower();
    assertRefused(() -> power.withReference(0), "reference", "0.0");
    assertRefused(() -> power.withLeast(-1), "least", "-1.0");
    assertRefused(() -> power.withOffset(Double.NaN), "offset", "NaN");
    assertRefused(() -> power.withTop(0), "top", "0.0");
    assertRefused(() -> power.apply(new double[] {Double.POSITIVE_INFINITY}, 1), "Infinity");
  }
}
