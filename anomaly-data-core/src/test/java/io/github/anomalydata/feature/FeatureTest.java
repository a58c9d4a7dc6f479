package io.github.anomalydata.feature;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTest {
  @Test
  void aNameGivesTheFeatureBack() {
    for (Feature feature : Feature.catalogue()) {
      assertEquals(feature, Feature.of(feature.name()));
      assertFalse(feature.definition().isBlank(), feature.name());
      assertTrue(feature.minimumLength() > 0, feature.name());
    }
    assertNotEquals(Feature.of("mean"), Feature.of("median"));
  }

  @Test
  void parametersAreWrittenInOneWay() {
    assertEquals("quantile:0.25", Feature.quantile(0.25).name());
    assertEquals(Feature.quantile(0.5), Feature.of("quantile:5e-1"));
    assertEquals(Map.of("low", "10", "high", "inf"), Feature.bandPower(10, 1.0 / 0).parameters());
    assertEquals("band_power_ratio:0:20.5", Feature.bandPowerRatio(0, 20.5).name());
    assertEquals("autocorrelation:3", Feature.autocorrelation(3).name());
    assertEquals("entropy:32", Feature.entropy(32).name());
    assertEquals("spectral_rolloff:0.95", Feature.spectralRolloff(0.95).name());
    assertEquals("spectral_peak_count:0.5", Feature.spectralPeakCount(0.5).name());
    assertEquals("spectral_flux:4", Feature.spectralFlux(4).toString());
    assertEquals(8, Feature.spectralFlux(4).minimumLength());
  }

  @Test
  void featuresThatDoNotExistAreRefused() {
    assertRefused(() -> Feature.of("men"), "feature", "'men'");
    assertRefused(() -> Feature.of("quantile"), "quantile", "quantile:q");
    assertRefused(() -> Feature.of("quantile:a"), "quantile:a", "numbers");
    assertRefused(() -> Feature.of("band_power:1"), "band_power:low:high");
    assertRefused(() -> Feature.of("wavelet_energy:db99:symmetric:2:cD1"), "db99");
    assertRefused(() -> Feature.of("wavelet_energy:db4:odd:2:cD1"), "mode", "'odd'");
    assertRefused(() -> Feature.of("wavelet_energy:db4:symmetric:0:cD1"), "level", "0");
    assertRefused(() -> Feature.of("wavelet_energy:db4:symmetric:2:cD3"), "band", "'cD3'");
    assertRefused(
        () ->
            FeatureExtractor.of(FeatureSet.of("Wavelet energy_7.0Hz"), 100)
                .extract(new double[20], 20),
        "frequency",
        "7.0Hz");
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertRefused(() -> Feature.quantile(1.5), "q", "0 to 1", "1.5");
    assertRefused(() -> Feature.quantile(Double.NaN), "q", "NaN");
    assertRefused(() -> Feature.autocorrelation(0), "lag", "at least 1", "0");
    assertRefused(() -> Feature.autocorrelation(Integer.MAX_VALUE), "lag", "below");
    assertRefused(() -> Feature.entropy(1), "bins", "2 to 65536", "1");
    assertRefused(() -> Feature.bandPower(5, 5), "band", "5.0 to 5.0");
    assertRefused(() -> Feature.bandPowerRatio(-1, 5), "band", "-1.0");
    assertRefused(() -> Feature.spectralRolloff(0), "part", "0.0");
    assertRefused(() -> Feature.spectralPeakCount(2), "part", "2.0");
    assertRefused(() -> Feature.spectralFlux(1), "frames", "1");
  }

  @Test
  void presetsHaveTheSizesTheyPromise() {
    assertEquals(17, FeatureSet.prototype().features().size());
    assertEquals(12, FeatureSet.prototype().select(FeatureGroup.STATISTICAL).features().size());
    assertEquals(10, FeatureSet.tsfreshMinimal().features().size());
    for (String name :
        List.of("prototype", "scipy", "tsfel", "tsfresh-minimal", "statistical", "frequency")) {
      assertFalse(FeatureSet.preset(name, 100, 50).features().isEmpty());
    }
    assertRefused(() -> FeatureSet.preset("tsfle", 100, 50), "preset", "tsfel", "'tsfle'");
    assertRefused(() -> FeatureSet.tsfel(100, 11), "time", "12", "11");
  }

  @Test
  void tsfelWorksAtRatesWhereItsNamesWouldBeTheSame() {
    List<String> names = FeatureSet.tsfel(1, 50).features().stream().map(Feature::name).toList();
    assertEquals(names.size(), names.stream().distinct().count());
    assertTrue(names.contains("Wavelet energy_0.25Hz"));
    double[] values = FeatureExtractor.of(FeatureSet.tsfel(1, 50), 1).extract(new double[50], 50);
    assertEquals(names.size(), values.length);
  }

  @Test
  void selectionKeepsItsOwnOrderAndIsOfTheSet() {
    FeatureSet set = FeatureSet.prototype().select(List.of("rms", "mean"));
    assertEquals(FeatureSet.of("rms", "mean"), set);
    assertRefused(() -> set.select(List.of("std")), "names", "[rms, mean]", "'std'");
    assertRefused(() -> set.select(FeatureGroup.WAVELET), "group", "WAVELET");
    assertEquals(3, set.plus(FeatureSet.of("mean", "std")).features().size());
    assertRefused(() -> FeatureSet.of("mean", "mean"), "each once", "'mean'");
    assertRefused(() -> FeatureSet.of(new String[0]), "at least one");
  }
}
