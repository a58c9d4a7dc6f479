package io.github.anomalydata.image.detect;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Describes patches by what a trained network sees, for {@link PatchGaussian}: the maps of all
 * layers at a place, one after the other, as in PaDiM. The grid is that of the largest map; of
 * smaller ones the nearest place counts.
 *
 * <p>Networks have more features than a covariance for each place has memory for: 100 that are
 * drawn tell nearly as much, as PaDiM's authors found.
 */
public final class BackboneFeatures implements PatchFeatures {
  private final FeatureMaps maps;
  private final Normalization normalization;
  private final int drawn;
  private final long seed;

  private BackboneFeatures(FeatureMaps maps, Normalization normalization, int drawn, long seed) {
    this.maps = maps;
    this.normalization = normalization;
    this.drawn = drawn;
    this.seed = seed;
  }

  /**
   * Returns all features of maps.
   *
   * @param maps what the network sees
   * @param normalization what it takes in: {@link Normalization#imageNet()} for most
   * @return the features
   */
  public static BackboneFeatures over(FeatureMaps maps, Normalization normalization) {
    return new BackboneFeatures(maps, normalization, Integer.MAX_VALUE, 0);
  }

  /**
   * Returns some of the features, which are drawn.
   *
   * @param features how many, at least 1; all if there are fewer
   * @param newSeed the seed of the draw
   * @return the features
   * @throws IllegalArgumentException if the number is below 1
   */
  public BackboneFeatures withDrawn(int features, long newSeed) {
    return new BackboneFeatures(
        maps, normalization, Require.atLeast("features", features, 1), newSeed);
  }

  /**
   * Describes the patches of an image.
   *
   * @param image the image, converted to as many channels as the normalisation has
   * @return the features of the network
   * @throws IllegalArgumentException if a map is not {@code [1, features, rows, columns]}, or there
   *     are none
   */
  @Override
  public FeatureGrid of(Image image) {
    Image converted = normalization.channels() == 3 ? image.rgb() : image.grey();
    List<INDArray> all = maps.of(normalization.toNd4j(converted));
    int rows = 0;
    int columns = 0;
    int length = 0;
    for (INDArray map : all) {
      if (map.rank() != 4 || map.isEmpty() || map.size(0) != 1) {
        throw new IllegalArgumentException(
            "maps: of shape [1, features, rows, columns], got " + Arrays.toString(map.shape()));
      }
      length += (int) map.size(1);
      rows = Math.max(rows, (int) map.size(2));
      columns = Math.max(columns, (int) map.size(3));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("maps: at least one, got none");
    }
    int[] chosen = chosen(length);
    float[] values = new float[rows * columns * chosen.length];
    int first = 0;
    for (INDArray map : all) {
      put(map, first, chosen, values, rows, columns);
      first += (int) map.size(1);
    }
    return new FeatureGrid(values, columns, rows, chosen.length);
  }

  /** Draws which features count, in their order. */
  private int[] chosen(int length) {
    int[] order = new int[length];
    RandomGenerator random = RandomStreams.of(seed);
    for (int i = 0; i < length; i++) {
      int other = (int) (random.nextDouble() * (i + 1));
      order[i] = order[other];
      order[other] = i;
    }
    int[] chosen = Arrays.copyOf(order, Math.min(length, drawn));
    Arrays.sort(chosen);
    return chosen;
  }

  private static void put(
      INDArray map, int first, int[] chosen, float[] values, int rows, int columns) {
    float[] features = SignalBatches.floats(map);
    int height = (int) map.size(2);
    int width = (int) map.size(3);
    for (int i = 0; i < chosen.length; i++) {
      int feature = chosen[i] - first;
      if (feature < 0 || feature >= map.size(1)) {
        continue;
      }
      for (int place = 0; place < rows * columns; place++) {
        int y = place / columns * height / rows;
        int x = place % columns * width / columns;
        values[place * chosen.length + i] = features[(feature * height + y) * width + x];
      }
    }
  }
}
