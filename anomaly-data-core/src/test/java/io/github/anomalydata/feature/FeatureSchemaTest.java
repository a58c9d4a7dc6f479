package io.github.anomalydata.feature;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.signal.Detrend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSchemaTest {
  @TempDir private Path folder;

  private static FeatureExtractor extractor(String... features) {
    return FeatureExtractor.of(FeatureSet.of(features), 100).withChannels(List.of("left", "right"));
  }

  @Test
  void namesAreChannelSeparatorFeature() {
    assertEquals(
        List.of("left__mean", "left__quantile:0.9", "right__mean", "right__quantile:0.9"),
        extractor("mean", "quantile:0.9").schema().names());
    assertEquals(
        "0_Absolute energy",
        FeatureExtractor.of(FeatureSet.tsfel(100, 50), 100).schema().names().get(0));
  }

  @Test
  void aSavedSchemaMakesTheSameExtractor() throws IOException {
    FeatureExtractor trained =
        extractor("skewness", "band_power:1:20", "dominant_frequency")
            .with(Detrend.LINEAR)
            .withUndefined(0);
    Path file = folder.resolve("features.json");
    trained.schema().save(file);
    FeatureExtractor serving = FeatureExtractor.of(FeatureSchema.load(file));
    assertEquals(trained.schema(), serving.schema());
    double[] x = Inputs.of("noise", 100);
    assertArrayEquals(trained.extract(x, 50), serving.extract(x, 50));
  }

  @Test
  void undefinedMaySurviveAsNan() throws IOException {
    Path file = folder.resolve("features.json");
    extractor("mean").schema().save(file);
    assertEquals(extractor("mean").schema(), FeatureSchema.load(file));
  }

  @Test
  void otherColumnsAreRefusedWithBothLists() {
    FeatureSchema schema = extractor("mean", "rms").schema();
    schema.require(extractor("mean", "rms").schema());
    schema.requireNames(schema.names());
    assertRefused(
        () -> schema.require(extractor("rms", "mean").schema()),
        "[left__mean, left__rms, right__mean, right__rms]",
        "[left__rms, left__mean, right__rms, right__mean]");
    assertRefused(() -> schema.requireNames(List.of("a")), "left__mean", "[a]");
  }

  @Test
  void otherOptionsAreRefused() {
    FeatureSchema schema = extractor("mean").schema();
    FeatureSchema other = extractor("mean").with(Detrend.NONE).schema();
    assertRefused(() -> schema.require(other), "CONSTANT", "NONE");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    Path file = folder.resolve("features.json");
    extractor("mean").schema().save(file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"mean\"", "\"men\""));
    assertThrown(DataFileException.class, () -> FeatureSchema.load(file), "features.json", "men");
    Files.writeString(file, text.replace("\"unit\" : \"x\"", "\"unit\" : \"V\""));
    assertThrown(DataFileException.class, () -> FeatureSchema.load(file), "columns");
  }

  @Test
  void namesThatMeetAreRefused() {
    FeatureExtractor twins =
        FeatureExtractor.of(FeatureSet.of("mean"), 1).withChannels(List.of("a", "b"));
    FeatureColumn column = twins.schema().columns().get(0);
    assertRefused(
        () -> new FeatureSchema(1, Detrend.CONSTANT, "nan", "__", List.of(column, column)),
        "columns");
    assertRefused(
        () -> new FeatureSchema(1, Detrend.CONSTANT, "nan", "__", List.of()), "at least one");
    assertRefused(
        () -> new FeatureSchema(0, Detrend.CONSTANT, "nan", "__", List.of(column)), "sampleRate");
  }
}
