package io.github.anomalydata.drift.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often a test rejected.
 *
 * @param subject the case
 * @param rate the rate of rejections
 * @param insufficient how often there was too little to test
 */
record Measured(Case subject, Rate rate, int insufficient) {
  private static final String HEADER =
      "question,test,blocks,coefficient,columns,rows,shift,scale,rejections,insufficient,runs";

  /** Below this, an AR(1) process shows too little of its memory; the rate is given as it is. */
  private static final int FEWEST_DEPENDENT_ROWS = 100;

  private static final int BASELINE_RUNS = 300;

  /**
   * How often a prototype found drift, by rows and columns: the first column moved by half a
   * standard deviation and by one, and all variances doubled; 300 pairs, 199 permutations, the
   * median bandwidth.
   */
  private static final Map<List<Integer>, List<Double>> BASELINE =
      Map.of(
          List.of(50, 2), List.of(.51, .99, .47),
          List.of(100, 2), List.of(.86, 1.0, .88),
          List.of(100, 10), List.of(.66, 1.0, 1.0),
          List.of(100, 50), List.of(.28, .98, 1.0),
          List.of(500, 10), List.of(1.0, 1.0, 1.0));

  /** Returns what is wrong with the rate, if more than chance is. */
  Optional<String> miss() {
    SimulatedProcess process = subject.reference();
    return switch (subject.question()) {
      case INDEPENDENT -> outside(0.03, 0.07);
      case DEPENDENT ->
          subject.blocks() && process.rows() >= FEWEST_DEPENDENT_ROWS
              ? outside(0.03, 0.08)
              : Optional.empty();
      case POWER -> subject.test().equals(Case.MMD) ? belowBaseline() : Optional.empty();
      case FIGURE -> Optional.empty();
    };
  }

  private Optional<String> outside(double least, double most) {
    return rate.mayBeWithin(least, most)
        ? Optional.empty()
        : Optional.of(this + ": wanted " + least + " to " + most);
  }

  /** Returns the rate of the prototype. */
  double baseline() {
    SimulatedProcess process = subject.reference();
    int alternative = Cases.alternatives(process).indexOf(subject.current());
    return BASELINE
        .getOrDefault(List.of(process.rows(), process.columns()), List.of())
        .get(alternative);
  }

  private Optional<String> belowBaseline() {
    Rate wanted = new Rate((int) Math.round(baseline() * BASELINE_RUNS), BASELINE_RUNS);
    return rate.high() >= wanted.low()
        ? Optional.empty()
        : Optional.of(this + ": wanted at least " + wanted);
  }

  /** Writes rates as comma-separated values. */
  static void write(Path file, List<Measured> all) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    all.forEach(one -> text.append(one).append('\n'));
    Files.writeString(file, text);
  }

  /** Reads what {@link #write} wrote. */
  static List<Measured> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (!lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(
          file + ": a first line " + HEADER + ", got " + lines.get(0));
    }
    return lines.stream().skip(1).map(Measured::parse).toList();
  }

  private static Measured parse(String line) {
    String[] fields = line.split(",", -1);
    double phi = Double.parseDouble(fields[3]);
    int columns = Integer.parseInt(fields[4]);
    int rows = Integer.parseInt(fields[5]);
    SimulatedProcess reference = new SimulatedProcess(phi, columns, rows, 0, 1);
    SimulatedProcess current =
        new SimulatedProcess(
            phi, columns, rows, Double.parseDouble(fields[6]), Double.parseDouble(fields[7]));
    return new Measured(
        new Case(
            Case.Question.valueOf(fields[0].toUpperCase(Locale.ROOT)),
            fields[1],
            fields[2].equals("estimated"),
            reference,
            current),
        new Rate(Integer.parseInt(fields[8]), Integer.parseInt(fields[10])),
        Integer.parseInt(fields[9]));
  }

  /** Returns the line of comma-separated values. */
  @Override
  public String toString() {
    SimulatedProcess current = subject.current();
    return String.join(
        ",",
        subject.question().name().toLowerCase(Locale.ROOT),
        subject.test(),
        subject.blocks() ? "estimated" : "none",
        String.valueOf(current.phi()),
        String.valueOf(current.columns()),
        String.valueOf(current.rows()),
        String.valueOf(current.first()),
        String.valueOf(current.scale()),
        String.valueOf(rate.rejections()),
        String.valueOf(insufficient),
        String.valueOf(rate.runs()));
  }
}
