package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A test of samples of numbers in bins against a reference that is prepared once. Any number of
 * threads may use it at the same time.
 */
public final class FittedBinnedTest {
  private final CategoryTest options;
  private final Series reference;

  FittedBinnedTest(CategoryTest options, Series reference) {
    this.options = options;
    this.reference = reference;
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time; not changed
   * @param seed the seed of the permutations
   * @return the result; {@link TestResult.InsufficientData} if a sample is empty or the blocks are
   *     so long that no p-value could reach 0.05
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude
   */
  public TestResult test(double[] current, long seed) {
    long start = System.nanoTime();
    Series sample = Series.of("current", current);
    Pool pool = new Pool(reference, sample);
    double[] edges = edges(pool);
    int[] codes = new int[pool.size()];
    code(reference.values(), edges, codes, 0);
    code(sample.values(), edges, codes, reference.size());
    int bins = edges.length + (pool.size() > 0 ? 1 : 0);
    return new Contingency(codes, reference.size(), bins)
        .test(options, List.of(bins + " bins by quantiles of both samples"), seed, start);
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order
   * @param seed the seed of the permutations
   * @return the result, as for an array of Java
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public TestResult test(INDArray current, long seed) {
    return test(Vectors.of("current", current), seed);
  }

  /** Returns the greatest value of each bin but the last. */
  private double[] edges(Pool pool) {
    if (pool.size() == 0) {
      return new double[0];
    }
    double greatest = pool.value(pool.size() - 1);
    double[] edges = new double[options.bins() - 1];
    int count = 0;
    for (int bin = 1; bin < options.bins(); bin++) {
      int place = (int) (((long) bin * pool.size() - 1) / options.bins());
      double edge = pool.value(place);
      if (edge < greatest && (count == 0 || edge > edges[count - 1])) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private static void code(double[] values, double[] edges, int[] codes, int from) {
    for (int i = 0; i < values.length; i++) {
      int place = Arrays.binarySearch(edges, values[i]);
      codes[from + i] = place < 0 ? -place - 1 : place;
    }
  }
}
