package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.benchmark.GeneratedBlocks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables and the figure of the guide's chapter, from rates that were measured. */
final class GuideTables {
  private final Map<Case, Measured> measured = new LinkedHashMap<>();

  GuideTables(List<Measured> all) {
    all.forEach(one -> measured.put(one.subject(), one));
  }

  /** Returns the chapter with its tables made anew. */
  String in(String chapter) {
    String text = GeneratedBlocks.replace(chapter, "independent", independent());
    text = GeneratedBlocks.replace(text, "dependent", dependent());
    return GeneratedBlocks.replace(text, "power", power());
  }

  private Measured of(
      Case.Question question, String test, boolean blocks, SimulatedProcess a, SimulatedProcess b) {
    Case wanted = new Case(question, test, blocks, a, b);
    Measured found = measured.get(wanted);
    if (found == null) {
      throw new IllegalArgumentException("rates: one of " + wanted + ", got none");
    }
    return found;
  }

  private static String format(double rate) {
    return String.format(Locale.ROOT, "%.3f", rate);
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String header(String... cells) {
    return row(List.of(cells)) + "|---".repeat(cells.length) + "|\n";
  }

  private String independent() {
    StringBuilder text =
        new StringBuilder(
            header("columns", "rows", "Kolmogorov-Smirnov", "Wasserstein", "energy", "MMD"));
    String rows = Cases.ROWS.stream().map(String::valueOf).collect(Collectors.joining(" / "));
    for (int columns : Cases.COLUMNS) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf(columns), rows));
      for (String test : Cases.TESTS) {
        cells.add(
            Cases.ROWS.stream()
                .map(
                    n -> {
                      SimulatedProcess process = SimulatedProcess.independent(columns, n);
                      return format(
                          of(Case.Question.INDEPENDENT, test, false, process, process)
                              .rate()
                              .value());
                    })
                .collect(Collectors.joining(" / ")));
      }
      text.append(row(cells));
    }
    return text.toString();
  }

  private String dependent() {
    StringBuilder text =
        new StringBuilder(
            header(
                "coefficient",
                "rows",
                "Kolmogorov-Smirnov",
                "Wasserstein",
                "energy",
                "MMD",
                "MMD of 5 columns",
                "Kolmogorov-Smirnov of independent rows",
                "MMD of 5, independent rows"));
    for (double coefficient : Cases.COEFFICIENTS) {
      for (int rows : Cases.DEPENDENT_ROWS) {
        SimulatedProcess one = SimulatedProcess.autoregressive(coefficient, 1, rows);
        SimulatedProcess five = SimulatedProcess.autoregressive(coefficient, 5, rows);
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(coefficient));
        cells.add(String.valueOf(rows));
        for (String test : Cases.TESTS) {
          cells.add(dependent(test, true, one));
        }
        cells.add(dependent(Case.MMD, true, five));
        cells.add(dependent(Cases.TESTS.get(0), false, one));
        cells.add(dependent(Case.MMD, false, five));
        text.append(row(cells));
      }
    }
    return text.toString();
  }

  private String dependent(String test, boolean blocks, SimulatedProcess process) {
    Measured found = of(Case.Question.DEPENDENT, test, blocks, process, process);
    double none = (double) found.insufficient() / found.rate().runs();
    return format(found.rate().value())
        + (none < 0.005 ? "" : String.format(Locale.ROOT, " (%.2f)", none));
  }

  private String power() {
    StringBuilder text =
        new StringBuilder(
            header(
                "rows",
                "columns",
                "test",
                "first column + 0.5 σ",
                "first + 1 σ",
                "all variances × 2"));
    for (List<Integer> shape : Cases.SHAPES) {
      SimulatedProcess process = SimulatedProcess.independent(shape.get(1), shape.get(0));
      for (String test : Cases.OF_POWER) {
        List<String> cells = new ArrayList<>();
        shape.forEach(size -> cells.add(String.valueOf(size)));
        cells.add(test);
        for (SimulatedProcess current : Cases.alternatives(process)) {
          Measured found = of(Case.Question.POWER, test, false, process, current);
          String extra =
              test.equals(Case.MMD) ? String.format(Locale.ROOT, " (%.2f)", found.baseline()) : "";
          cells.add(format(found.rate().value()) + extra);
        }
        text.append(row(cells));
      }
    }
    return text.toString();
  }

  /** Returns the figure of false alarms. */
  String figure() {
    Map<Double, Rate> alone = new LinkedHashMap<>();
    Map<Double, Rate> blocks = new LinkedHashMap<>();
    measured.forEach(
        (subject, found) -> {
          if (subject.question() == Case.Question.FIGURE) {
            (subject.blocks() ? blocks : alone).put(subject.reference().phi(), found.rate());
          }
        });
    return new FalseAlarms(alone, blocks).svg();
  }
}
