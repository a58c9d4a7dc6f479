package io.github.anomalydata.audio;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Asserts that a caller's value is refused, and in which words. */
public final class Refused {
  private Refused() {}

  public static void assertRefused(Executable call, String... words) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' in: " + message);
    }
  }
}
