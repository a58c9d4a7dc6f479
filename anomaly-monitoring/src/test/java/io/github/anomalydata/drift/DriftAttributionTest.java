package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.Attribution.Change;
import io.github.anomalydata.drift.Attribution.ColumnChange;
import io.github.anomalydata.drift.Attribution.Since;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftAttributionTest {
  private static final DriftAttribution ATTRIBUTION =
      DriftAttribution.withDefaults().withPermutations(199);

  private static double[] map(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  private static MixedTable numbers(double[] values) {
    return MixedTable.empty().withNumbers("s", values);
  }

  private static ColumnChange finding(Attribution attribution, String column, Change change) {
    return attribution.tests().stream()
        .filter(test -> test.column().equals(column) && test.change() == change)
        .findFirst()
        .orElseThrow();
  }

  static Set<Change> changes(Attribution attribution) {
    return attribution.findings().stream().map(ColumnChange::change).collect(Collectors.toSet());
  }

  /** Two columns whose correlation is that of the first and of it plus noise. */
  static MixedTable pair(int rows, double correlation, long seed) {
    double[] first = Samples.noise(rows, 2 * seed);
    double[] other = Samples.noise(rows, 2 * seed + 1);
    double rest = Math.sqrt(1 - correlation * correlation);
    return MixedTable.empty()
        .withNumbers("a", first)
        .withNumbers(
            "b",
            IntStream.range(0, rows)
                .mapToDouble(i -> correlation * first[i] + rest * other[i])
                .toArray());
  }

  @Test
  void meanThatMovedIsFoundAsThatAlone() {
    double[] before = Samples.noise(200, 1);
    double[] after = map(Samples.noise(150, 2), value -> value + 1);

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 3);

    assertEquals(Set.of(Change.MEAN), changes(attribution));
    ColumnChange mean = finding(attribution, "s", Change.MEAN);
    double expected = Arrays.stream(before).average().orElseThrow();
    double variance = Arrays.stream(before).map(v -> (v - expected) * (v - expected)).sum() / 199;
    assertEquals(expected, mean.before(), 1e-12);
    assertEquals(Arrays.stream(after).average().orElseThrow(), mean.after(), 1e-12);
    assertEquals((mean.after() - mean.before()) / Math.sqrt(variance), mean.effectSize(), 1e-12);
    assertEquals(1.0 / 200, mean.pValue());
    assertEquals(1.0 / 200, mean.adjustedPValue());
    assertTrue(mean.deviations() > 5, () -> mean.toString());
  }

  @Test
  void spreadThatGrewIsNoMeanAndNoShape() {
    double[] before = Samples.noise(200, 4);
    double[] after = map(Samples.noise(200, 5), value -> 2 * value);

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 6);

    assertEquals(Set.of(Change.SPREAD), changes(attribution));
    ColumnChange spread = finding(attribution, "s", Change.SPREAD);
    assertEquals(Math.log(spread.after() / spread.before()), spread.effectSize(), 1e-12);
    assertEquals(2, spread.after() / spread.before(), 0.3);
  }

  @Test
  void shapeIsThatOfStandardisedValues() {
    double[] before = Samples.noise(300, 7);
    // Two humps, with the mean and the standard deviation of the others.
    double[] after = map(Samples.noise(300, 8), value -> Math.signum(value) * 0.95 + 0.2 * value);

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 9);

    assertTrue(changes(attribution).contains(Change.SHAPE), attribution::toString);
    assertTrue(!changes(attribution).contains(Change.MEAN), attribution::toString);
    ColumnChange shape = finding(attribution, "s", Change.SHAPE);
    assertEquals(shape.after() - shape.before(), shape.effectSize());
    assertTrue(shape.detail().matches("values up to [\\d.]+ interquartile ranges .* the median"));
    ColumnChange moved =
        finding(
            ATTRIBUTION.attribute(
                numbers(before), numbers(map(after, value -> 1e6 + 1e3 * value)), 9),
            "s",
            Change.SHAPE);
    assertEquals(shape.pValue(), moved.pValue());
    assertEquals(shape.effectSize(), moved.effectSize(), 1e-12);
  }

  @Test
  void valuesFarFromZeroAndHugeOnesChangeNothing() {
    double[] before = Samples.noise(60, 10);
    double[] after = map(Samples.noise(60, 11), value -> value + 0.5);
    Attribution expected = ATTRIBUTION.attribute(numbers(before), numbers(after), 12);
    DoubleUnaryOperator huge = value -> 1e240 * value;

    Attribution scaled =
        ATTRIBUTION.attribute(numbers(map(before, huge)), numbers(map(after, huge)), 12);

    for (int i = 0; i < 3; i++) {
      assertEquals(expected.tests().get(i).pValue(), scaled.tests().get(i).pValue());
      assertEquals(expected.tests().get(i).effectSize(), scaled.tests().get(i).effectSize(), 1e-9);
    }
  }

  @Test
  void smallSamplesTakeEverySplitOfWelchsStatistic() {
    double[] before = {1, 2, 4};
    double[] after = {3, 7, 8.5};
    double[] pooled = {1, 2, 4, 3, 7, 8.5};
    int extreme = 0;
    double observed = welch(before, after);
    for (int bits = 0; bits < 64; bits++) {
      if (Integer.bitCount(bits) == 3) {
        int mask = bits;
        double[] x =
            IntStream.range(0, 6)
                .filter(i -> (mask >> i & 1) == 0)
                .mapToDouble(i -> pooled[i])
                .toArray();
        double[] y =
            IntStream.range(0, 6)
                .filter(i -> (mask >> i & 1) == 1)
                .mapToDouble(i -> pooled[i])
                .toArray();
        extreme += welch(x, y) >= observed - 1e-9 ? 1 : 0;
      }
    }

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 13);

    assertEquals(20, attribution.permutations());
    assertEquals(extreme / 20.0, finding(attribution, "s", Change.MEAN).pValue(), 1e-15);
  }

  private static double welch(double[] x, double[] y) {
    double a = Arrays.stream(x).average().orElseThrow();
    double b = Arrays.stream(y).average().orElseThrow();
    double s = Arrays.stream(x).map(v -> (v - a) * (v - a)).sum() / (x.length - 1) / x.length;
    double t = Arrays.stream(y).map(v -> (v - b) * (v - b)).sum() / (y.length - 1) / y.length;
    return Math.abs(a - b) / Math.sqrt(s + t);
  }

  @Test
  void correlationThatChangedNamesTheOtherColumn() {
    MixedTable before = pair(200, 0.9, 20).withNumbers("c", Samples.noise(200, 99));
    MixedTable after = pair(200, 0, 21).withNumbers("c", Samples.noise(200, 98));

    Attribution attribution = ATTRIBUTION.attribute(before, after, 22);

    assertEquals(Set.of(Change.CORRELATION), changes(attribution));
    assertEquals(
        List.of("a", "b"),
        attribution.findings().stream().map(ColumnChange::column).sorted().toList());
    ColumnChange a = finding(attribution, "a", Change.CORRELATION);
    assertEquals("rank correlation with 'b'", a.detail());
    assertEquals(spearman(before), a.before(), 1e-12);
    assertEquals(spearman(after), a.after(), 1e-12);
    assertEquals(
        "rank correlation with 'a'", finding(attribution, "b", Change.CORRELATION).detail());
  }

  /** Without ties: 1 - 6 sum d^2 / (n (n^2 - 1)). */
  private static double spearman(MixedTable table) {
    double[] x = ((MixedTable.Numbers) table.column("a")).values();
    double[] y = ((MixedTable.Numbers) table.column("b")).values();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double difference = rank(x, i) - rank(y, i);
      sum += difference * difference;
    }
    return 1 - 6 * sum / (x.length * ((double) x.length * x.length - 1));
  }

  private static long rank(double[] values, int i) {
    return Arrays.stream(values).filter(value -> value < values[i]).count();
  }

  @Test
  void labelWhoseShareChangedIsNamed() {
    List<String> before = labels("up", 80, "down", 20);
    List<String> after = labels("up", 40, "down", 30);
    after.addAll(Collections.nCopies(30, "stuck"));

    Attribution attribution =
        ATTRIBUTION.attribute(
            MixedTable.empty().withLabels("state", before),
            MixedTable.empty().withLabels("state", after),
            30);

    ColumnChange finding = attribution.findings().get(0);
    assertEquals(Change.CATEGORIES, finding.change());
    assertEquals("label 'up'", finding.detail());
    assertEquals(0.8, finding.before(), 1e-15);
    assertEquals(0.4, finding.after(), 1e-15);
    assertEquals(-0.4, finding.effectSize(), 1e-15);
  }

  @Test
  void labelThatIsNewIsSaidToBe() {
    Attribution attribution =
        ATTRIBUTION.attribute(
            MixedTable.empty().withLabels("state", labels("up", 50, "down", 50)),
            MixedTable.empty().withLabels("state", labels("up", 50, "stuck", 50)),
            31);

    assertTrue(
        Set.of("new label 'stuck'", "vanished label 'down'")
            .contains(attribution.findings().get(0).detail()),
        attribution::toString);
  }

  private static List<String> labels(String first, int times, String second, int more) {
    List<String> labels = new ArrayList<>(Collections.nCopies(times, first));
    labels.addAll(Collections.nCopies(more, second));
    return labels;
  }

  @Test
  void missingValuesAreAChangeOfTheirOwn() {
    double[] before = Samples.noise(150, 40);
    double[] after = Samples.noise(150, 41);
    IntStream.range(0, 150).filter(i -> i % 3 == 0).forEach(i -> after[i] = Double.NaN);

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 42);

    assertEquals(Set.of(Change.MISSING), changes(attribution));
    ColumnChange missing = attribution.findings().get(0);
    assertEquals(0, missing.before());
    assertEquals(1.0 / 3, missing.after(), 1e-15);
  }

  @Test
  void rowsAreCountedWithThoseThatHaveNoValue() {
    double[] before = Samples.noise(200, 43);
    double[] after =
        IntStream.range(0, 200)
            .mapToDouble(i -> i % 2 == 0 ? Double.NaN : i / 1e3 % 0.013 + (i < 120 ? 0 : 9))
            .toArray();

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 44);

    Since since = finding(attribution, "s", Change.MEAN).since().orElseThrow();
    assertEquals(121, since.row());
  }

  @Test
  void stepIsFoundWhereItIs() {
    double[] noise = Samples.noise(200, 50);
    double[] after =
        IntStream.range(0, 200).mapToDouble(i -> noise[i] + (i < 80 ? 0 : 3)).toArray();

    Attribution attribution =
        ATTRIBUTION.attribute(numbers(Samples.noise(300, 51)), numbers(after), 52);

    Since since = finding(attribution, "s", Change.MEAN).since().orElseThrow();
    assertEquals(80, since.row(), 2);
    assertTrue(since.earliest() <= 80 && 80 <= since.latest(), since::toString);
    assertTrue(since.latest() - since.earliest() < 10, since::toString);
    assertEquals(0.9, since.confidence());
  }

  @Test
  void changeThatWasThereFromTheStartIsSinceRowZero() {
    Attribution attribution =
        ATTRIBUTION.attribute(
            numbers(Samples.noise(200, 53)),
            numbers(map(Samples.noise(100, 54), value -> value + 4)),
            55);

    assertEquals(0, attribution.findings().get(0).since().orElseThrow().row());
  }

  @Test
  void resultIsTheSameOnAnyNumberOfThreads() {
    MixedTable before = pair(100, 0.5, 60).withLabels("l", labels("x", 50, "y", 50));
    MixedTable after = pair(120, 0.1, 61).withLabels("l", labels("x", 80, "y", 40));
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<ColumnChange> alone = ATTRIBUTION.attribute(before, after, 62).tests();
      List<ColumnChange> shared =
          ATTRIBUTION.withWorkers(pool, 4).attribute(before, after, 62).tests();
      assertEquals(alone, shared);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void smallerReferenceGivesTheCorrelationsOfEachSample() {
    MixedTable before = pair(60, 0.8, 63);
    MixedTable after = pair(200, 0.2, 64);

    ColumnChange a = finding(ATTRIBUTION.attribute(before, after, 65), "a", Change.CORRELATION);

    assertEquals(spearman(before), a.before(), 1e-12);
    assertEquals(spearman(after), a.after(), 1e-12);
  }

  @Test
  void constantColumnsDoNotChange() {
    double[] constant = new double[50];
    Arrays.fill(constant, 5);

    Attribution attribution =
        ATTRIBUTION.attribute(
            numbers(constant).withNumbers("t", constant),
            numbers(constant).withNumbers("t", constant),
            66);

    attribution.tests().forEach(test -> assertEquals(1, test.adjustedPValue(), test::toString));
    assertEquals(List.of(), attribution.findings());
  }

  @Test
  void constantThatBecameAnotherIsAMean() {
    double[] before = new double[50];
    double[] after = new double[50];
    Arrays.fill(after, 1);

    Attribution attribution = ATTRIBUTION.attribute(numbers(before), numbers(after), 67);

    assertEquals(Change.MEAN, attribution.findings().get(0).change());
    assertEquals(1, attribution.findings().get(0).after());
  }

  @Test
  void tooLittleDataIsNoFinding() {
    Attribution attribution =
        ATTRIBUTION.attribute(
            numbers(Samples.of(1, 2)).withLabels("l", Arrays.asList(null, null)),
            numbers(Samples.of(3, 4)).withLabels("l", Arrays.asList("x", null)),
            68);

    assertEquals("fewer than 3 values in a sample", attribution.untested().get("s"));
    assertEquals("no values in a sample", attribution.untested().get("l"));
    assertEquals(
        Optional.empty(),
        attribution.tests().stream().filter(t -> t.change() == Change.MEAN).findAny());
  }

  @Test
  void blocksThatAreTooLongAreNoFinding() {
    Attribution attribution =
        ATTRIBUTION
            .with(Dependence.blocks(50))
            .attribute(numbers(Samples.noise(60, 69)), numbers(Samples.noise(60, 70)), 71);

    assertEquals(List.of(), attribution.tests());
    assertEquals(0, attribution.permutations());
    assertTrue(attribution.untested().get("s").startsWith("blocks of 50 rows are too long"));
  }

  @Test
  void otherColumnsAreRefused() {
    MixedTable table = numbers(Samples.noise(20, 72));
    assertRefused(
        () -> ATTRIBUTION.attribute(table, MixedTable.empty(), 0),
        "current",
        "the columns of the reference, [s], got []");
    assertRefused(
        () ->
            ATTRIBUTION.attribute(
                table, MixedTable.empty().withLabels("s", Collections.nCopies(20, "x")), 0),
        "current",
        "another in 's'");
    assertRefused(
        () -> ATTRIBUTION.attribute(MixedTable.empty(), MixedTable.empty(), 0),
        "columns of the reference",
        "at least 1, got 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void levelIsAProbability(double level) {
    assertRefused(() -> ATTRIBUTION.withLevel(level), "alpha", "got " + level);
  }
}
