package io.github.anomalydata.audio.spectral;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static io.github.anomalydata.audio.spectral.SpectralGolden.floats;
import static io.github.anomalydata.audio.spectral.SpectralGolden.input;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DeltasTest {
  private static DeltaEdges edges(String mode) {
    return switch (mode) {
      case "interp" -> DeltaEdges.INTERPOLATE;
      case "nearest" -> DeltaEdges.NEAREST;
      case "mirror" -> DeltaEdges.MIRROR;
      case "constant" -> DeltaEdges.CONSTANT;
      case "wrap" -> DeltaEdges.WRAP;
      default -> throw new IllegalArgumentException(mode);
    };
  }

  @Test
  void derivativesAreThoseOfLibrosa() {
    SpectralGolden.check(
        "deltas.txt",
        "delta",
        1e-9,
        c ->
            Deltas.withDefaults()
                .withWidth(c.whole("width"))
                .withOrder(c.whole("order"))
                .with(edges(c.text("mode")))
                .apply(c.input(), c.whole("frames")));
  }

  @Test
  void lineHasItsSlopeEverywhere() {
    double[] line = {1, 3, 5, 7, 9, 11};
    double[] slopes = Deltas.withDefaults().withWidth(5).apply(line, 6);
    assertArrayEquals(new double[] {2, 2, 2, 2, 2, 2}, slopes, 1e-12);
  }

  @Test
  void singleFrameDoesNotChange() {
    for (DeltaEdges edges : new DeltaEdges[] {DeltaEdges.NEAREST, DeltaEdges.MIRROR}) {
      assertArrayEquals(
          new double[1], Deltas.withDefaults().with(edges).apply(new double[] {7}, 1), 1e-12);
    }
  }

  @Test
  void batchesKeepTheirShape() {
    float[] x = floats(input("noise", 24));
    INDArray changes =
        Deltas.withDefaults().withWidth(3).apply(Nd4j.createFromArray(x).reshape(2, 4, 3));
    assertArrayEquals(new long[] {2, 4, 3}, changes.shape());
    assertArrayEquals(Deltas.withDefaults().withWidth(3).apply(x, 3), changes.data().asFloat());
  }

  @Test
  void badOptionsAreRefused() {
    Deltas deltas = Deltas.withDefaults();
    assertRefused(() -> deltas.withWidth(4), "width", "odd", "4");
    assertRefused(() -> deltas.withWidth(1), "width", "1");
    assertRefused(() -> deltas.withOrder(0), "order", "0");
    assertRefused(() -> deltas.apply(new double[8], 8), "frames", "9", "8");
    assertRefused(() -> deltas.withOrder(9).apply(new double[9], 9), "order", "9");
    assertEquals("Deltas[width=9, order=1, INTERPOLATE]", deltas.toString());
  }
}
