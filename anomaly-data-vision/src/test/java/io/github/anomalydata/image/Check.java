package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import org.junit.jupiter.api.function.Executable;

/** Assertions of what is thrown, and of what its message says. */
final class Check {
  private Check() {}

  static void refused(Executable call, String... words) {
    says(assertThrows(IllegalArgumentException.class, call), words);
  }

  static void badFile(Executable call, String... words) {
    says(assertThrows(DataFileException.class, call), words);
  }

  private static void says(Throwable thrown, String... words) {
    for (String word : words) {
      assertTrue(
          String.valueOf(thrown.getMessage()).contains(word),
          () -> "'" + word + "' in: " + thrown.getMessage());
    }
  }
}
