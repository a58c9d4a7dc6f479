package io.github.anomalydata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text, true);

  @Test
  void aTableAlignsWordsLeftAndNumbersRight() {
    new TextTable("name", "value").row("a", 1).row("long name", "-12.5").print(out);
    assertEquals(
        "name       value\n----------------\na              1\nlong name  -12.5\n",
        text.toString().replace("\r\n", "\n"));
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    TextTable table = new TextTable("a", "b");
    assertThrows(IllegalArgumentException.class, () -> table.row(1));
  }

  @Test
  void aBarIsDrawnOverItselfOnATerminal() {
    AtomicLong clock = new AtomicLong();
    ProgressBar bar = new ProgressBar(out, true, clock::get);
    bar.progress("train", 1, 4);
    clock.set(2_500_000_000L);
    bar.progress("train", 4, 4);
    String[] drawn = text.toString().split("\r");
    assertEquals(3, drawn.length);
    assertTrue(drawn[1].contains("[#######-----------------------]  25 %   0.0 s"), drawn[1]);
    assertTrue(drawn[2].contains("[##############################] 100 %   2.5 s"), drawn[2]);
    assertTrue(drawn[2].endsWith(System.lineSeparator()));
  }

  @Test
  void aLogGetsALineForEachFinishedTask() {
    AtomicLong clock = new AtomicLong();
    ProgressBar bar = new ProgressBar(out, false, clock::get);
    bar.progress("train", 1, 2);
    clock.set(1_000_000_000L);
    bar.progress("train", 2, 2);
    assertEquals("train: done in 1.0 s\n", text.toString().replace("\r\n", "\n"));
  }
}
