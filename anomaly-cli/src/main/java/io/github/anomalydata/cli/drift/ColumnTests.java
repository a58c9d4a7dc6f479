package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.CategoryChanges;
import io.github.anomalydata.drift.CategoryTest;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftResult.Aspect;
import io.github.anomalydata.drift.FittedCategoryTest;
import io.github.anomalydata.drift.Holm;
import io.github.anomalydata.drift.TestResult;
import io.github.anomalydata.drift.TestResult.Tested;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One test for each column, each with the p-values that suit it, adjusted by Holm's method. */
final class ColumnTests {
  private static final CategoryChanges NONE = new CategoryChanges(Map.of(), Map.of());

  /** A test that waits for its adjusted p-value. */
  private record Outcome(
      String name,
      Aspect aspect,
      TestResult result,
      int missingReference,
      int missingCurrent,
      CategoryChanges changes) {

    DriftResult.Column adjusted(double p) {
      return new DriftResult.Column(
          name, aspect, result, p, p, missingReference, missingCurrent, changes);
    }
  }

  private final DriftMethod method;
  private final DriftMethod.Options options;
  private final boolean testMissing;
  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * Creates tests.
   *
   * @param method the test of columns
   * @param options its options
   * @param testMissing whether missing values are tested too
   */
  ColumnTests(DriftMethod method, DriftMethod.Options options, boolean testMissing) {
    this.method = method;
    this.options = options;
    this.testMissing = testMissing;
  }

  /** Tests a column of numbers. */
  void numbers(String name, double[] reference, double[] current) {
    double[] a = Arrays.stream(reference).filter(Double::isFinite).toArray();
    double[] b = Arrays.stream(current).filter(Double::isFinite).toArray();
    outcomes.add(
        new Outcome(
            name,
            Aspect.VALUES,
            method.test(a, b, options),
            reference.length - a.length,
            current.length - b.length,
            NONE));
    missing(
        name,
        Arrays.stream(reference).mapToObj(Double::isFinite).toList(),
        Arrays.stream(current).mapToObj(Double::isFinite).toList());
  }

  /** Tests a column of labels. */
  void labels(String name, List<@Nullable String> reference, List<@Nullable String> current) {
    List<?> a = reference.stream().filter(Objects::nonNull).toList();
    List<?> b = current.stream().filter(Objects::nonNull).toList();
    FittedCategoryTest test = method.categories(options).fit(a);
    outcomes.add(
        new Outcome(
            name,
            Aspect.VALUES,
            test.test(b, options.seed()),
            reference.size() - a.size(),
            current.size() - b.size(),
            test.changes(b)));
    missing(
        name,
        reference.stream().map(Objects::nonNull).toList(),
        current.stream().map(Objects::nonNull).toList());
  }

  private void missing(String name, List<Boolean> reference, List<Boolean> current) {
    int ofReference = (int) reference.stream().filter(present -> !present).count();
    int ofCurrent = (int) current.stream().filter(present -> !present).count();
    if (testMissing && ofReference + ofCurrent > 0) {
      TestResult result =
          CategoryTest.withDefaults()
              .with(options.dependence())
              .withPermutations(options.permutations())
              .fit(reference)
              .test(current, options.seed());
      outcomes.add(new Outcome(name, Aspect.MISSING, result, ofReference, ofCurrent, NONE));
    }
  }

  /** Returns the results of all columns, with their p-values adjusted. */
  List<DriftResult.Column> results() {
    double[] adjusted =
        Holm.adjust(
            outcomes.stream()
                .map(Outcome::result)
                .filter(Tested.class::isInstance)
                .mapToDouble(result -> ((Tested) result).pValue())
                .toArray());
    List<DriftResult.Column> results = new ArrayList<>();
    int tested = 0;
    for (Outcome outcome : outcomes) {
      results.add(outcome.adjusted(outcome.result instanceof Tested ? adjusted[tested++] : 1));
    }
    return results;
  }
}
