package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.HtmlOption;
import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.drift.CategoryChanges;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.FittedMaximumMeanDiscrepancy;
import io.github.anomalydata.drift.MissingValues;
import io.github.anomalydata.drift.TestResult;
import io.github.anomalydata.report.DriftReport;
import io.github.anomalydata.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tests whether the columns of two files come from the same distributions. */
@Command(
    name = "drift",
    description = {
      "Test whether current data come from where the reference came from, column by column.",
      "Rows are in the order of time. A first line of a CSV file without any number names the"
          + " columns, which hold numbers or text. An NPY file is [rows] or [rows, columns].",
      "Ends with 0 for no drift, 1 for drift, 2 for bad input."
    },
    mixinStandardHelpOptions = true)
public final class DriftCommand implements Callable<Integer> {
  private static final int FEWEST_PERMUTATIONS = 999;
  private static final String AUTO = "auto";

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      required = true,
      description = "What data should look like, a file that ends in .csv or .npy.")
  private Path reference = Path.of("");

  @Option(
      names = "--current",
      paramLabel = "FILE",
      required = true,
      description = "What data look like now, with the same columns.")
  private Path current = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "ks",
      description =
          "The test: ks (Kolmogorov-Smirnov), wasserstein, cvm (Cramér-von Mises), ad"
              + " (Anderson-Darling), energy or kuiper for numbers; chi2, psi (population"
              + " stability index), js (Jensen-Shannon) or hellinger for categories and binned"
              + " numbers; auto for wasserstein of numbers and chi2 of text, all by the same"
              + " permutations, which is the test of many columns that misses least"
              + "; mmd (maximum mean discrepancy) for all columns of numbers together"
              + " (${DEFAULT-VALUE}).")
  private String method = "";

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "The number of permutations behind a p-value (999, or what that many columns need to"
              + " reach the level).")
  private @Nullable Integer permutations;

  @Option(
      names = "--block",
      paramLabel = "ROWS",
      defaultValue = "auto",
      description =
          "The rows that are permuted as one, since they depend on one another: auto (estimated),"
              + " a number, or off (${DEFAULT-VALUE}).")
  private String block = "";

  @Option(
      names = "--gamma",
      paramLabel = "GAMMA",
      defaultValue = "median",
      description =
          "The factor of squared distances in the Gaussian kernel of mmd: a number, or median for"
              + " 1 / (2 m^2) with the median distance m (${DEFAULT-VALUE}).")
  private String gamma = "";

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "off",
      description =
          "What mmd divides columns by, so that those of different units count alike: off, deviation"
              + " (the standard deviation of the reference) or robust (its interquartile range, as"
              + " that of a normal distribution) (${DEFAULT-VALUE}).")
  private String scale = "";

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "10",
      description = "The bins of numbers, for tests of categories (${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--categorical",
      description = "Take each different number for a category, as text always is.")
  private boolean categorical;

  @Option(
      names = "--rare",
      paramLabel = "ROWS",
      defaultValue = "1",
      description =
          "Take categories with fewer rows in both files together for one (${DEFAULT-VALUE}).")
  private int rare;

  @Option(
      names = "--missing",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description =
          "What becomes of values that are missing or not finite: fail; ignore and count; or test,"
              + " which does so and tests whether as many are missing (${DEFAULT-VALUE}).")
  private String missing = "";

  @Option(
      names = "--alpha",
      paramLabel = "LEVEL",
      defaultValue = "0.05",
      description = "The rate of false alarms over all columns together (${DEFAULT-VALUE}).")
  private double alpha;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The seed of the permutations (${DEFAULT-VALUE}).")
  private long seed;

  /** What each column adds to the statistic of all. */
  private final Map<String, Double> contributions = new LinkedHashMap<>();

  /** How much more current rows there are than expected at each of them. */
  private double[] witness = new double[0];

  @Option(
      names = "--windows",
      paramLabel = "N",
      description =
          "For --html: cut the current rows into so many windows, test each as auto does, and show"
              + " when there was drift.")
  private @Nullable Integer windows;

  @Mixin private HtmlOption html = new HtmlOption();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec;

  /** Creates the command. */
  public DriftCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("--alpha: above 0 and below 1, got " + alpha);
    }
    if (bins < 2) {
      throw new IllegalArgumentException("--bins: at least 2, got " + bins);
    }
    if (windows != null && !(windows >= 2 && html.isGiven())) {
      throw new IllegalArgumentException(
          "--windows: at least 2, and only with --html, got " + windows);
    }
    if (rare < 1) {
      throw new IllegalArgumentException("--rare: at least 1, got " + rare);
    }
    MissingValues policy = DriftChoices.missing(missing);
    boolean together = method.equals(AUTO);
    boolean joint = method.equals(JointMethod.NAME);
    JointMethod allColumns = JointMethod.of(gamma, scale);
    if (!joint && !(gamma.equals(JointMethod.MEDIAN) && scale.equals(JointMethod.OFF))) {
      throw new IllegalArgumentException(
          "--gamma and --scale: only for --method mmd, got --method " + method);
    }
    if (joint && policy == MissingValues.TEST) {
      throw new IllegalArgumentException("--missing: fail or ignore for mmd, got 'test'");
    }
    DriftMethod chosen = together || joint ? DriftMethod.CHI2 : DriftMethod.of(method);
    Dependence dependence = DriftChoices.dependence(block);
    DriftTable first = DriftTable.read("--reference", reference);
    DriftTable second = DriftTable.read("--current", current);
    List<String> names = first.columns();
    if (!names.equals(second.columns()) || names.isEmpty()) {
      throw new IllegalArgumentException(
          "--current: the columns of the reference, " + names + ", got " + second.columns());
    }
    if (windows != null && windows > second.rows()) {
      throw new IllegalArgumentException(
          "--windows: at most the " + second.rows() + " current rows, got " + windows);
    }
    if (policy == MissingValues.FAIL) {
      String others = joint ? "ignore" : "ignore or test";
      first.requireComplete(others);
      second.requireComplete(others);
    }
    List<Integer> labels =
        IntStream.range(0, names.size())
            .filter(i -> categorical || first.isText(i) || second.isText(i))
            .boxed()
            .toList();
    if (!labels.isEmpty() && (joint || !chosen.isOfCategories())) {
      throw new IllegalArgumentException(
          "--method: auto, chi2, psi, js or hellinger for the categories of '"
              + names.get(labels.get(0))
              + "', got '"
              + method
              + "'");
    }
    DriftSummary summary;
    if (joint) {
      summary = joint(allColumns, dependence, first, second);
    } else if (together) {
      DriftResult result = together(1).fit(first.mixed(labels)).test(second.mixed(labels), seed);
      summary = new DriftSummary(result.columns(), "Westfall-Young", alpha);
    } else {
      // Each column may have a second test, of what is missing.
      int tests = policy == MissingValues.TEST ? 2 * names.size() : names.size();
      DriftMethod.Options options = options(dependence, tests);
      ColumnTests columns = new ColumnTests(chosen, options, policy == MissingValues.TEST);
      for (int i = 0; i < names.size(); i++) {
        if (labels.contains(i)) {
          columns.labels(names.get(i), first.labels(i), second.labels(i));
        } else {
          columns.numbers(names.get(i), first.numbers(i), second.numbers(i));
        }
      }
      summary = new DriftSummary(columns.results(), "Holm", alpha);
    }
    summary.print(spec.commandLine().getOut());
    write(summary);
    html.write(() -> page(summary, first, second, labels));
    return summary.isDrift() ? 1 : 0;
  }

  private Report page(
      DriftSummary summary, DriftTable first, DriftTable second, List<Integer> labels) {
    DriftReport page =
        HtmlReport.of(summary, alpha, first, second, labels)
            .withFact("method", method)
            .withFact("seed", String.valueOf(seed));
    if (witness.length > 0) {
      page = page.withDiscrepancy(witness, contributions);
    }
    if (windows != null) {
      page =
          page.with(
              DriftWindows.section(
                  together(windows),
                  first.mixed(labels),
                  second.mixed(labels),
                  windows,
                  alpha,
                  seed));
    }
    return page.report();
  }

  private DriftSummary joint(
      JointMethod test, Dependence dependence, DriftTable first, DriftTable second) {
    double[][] a = first.completeRows();
    double[][] b = second.completeRows();
    FittedMaximumMeanDiscrepancy fitted = test.fit(a, options(dependence, 1));
    TestResult result = fitted.test(b, seed);
    boolean further = json.isGiven() || html.isGiven();
    if (further && result instanceof TestResult.Tested && first.columns().size() > 1) {
      double[] shares = fitted.contributions(b);
      for (int i = 0; i < shares.length; i++) {
        contributions.put(first.columns().get(i), shares[i]);
      }
    }
    if (html.isGiven() && result instanceof TestResult.Tested) {
      witness = fitted.witness(b);
    }
    double pValue = result instanceof TestResult.Tested tested ? tested.pValue() : 1;
    DriftResult.Column column =
        new DriftResult.Column(
            "all columns",
            DriftResult.Aspect.VALUES,
            result,
            pValue,
            pValue,
            first.rows() - a.length,
            second.rows() - b.length,
            new CategoryChanges(Map.of(), Map.of()));
    return new DriftSummary(List.of(column), "none", alpha);
  }

  /** Returns the test of all columns by the same permutations, made so many times. */
  private DriftTest together(int tests) {
    return DriftTest.withDefaults()
        .with(DriftChoices.dependence(block))
        .with(DriftChoices.missing(missing))
        .withPermutations(permutations(tests))
        .withFewestRows(rare);
  }

  private DriftMethod.Options options(Dependence dependence, int tests) {
    return new DriftMethod.Options(dependence, permutations(tests), bins, rare, seed);
  }

  /** The least p-value times the number of tests must not be above the level. */
  private int permutations(int tests) {
    double needed = Math.ceil(tests / alpha) - 1;
    if (permutations == null) {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(FEWEST_PERMUTATIONS, 2 * needed));
    }
    if (permutations < needed) {
      throw new IllegalArgumentException(
          "--permutations: at least "
              + (long) needed
              + " for "
              + tests
              + (tests == 1 ? " test" : " tests")
              + " at a level of "
              + alpha
              + ", got "
              + permutations);
    }
    return permutations;
  }

  private String adjustment() {
    return switch (method) {
      case AUTO -> "westfall-young";
      case JointMethod.NAME -> "none";
      default -> "holm";
    };
  }

  private void write(DriftSummary summary) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reference", String.valueOf(reference));
    result.put("current", String.valueOf(current));
    result.put("method", method);
    result.put("alpha", alpha);
    result.put("adjustment", adjustment());
    result.put("seed", seed);
    result.put("drift", summary.isDrift());
    result.put("columns", summary.json());
    if (!contributions.isEmpty()) {
      result.put("contributions", contributions);
    }
    json.write(result);
  }
}
