package io.github.anomalydata.internal.simd;

import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TwinsTest {
  @Test
  void testsRunWithTheVectorApi() {
    assertTrue(Twins.vectors());
  }

  @Test
  void kernelWithoutVectorTwinIsNamed() {
    assertThrown(
        IllegalStateException.class,
        () -> Twins.vector(Runnable.class),
        "No vector twin java.lang.vector.VectorRunnable of java.lang.Runnable");
  }
}
