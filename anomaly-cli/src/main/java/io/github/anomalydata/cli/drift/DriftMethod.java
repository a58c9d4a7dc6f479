package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.CategoryDistance;
import io.github.anomalydata.drift.CategoryTest;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Distance;
import io.github.anomalydata.drift.TestResult;
import io.github.anomalydata.drift.UnivariateTest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tests of the command, each of one column. */
enum DriftMethod {
  KS(Distance.KOLMOGOROV_SMIRNOV, null),
  WASSERSTEIN(Distance.WASSERSTEIN, null),
  CVM(Distance.CRAMER_VON_MISES, null),
  AD(Distance.ANDERSON_DARLING, null),
  ENERGY(Distance.ENERGY, null),
  KUIPER(Distance.KUIPER, null),
  CHI2(null, CategoryDistance.CHI_SQUARED),
  PSI(null, CategoryDistance.POPULATION_STABILITY),
  JS(null, CategoryDistance.JENSEN_SHANNON),
  HELLINGER(null, CategoryDistance.HELLINGER);

  private final @Nullable Distance distance;
  private final @Nullable CategoryDistance categoryDistance;

  DriftMethod(@Nullable Distance distance, @Nullable CategoryDistance categoryDistance) {
    this.distance = distance;
    this.categoryDistance = categoryDistance;
  }

  /** Returns the method of a name. */
  static DriftMethod of(String name) {
    for (DriftMethod method : values()) {
      if (method.toString().equals(name)) {
        return method;
      }
    }
    throw new IllegalArgumentException(
        "--method: auto, mmd or one of " + Arrays.toString(values()) + ", got '" + name + "'");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How columns are tested.
   *
   * @param bins the bins for numbers
   * @param fewestRows the rows of a label that is not pooled with others
   */
  record Options(Dependence dependence, int permutations, int bins, int fewestRows, long seed) {}

  /** Tells whether it is a test of categories, which numbers become by bins. */
  boolean isOfCategories() {
    return categoryDistance != null;
  }

  /** Tests a column of numbers. */
  TestResult test(double[] reference, double[] current, Options options) {
    if (distance == null) {
      return categories(options).fit(reference).test(current, options.seed);
    }
    return UnivariateTest.withDefaults()
        .with(distance)
        .with(options.dependence)
        .withPermutations(options.permutations)
        .fit(reference)
        .test(current, options.seed);
  }

  /** Returns the test of a method that {@link #isOfCategories}. */
  CategoryTest categories(Options options) {
    if (categoryDistance == null) {
      throw new IllegalStateException("method: one of categories, got " + this);
    }
    return CategoryTest.withDefaults()
        .with(categoryDistance)
        .with(options.dependence)
        .withPermutations(options.permutations)
        .withBins(options.bins)
        .withFewestRows(options.fewestRows);
  }
}
