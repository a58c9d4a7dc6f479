package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.TestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
          + " columns. An NPY file is [rows] or [rows, columns].",
      "Ends with 0 for no drift, 1 for drift, 2 for bad input."
    },
    mixinStandardHelpOptions = true)
public final class DriftCommand implements Callable<Integer> {
  private static final int FEWEST_PERMUTATIONS = 999;

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
              + " numbers; mmd (maximum mean discrepancy) for all columns together, as numbers"
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
      names = "--bins",
      paramLabel = "N",
      defaultValue = "10",
      description = "The bins of numbers, for tests of categories (${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--categorical",
      description = "Take each different number for a category, and name new and vanished ones.")
  private boolean categorical;

  @Option(
      names = "--missing",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description =
          "What becomes of values that are missing or not finite: fail, or ignore and count"
              + " (${DEFAULT-VALUE}).")
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
    if (!missing.equals("fail") && !missing.equals("ignore")) {
      throw new IllegalArgumentException("--missing: fail or ignore, got '" + missing + "'");
    }
    boolean joint = method.equals(JointMethod.NAME);
    JointMethod allColumns = JointMethod.of(gamma);
    DriftMethod byColumn = joint ? DriftMethod.KS : DriftMethod.of(method);
    Dependence dependence = dependence();
    DriftTable first = DriftTable.read("--reference", reference);
    DriftTable second = DriftTable.read("--current", current);
    List<String> names = first.columns();
    if (!names.equals(second.columns()) || names.isEmpty()) {
      throw new IllegalArgumentException(
          "--current: the columns of the reference, " + names + ", got " + second.columns());
    }
    DriftMethod.Options options =
        new DriftMethod.Options(
            dependence, permutations(joint ? 1 : names.size()), categorical ? 0 : bins, seed);
    List<TestResult> results = new ArrayList<>();
    List<Integer> ignored = new ArrayList<>();
    if (joint) {
      double[][] a = first.matrix(missing.equals("ignore"));
      double[][] b = second.matrix(missing.equals("ignore"));
      results.add(allColumns.test(a, b, options));
      ignored.add(first.rows() - a.length + second.rows() - b.length);
      names = List.of("all columns");
    } else {
      for (int column = 0; column < names.size(); column++) {
        double[] a = first.column(column, missing.equals("ignore"));
        double[] b = second.column(column, missing.equals("ignore"));
        results.add(byColumn.test(a, b, options));
        ignored.add(first.rows() - a.length + second.rows() - b.length);
      }
    }
    DriftReport report = new DriftReport(names, results, ignored, alpha);
    report.print(spec.commandLine().getOut());
    write(report);
    return report.isDrift() ? 1 : 0;
  }

  private Dependence dependence() {
    if (block.equals("auto")) {
      return Dependence.estimated();
    }
    if (block.equals("off")) {
      return Dependence.independent();
    }
    if (!block.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("--block: auto, off or at least 1, got '" + block + "'");
    }
    return Dependence.blocks(Integer.parseInt(block));
  }

  /** The least p-value times the number of columns must not be above the level. */
  private int permutations(int columns) {
    double needed = Math.ceil(columns / alpha) - 1;
    if (permutations == null) {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(FEWEST_PERMUTATIONS, 2 * needed));
    }
    if (permutations < needed) {
      throw new IllegalArgumentException(
          "--permutations: at least "
              + (long) needed
              + " for "
              + columns
              + " columns at a level of "
              + alpha
              + ", got "
              + permutations);
    }
    return permutations;
  }

  private void write(DriftReport report) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reference", String.valueOf(reference));
    result.put("current", String.valueOf(current));
    result.put("method", method);
    result.put("alpha", alpha);
    result.put("adjustment", "holm");
    result.put("seed", seed);
    result.put("drift", report.isDrift());
    result.put("columns", report.json());
    json.write(result);
  }
}
