package io.github.anomalydata.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The table of the maximum mean discrepancy in {@code benchmarks/README.md}, from its results. */
public final class Readme {
  /**
   * What was measured.
   *
   * @param unit its unit
   * @param turns the value of each turn
   */
  private record Result(String unit, double[] turns) {
    @Override
    public String toString() {
      double[] sorted = turns.clone();
      Arrays.sort(sorted);
      String least = format(sorted[0]);
      String most = format(sorted[sorted.length - 1]);
      return (least.equals(most) ? least : least + " to " + most) + " " + unit;
    }
  }

  private final Map<String, Result> results = new LinkedHashMap<>();

  private Readme(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(";");
      results.put(
          fields[0],
          new Result(
              fields[1], Arrays.stream(fields).skip(2).mapToDouble(Double::parseDouble).toArray()));
    }
  }

  /**
   * Makes the table anew.
   *
   * @param arguments the folder of benchmarks
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("README.md"), of(folder));
  }

  /** Returns the file with its table made anew. */
  static String of(Path folder) throws IOException {
    return GeneratedBlocks.replace(
        Files.readString(folder.resolve("README.md")),
        "mmd",
        new Readme(folder.resolve("results/mmd.csv")).table());
  }

  private static String format(double value) {
    return value < 10
        ? String.format(Locale.ROOT, "%.1f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  private Result result(String name) {
    Result result = results.get(name);
    if (result == null) {
      throw new IllegalArgumentException("results: one of '" + name + "', got none");
    }
    return result;
  }

  /** Returns the median of what is measured of one over the other in the same turn. */
  private String ratio(String theirs, String ours) {
    double[] a = result(theirs).turns();
    double[] b = result(ours).turns();
    double[] ratios = new double[a.length];
    Arrays.setAll(ratios, i -> a[i] / b[i]);
    Arrays.sort(ratios);
    return format((ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2);
  }

  private String table() {
    StringBuilder text =
        new StringBuilder("| work | ours | peer | ratio | target |\n|---|---|---|---|---|\n");
    row(text, "statistic, 5,000 + 5,000 rows of 64 columns", "statistic", "NumPy", "8");
    row(text, "the same without vectors", "statisticPlain", "NumPy", "1");
    row(text, "the same", "statistic", "ND4J", "");
    text.append("| share of the peak of sgemm | ")
        .append(result("statistic, share of the peak of sgemm"))
        .append(" | ")
        .append("sgemm of 3000 x 3000: ")
        .append(result("sgemm of 3000 x 3000"))
        .append(" | | 50 % |\n");
    row(text, "200 permutations", "permutations", "alibi-detect", "50");
    row(text, "the same without vectors", "permutationsPlain", "alibi-detect", "50");
    row(text, "the same", "permutations", "NumPy, gathered permutations", "");
    row(text, "the same", "permutations", "NumPy, permutations by GEMM", "");
    row(text, "memory of the process for that", "memory", "alibi-detect, memory", "20");
    row(text, "what data add to the process; the heap", "heap", "alibi-detect, memory of data", "");
    return text.toString();
  }

  private void row(StringBuilder text, String work, String ours, String theirs, String target) {
    text.append("| ")
        .append(work)
        .append(" | ")
        .append(result(ours))
        .append(" | ")
        .append(theirs.replaceFirst(",.*", ""))
        .append(
            theirs.contains("GEMM")
                ? ", one product"
                : theirs.contains("gathered") ? ", gathered" : "")
        .append(": ")
        .append(result(theirs))
        .append(" | ")
        .append(ratio(theirs, ours))
        .append(" | ")
        .append(target)
        .append(" |\n");
  }
}
