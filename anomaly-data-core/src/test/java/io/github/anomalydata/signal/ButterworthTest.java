package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ButterworthTest {
  private static Butterworth of(Golden c) {
    int order = c.number("order", 0);
    double[] cut =
        Arrays.stream(c.settings().get("cut").split(","))
            .mapToDouble(Double::parseDouble)
            .toArray();
    return switch (c.settings().get("type")) {
      case "lowpass" -> Butterworth.lowPass(order, cut[0], 1);
      case "highpass" -> Butterworth.highPass(order, cut[0], 1);
      case "bandpass" -> Butterworth.bandPass(order, cut[0], cut[1], 1);
      default -> Butterworth.bandStop(order, cut[0], cut[1], 1);
    };
  }

  @Test
  void sectionsAreThoseOfScipy() {
    Golden.check("butterworth.txt", "sos", c -> Inputs.join(of(c).sections()));
  }

  @Test
  void forwardFilterIsThatOfScipy() {
    Golden.check("butterworth.txt", "sosfilt", c -> of(c).filter(c.input(), c.n()));
  }

  @Test
  void zeroPhaseFilterIsThatOfScipy() {
    Golden.check("butterworth.txt", "sosfiltfilt", c -> of(c).filterZeroPhase(c.input(), c.n()));
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    double[] x = Inputs.of("noise", 120);
    Butterworth filter = Butterworth.lowPass(4, 100, 1000);
    INDArray array = Nd4j.createFromArray(x).reshape(2, 1, 60);
    assertArrayEquals(filter.filter(x, 60), filter.filter(array).dup().data().asDouble());
    assertArrayEquals(new long[] {2, 1, 60}, filter.filterZeroPhase(array).shape());
    float[] floats = Inputs.floats(x);
    assertArrayEquals(Inputs.floats(filter.filter(x, 60)), filter.filter(floats, 60), 1e-6f);
    assertEquals(120, filter.filterZeroPhase(floats, 60).length);
  }

  @Test
  void sectionsCannotBeChanged() {
    Butterworth filter = Butterworth.highPass(2, 100, 1000);
    filter.sections()[0][0] = 7;
    assertEquals(Butterworth.highPass(2, 100, 1000).sections()[0][0], filter.sections()[0][0]);
  }

  @Test
  void badInputIsRefused() {
    assertRefused(() -> Butterworth.lowPass(0, 1, 10), "order", "1 to 32", "0");
    assertRefused(() -> Butterworth.lowPass(2, 5, 10), "below half the sample rate", "5.0");
    assertRefused(() -> Butterworth.bandPass(2, 3, 2, 10), "low < high", "3.0 and 2.0");
    assertRefused(() -> Butterworth.highPass(2, 3, Double.NaN), "sampleRate", "NaN");
    assertRefused(
        () -> Butterworth.lowPass(4, 1, 10).filterZeroPhase(new double[15], 15), "above 15", "15");
  }
}
