package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test of samples of labels against a reference that is prepared once. Any number of threads may
 * use it at the same time.
 */
public final class FittedCategoryTest {
  private final CategoryTest options;
  private final Map<Object, Integer> categories;
  private final int[] codes;

  FittedCategoryTest(CategoryTest options, List<?> reference) {
    this.options = options;
    this.categories = new LinkedHashMap<>();
    this.codes = encode(reference, categories);
  }

  private static int[] encode(List<?> labels, Map<Object, Integer> categories) {
    int[] codes = new int[labels.size()];
    int row = 0;
    for (Object label : labels) {
      codes[row++] = categories.computeIfAbsent(label, unseen -> categories.size());
    }
    return codes;
  }

  /**
   * Returns the statistic alone.
   *
   * @param current the labels, at least one
   * @return the distance to the reference
   * @throws IllegalArgumentException if there is no label here or in the reference
   */
  public double statistic(List<?> current) {
    Require.atLeast("labels of the reference", codes.length, 1);
    Require.atLeast("labels of current", current.size(), 1);
    return table(current).counts().statistic(options.distance());
  }

  /**
   * Returns the labels that only one sample has.
   *
   * @param current the labels
   * @return those that are new and those that are gone
   */
  public CategoryChanges changes(List<?> current) {
    return table(current).changes();
  }

  /**
   * Tests a sample.
   *
   * @param current the label of each row in the order of time
   * @param seed the seed of the permutations
   * @return the result, whose notes name new and vanished categories; {@link
   *     TestResult.InsufficientData} if a sample is empty or the blocks are so long that no p-value
   *     could reach 0.05
   */
  public TestResult test(List<?> current, long seed) {
    long start = System.nanoTime();
    Table table = table(current);
    return table.counts().test(options, table.notes(), seed, start);
  }

  /**
   * Both samples together.
   *
   * @param counts the rows of each category
   * @param changes the labels that only one sample has
   * @param notes what was found out about labels
   */
  record Table(Contingency counts, CategoryChanges changes, List<String> notes) {}

  Table table(List<?> current) {
    Map<Object, Integer> all = new LinkedHashMap<>(categories);
    int[] added = encode(current, all);
    int[] pooled = new int[Math.addExact(codes.length, added.length)];
    System.arraycopy(codes, 0, pooled, 0, codes.length);
    System.arraycopy(added, 0, pooled, codes.length, added.length);
    Contingency counts = new Contingency(pooled, codes.length, all.size());
    CategoryChanges changes =
        CategoryChanges.of(
            List.copyOf(all.keySet()), counts.referenceCounts(), counts.currentCounts());
    List<String> notes = new ArrayList<>(changes.notes());
    return new Table(counts.pooled(options.fewestRows(), notes), changes, notes);
  }
}
