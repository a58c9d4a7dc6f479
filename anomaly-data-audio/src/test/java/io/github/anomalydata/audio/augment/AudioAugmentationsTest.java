package io.github.anomalydata.audio.augment;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.Sequence;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.SampleLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioAugmentationsTest {
  private static final Draw DRAW = new Draw(List.of(7L));

  private static double[] tone(double step, int n) {
    double[] tone = new double[n];
    Arrays.setAll(tone, i -> Math.sin(step * i));
    return tone;
  }

  private static double[] apply(Augmentation augmentation, double[] values, int channels) {
    int time = values.length / channels;
    return augmentation.apply(values, channels, time, Track.Role.VALUES, DRAW);
  }

  private static double[] mask(Augmentation augmentation, int time) {
    double[] ones = new double[time];
    Arrays.fill(ones, 1);
    return augmentation.apply(ones, 1, time, Track.Role.MASK, DRAW);
  }

  private static double squares(double[] values) {
    return Arrays.stream(values).map(v -> v * v).sum();
  }

  /** Counts a tone's half-turns in the middle of a clip. */
  private static int crossings(double[] values) {
    int count = 0;
    for (int i = values.length / 4; i < 3 * values.length / 4; i++) {
      count += values[i] < 0 != values[i + 1] < 0 ? 1 : 0;
    }
    return count;
  }

  @Test
  void gainIsTheSameForAllChannels() {
    double[] louder = apply(Gain.withDefaults().withRange(20, 20), new double[] {1, -2, 3, 4}, 2);
    assertArrayEquals(new double[] {10, -20, 30, 40}, louder, 1e-12);
    assertArrayEquals(new double[] {1, 1}, mask(Gain.withDefaults(), 2));
  }

  @Test
  void gainStaysInItsRange() {
    double[] ones = new double[200];
    Arrays.fill(ones, 1);
    double[] gains = Gain.withDefaults().apply(ones, 1, 1, new SplittableRandom(1));
    double least = Arrays.stream(gains).min().orElseThrow();
    double most = Arrays.stream(gains).max().orElseThrow();
    assertTrue(least >= Math.pow(10, -0.3) && least < 0.55, () -> "" + least);
    assertTrue(most <= Math.pow(10, 0.3) && most > 1.8, () -> "" + most);
  }

  @Test
  void circularShiftLosesNothing() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] shifted = apply(TimeShift.withDefaults(), x, 1);
    int first = (int) shifted[0];
    assertNotEquals(1, first);
    for (int t = 0; t < 8; t++) {
      assertEquals(x[(first - 1 + t) % 8], shifted[t]);
    }
  }

  @Test
  void channelsAndMasksShiftAlike() {
    TimeShift shift = TimeShift.withDefaults().withRatio(0.5).with(ShiftEdge.ZERO);
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    double[] shifted = apply(shift, x, 2);
    double[] mask = mask(shift, 10);
    assertTrue(Arrays.stream(mask).sum() < 10);
    for (int t = 0; t < 10; t++) {
      assertEquals(10 * shifted[t], shifted[10 + t]);
      assertEquals(mask[t] == 1, shifted[t] != 0);
    }
  }

  @Test
  void fasterClipKeepsItsPitchAndLeavesZerosThatMasksLeaveOut() {
    TimeStretch faster = TimeStretch.withDefaults().withRange(1.25, 1.25);
    double[] x = tone(0.2, 8000);
    double[] stretched = apply(faster, x, 1);
    assertEquals(crossings(x), crossings(Arrays.copyOf(stretched, 6400)) * 1.25, 3);
    assertArrayEquals(new double[1600], Arrays.copyOfRange(stretched, 6400, 8000));
    double[] mask = mask(faster, 8000);
    assertEquals(6400, Arrays.stream(mask).sum());
    assertEquals(1, mask[6399]);
  }

  @Test
  void slowerClipIsCut() {
    double[] x = tone(0.2, 4000);
    double[] stretched = apply(TimeStretch.withDefaults().withRange(0.8, 0.8), x, 1);
    assertEquals(crossings(x), crossings(stretched), 1);
    assertEquals(4000, stretched.length);
  }

  @Test
  void octaveUpDoublesTheFrequency() {
    double[] x = tone(0.1, 16_000);
    double[] up = apply(PitchShift.withDefaults().withRange(12, 12), x, 1);
    assertEquals(2 * crossings(x), crossings(up), 3);
    double[] down = apply(PitchShift.withDefaults().withRange(-12, -12), x, 1);
    assertEquals(crossings(x) / 2.0, crossings(down), 3);
    assertArrayEquals(new double[] {1, 1}, mask(PitchShift.withDefaults(), 2));
  }

  @Test
  void backgroundIsMixedAtItsRatio() {
    AudioClip hum = AudioClip.of(new float[] {1, -1, 2, -2, 1}, 1, 16_000);
    double[] x = tone(0.3, 200);
    double[] mixed = apply(BackgroundMix.of(List.of(hum)).withRatio(6, 6), x, 2);
    double[] added = new double[200];
    Arrays.setAll(added, i -> mixed[i] - x[i]);
    assertEquals(6, 10 * Math.log10(squares(x) / squares(added)), 1e-9);
    for (int t = 0; t < 95; t++) {
      assertEquals(added[t], added[t + 5], 1e-12);
      assertEquals(added[t], added[t + 100], 1e-12);
    }
  }

  @Test
  void silenceIsNotMixed() {
    AudioClip silence = AudioClip.of(new float[3], 1, 16_000);
    double[] x = {1, 2};
    assertArrayEquals(x, apply(BackgroundMix.of(List.of(silence)), x, 1));
    assertArrayEquals(new double[] {1, 1}, mask(BackgroundMix.of(List.of(silence)), 2));
  }

  @Test
  void drawsOfTheSameSeedAreTheSame() {
    double[] x = tone(0.7, 3000);
    for (Augmentation augmentation :
        List.of(
            Gain.withDefaults(),
            TimeShift.withDefaults(),
            TimeStretch.withDefaults(),
            PitchShift.withDefaults())) {
      assertArrayEquals(apply(augmentation, x, 1), apply(augmentation, x, 1));
    }
  }

  @Test
  void compositionsAreSavedAndLoaded(@TempDir Path folder) throws IOException {
    Augmentation all =
        new Sequence(
            List.of(
                Gain.withDefaults().withRange(-3, 3),
                TimeShift.withDefaults().with(ShiftEdge.ZERO),
                TimeStretch.withDefaults(),
                PitchShift.withDefaults().withProbability(0.5)));
    Path file = folder.resolve("augment.json");
    AudioAugmentations.types().save(all, file);
    assertEquals(all, AudioAugmentations.types().load(file));
    BackgroundMix mix = BackgroundMix.of(List.of(AudioClip.of(new float[1], 1, 1)));
    assertRefused(() -> AudioAugmentations.types().save(mix, file), "augmentation");
  }

  @Test
  void badOptionsAreRefused() {
    assertRefused(() -> new Gain(1, 0), "gain", "[1.0, 0.0]");
    assertRefused(() -> new Gain(Double.NaN, 0), "gain", "NaN");
    assertRefused(() -> TimeShift.withDefaults().withRatio(0), "ratio", "0.0");
    assertRefused(() -> new TimeStretch(0.1, 1), "speed", "0.1");
    assertRefused(() -> new PitchShift(0, 25), "semitones", "25");
    assertRefused(() -> BackgroundMix.of(List.of()), "backgrounds", "none");
    AudioClip stereo = AudioClip.of(new float[4], 2, 16_000);
    assertRefused(() -> BackgroundMix.of(List.of(AudioClip.of(new float[0], 1, 1))), "frames");
    assertRefused(() -> BackgroundMix.of(List.of(stereo)).withRatio(0, 101), "ratio", "101");
  }

  @Test
  void backgroundsOfOtherChannelsThanTheClipAreRefused() {
    AudioClip stereo = AudioClip.of(new float[4], 2, 16_000);
    AudioClip mono = AudioClip.of(new float[4], 1, 16_000);
    assertRefused(
        () -> BackgroundMix.of(List.of(stereo, mono)), "backgrounds: of one number of channels");
    Augmentation mix = BackgroundMix.of(List.of(stereo));
    assertRefused(() -> apply(mix, new double[3], 3), "backgrounds: of 1 or 3 channels, got 2");
    SampleLayout layout = SampleLayout.of(Field.of("sound", 8, 100), Field.of("state", 1));
    assertRefused(
        () -> Sequence.of(Gain.withDefaults(), mix.withProbability(0)).layout(layout),
        "backgrounds: of 1 or 8 channels, got 2");
    assertEquals(layout, BackgroundMix.of(List.of(mono)).layout(layout));
  }
}
