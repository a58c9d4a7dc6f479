package io.github.anomalydata.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Splits samples into parts so that no group is in two of them.
 *
 * <p>Samples of one engine, recording or object resemble each other: a split that puts some of them
 * on either side tests what was learned by heart. Which part a group goes to depends on the seed,
 * the names of the groups and the fractions, and not on the order of the samples.
 *
 * <p>Each part gets its fraction of the groups, rounded by largest remainders; with strata, its
 * fraction of the groups of each stratum.
 */
public final class GroupSplit {
  private static final double FRACTION_TOLERANCE = 1e-9;

  private final double[] fractions;
  private final Function<SampleKey, String> groups;
  private final Function<SampleKey, String> strata;

  private GroupSplit(
      double[] fractions, Function<SampleKey, String> groups, Function<SampleKey, String> strata) {
    this.fractions = fractions;
    this.groups = groups;
    this.strata = strata;
  }

  /**
   * Returns a split by {@link SampleKey#group()} without strata.
   *
   * @param fractions the fraction of the groups that goes to each part, each above 0, in sum 1
   * @return the split
   * @throws IllegalArgumentException if a fraction is not above 0 or the sum is not 1
   */
  public static GroupSplit of(double... fractions) {
    double sum = 0;
    for (double fraction : fractions) {
      if (!(fraction > 0)) {
        throw new IllegalArgumentException(
            "fractions: each above 0, got " + Arrays.toString(fractions));
      }
      sum += fraction;
    }
    if (!(Math.abs(sum - 1) <= FRACTION_TOLERANCE)) {
      throw new IllegalArgumentException(
          "fractions: sum 1, got " + Arrays.toString(fractions) + " with sum " + sum);
    }
    return new GroupSplit(fractions.clone(), SampleKey::group, key -> "");
  }

  /**
   * Returns this split with groups of another kind, such as the machine instead of the recording.
   *
   * @param newGroups the group of a sample
   * @return the new split
   */
  public GroupSplit withGroups(Function<SampleKey, String> newGroups) {
    return new GroupSplit(fractions, newGroups, strata);
  }

  /**
   * Returns this split with strata, such as the label: each part gets its fraction of each.
   *
   * @param newStrata the stratum of a sample, the same for all samples of a group
   * @return the new split
   */
  public GroupSplit withStrata(Function<SampleKey, String> newStrata) {
    return new GroupSplit(fractions, groups, newStrata);
  }

  /**
   * Splits a source.
   *
   * @param source the source
   * @param seed the seed
   * @return one view for each fraction, each in the order of the source
   * @throws IllegalArgumentException if a part would be empty, or a group is in two strata
   */
  public List<Source> split(Source source, long seed) {
    Map<String, String> stratumOfGroup = new LinkedHashMap<>();
    String[] groupOfSample = new String[source.size()];
    for (int i = 0; i < groupOfSample.length; i++) {
      SampleKey key = source.key(i);
      groupOfSample[i] = groups.apply(key);
      String stratum = strata.apply(key);
      String first = stratumOfGroup.putIfAbsent(groupOfSample[i], stratum);
      if (first != null && !first.equals(stratum)) {
        throw new IllegalArgumentException(
            "strata: one for each group, got '"
                + first
                + "' and '"
                + stratum
                + "' for group '"
                + groupOfSample[i]
                + "'");
      }
    }
    Map<String, Integer> partOfGroup = assign(stratumOfGroup, seed);
    List<Source> parts = new ArrayList<>();
    for (int part = 0; part < fractions.length; part++) {
      int wanted = part;
      int[] indices =
          IntStream.range(0, groupOfSample.length)
              .filter(i -> partOfGroup.getOrDefault(groupOfSample[i], -1) == wanted)
              .toArray();
      parts.add(source.subset(indices));
    }
    return List.copyOf(parts);
  }

  /**
   * Assigns groups to parts: the rule behind {@link #split}, for collections that are no sources.
   *
   * @param stratumOfGroup the stratum of each group; the same text for all if there are no strata
   * @param seed the seed
   * @return the number of the part of each group, from 0
   * @throws IllegalArgumentException if a part would be empty
   */
  public Map<String, Integer> assign(Map<String, String> stratumOfGroup, long seed) {
    Map<String, List<String>> groupsOfStratum = new TreeMap<>();
    stratumOfGroup.forEach(
        (group, stratum) ->
            groupsOfStratum.computeIfAbsent(stratum, s -> new ArrayList<>()).add(group));
    int[] sizes = new int[fractions.length];
    Map<String, Integer> partOfGroup = new LinkedHashMap<>();
    for (List<String> members : groupsOfStratum.values()) {
      members.sort(
          Comparator.<String>comparingLong(group -> order(group, seed))
              .thenComparing(Comparator.naturalOrder()));
      int next = 0;
      int[] counts = counts(members.size());
      for (int part = 0; part < counts.length; part++) {
        sizes[part] += counts[part];
        for (int i = 0; i < counts[part]; i++) {
          partOfGroup.put(members.get(next++), part);
        }
      }
    }
    for (int part = 0; part < sizes.length; part++) {
      if (sizes[part] == 0) {
        throw new IllegalArgumentException(
            "fractions: at least one group for each of "
                + Arrays.toString(fractions)
                + ", got "
                + stratumOfGroup.size()
                + " groups and none for part "
                + part);
      }
    }
    return partOfGroup;
  }

  private static long order(String group, long seed) {
    return RandomStreams.mix(new SampleKey(group, 0).hash(), seed);
  }

  /** Shares {@code total} by largest remainders; of equal ones the first part's comes first. */
  private int[] counts(int total) {
    int[] counts = new int[fractions.length];
    int left = total;
    for (int part = 0; part < counts.length; part++) {
      counts[part] = (int) Math.floor(fractions[part] * total + FRACTION_TOLERANCE);
      left -= counts[part];
    }
    int[] whole = counts.clone();
    List<Integer> byRemainder =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(part -> whole[part] - fractions[part] * total))
            .toList();
    for (int i = 0; i < left; i++) {
      counts[byRemainder.get(i)]++;
    }
    return counts;
  }
}
