package io.github.anomalydata.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  private static final int HOP = 7;

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192})
  void twinsAgreeOnPowersOfTwo(int length) {
    for (Detrend detrend : Detrend.values()) {
      for (int size : List.of(length, length - 1, length / 2 + 1, 1)) {
        for (int count : List.of(1, 3, 8, 13)) {
          assertTwinsAgree(length, size, count, detrend);
        }
      }
    }
  }

  private static void assertTwinsAgree(int length, int size, int count, Detrend detrend) {
    double[] signal = signal(3 + size + 100 * HOP);
    double[] weights = WindowFunction.hamming().periodic(size);
    FrameTransform faster = Frames.of(weights, length, detrend);
    FrameTransform plain = new PlainFrames(weights, length, detrend.coefficients());
    double[] expected = pairs(plain, signal, 3, count, length);
    assertClose(expected, pairs(faster, signal, 3, count, length));
    assertClose(powers(plain, signal, count, length), powers(faster, signal, count, length));
    assertEquals(0, Double.doubleToRawLongBits(pairs(faster, signal, 3, count, length)[1]));
  }

  /** Compares with an error relative to the norm: what cancels has no more digits than that. */
  private static void assertClose(double[] expected, double[] actual) {
    double norm = Math.sqrt(Arrays.stream(expected).map(x -> x * x).sum());
    assertArrayEquals(expected, actual, 2e-15 * norm + Double.MIN_VALUE);
  }

  @Test
  void lengthsBeyondTheLanesArePlain() {
    for (int length : List.of(1, 2, 8, 100, 1000, 1023, 16384)) {
      assertInstanceOf(PlainFrames.class, Frames.of(new double[] {1}, length, Detrend.NONE));
    }
    assertNotEquals(PlainFrames.class, Frames.of(new double[] {1}, 1024, Detrend.NONE).getClass());
  }

  @Test
  void frameHasTheSameBitsWhereverInAGroupItIs() {
    double[] weights = WindowFunction.hann().periodic(64);
    double[] signal = signal(64 + 100 * HOP);
    FrameTransform frames = Frames.of(weights, 64, Detrend.LINEAR);
    int count = frames.group();
    double[] together = pairs(frames, signal, 0, count, 64);
    for (int t = 0; t < count; t++) {
      double[] alone = pairs(frames, signal, t * HOP, 1, 64);
      for (int i = 0; i < alone.length; i++) {
        assertEquals(together[(i / 2 * count + t) * 2 + i % 2], alone[i]);
      }
    }
  }

  @Test
  void placesBesideTheGroupStayAsTheyAre() {
    double[] weights = WindowFunction.hann().periodic(16);
    FrameTransform frames = Frames.of(weights, 16, Detrend.NONE);
    double[] out = new double[9 * 10];
    Arrays.fill(out, -1);
    frames.transform(signal(100), 0, 1, 5);
    frames.power(1, 1, out, 2, 10);
    for (int i = 0; i < out.length; i++) {
      assertEquals(i % 10 < 2 || i % 10 > 6, out[i] == -1, "place " + i);
    }
  }

  private static double[] pairs(
      FrameTransform frames, double[] signal, int start, int count, int length) {
    double[] out = new double[(length / 2 + 1) * count * 2];
    for (int first = 0; first < count; first += frames.group()) {
      int group = Math.min(frames.group(), count - first);
      frames.transform(signal, start + first * HOP, HOP, group);
      frames.pairs(1, out, 2 * first, 2 * count);
    }
    return out;
  }

  private static double[] powers(FrameTransform frames, double[] signal, int count, int length) {
    double[] out = new double[(length / 2 + 1) * count];
    for (int first = 0; first < count; first += frames.group()) {
      int group = Math.min(frames.group(), count - first);
      frames.transform(signal, first * HOP, HOP, group);
      frames.power(0.5, 3, out, first, count);
    }
    return out;
  }

  private static double[] signal(int length) {
    return new SplittableRandom(5).doubles(length, -1, 3).toArray();
  }
}
