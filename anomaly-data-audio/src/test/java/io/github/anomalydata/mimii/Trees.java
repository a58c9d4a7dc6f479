package io.github.anomalydata.mimii;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/** Trees of empty files: opening reads names only. */
final class Trees {
  private Trees() {}

  static Path file(Path root, String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[0]);
  }

  static void unit(Path root, String unit, int normal, int abnormal) throws IOException {
    for (int i = 0; i < normal; i++) {
      file(root, String.format(Locale.ROOT, "%s/normal/%08d.wav", unit, i));
    }
    for (int i = 0; i < abnormal; i++) {
      file(root, String.format(Locale.ROOT, "%s/abnormal/%08d.wav", unit, i));
    }
  }

  /** Asserts that something is thrown in these words. */
  static <T extends Throwable> void assertThrown(Class<T> type, Executable call, String... words) {
    String message = String.valueOf(assertThrows(type, call).getMessage());
    for (String word : words) {
      assertTrue(message.contains(word), () -> "'" + word + "' in: " + message);
    }
  }
}
