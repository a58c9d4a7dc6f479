package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupSplitTest {

  private static Set<String> groups(Source source) {
    return Samples.keys(source).stream()
        .map(SampleKey::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String unit(String group) {
    return group.substring(0, group.indexOf('/'));
  }

  private static Map<String, String> stratumOfGroups(int healthy, int broken) {
    Map<String, String> strata = new LinkedHashMap<>();
    IntStream.range(0, healthy).forEach(i -> strata.put("healthy/" + i, "healthy"));
    IntStream.range(0, broken).forEach(i -> strata.put("broken/" + i, "broken"));
    return strata;
  }

  private static long[] sizes(Map<String, Integer> partOfGroup, String prefix, int parts) {
    return IntStream.range(0, parts)
        .mapToLong(
            part ->
                partOfGroup.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(prefix) && e.getValue() == part)
                    .count())
        .toArray();
  }

  @Test
  void noGroupIsInTwoParts() {
    List<Source> parts = GroupSplit.of(0.6, 0.2, 0.2).split(Samples.source(80), 42);
    Set<String> seen = new TreeSet<>();
    for (Source part : parts) {
      for (String group : groups(part)) {
        assertTrue(seen.add(group), group);
      }
    }
    assertEquals(20, seen.size());
  }

  @Test
  void everySampleIsInOnePart() {
    Source source = Samples.source(80);
    List<SampleKey> split = new ArrayList<>();
    for (Source part : GroupSplit.of(0.6, 0.4).split(source, 42)) {
      split.addAll(Samples.keys(part));
    }
    assertEquals(80, split.size());
    assertEquals(Set.copyOf(Samples.keys(source)), Set.copyOf(split));
  }

  @Test
  void eachPartKeepsTheOrderOfTheSource() {
    Source source = Samples.source(80);
    List<SampleKey> order = Samples.keys(source);
    for (Source part : GroupSplit.of(0.5, 0.5).split(source, 42)) {
      int[] indices = Samples.keys(part).stream().mapToInt(order::indexOf).toArray();
      int[] sorted = indices.clone();
      Arrays.sort(sorted);
      assertEquals(Arrays.toString(sorted), Arrays.toString(indices));
    }
  }

  @Test
  void eachPartGetsItsFractionOfTheGroups() {
    List<Source> parts = GroupSplit.of(0.7, 0.2, 0.1).split(Samples.source(80), 42);
    assertEquals(14, groups(parts.get(0)).size());
    assertEquals(4, groups(parts.get(1)).size());
    assertEquals(2, groups(parts.get(2)).size());
  }

  @Test
  void whatDoesNotComeOutEvenGoesToTheLargestRemainders() {
    // 10 groups: 3.34, 3.33 and 3.33; then 7 groups: 4.9, 1.4 and 0.7.
    assertEquals(
        "[4, 3, 3]",
        Arrays.toString(
            sizes(GroupSplit.of(0.334, 0.333, 0.333).assign(stratumOfGroups(10, 0), 1), "", 3)));
    assertEquals(
        "[5, 1, 1]",
        Arrays.toString(
            sizes(GroupSplit.of(0.7, 0.2, 0.1).assign(stratumOfGroups(7, 0), 1), "", 3)));
  }

  @Test
  void fractionsThatHaveNoExactBinaryFormComeOutExactly() {
    // 0.1 + 0.2 is not 0.3, and 0.7 * 10 is less than 7 in some products.
    for (int groups = 10; groups <= 1000; groups += 10) {
      assertEquals(
          Arrays.toString(new long[] {groups / 10 * 7L, groups / 10 * 2L, groups / 10}),
          Arrays.toString(
              sizes(GroupSplit.of(0.7, 0.2, 0.1).assign(stratumOfGroups(groups, 0), 5), "", 3)));
    }
  }

  @Test
  void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
    GroupSplit split = GroupSplit.of(0.5, 0.5);
    Source source = Samples.source(80);
    assertEquals(groups(split.split(source, 42).get(0)), groups(split.split(source, 42).get(0)));
    assertNotEquals(groups(split.split(source, 42).get(0)), groups(split.split(source, 43).get(0)));
  }

  @Test
  void theOrderOfTheSamplesDoesNotMatter() {
    Source source = Samples.source(80);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 80).boxed().toList());
    Collections.shuffle(order, new Random(1));
    Source shuffled = source.subset(order.stream().mapToInt(Integer::intValue).toArray());
    GroupSplit split = GroupSplit.of(0.3, 0.7);
    assertEquals(groups(split.split(source, 42).get(0)), groups(split.split(shuffled, 42).get(0)));
  }

  @Test
  void whichGroupsGoTogetherDependsOnTheSeedAlone() {
    // Were neighbours in name neighbours in order, half of the parts would be one half of the
    // names.
    Set<String> parts = new TreeSet<>();
    for (int seed = 0; seed < 200; seed++) {
      parts.add(groups(GroupSplit.of(0.5, 0.5).split(Samples.source(16), seed).get(0)).toString());
    }
    // Two of four groups: all six pairs occur.
    assertEquals(6, parts.size());
  }

  @Test
  void groupsCanBeOfAnotherKind() {
    GroupSplit split =
        GroupSplit.of(0.5, 0.5)
            .withGroups(key -> key.group().substring(0, key.group().length() - 1));
    List<Source> parts =
        split.split(
            Source.concat(List.of(Samples.source("left", 16), Samples.source("right", 16))), 42);
    assertEquals(16, parts.get(0).size());
    assertEquals(1, groups(parts.get(0)).stream().map(GroupSplitTest::unit).distinct().count());
  }

  @Test
  void eachPartGetsItsFractionOfEachStratum() {
    Map<String, Integer> parts = GroupSplit.of(0.8, 0.2).assign(stratumOfGroups(50, 10), 42);
    assertEquals("[40, 10]", Arrays.toString(sizes(parts, "healthy", 2)));
    assertEquals("[8, 2]", Arrays.toString(sizes(parts, "broken", 2)));
  }

  @Test
  void strataComeFromTheKeys() {
    Source source =
        Source.concat(List.of(Samples.source("healthy", 40), Samples.source("broken", 20)));
    List<Source> parts =
        GroupSplit.of(0.6, 0.4).withStrata(key -> unit(key.group())).split(source, 42);
    assertEquals(
        3, groups(parts.get(0)).stream().filter(group -> group.startsWith("broken")).count());
    assertEquals(
        2, groups(parts.get(1)).stream().filter(group -> group.startsWith("broken")).count());
  }

  @Test
  void aGroupInTwoStrataIsRefused() {
    assertRefused(
        () ->
            GroupSplit.of(0.5, 0.5)
                .withStrata(key -> key.position() == 3 ? "late" : "early")
                .split(Samples.source(8), 42),
        "strata: one for each group",
        "'early' and 'late'",
        "'unit/0'");
  }

  @Test
  void aPartWithoutGroupsIsRefused() {
    assertRefused(
        () -> GroupSplit.of(0.9, 0.1).split(Samples.source(8), 42),
        "fractions: at least one group",
        "[0.9, 0.1]",
        "2 groups and none for part 1");
  }

  @Test
  void fractionsThatDoNotAddUpAreRefused() {
    assertRefused(() -> GroupSplit.of(0.5, 0.4), "fractions: sum 1", "0.9");
    assertRefused(GroupSplit::of, "fractions: sum 1", "[]");
  }

  @Test
  void aFractionThatIsNotAboveZeroIsRefused() {
    assertRefused(() -> GroupSplit.of(1, 0), "fractions: each above 0", "[1.0, 0.0]");
    assertRefused(() -> GroupSplit.of(1.5, -0.5), "each above 0");
    assertRefused(() -> GroupSplit.of(Double.NaN), "each above 0", "NaN");
  }
}
