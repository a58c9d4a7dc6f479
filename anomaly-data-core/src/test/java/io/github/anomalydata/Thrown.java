package io.github.anomalydata;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Assertions of what is thrown, and of what its message says. */
public final class Thrown {
  private Thrown() {}

  /** Asserts that a caller's value is refused in these words. */
  public static void assertRefused(Executable call, String... words) {
    assertThrown(IllegalArgumentException.class, call, words);
  }

  /** Asserts that something of a type is thrown, in these words. */
  public static <T extends Throwable> T assertThrown(
      Class<T> type, Executable call, String... words) {
    T thrown = assertThrows(type, call);
    for (String word : words) {
      assertTrue(
          String.valueOf(thrown.getMessage()).contains(word),
          () -> "'" + word + "' in: " + thrown.getMessage());
    }
    return thrown;
  }
}
