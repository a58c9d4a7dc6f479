package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.PValue;
import io.github.anomalydata.drift.TestResult.Tested;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryTestTest {
  private static final CategoryTest CHI_SQUARED = CategoryTest.withDefaults();

  /** Labels "0", "1", ... so many times each. */
  private static List<String> labels(int... counts) {
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      labels.addAll(Collections.nCopies(counts[k], String.valueOf(k)));
    }
    // In blocks they would depend on one another.
    Collections.shuffle(labels, new Random(1));
    return labels;
  }

  private static Tested test(CategoryTest test, List<?> reference, List<?> current) {
    return assertInstanceOf(Tested.class, test.fit(reference).test(current, 42));
  }

  private static double asymptotic(int[] reference, int[] current) {
    int[] codes =
        IntStream.concat(
                labels(reference).stream().mapToInt(Integer::parseInt),
                labels(current).stream().mapToInt(Integer::parseInt))
            .toArray();
    return new Contingency(codes, IntStream.of(reference).sum(), reference.length).asymptotic();
  }

  @Test
  void chiSquaredOfLargeCountsIsThatOfTheTable() {
    Tested result = test(CHI_SQUARED, labels(10, 10, 20), labels(20, 20, 20));
    assertEquals(2.777777777777778, result.statistic(), 1e-14);
    assertEquals(.24935220877729622, result.pValue(), 1e-14);
    assertEquals(PValue.ASYMPTOTIC, result.kind());
    assertEquals(Math.sqrt(2.777777777777778 / 100), result.effectSize(), 1e-14);
    assertEquals(List.of(), result.notes());
  }

  @Test
  void fourCellsAreNotCorrectedForContinuity() {
    Tested result = test(CHI_SQUARED, labels(12, 3), labels(17, 16));
    assertEquals(.0614122539870913, result.pValue(), 1e-14);
  }

  @Test
  void chiSquaredOfSmallCountsIsPermuted() {
    assertEquals(.05749480942859062, asymptotic(new int[] {5, 5, 5}, new int[] {8, 3, 0}), 1e-14);
    assertEquals(.07894037170939774, asymptotic(new int[] {5, 5, 0}, new int[] {8, 3, 5}), 1e-14);
    Tested result = test(CHI_SQUARED.withPermutations(9999), labels(5, 5, 5), labels(8, 3, 0));
    assertEquals(PValue.PERMUTATION, result.kind());
    assertEquals(9999, result.permutations());
    assertEquals(.0575, result.pValue(), .02);
  }

  @Test
  void permutationsAgreeWithFishersExactTest() {
    Tested result = test(CHI_SQUARED.withPermutations(9999), labels(3, 1), labels(1, 3));
    assertEquals(PValue.ALL_PERMUTATIONS, result.kind());
    assertEquals(34.0 / 70, result.pValue(), 1e-14);
  }

  @Test
  void newAndVanishedCategoriesAreFacts() {
    Tested result =
        test(CHI_SQUARED, List.of("on", "off", "off"), List.of("on", "fault", "fault", "idle"));
    assertEquals(
        List.of(
            "new categories 'fault' (2 rows), 'idle' (1 row)", "vanished category 'off' (2 rows)"),
        result.notes());
    List<Integer> many = IntStream.range(0, 14).boxed().toList();
    String notes = test(CHI_SQUARED, List.of(0), many).notes().toString();
    assertTrue(notes.contains("'10' (1 row) and 3 more"), notes);
  }

  @Test
  void newCategoryIsNoCertainty() {
    // One row in a hundred that was never seen: no alarm.
    Tested result = test(CHI_SQUARED, labels(50, 50), labels(49, 50, 1));
    assertTrue(result.pValue() > 0.1, () -> "" + result);
  }

  @Test
  void distancesAreThoseOfShares() {
    List<String> reference = labels(1, 3);
    List<String> current = labels(3, 1);
    double log = Math.log(3);
    assertEquals(
        log,
        test(CHI_SQUARED.with(CategoryDistance.POPULATION_STABILITY), reference, current)
            .statistic(),
        1e-14);
    assertEquals(
        Math.sqrt((.25 * Math.log(.5) + .75 * Math.log(1.5)) / Math.log(2)),
        test(CHI_SQUARED.with(CategoryDistance.JENSEN_SHANNON), reference, current).statistic(),
        1e-14);
    assertEquals(
        Math.sqrt(.75) - .5,
        test(CHI_SQUARED.with(CategoryDistance.HELLINGER), reference, current).statistic(),
        1e-14);
  }

  @Test
  void categoryThatIsLackingCountsAsHalfARowOfStability() {
    assertEquals(
        (.5 - .125) * Math.log(4) + (.5 - 1) * Math.log(.5),
        CHI_SQUARED
            .with(CategoryDistance.POPULATION_STABILITY)
            .fit(labels(0, 4))
            .statistic(labels(2, 2)),
        1e-14);
  }

  @ParameterizedTest
  @EnumSource(names = {"JENSEN_SHANNON", "HELLINGER"})
  void samplesWithNothingInCommonAreOneApart(CategoryDistance distance) {
    assertEquals(1, CHI_SQUARED.with(distance).fit(labels(7, 0)).statistic(labels(0, 3)), 1e-15);
  }

  @ParameterizedTest
  @EnumSource
  void equalSharesHaveNoDistance(CategoryDistance distance) {
    for (int[] counts : new int[][] {{9}, {10, 20, 30}}) {
      Tested result = test(CHI_SQUARED.with(distance), labels(counts), labels(counts));
      assertEquals(0, result.statistic(), 1e-8);
      assertEquals(1, result.pValue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherSharesAreFound(CategoryDistance distance) {
    Tested result = test(CHI_SQUARED.with(distance), labels(80, 20), labels(20, 80));
    assertTrue(result.reject(.01), () -> "" + result);
    assertTrue(result.effectSize() > 0.2 && result.effectSize() <= 2);
  }

  @ParameterizedTest
  @EnumSource
  void manyRareCategoriesKeepTheLevel(CategoryDistance distance) {
    int rejections = 0;
    for (int run = 0; run < 200; run++) {
      SplittableRandom random = new SplittableRandom(run);
      List<Integer> reference = random.ints(60, 0, 50).boxed().toList();
      List<Integer> current = random.ints(60, 0, 50).boxed().toList();
      CategoryTest test = CHI_SQUARED.with(distance).withPermutations(99);
      rejections += test.fit(reference).test(current, run).reject(.05) ? 1 : 0;
    }
    assertTrue(rejections >= 1 && rejections <= 22, rejections + " of 200");
  }

  @Test
  void binsReachBeyondTheReference() {
    double[] reference = Samples.linspace(0, 1, 100);
    double[] current = Samples.linspace(2, 3, 100);
    Tested result =
        assertInstanceOf(Tested.class, CHI_SQUARED.withBins(4).fit(reference).test(current, 1));
    assertEquals(200, result.statistic(), 1e-12);
    assertEquals(1, result.effectSize(), 1e-14);
    assertEquals(List.of("4 bins by quantiles of both samples"), withoutWarnings(result));
  }

  private static List<String> withoutWarnings(Tested result) {
    return result.notes().stream().filter(note -> !note.startsWith("rows taken")).toList();
  }

  @Test
  void equalValuesShareABin() {
    double[] reference = Samples.repeated(Samples.of(0, 1), 80, 20);
    double[] current = Samples.repeated(Samples.of(0, 1), 60, 40);
    Tested result = assertInstanceOf(Tested.class, CHI_SQUARED.fit(reference).test(current, 1));
    Tested labels = test(CHI_SQUARED, labels(80, 20), labels(60, 40));
    assertEquals(labels.statistic(), result.statistic(), 1e-14);
    assertEquals(labels.pValue(), result.pValue(), 1e-14);
    Tested constant =
        assertInstanceOf(Tested.class, CHI_SQUARED.fit(new double[9]).test(new double[5], 1));
    assertEquals(1, constant.pValue());
  }

  @Test
  void emptySamplesAreInsufficient() {
    assertEquals(
        new InsufficientData("chi-squared", "no values", 3, 0),
        CHI_SQUARED.fit(labels(3)).test(List.of(), 0));
    assertEquals(
        new InsufficientData("chi-squared", "no values", 0, 0),
        CHI_SQUARED.fit(new double[0]).test(new double[0], 0));
    Thrown.assertRefused(() -> CHI_SQUARED.fit(labels(3)).statistic(List.of()), "current");
    Thrown.assertRefused(() -> CHI_SQUARED.fit(List.of()).statistic(labels(3)), "reference");
  }

  @Test
  void dependentLabelsArePermutedInBlocks() {
    List<Boolean> reference = signs(Samples.autoregressive(.9, 1000, 1));
    List<Boolean> current = signs(Samples.autoregressive(.9, 1000, 2));
    Tested alone = test(CHI_SQUARED, reference, current);
    assertTrue(alone.notes().toString().contains("rows taken for independent"), () -> "" + alone);
    Tested blocks = test(CHI_SQUARED.with(Dependence.estimated()), reference, current);
    assertTrue(blocks.blockLength() > 10, () -> "" + blocks);
    assertTrue(blocks.pValue() > alone.pValue());
    assertInstanceOf(
        InsufficientData.class,
        CHI_SQUARED.with(Dependence.blocks(900)).fit(reference).test(current, 0));
  }

  private static List<Boolean> signs(double[] values) {
    return Arrays.stream(values).mapToObj(value -> value > 0).toList();
  }

  @Test
  void countsOutOfRangeAreRefused() {
    Thrown.assertRefused(() -> CHI_SQUARED.withPermutations(0), "count: at least 1, got 0");
    Thrown.assertRefused(() -> CHI_SQUARED.withBins(1), "count: at least 2, got 1");
  }
}
