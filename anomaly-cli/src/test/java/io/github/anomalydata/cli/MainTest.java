package io.github.anomalydata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  @Test
  void helpGoesToStandardOutput() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().startsWith("Usage: anomaly"), out::toString);
    assertEquals("", err.toString());
  }

  @Test
  void versionNamesTheProgram() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().startsWith("anomaly "), out::toString);
  }

  @Test
  void noCommandIsBadUsage() {
    assertEquals(2, run());
    assertTrue(err.toString().startsWith("anomaly: Missing command"), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertEquals(2, run("--colour"));
    assertTrue(err.toString().contains("'--colour'"), err::toString);
  }
}
