package io.github.anomalydata.feature;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

class FeatureSourceTest {
  private static final SampleLayout LAYOUT =
      SampleLayout.of(Field.of("sensors", 2, 20), Field.of("rul", 1));
  private static final FeatureExtractor EXTRACTOR =
      FeatureExtractor.of(FeatureSet.prototype(), 100).withChannels(2);

  private static Source source(int size) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      float[] sensors = Inputs.floats(Inputs.of("noise", 40 + i));
      samples.add(
          Sample.of(
              new SampleKey("pump", i),
              LAYOUT,
              java.util.Arrays.copyOfRange(sensors, i, i + 40),
              new float[] {i}));
    }
    return Source.of(samples);
  }

  @Test
  void tableHasARowForEachSample() throws IOException {
    Source source = source(600);
    List<Long> heard = new ArrayList<>();
    FeatureTable table = EXTRACTOR.table(source, (task, done, total) -> heard.add(done));
    assertEquals(List.of(256L, 512L, 600L), heard);
    assertEquals(600, table.rows());
    assertEquals(EXTRACTOR.schema().names(), table.columns());
    assertEquals(EXTRACTOR.schema(), table.schema());
    assertEquals(source.key(599), table.keys().get(599));
    double[] expected = EXTRACTOR.extract(Inputs.doubles(source.sample(599).values("sensors")), 20);
    assertArrayEquals(expected, table.row(599));
    assertEquals(expected[3], table.column(3)[599]);
    assertThrown(IndexOutOfBoundsException.class, () -> table.row(600));
    assertThrown(IndexOutOfBoundsException.class, () -> table.column(34));
  }

  @Test
  void batchesOfFeaturesKeepLabelsAndKeys() throws IOException {
    Source source = source(10);
    Source features = EXTRACTOR.over(source);
    assertEquals(source.provenance(3), features.provenance(3));
    try (SourceDataSetIterator batches =
        SourceDataSetIterator.over(features, Batching.of(4).withWorkers(2))) {
      DataSet batch = batches.next();
      assertArrayEquals(new long[] {4, 34}, batch.getFeatures().shape());
      assertEquals(3, batch.getLabels().getFloat(3));
      assertEquals(source.key(3), batch.getExampleMetaData().get(3));
      assertArrayEquals(
          EXTRACTOR.extract(source.sample(3).values("sensors"), 20),
          batch.getFeatures().getRow(3).dup().data().asFloat());
    }
  }

  @Test
  void aBadSampleIsNamed() {
    float[] sensors = new float[40];
    sensors[25] = Float.NaN;
    Source bad =
        Source.of(List.of(Sample.of(new SampleKey("fan", 7), LAYOUT, sensors, new float[] {0})));
    String[] words = {"finite", "NaN", "time 5", "channel '1'", "fan@7"};
    assertRefused(() -> EXTRACTOR.table(bad, ProgressListener.NONE), words);
    assertRefused(() -> EXTRACTOR.over(bad).sample(0), words);
  }

  @Test
  void sourcesThatDoNotFitAreRefused() {
    assertRefused(
        () -> EXTRACTOR.withChannels(3).over(source(1)), "one features field", "[3, time]");
    assertRefused(
        () ->
            FeatureExtractor.of(FeatureSet.of("autocorrelation:20"), 1)
                .withChannels(2)
                .over(source(1)),
        "at least 21",
        "20");
    SampleLayout masked =
        new SampleLayout(List.of(Field.of("sensors", 2, 20).withMask(20)), List.of());
    Source source = Source.of(List.of(Sample.of(new SampleKey("a", 0), masked, new float[40])));
    assertRefused(() -> EXTRACTOR.over(source), "without mask");
  }

  @Test
  void aFieldOfOneAxisIsOneChannel() throws IOException {
    SampleLayout flat = new SampleLayout(List.of(Field.of("sound", 3)), List.of());
    Source source =
        Source.of(List.of(Sample.of(new SampleKey("a", 0), flat, new float[] {1, 2, 6})));
    FeatureTable table =
        FeatureExtractor.of(FeatureSet.of("mean"), 1).table(source, ProgressListener.NONE);
    assertArrayEquals(new double[] {3}, table.column(0));
  }
}
