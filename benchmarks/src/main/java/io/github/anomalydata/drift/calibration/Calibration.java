package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.internal.ParallelRows;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Measures how often tests of drift reject at a level of 0.05, and makes the tables of the guide.
 *
 * <pre>benchmarks/calibrate</pre>
 */
public final class Calibration {
  private Calibration() {}

  /**
   * Measures all cases, or makes the tables of what was measured.
   *
   * @param arguments {@code measure RUNS FILE}, or {@code guide FILE CHAPTER FIGURE}
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    Path file;
    switch (arguments[0]) {
      case "measure" -> {
        file = Path.of(arguments[2]);
        Measured.write(file, measure(Integer.parseInt(arguments[1]), System.out));
      }
      case "guide" -> {
        file = Path.of(arguments[1]);
        GuideTables tables = new GuideTables(Measured.read(file));
        Path chapter = Path.of(arguments[2]);
        Files.writeString(chapter, tables.in(Files.readString(chapter)));
        Files.writeString(Path.of(arguments[3]), tables.figure());
      }
      default -> throw new IllegalArgumentException("measure or guide, got " + arguments[0]);
    }
    List<String> misses =
        Measured.read(file).stream().map(Measured::miss).flatMap(Optional::stream).toList();
    if (!misses.isEmpty()) {
      throw new IllegalStateException("out of bounds: " + String.join("; ", misses));
    }
  }

  private static List<Measured> measure(int runs, PrintStream out) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      ParallelRows workers = ParallelRows.of(executor, threads);
      List<Measured> all = new ArrayList<>();
      for (Case one : Cases.all()) {
        Measured measured = measure(one, runs, workers);
        out.println(measured + " " + measured.rate());
        all.add(measured);
      }
      return all;
    } finally {
      executor.shutdown();
    }
  }

  private static Measured measure(Case subject, int runs, ParallelRows workers) {
    AtomicIntegerArray counts = new AtomicIntegerArray(Case.Outcome.values().length);
    workers.runPieces(runs, () -> run -> counts.incrementAndGet(subject.run(run).ordinal()));
    return new Measured(
        subject,
        new Rate(counts.get(Case.Outcome.REJECTED.ordinal()), runs),
        counts.get(Case.Outcome.INSUFFICIENT.ordinal()));
  }
}
