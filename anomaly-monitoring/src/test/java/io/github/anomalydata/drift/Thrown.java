package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What calls refuse, and what they say. */
public final class Thrown {
  private Thrown() {}

  /** Checks that a call is refused for a value, with these words in the message. */
  public static void assertRefused(Executable call, String... words) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' in: " + message);
    }
  }
}
