package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A test of samples of labels against a reference that is prepared once. Any number of threads may
 * use it at the same time.
 */
public final class FittedCategoryTest {
  /** Categories that a note names. */
  private static final int NAMED = 10;

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
    return table(current, new LinkedHashMap<>(categories)).statistic(options.distance());
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
    Map<Object, Integer> all = new LinkedHashMap<>(categories);
    Contingency table = table(current, all);
    List<String> facts = new ArrayList<>();
    List<Object> labels = new ArrayList<>(all.keySet());
    note("new", labels, table.referenceCounts(), table.currentCounts(), facts);
    note("vanished", labels, table.currentCounts(), table.referenceCounts(), facts);
    return table.test(options, facts, seed, start);
  }

  private Contingency table(List<?> current, Map<Object, Integer> all) {
    int[] added = encode(current, all);
    int[] pooled = new int[Math.addExact(codes.length, added.length)];
    System.arraycopy(codes, 0, pooled, 0, codes.length);
    System.arraycopy(added, 0, pooled, codes.length, added.length);
    return new Contingency(pooled, codes.length, all.size());
  }

  private static void note(
      String what, List<Object> labels, int[] without, int[] with, List<String> facts) {
    List<String> found = new ArrayList<>();
    for (int k = 0; k < without.length; k++) {
      if (without[k] == 0) {
        found.add("'" + labels.get(k) + "' (" + with[k] + (with[k] == 1 ? " row)" : " rows)"));
      }
    }
    if (!found.isEmpty()) {
      String names = found.stream().limit(NAMED).collect(Collectors.joining(", "));
      String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
      facts.add(what + (found.size() == 1 ? " category " : " categories ") + names + more);
    }
  }
}
