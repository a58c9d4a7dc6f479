package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.CategoryDistance;
import io.github.anomalydata.drift.CategoryTest;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Distance;
import io.github.anomalydata.drift.TestResult;
import io.github.anomalydata.drift.UnivariateTest;
import java.util.Arrays;
import java.util.List;
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
        "--method: "
            + JointMethod.NAME
            + " or one of "
            + Arrays.toString(values())
            + ", got '"
            + name
            + "'");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * How columns are tested.
   *
   * @param bins the bins for numbers, 0 where each value is a category
   */
  record Options(Dependence dependence, int permutations, int bins, long seed) {}

  /** Tests a column. */
  TestResult test(double[] reference, double[] current, Options options) {
    if (distance != null) {
      return UnivariateTest.withDefaults()
          .with(distance)
          .with(options.dependence)
          .withPermutations(options.permutations)
          .fit(reference)
          .test(current, options.seed);
    }
    if (categoryDistance == null) {
      throw new AssertionError(this);
    }
    CategoryTest test =
        CategoryTest.withDefaults()
            .with(categoryDistance)
            .with(options.dependence)
            .withPermutations(options.permutations);
    return options.bins == 0
        ? test.fit(labels(reference)).test(labels(current), options.seed)
        : test.withBins(options.bins).fit(reference).test(current, options.seed);
  }

  /** Whole numbers are written without a point. */
  private static List<String> labels(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.valueOf(value + 0.0).replaceFirst("\\.0$", ""))
        .toList();
  }
}
