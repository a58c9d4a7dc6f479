package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class WindowFunctionTest {
  @Test
  void periodicWindowsAreThoseOfScipy() {
    Golden.check(
        "windows.txt", "periodic", c -> Golden.window(c.settings().get("window")).periodic(c.n()));
  }

  @Test
  void symmetricWindowsAreThoseOfScipy() {
    Golden.check(
        "windows.txt",
        "symmetric",
        c -> Golden.window(c.settings().get("window")).symmetric(c.n()));
  }

  @Test
  void badParametersAreRefused() {
    assertRefused(() -> WindowFunction.tukey(1.5), "alpha", "[0, 1]", "1.5");
    assertRefused(() -> WindowFunction.kaiser(Double.NaN), "beta", "NaN");
    assertRefused(() -> WindowFunction.hann().periodic(0), "length", "at least 1", "0");
  }

  @Test
  void windowsAreEqualByKindAndParameter() {
    assertEquals(WindowFunction.tukey(0.25), WindowFunction.tukey(0.25));
    assertEquals(WindowFunction.hann().hashCode(), WindowFunction.hann().hashCode());
    assertNotEquals(WindowFunction.tukey(0.25), WindowFunction.tukey(0.5));
    assertNotEquals(WindowFunction.hann(), WindowFunction.hamming());
    assertEquals("kaiser(8.6)", WindowFunction.kaiser(8.6).toString());
    assertEquals("flat_top", WindowFunction.flatTop().toString());
  }
}
