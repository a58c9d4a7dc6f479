package io.github.anomalydata.audio;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ResamplerTest {
  private static float[] tone(double hertz, int rate, int n) {
    float[] tone = new float[n];
    for (int i = 0; i < n; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
    }
    return tone;
  }

  @Test
  void toneKeepsItsFrequency() {
    AudioClip clip = AudioClip.of(tone(440, 44_100, 4410), 1, 44_100);
    AudioClip resampled = Resampler.of(44_100, 16_000).apply(clip);
    assertEquals(16_000, resampled.sampleRate());
    float[] expected = tone(440, 16_000, 1600);
    float[] actual = resampled.samples();
    assertEquals(1600, actual.length);
    for (int i = 100; i < 1500; i++) {
      assertEquals(expected[i], actual[i], 2e-3);
    }
  }

  @Test
  void toneAboveTheNewNyquistFrequencyIsTakenOut() {
    float[] gone = Resampler.of(44_100, 16_000).apply(tone(12_000, 44_100, 4410), 4410);
    for (int i = 100; i < 1500; i++) {
      assertEquals(0, gone[i], 2e-3);
    }
  }

  @Test
  void sameRateGivesTheSamples() {
    double[] x = {1, -2, 3.5};
    assertArrayEquals(x, Resampler.of(16_000, 16_000).apply(x, 3));
  }

  @Test
  void channelsDoNotMix() {
    float[] x = tone(440, 8000, 200);
    AudioClip both = Resampler.of(8000, 12_000).apply(AudioClip.of(x, 2, 8000));
    float[] second = Arrays.copyOfRange(x, 100, 200);
    assertArrayEquals(Resampler.of(8000, 12_000).apply(second, 100), both.channel(1));
    assertEquals(150, both.frames());
  }

  @Test
  void arraysKeepTheirLeadingAxes() {
    float[] x = tone(440, 8000, 60);
    INDArray resampled = Resampler.of(2, 3).apply(Nd4j.createFromArray(x).reshape(3, 2, 10));
    assertArrayEquals(new long[] {3, 2, 15}, resampled.shape());
    assertArrayEquals(Resampler.of(2, 3).apply(x, 10), resampled.data().asFloat());
  }

  @Test
  void clipWithoutFramesStaysEmpty() {
    AudioClip empty = Resampler.of(2, 1).apply(AudioClip.of(new float[0], 2, 2));
    assertEquals(0, empty.frames());
    assertEquals(2, empty.channels());
  }

  @Test
  void badInputIsRefused() {
    Resampler half = Resampler.of(2, 1);
    assertRefused(() -> Resampler.of(0, 1), "from", "0");
    assertRefused(() -> Resampler.of(1, 0), "to", "0");
    assertRefused(() -> Resampler.of(2_000_003, 2_000_000), "2000000 / 2000003");
    assertRefused(() -> half.apply(AudioClip.of(new float[4], 1, 3)), "2 Hz", "3 Hz");
    assertRefused(() -> half.apply(new double[5], 2), "whole signals of 2", "5");
    assertRefused(() -> half.apply(new float[] {1, Float.NaN}, 2), "NaN", "index 1");
    assertRefused(() -> Resampler.of(1, 1000).length(Integer.MAX_VALUE), "length", "1000 / 1");
    assertEquals("Resampler[2 Hz to 1 Hz]", half.toString());
  }
}
