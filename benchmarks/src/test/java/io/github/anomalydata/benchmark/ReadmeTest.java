package io.github.anomalydata.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path FOLDER = Path.of(System.getProperty("basedir"));

  @Test
  void tableIsThatOfTheResults() throws IOException {
    assertEquals(
        Files.readString(FOLDER.resolve("README.md")),
        Readme.of(FOLDER),
        "run benchmarks/compare mmd, or Readme on its results");
  }

  @Test
  void partIsReplacedAndNoOther() {
    String text = "a\n<!-- made: x -->\nold\n<!-- end: x -->\nb\n";

    assertEquals(
        "a\n<!-- made: x -->\n\nnew\n\n<!-- end: x -->\nb\n",
        GeneratedBlocks.replace(text, "x", "new\n"));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class, () -> GeneratedBlocks.replace(text, "y", "new"))
            .getMessage()
            .contains("made: y"));
  }
}
