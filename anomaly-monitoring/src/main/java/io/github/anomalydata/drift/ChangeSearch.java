package io.github.anomalydata.drift;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.drift.Attribution.ColumnChange;
import io.github.anomalydata.drift.Attribution.Since;
import io.github.anomalydata.drift.DriftResult.Aspect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One search for what changed between two tables. */
final class ChangeSearch {
  private static final long PURPOSE = 0x73696E6365L;

  private final DriftAttribution options;
  private final int reference;
  private final int current;
  private final long seed;
  private final long start = System.nanoTime();
  private final List<ChangeTest> tests = new ArrayList<>();
  private final Map<String, String> untested = new LinkedHashMap<>();
  private Blocks blocks = Blocks.NONE;

  ChangeSearch(DriftAttribution options, MixedTable reference, MixedTable current, long seed) {
    this.options = options;
    this.reference = reference.rows();
    this.current = current.rows();
    this.seed = seed;
    DriftTest columns =
        DriftTest.withDefaults().with(options.dependence()).with(MissingValues.TEST);
    reference
        .values()
        .forEach(
            (name, before) -> {
              MixedTable.Column now = current.column(name);
              FittedColumn.of(columns, name, before)
                  .tests(now)
                  .forEach(test -> add(test, before, now));
            });
    if (options.correlations()) {
      addCorrelations(reference, current);
    }
  }

  private void add(ColumnTest test, MixedTable.Column before, MixedTable.Column now) {
    String name = test.subject().column();
    blocks = test.blocks().isLonger(blocks) ? test.blocks() : blocks;
    if (test.subject().aspect() == Aspect.MISSING) {
      tests.add(LabelChanges.ofMissing(test, before, now));
    } else if (before instanceof MixedTable.Numbers a && now instanceof MixedTable.Numbers b) {
      if (Math.min(test.presence().reference(), test.presence().current()) < NumberChanges.FEWEST) {
        untested.put(name, "fewer than " + NumberChanges.FEWEST + " values in a sample");
      } else {
        tests.add(new NumberChanges(name, test.presence(), a.values(), b.values()));
      }
    } else if (test.isTestable()
        && before instanceof MixedTable.Labels a
        && now instanceof MixedTable.Labels b) {
      tests.add(LabelChanges.ofCategories(test, a, b));
    } else {
      untested.put(name, "no values in a sample");
    }
  }

  private void addCorrelations(MixedTable before, MixedTable now) {
    RankCorrelations correlations = RankCorrelations.of(before, now);
    if (correlations.isTestable()) {
      tests.add(correlations);
    } else if (correlations.count() > 1) {
      untested.put(
          "correlations",
          "fewer than " + RankCorrelations.FEWEST + " rows of a sample have all numbers");
    }
  }

  Attribution attribution() {
    if (!tests.isEmpty() && blocks.areTooFew(reference, current)) {
      tests.forEach(
          test ->
              IntStream.range(0, test.count())
                  .forEach(
                      i ->
                          untested.put(
                              test.evidence(i).column(), blocks.shortage(reference, current))));
      tests.clear();
    }
    if (tests.isEmpty()) {
      return result(List.of(), 0);
    }
    Permutations all =
        Permutations.of(reference, current, options.permutations(), blocks.length(), seed);
    boolean partial = tests.stream().anyMatch(test -> test.presence().isPartial());
    Permutations splits = partial ? all.drawn() : all;
    return result(findings(splits, partial), splits.count());
  }

  private Attribution result(List<ColumnChange> findings, int permutations) {
    return new Attribution(
        findings,
        untested,
        options.level(),
        blocks.length(),
        permutations,
        seed,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private List<ColumnChange> findings(Permutations splits, boolean partial) {
    int count = tests.stream().mapToInt(ChangeTest::count).sum();
    double[][] statistics = new double[count][splits.count()];
    options
        .workers()
        .run(
            splits.count(),
            (from, to) -> {
              Split split = new Split(splits.words(), partial ? splits.rows() : 0);
              for (int i = from; i < to; i++) {
                if (partial) {
                  splits.fill(i, split.order, split.mask);
                } else {
                  splits.fill(i, split.mask);
                }
                split.store(statistics, i);
              }
            });
    double[][] single = new double[count][1];
    Split observed = new Split(splits.words(), 0);
    System.arraycopy(splits.observed(), 0, observed.mask, 0, splits.words());
    observed.order = IntStream.range(0, splits.rows()).toArray();
    observed.store(single, 0);
    // All statistics are on the scale of standard errors.
    double narrowing = Math.sqrt(blocks.widening());
    return findings(
        splits,
        IntStream.range(0, count).mapToDouble(i -> single[i][0] / narrowing).toArray(),
        statistics);
  }

  private List<ColumnChange> findings(
      Permutations splits, double[] observed, double[][] statistics) {
    double[] adjusted = MaxT.adjust(splits, observed, statistics);
    List<ColumnChange> findings = new ArrayList<>();
    int at = 0;
    for (ChangeTest test : tests) {
      for (int i = 0; i < test.count(); i++, at++) {
        ChangeTest.Evidence evidence = test.evidence(i);
        findings.add(
            new ColumnChange(
                evidence.column(),
                evidence.change(),
                evidence.before(),
                evidence.after(),
                evidence.effectSize(),
                evidence.detail(),
                deviations(observed[at], statistics[at]),
                splits.pValue(observed[at], statistics[at]),
                adjusted[at],
                adjusted[at] <= options.level()
                    ? Optional.of(since(test.presence(), evidence.scores(), at))
                    : Optional.empty()));
      }
    }
    return findings;
  }

  private static double deviations(double observed, double[] statistics) {
    double mean = 0;
    for (double statistic : statistics) {
      mean += statistic / statistics.length;
    }
    double variance = 0;
    for (double statistic : statistics) {
      variance += (statistic - mean) * (statistic - mean) / statistics.length;
    }
    return variance > 0 ? (observed - mean) / Math.sqrt(variance) : 0;
  }

  private Since since(Presence presence, double[] scores, int test) {
    Since among =
        new StepFit(scores, presence.reference(), blocks.length())
            .since(RandomStreams.of(seed, PURPOSE, test));
    if (!presence.isPartial()) {
      return among;
    }
    int[] rows = new int[presence.current() + 1];
    rows[presence.current()] = current;
    for (int row = 0; row < current; row++) {
      int place = presence.places()[reference + row];
      if (place >= 0) {
        rows[place - presence.reference()] = row;
      }
    }
    return new Since(
        rows[among.row()], rows[among.earliest()], rows[among.latest()], among.confidence());
  }

  /** What a thread needs for a split. */
  private final class Split {
    private final long[] mask;
    private int[] order;
    private final List<ChangeTest.Statistics> own =
        tests.stream().map(test -> test.statistics().get()).toList();
    private final double[] values =
        new double[tests.stream().mapToInt(ChangeTest::count).max().orElse(0)];

    Split(int words, int rows) {
      mask = new long[words];
      order = new int[rows];
    }

    /** Stores the statistics of the split at its place. */
    void store(double[][] to, int index) {
      int at = 0;
      for (int test = 0; test < own.size(); test++) {
        own.get(test).of(order, mask, values);
        for (int i = 0; i < tests.get(test).count(); i++) {
          to[at++][index] = values[i];
        }
      }
    }
  }
}
