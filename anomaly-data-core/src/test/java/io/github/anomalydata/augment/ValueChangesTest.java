package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Augmentations that change values where they stand. */
class ValueChangesTest {
  private static final int TIME = 20_000;

  static List<Augmentation> changing() {
    return Augmentations.changing();
  }

  /** Two channels of deviation 1 and 10 about a mean of 1000. */
  private static double[] twoChannels() {
    double[] values = new double[2 * TIME];
    for (int t = 0; t < TIME; t++) {
      values[t] = t % 2 == 0 ? 999 : 1001;
      values[TIME + t] = t % 2 == 0 ? 990 : 1010;
    }
    return values;
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void assertNoise(double first, double second, NoiseUnit unit, double amount) {
    double[] values = twoChannels();
    double[] noisy =
        GaussianNoise.withDefaults().withAmount(amount, unit).apply(values, 2, TIME, random(1));
    for (int i = 0; i < values.length; i++) {
      noisy[i] -= values[i];
    }
    assertEquals(0, Augmentations.mean(noisy, 0, TIME), 5 * first / Math.sqrt(TIME));
    assertEquals(1, Augmentations.deviation(noisy, 0, TIME) / first, 0.03);
    assertEquals(1, Augmentations.deviation(noisy, TIME, 2 * TIME) / second, 0.03);
  }

  @Test
  void noiseHasTheDeviationItsUnitSays() {
    assertNoise(0.5, 0.5, NoiseUnit.ABSOLUTE, 0.5);
    assertNoise(0.2, 2, NoiseUnit.CHANNEL_DEVIATIONS, 0.2);
    assertNoise(0.1, 1, NoiseUnit.SIGNAL_TO_NOISE_DECIBELS, 20);
  }

  @Test
  void missingValuesStayMissingAndDoNotCountInTheDeviation() {
    double[] values = noise(50);
    values[3] = Double.NaN;
    double[] noisy = GaussianNoise.withDefaults().apply(values, 1, 50, random(1));
    assertEquals(1, Arrays.stream(noisy).filter(Double::isNaN).count());
    assertNotEquals(values[4], noisy[4]);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void labelsAndMasksOfStepsStay(Augmentation augmentation) {
    double[] labels = noise(60);
    Draw draw = Draw.of(10, random(1));
    for (Track.Role role : EnumSet.complementOf(EnumSet.of(Track.Role.VALUES))) {
      assertArrayEquals(labels, augmentation.apply(labels, 1, 6, role, draw));
    }
  }

  @Test
  void strengthZeroIsTheIdentity() {
    double[] values = noise(60);
    for (Augmentation augmentation :
        List.of(
            GaussianNoise.withDefaults().withAmount(0, NoiseUnit.ABSOLUTE),
            GaussianNoise.withDefaults().withAmount(0, NoiseUnit.CHANNEL_DEVIATIONS),
            Scaling.withDefaults().withStrength(0),
            MagnitudeWarp.withDefaults().withStrength(0),
            SignFlip.withDefaults().withChannelProbability(0),
            ChannelDropout.withDefaults().withChannelProbability(0))) {
      assertArrayEquals(values, augmentation.apply(values, 2, 30, random(1)));
    }
  }

  @Test
  void scalingMultipliesEachChannelByALogNormalFactor() {
    double[] scaled =
        Scaling.withDefaults().withStrength(0.3).apply(ones(2 * TIME), TIME, 2, random(2));
    double[] logs = new double[TIME];
    for (int channel = 0; channel < TIME; channel++) {
      assertEquals(scaled[2 * channel], scaled[2 * channel + 1]);
      logs[channel] = Math.log(scaled[2 * channel]);
    }
    assertEquals(0, Augmentations.mean(logs, 0, TIME), 0.01);
    assertEquals(0.3, Augmentations.deviation(logs, 0, TIME), 0.01);
  }

  @Test
  void magnitudeWarpIsSmoothAndPositiveAndDiffersByChannel() {
    Augmentation warp = MagnitudeWarp.withDefaults().withStrength(1);
    double[] curves = warp.apply(ones(400 * 200), 400, 200, random(3));
    for (int i = 1; i < curves.length; i++) {
      assertTrue(curves[i] > 0);
      if (i % 200 > 0) {
        // A monotone cubic is nowhere steeper than three times its knots' line, here 39.8 apart.
        double steepest = 3 * maximum(curves, i / 200 * 200) / 39.8;
        assertTrue(Math.abs(curves[i] - curves[i - 1]) <= steepest);
      }
    }
    assertNotEquals(curves[0], curves[200]);
  }

  private static double maximum(double[] curves, int from) {
    return Arrays.stream(curves, from, from + 200).max().orElseThrow();
  }

  @Test
  void signFlipTurnsTheShareOfChannels() {
    double[] flipped =
        SignFlip.withDefaults().withChannelProbability(0.3).apply(ones(TIME), TIME, 1, random(4));
    assertEquals(0.3, Arrays.stream(flipped).filter(v -> v == -1).count() / (double) TIME, 0.015);
    assertEquals(TIME, Arrays.stream(flipped).filter(v -> Math.abs(v) == 1).count());
  }

  @Test
  void channelDropoutDrawsForEverySampleAndChannelAndKeepsOne() {
    int samples = 5000;
    double[] dropped =
        ChannelDropout.withDefaults()
            .withChannelProbability(0.9)
            .apply(ones(samples * 4), 4, 1, random(5));
    int[] byChannel = new int[4];
    for (int sample = 0; sample < samples; sample++) {
      int kept = 0;
      for (int channel = 0; channel < 4; channel++) {
        kept += (int) dropped[4 * sample + channel];
        byChannel[channel] += (int) dropped[4 * sample + channel];
      }
      assertTrue(kept >= 1);
    }
    // 0.1, and a quarter of the 0.9^4 in which all would be dropped.
    for (int count : byChannel) {
      assertEquals(0.1 + Math.pow(0.9, 4) / 4, (double) count / samples, 0.03);
    }
  }

  @Test
  void rescaledChannelsKeepTheirSum() {
    double[] dropped =
        ChannelDropout.withDefaults()
            .withChannelProbability(0.6)
            .withRescale(true)
            .apply(ones(300 * 5), 5, 1, random(6));
    for (int i = 0; i < dropped.length; i += 5) {
      assertEquals(5, Arrays.stream(dropped, i, i + 5).sum(), 1e-12);
    }
  }

  @Test
  void timeMaskFillsTheSameStepsOfAllChannels() {
    Augmentation mask = TimeMask.withDefaults().withRatio(0.3);
    int[] lengths = new int[20];
    for (int seed = 0; seed < 4000; seed++) {
      double[] masked = mask.apply(ones(2 * 50), 2, 50, random(seed));
      assertArrayEquals(Arrays.copyOf(masked, 50), Arrays.copyOfRange(masked, 50, 100));
      int zeros = (int) Arrays.stream(masked, 0, 50).filter(v -> v == 0).count();
      String steps = Arrays.toString(Arrays.copyOf(masked, 50));
      assertTrue(steps.replaceFirst("(0\\.0(, )?){" + zeros + "}", "").indexOf("0.0") < 0);
      lengths[zeros]++;
    }
    for (int length = 0; length <= 15; length++) {
      assertEquals(250, lengths[length], 75);
    }
  }

  @Test
  void holesAreFilledWithTheMeanOfTheirChannel() {
    double[] values = {1, 2, 3, 4, 10, 20, 30, 40};
    Augmentation mask =
        TimeMask.withDefaults().withCount(30).withRatio(1).withFill(MaskFill.CHANNEL_MEAN);
    assertArrayEquals(
        new double[] {2.5, 2.5, 2.5, 2.5, 25, 25, 25, 25}, mask.apply(values, 2, 4, random(1)));
  }

  @Test
  void frequencyMaskFillsNeighbouringBands() {
    Augmentation mask = FrequencyMask.withDefaults().withRatio(0.5);
    int[] heights = new int[5];
    for (int seed = 0; seed < 3000; seed++) {
      double[] masked = mask.apply(ones(8 * 2), 8, 2, random(seed));
      int zeros = (int) Arrays.stream(masked).filter(v -> v == 0).count();
      assertEquals(0, zeros % 2);
      if (zeros > 0) {
        int first = 0;
        while (masked[first] != 0) {
          first++;
        }
        assertEquals(0, Arrays.stream(masked, first, first + zeros).sum());
      }
      heights[zeros / 2]++;
    }
    for (int height : heights) {
      assertEquals(600, height, 120);
    }
  }

  @Test
  void optionsOutOfTheirRangeAreRefused() {
    GaussianNoise noise = GaussianNoise.withDefaults();
    assertRefused(() -> noise.withAmount(-1, NoiseUnit.ABSOLUTE), "amount", "negative", "-1.0");
    assertRefused(() -> noise.withAmount(Double.NaN, NoiseUnit.ABSOLUTE), "amount", "NaN");
    assertRefused(() -> noise.withAmount(300, NoiseUnit.SIGNAL_TO_NOISE_DECIBELS), "amount", "300");
    assertRefused(() -> Scaling.withDefaults().withStrength(2), "strength: in [0.0, 1.0]", "2.0");
    assertRefused(() -> MagnitudeWarp.withDefaults().withKnots(0), "knots: in [1, 1000], got 0");
    assertRefused(
        () -> SignFlip.withDefaults().withChannelProbability(1.1), "channelProbability", "1.1");
    assertRefused(
        () -> ChannelDropout.withDefaults().withChannelProbability(-1), "channelProbability", "-1");
    assertRefused(() -> TimeMask.withDefaults().withRatio(0), "ratio: in (0, 1], got 0.0");
    assertRefused(() -> TimeMask.withDefaults().withCount(0), "count: at least 1, got 0");
    assertRefused(() -> FrequencyMask.withDefaults().withRatio(2), "ratio: in (0, 1], got 2.0");
  }
}
