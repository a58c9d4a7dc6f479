package io.github.anomalydata.augment;

import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChannelPermutationTest {
  private static final int DRAWS = 60_000;

  private static Map<String, Integer> orders(ChannelPermutation permutation) {
    double[] series = new double[3 * DRAWS];
    for (int i = 0; i < series.length; i++) {
      series[i] = i % 3;
    }
    double[] permuted = permutation.apply(series, 3, 1, random(1));
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < series.length; i += 3) {
      String order = "" + (int) permuted[i] + (int) permuted[i + 1] + (int) permuted[i + 2];
      counts.merge(order, 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void everyOrderIsAsLikely() {
    Map<String, Integer> counts = orders(ChannelPermutation.withDefaults());
    assertEquals(List.of("012", "021", "102", "120", "201", "210"), List.copyOf(counts.keySet()));
    counts.values().forEach(count -> assertEquals(DRAWS / 6.0, count, 500));
  }

  @Test
  void rotationKeepsTheOrderAndBeginsAnywhere() {
    Map<String, Integer> counts =
        orders(ChannelPermutation.withDefaults().with(ChannelOrder.ROTATED));
    assertEquals(List.of("012", "120", "201"), List.copyOf(counts.keySet()));
    counts.values().forEach(count -> assertEquals(DRAWS / 3.0, count, 600));
  }

  @Test
  void maskOfEachChannelGoesWithItAndLabelsStay() {
    SampleLayout layout =
        new SampleLayout(
            List.of(Field.of("axes", 3, 2).withMask(3, 2)), List.of(Field.of("class", 3, 2)));
    float[] axes = {1, 1, 0, 0, 1, 0};
    for (int seed = 0; seed < 20; seed++) {
      Sample permuted =
          ChannelPermutation.withDefaults()
              .apply(
                  Sample.of(
                      new SampleKey("a", 0),
                      layout,
                      new float[][] {axes, {1, 2, 3, 4, 5, 6}},
                      new float[][] {axes, {}}),
                  random(seed));
      assertArrayEquals(permuted.values("axes"), permuted.mask("axes"));
      assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, permuted.values("class"));
    }
  }
}
