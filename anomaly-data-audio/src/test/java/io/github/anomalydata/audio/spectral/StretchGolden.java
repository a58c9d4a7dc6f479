package io.github.anomalydata.audio.spectral;

import java.util.Arrays;

/** What librosa makes of signals at other speeds. */
public final class StretchGolden {
  private StretchGolden() {}

  /** What is checked. */
  public interface Stretch {
    double[] apply(double[] signal, double rate);
  }

  /** Asserts that signals differ by little of their largest value: phases add up. */
  public static void check(Stretch stretch) {
    for (SpectralGolden c : SpectralGolden.cases("stretched.txt", "stretch")) {
      double[] actual = stretch.apply(c.input(), c.number("rate"));
      double largest = Arrays.stream(c.values()).map(Math::abs).max().orElseThrow();
      double[] scaled = Arrays.stream(c.values()).map(v -> v / largest + 3).toArray();
      double[] ours = Arrays.stream(actual).map(v -> v / largest + 3).toArray();
      SpectralGolden.assertClose(scaled, ours, 1e-8, "stretch" + c.settings());
    }
  }
}
