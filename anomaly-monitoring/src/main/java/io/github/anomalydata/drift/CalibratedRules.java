package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Finding.Verdict;
import io.github.anomalydata.internal.ParallelRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Decisions at one level for all their tests. */
final class CalibratedRules {
  private final DecisionPolicy.Calibrated policy;
  private final DetectorTests tests;
  private final int blockLength;
  private final ParallelRows workers;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Decision.Untested> untested = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private CalibratedRules(
      DecisionPolicy.Calibrated policy,
      DetectorTests tests,
      int blockLength,
      ParallelRows workers) {
    this.policy = policy;
    this.tests = tests;
    this.blockLength = blockLength;
    this.workers = workers;
  }

  /** Checks that the rules can come to a decision to retrain, and that each of them applies. */
  static void check(
      DecisionPolicy.Calibrated policy, DriftDetector options, DriftSample reference) {
    int tests = count(options, reference);
    double least = policy.adjustment().least(tests, 1.0 / (options.permutations() + 1.0));
    if (least > policy.alpha()) {
      throw new IllegalArgumentException(
          format(
              "permutations: enough for one of %d tests to reach %s by %s, got %d, by which none is"
                  + " below %.3g",
              tests, policy.alpha(), policy.adjustment(), options.permutations(), least));
    }
    MixedTable features = reference.features().orElse(MixedTable.empty());
    for (String column : policy.columnFloors().keySet()) {
      if (!features.isNumeric(column)
          || !options.features().distances().contains(Distance.WASSERSTEIN)) {
        throw new IllegalArgumentException(
            "floor of '" + column + "': of a feature of numbers tested by WASSERSTEIN, got none");
      }
    }
  }

  private static int count(DriftDetector options, DriftSample reference) {
    int tests = reference.scores().isPresent() ? 3 : 0;
    tests += tests > 0 && options.scores().threshold().isPresent() ? 1 : 0;
    if (reference.latents().isPresent()) {
      int columns = reference.latents().get().columns();
      for (LatentMethod method : options.methods()) {
        tests += method.distance().isPresent() ? columns : 1;
      }
    }
    MixedTable features = reference.features().orElse(MixedTable.empty());
    for (String column : features.columns()) {
      tests += features.isNumeric(column) ? options.features().distances().size() : 1;
    }
    return tests;
  }

  static Decision decide(
      DecisionPolicy.Calibrated policy,
      DetectorTests tests,
      DriftDetector options,
      DecisionHistory history,
      Instant now,
      long seed,
      long start) {
    JointTest joint = tests.joint();
    CalibratedRules rules =
        new CalibratedRules(policy, tests, joint.blockLength(), options.workers());
    Optional<String> shortage = joint.shortage();
    int permutations = 0;
    if (shortage.isPresent()) {
      rules.refuse(joint, shortage.get());
    } else {
      JointTest.Outcome outcome = joint.run(options.permutations(), options.workers(), seed);
      permutations = outcome.splits().count();
      rules.judge(joint, outcome);
    }
    boolean drift = rules.findings.stream().anyMatch(finding -> finding.verdict() == Verdict.DRIFT);
    DecisionHistory next = shortage.isPresent() ? history : history.after(drift, policy.windows());
    Decision.Outcome decided =
        shortage.isPresent()
            ? Decision.Outcome.INSUFFICIENT_DATA
            : outcome(policy, drift, next, now);
    return new Decision(
        decided,
        rules.findings,
        rules.untested,
        decided == Decision.Outcome.RETRAIN ? next.retrained(now) : next,
        joint.blockLength(),
        permutations,
        List.copyOf(rules.notes),
        seed,
        JointTest.elapsed(start));
  }

  private static Decision.Outcome outcome(
      DecisionPolicy.Calibrated policy, boolean drift, DecisionHistory history, Instant now) {
    if (!drift) {
      return Decision.Outcome.NO_DRIFT;
    }
    if (history.alarms() < policy.alarms()) {
      return Decision.Outcome.WAITING;
    }
    boolean recent =
        history
            .retrain()
            .filter(last -> Duration.between(last, now).compareTo(policy.coolDown()) < 0)
            .isPresent();
    return recent ? Decision.Outcome.COOLING_DOWN : Decision.Outcome.RETRAIN;
  }

  /** Nothing can be tested. */
  private void refuse(JointTest joint, String shortage) {
    tests.untestedKernel().ifPresent(untested::add);
    joint
        .kernel()
        .ifPresent(
            kernel ->
                untested.add(
                    new Decision.Untested(
                        Measure.LATENT_DISCREPANCY,
                        DetectorTests.LATENTS,
                        new TestResult.InsufficientData(
                            FittedMaximumMeanDiscrepancy.NAME,
                            shortage,
                            joint.reference(),
                            joint.current()))));
    for (DetectorTests.Column column : tests.columns()) {
      refuse(column, column.test().isTestable() ? shortage : column.test().shortage());
    }
  }

  private void refuse(DetectorTests.Column column, String shortage) {
    untested.add(
        new Decision.Untested(
            column.measure(), column.test().subject().column(), column.test().untested(shortage)));
  }

  private void judge(JointTest joint, JointTest.Outcome outcome) {
    Permutations splits = outcome.splits();
    double[] pValues = splits.pValues(outcome.observed(), outcome.statistics());
    double[] adjusted =
        policy.adjustment().adjust(splits, outcome.observed(), outcome.statistics());
    double least = policy.adjustment().least(adjusted.length, splits.least());
    if (least > policy.alpha()) {
      notes.add(
          format(
              "%d rows have %d splits: no p-value of one of %d tests could be below %.3g",
              splits.rows(), splits.count(), adjusted.length, least));
    }
    tests.untestedKernel().ifPresent(untested::add);
    int i = 0;
    if (joint.kernel().isPresent() && outcome.kernel().isPresent()) {
      JointKernel kernel = joint.kernel().get();
      KernelComparison.Splits values = outcome.kernel().get();
      note(DetectorTests.LATENTS, kernel.blocks().notes());
      findings.add(
          finding(
              Measure.LATENT_DISCREPANCY,
              DetectorTests.LATENTS,
              FittedMaximumMeanDiscrepancy.NAME,
              values.observed(),
              pValues[i],
              adjusted[i],
              values.effect(),
              FittedMaximumMeanDiscrepancy.EFFECT,
              kernel.interval(values, blockLength, workers)));
      i++;
    }
    for (DetectorTests.Column column : tests.columns()) {
      if (!column.test().isTestable()) {
        refuse(column, column.test().shortage());
        continue;
      }
      judge(column, pValues[i], adjusted[i]);
      i++;
    }
  }

  private void judge(DetectorTests.Column column, double pValue, double adjusted) {
    Comparison samples = column.test().samples();
    String subject = column.test().subject().column();
    List<String> found = new ArrayList<>(column.test().notes());
    double effect = samples.effectSize(found);
    note(subject, found);
    findings.add(
        finding(
            column.measure(),
            subject,
            samples.test(),
            samples.observed(),
            pValue,
            adjusted,
            effect,
            samples.effect(),
            samples.interval(column.test().blocks().atLeast(blockLength))));
  }

  private void note(String subject, List<String> found) {
    found.forEach(note -> notes.add(subject + ": " + note));
  }

  private Finding finding(
      Measure measure,
      String subject,
      String test,
      double statistic,
      double pValue,
      double adjusted,
      double effect,
      String meaning,
      Optional<Interval> interval) {
    boolean ownUnit =
        measure == Measure.FEATURE_DISTANCE
            && test.equals(NumberComparison.name(Distance.WASSERSTEIN))
            && policy.columnFloors().containsKey(subject);
    double floor =
        ownUnit
            ? policy.columnFloors().getOrDefault(subject, 0.0)
            : policy.floors().getOrDefault(measure, 0.0);
    double size = ownUnit ? statistic : measure.size(effect);
    boolean significant = adjusted <= policy.alpha();
    Verdict verdict =
        !significant
            ? Verdict.NOT_SIGNIFICANT
            : size >= floor ? Verdict.DRIFT : Verdict.BELOW_FLOOR;
    String rule =
        format("adjusted p %.3g %s %s", adjusted, significant ? "<=" : ">", policy.alpha())
            + (significant && floor > 0
                ? format(
                    " and %s %.3g %s %s",
                    ownUnit ? "distance" : "effect", size, size >= floor ? ">=" : "<", floor)
                : "");
    return new Finding(
        measure,
        subject,
        test,
        statistic,
        OptionalDouble.of(pValue),
        OptionalDouble.of(adjusted),
        effect,
        meaning,
        interval,
        verdict,
        rule);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
