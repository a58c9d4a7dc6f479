package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SmoteTest {
  private static final SampleLayout LAYOUT =
      new SampleLayout(
          List.of(Field.of("sensors", 1, 3)),
          List.of(Field.oneHot("state", List.of("normal", "worn", "broken")), Field.of("rul", 1)));

  private static Sample sample(int n, int state) {
    float[] sensors = Arrays.copyOfRange(floats(noise(100 + 3 * n)), 97 + 3 * n, 100 + 3 * n);
    float[] label = new float[3];
    label[state] = 1;
    return Sample.of(
        new SampleKey("unit-" + n, 0), LAYOUT, sensors, label, new float[] {sensors[0]});
  }

  /** 20 normal, 6 worn, 2 broken. */
  private static Source source() {
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < 28; n++) {
      samples.add(sample(n, n < 20 ? 0 : n < 26 ? 1 : 2));
    }
    return Source.of(samples);
  }

  private static int[] counts(Source source) throws Exception {
    int[] counts = new int[3];
    for (int i = 0; i < source.size(); i++) {
      float[] state = source.sample(i).values("state");
      counts[state[0] == 1 ? 0 : state[1] == 1 ? 1 : 2]++;
    }
    return counts;
  }

  @Test
  void rareClassesGrowToTheRatioOfTheLargest() throws Exception {
    assertArrayEquals(new int[] {20, 20, 20}, counts(Smote.withDefaults().over(source(), 1)));
    assertArrayEquals(
        new int[] {20, 10, 10}, counts(Smote.withDefaults().withRatio(0.5).over(source(), 1)));
  }

  @Test
  void newSamplesFollowTheOldOnesUnderKeysOfTheirOwn() throws Exception {
    Source grown = Smote.withDefaults().over(source(), 1);
    Set<SampleKey> keys = new HashSet<>();
    for (int i = 0; i < grown.size(); i++) {
      assertTrue(keys.add(grown.key(i)));
      assertEquals(grown.key(i), grown.sample(i).key());
      if (i < 28) {
        assertEquals(source().key(i), grown.key(i));
        assertEquals(source().provenance(i), grown.provenance(i));
      }
    }
    assertEquals(new SampleKey("unit-20/smote", 0), grown.key(28));
    assertTrue(grown.provenance(28).toString().contains("interpolated with"));
    assertEquals(LAYOUT, grown.layout());
  }

  /** With two samples of a class each is the other's only neighbour. */
  @Test
  void newSampleLiesBetweenTwoOfItsClassWithItsTarget() throws Exception {
    Source grown = Smote.withDefaults().over(source(), 1);
    float[] first = grown.sample(26).values("sensors");
    float[] second = grown.sample(27).values("sensors");
    for (int i = grown.size() - 18; i < grown.size(); i++) {
      Sample made = grown.sample(i);
      assertArrayEquals(new float[] {0, 0, 1}, made.values("state"));
      float[] sensors = made.values("sensors");
      double share = ((double) sensors[0] - first[0]) / ((double) second[0] - first[0]);
      assertTrue(share >= -1e-6 && share <= 1 + 1e-6);
      for (int t = 0; t < 3; t++) {
        assertEquals(first[t] + share * (second[t] - first[t]), sensors[t], 1e-5);
      }
      assertEquals(sensors[0], made.values("rul")[0]);
    }
  }

  @Test
  void sameSeedGivesTheSameSamples() throws Exception {
    Source once = Smote.withDefaults().over(source(), 1);
    Source again = Smote.withDefaults().over(source(), 1);
    Source other = Smote.withDefaults().over(source(), 2);
    int different = 0;
    for (int i = 28; i < once.size(); i++) {
      float[] sensors = once.sample(i).values("sensors");
      assertArrayEquals(sensors, again.sample(i).values("sensors"));
      different += Arrays.equals(sensors, other.sample(i).values("sensors")) ? 0 : 1;
    }
    assertEquals(once.size() - 28, different);
  }

  @Test
  void onlyTheNearestAreNeighbours() {
    // Samples at 0, 1, 10, 11: with one neighbour, nothing comes to lie between 1 and 10.
    double[] made =
        Smote.withDefaults()
            .withNeighbours(1)
            .apply(new double[] {0, 10, 1, 11}, 4, 1000, random(1));
    for (double value : made) {
      assertTrue(value <= 1 || value >= 10, "got " + value);
    }
    assertEquals(0.5, Arrays.stream(made).filter(value -> value <= 1).average().orElse(0), 0.05);
    double[] wide =
        Smote.withDefaults()
            .withNeighbours(2)
            .apply(new double[] {0, 10, 1, 11}, 4, 1000, random(1));
    assertTrue(Arrays.stream(wide).anyMatch(value -> value > 2 && value < 9));
  }

  @Test
  void everyNeighbourIsAsLikely() {
    // From 0, the neighbours are at 1, 2 and 3 in a direction of their own.
    double[] values = {0, 0, 0, 1, 0, 0, 0, 1.1, 0, 0, 0, 1.2, 50, 50, 50};
    double[] made = Smote.withDefaults().withNeighbours(3).apply(values, 5, 30_000, random(2));
    int[] counts = new int[3];
    for (int row = 0; row < 30_000; row += 5) {
      for (int axis = 0; axis < 3; axis++) {
        counts[axis] += made[3 * row + axis] > 0 ? 1 : 0;
      }
    }
    for (int count : counts) {
      assertEquals(2000, count, 200);
    }
  }

  @Test
  void arraysOfNd4jAndSinglePrecisionGiveTheSameNumbers() {
    double[] values = noise(6 * 8);
    double[] made = Smote.withDefaults().apply(values, 6, 10, random(3));
    assertArrayEquals(floats(made), Smote.withDefaults().apply(floats(values), 6, 10, random(3)));
    INDArray doubles = Nd4j.createFromArray(values).reshape('c', 6, 2, 4);
    INDArray result = Smote.withDefaults().apply(doubles.dup('f'), 10, random(3));
    assertArrayEquals(new long[] {10, 2, 4}, result.shape());
    assertArrayEquals(made, result.data().asDouble());
    INDArray single = Smote.withDefaults().apply(doubles.castTo(DataType.FLOAT), 10, random(3));
    assertEquals(DataType.FLOAT, single.dataType());
    assertArrayEquals(floats(made), single.data().asFloat());
  }

  @Test
  void whatCannotGrowIsRefused() {
    Smote smote = Smote.withDefaults();
    SampleLayout unlabelled = SampleLayout.of(Field.of("a", 2), Field.of("rul", 1));
    Source targets =
        Source.of(
            List.of(Sample.of(new SampleKey("x", 0), unlabelled, new float[2], new float[1])));
    assertRefused(() -> smote.over(targets, 1), "source", "labels field with classes", "rul");
    Source single = source().subset(0, 1, 2, 20);
    assertRefused(() -> smote.over(single, 1), "at least two samples", "unit-20", "'worn'");
    Sample soft =
        Sample.of(
            new SampleKey("soft", 0),
            LAYOUT,
            new float[3],
            new float[] {.5f, .5f, 0},
            new float[1]);
    assertRefused(() -> smote.over(Source.of(List.of(soft)), 1), "one class", "0.5", "soft@0");
    assertRefused(() -> smote.withNeighbours(0), "neighbours: at least 1, got 0");
    assertRefused(() -> smote.withRatio(1.5), "ratio: in (0, 1], got 1.5");
    assertRefused(() -> smote.apply(new double[4], 1, 1, random(1)), "samples: at least 2, got 1");
    assertRefused(() -> smote.apply(new double[5], 2, 1, random(1)), "values: 2 rows", "5");
    assertRefused(() -> smote.apply(new double[4], 2, 0, random(1)), "count: at least 1, got 0");
    assertRefused(
        () -> smote.apply(Nd4j.ones(DataType.INT32, 2, 2), 1, random(1)), "samples", "INT");
  }
}
