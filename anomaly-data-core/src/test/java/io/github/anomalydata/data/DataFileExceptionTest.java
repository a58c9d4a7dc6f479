package io.github.anomalydata.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFileExceptionTest {

  @Test
  void theMessageNamesFilePlaceRuleAndWhatWasFound() {
    DataFileException e =
        new DataFileException("a.zip!b.txt", "line 3, column 2", "a number", "'x'");
    assertEquals("a.zip!b.txt: line 3, column 2: expected a number, found 'x'", e.getMessage());
    assertEquals("a.zip!b.txt", e.file());
    assertEquals("line 3, column 2", e.place());
    assertEquals("a number", e.rule());
  }

  @Test
  void aFileAsAWholeHasNoPlace() {
    DataFileException e = new DataFileException(Path.of("b.txt"), "", "26 columns", "25");
    assertEquals("b.txt: expected 26 columns, found 25", e.getMessage());
  }
}
