package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** What calls refuse, and what they say. */
final class Thrown {
  private Thrown() {}

  /** Checks that a call fails with this type, and with these words in the message. */
  static void assertThrown(Class<? extends Exception> type, Executable call, String... words) {
    String message = String.valueOf(assertThrows(type, call).getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' in: " + message);
    }
  }
}
