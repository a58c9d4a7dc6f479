package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The findings of the prototype's fixed limits. */
final class LegacyRules {
  private static final double DISCREPANCY = 0.1;
  private static final double KOLMOGOROV_SMIRNOV = 0.2;
  private static final double WASSERSTEIN = 0.3;
  private static final double RATIO = 2;
  private static final MaximumMeanDiscrepancy MMD =
      MaximumMeanDiscrepancy.withDefaults().with(Kernel.gaussian(1.0)).with(Estimator.BIASED);

  private final DecisionPolicy.Legacy policy;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Decision.Untested> untested = new ArrayList<>();

  LegacyRules(DecisionPolicy.Legacy policy) {
    this.policy = policy;
  }

  Decision decide(DecisionHistory history, long seed, long start) {
    boolean drift = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.DRIFT);
    Decision.Outcome outcome =
        findings.isEmpty()
            ? Decision.Outcome.INSUFFICIENT_DATA
            : drift ? Decision.Outcome.RETRAIN : Decision.Outcome.NO_DRIFT;
    return new Decision(
        outcome,
        findings,
        untested,
        findings.isEmpty() ? history : history.after(drift, 1),
        1,
        0,
        List.of(),
        seed,
        JointTest.elapsed(start));
  }

  void latents(Rows reference, Rows current) {
    FittedMaximumMeanDiscrepancy mmd = MMD.fit(reference);
    mmd.reference().requireAlike(current);
    if (current.count() == 0) {
      refuse(
          Measure.LATENT_DISCREPANCY,
          DetectorTests.LATENTS,
          FittedMaximumMeanDiscrepancy.NAME,
          "no values",
          reference.count(),
          0);
      return;
    }
    double discrepancy = mmd.statistic(current);
    add(
        Measure.LATENT_DISCREPANCY,
        DetectorTests.LATENTS,
        FittedMaximumMeanDiscrepancy.NAME,
        discrepancy,
        discrepancy,
        "biased squared discrepancy with gamma = 1",
        discrepancy > DISCREPANCY,
        format("discrepancy %.3g, limit %s", discrepancy, DISCREPANCY));
    for (int k = 0; k < reference.columns(); k++) {
      numbers(
          Measure.LATENT_DISTANCE,
          String.valueOf(k),
          mmd.reference().columns().get(k),
          Series.of("latents", current.column(k)));
    }
  }

  void features(MixedTable reference, MixedTable current) {
    reference
        .values()
        .forEach(
            (name, column) -> {
              if (column instanceof MixedTable.Numbers before
                  && current.values().get(name) instanceof MixedTable.Numbers now) {
                numbers(Measure.FEATURE_DISTANCE, name, before.present(name), now.present(name));
              }
            });
  }

  private void numbers(Measure measure, String subject, Series reference, Series current) {
    if (reference.size() == 0 || current.size() == 0) {
      refuse(
          measure,
          subject,
          NumberComparison.name(Distance.KOLMOGOROV_SMIRNOV),
          "no values",
          reference.size(),
          current.size());
      return;
    }
    distance(measure, subject, reference, current, Distance.KOLMOGOROV_SMIRNOV, KOLMOGOROV_SMIRNOV);
    distance(measure, subject, reference, current, Distance.WASSERSTEIN, WASSERSTEIN);
  }

  private void distance(
      Measure measure,
      String subject,
      Series reference,
      Series current,
      Distance distance,
      double limit) {
    NumberComparison samples = new NumberComparison(reference, current, distance);
    double statistic = samples.observed();
    add(
        measure,
        subject,
        samples.test(),
        statistic,
        samples.effectSize(new ArrayList<>()),
        samples.effect(),
        statistic > limit,
        format("distance %.3g, limit %s", statistic, limit));
  }

  void scores(Series reference, Series current) {
    if (reference.size() < 2 || current.size() < 2 || reference.standardDeviation() == 0) {
      String why =
          reference.size() < 2 || current.size() < 2
              ? "fewer than 2 values"
              : "the reference does not vary";
      refuse(
          Measure.SCORE_SHIFT,
          DetectorTests.SCORES,
          MeanShift.NAME,
          why,
          reference.size(),
          current.size());
      refuse(
          Measure.SCORE_SPREAD,
          DetectorTests.SCORES,
          Spread.NAME,
          why,
          reference.size(),
          current.size());
      return;
    }
    MeanShift mean = new MeanShift(reference, current);
    double shift = mean.effectSize(List.of());
    add(
        Measure.SCORE_SHIFT,
        DetectorTests.SCORES,
        mean.test(),
        mean.observed(),
        shift,
        mean.effect(),
        Math.abs(shift) > policy.shift(),
        format("shift %.3g, limit %s of either sign", shift, policy.shift()));
    Spread spread = new Spread(reference, current);
    double ratio = spread.effectSize(List.of());
    add(
        Measure.SCORE_SPREAD,
        DetectorTests.SCORES,
        spread.test(),
        spread.observed(),
        ratio,
        spread.effect(),
        !(ratio >= 1 / RATIO && ratio <= RATIO),
        format("ratio %.3g, limits %s and %s", ratio, 1 / RATIO, RATIO));
  }

  private void add(
      Measure measure,
      String subject,
      String test,
      double statistic,
      double effect,
      String meaning,
      boolean drift,
      String rule) {
    findings.add(
        new Finding(
            measure,
            subject,
            test,
            statistic,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            effect,
            meaning,
            Optional.empty(),
            drift ? Verdict.DRIFT : Verdict.BELOW_FLOOR,
            rule));
  }

  private void refuse(
      Measure measure, String subject, String test, String why, int reference, int current) {
    untested.add(
        new Decision.Untested(
            measure, subject, new TestResult.InsufficientData(test, why, reference, current)));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
