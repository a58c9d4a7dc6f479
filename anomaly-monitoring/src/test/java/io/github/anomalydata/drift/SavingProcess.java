package io.github.anomalydata.drift;

import java.nio.file.Path;

/** A process that saves one detector, then another, until it is killed. */
final class SavingProcess {
  static final int EVEN_ROWS = 2_000;
  static final int ODD_ROWS = 3_000;

  private SavingProcess() {}

  /**
   * Saves for ever.
   *
   * @param args the file
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    FittedDriftDetector even = SavedDetectors.full(EVEN_ROWS, 1);
    FittedDriftDetector odd = SavedDetectors.full(ODD_ROWS, 2);
    even.save(file);
    System.out.println("saved");
    for (long i = 1; ; i++) {
      (i % 2 == 0 ? even : odd).save(file);
    }
  }
}
