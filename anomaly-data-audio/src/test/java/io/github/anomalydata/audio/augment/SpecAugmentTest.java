package io.github.anomalydata.audio.augment;

import static io.github.anomalydata.audio.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.Track;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecAugmentTest {
  private static final int BANDS = 12;
  private static final int FRAMES = 40;
  private static final SpecAugment NOTHING =
      SpecAugment.withDefaults().withTimeMasks(0, 1).withBandMasks(0, 1).with(SpectrogramFill.ZERO);

  /** Positive values, of which no two are alike. */
  private static double[] spectrogram() {
    double[] values = new double[BANDS * FRAMES];
    Arrays.setAll(values, i -> 1 + i);
    return values;
  }

  private static double[] apply(Augmentation augmentation, long seed) {
    return augmentation.apply(spectrogram(), BANDS, FRAMES, new SplittableRandom(seed));
  }

  private static boolean isMasked(double[] values, int band, int frame) {
    return values[band * FRAMES + frame] == 0;
  }

  /** The widths of one mask of many draws: each width occurs, all are equally frequent. */
  private static int[] widths(SpecAugment augmentation, int along, int step, int size) {
    int[] widths = new int[size + 1];
    for (int seed = 0; seed < 4000; seed++) {
      double[] masked = apply(augmentation, seed);
      int width = 0;
      for (int i = 0; i < along; i++) {
        width += masked[i * step] == 0 ? 1 : 0;
      }
      widths[width]++;
    }
    return widths;
  }

  @Test
  void maskOfFramesCoversAllBands() {
    for (int seed = 0; seed < 50; seed++) {
      double[] masked = apply(NOTHING.withTimeMasks(1, 10).withMaxShare(1), seed);
      for (int frame = 0; frame < FRAMES; frame++) {
        for (int band = 1; band < BANDS; band++) {
          assertEquals(isMasked(masked, 0, frame), isMasked(masked, band, frame));
        }
      }
    }
  }

  @Test
  void maskOfBandsCoversAllFrames() {
    for (int seed = 0; seed < 50; seed++) {
      double[] masked = apply(NOTHING.withBandMasks(1, 5), seed);
      for (int band = 0; band < BANDS; band++) {
        for (int frame = 1; frame < FRAMES; frame++) {
          assertEquals(isMasked(masked, band, 0), isMasked(masked, band, frame));
        }
      }
    }
  }

  @Test
  void everyWidthUpToTheGreatestIsAsLikely() {
    int[] frames = widths(NOTHING.withTimeMasks(1, 7).withMaxShare(1), FRAMES, 1, FRAMES);
    int[] bands = widths(NOTHING.withBandMasks(1, 4), BANDS, FRAMES, BANDS);
    for (int width = 0; width <= 7; width++) {
      assertEquals(500, frames[width], 100);
    }
    assertEquals(4000, Arrays.stream(frames, 0, 8).sum());
    for (int width = 0; width <= 4; width++) {
      assertEquals(800, bands[width], 120);
    }
    assertEquals(4000, Arrays.stream(bands, 0, 5).sum());
  }

  @Test
  void masksOfFramesAreNoWiderThanTheirShareOfTheSpectrogram() {
    int[] frames = widths(NOTHING.withTimeMasks(1, 70).withMaxShare(0.2), FRAMES, 1, FRAMES);
    assertTrue(frames[8] > 300);
    assertEquals(4000, Arrays.stream(frames, 0, 9).sum());
  }

  @Test
  void severalMasksAreDrawn() {
    SpecAugment one = NOTHING.withTimeMasks(1, 10).withBandMasks(0, 1).withMaxShare(1);
    int[] counts = new int[2];
    for (int seed = 0; seed < 500; seed++) {
      for (double value : apply(one, seed)) {
        counts[0] += value == 0 ? 1 : 0;
      }
      for (double value : apply(one.withTimeMasks(2, 10), seed)) {
        counts[1] += value == 0 ? 1 : 0;
      }
    }
    assertTrue(counts[1] > 1.6 * counts[0], () -> Arrays.toString(counts));
  }

  @Test
  void masksWiderThanTheSpectrogramAreAsWideAsIt() {
    SpecAugment all = NOTHING.withTimeMasks(1, 1000).withBandMasks(1, 1000).withMaxShare(1);
    for (int seed = 0; seed < 200; seed++) {
      assertEquals(BANDS * FRAMES, apply(all, seed).length);
      assertEquals(1, all.apply(new double[1], 1, 1, new SplittableRandom(seed)).length);
    }
  }

  @Test
  void masksAreFilledWithTheMeanOrTheLeastValueOfTheSpectrogram() {
    SpecAugment masks = NOTHING.withTimeMasks(2, 10).withBandMasks(2, 4);
    double[] zero = apply(masks, 7);
    double[] mean = apply(masks.with(SpectrogramFill.MEAN), 7);
    double[] minimum = apply(masks.with(SpectrogramFill.MINIMUM), 7);
    double[] values = spectrogram();
    boolean isMasked = false;
    for (int i = 0; i < values.length; i++) {
      isMasked |= zero[i] == 0;
      assertEquals(zero[i] == 0 ? (1 + values.length) / 2.0 : values[i], mean[i], 1e-9);
      assertEquals(zero[i] == 0 ? 1 : values[i], minimum[i]);
    }
    assertTrue(isMasked);
  }

  @Test
  void missingValuesAreLeftOutOfTheFilling() {
    double[] values = {Double.NaN, 2, 4, Double.NaN};
    SpecAugment all = NOTHING.withTimeMasks(9, 2).withMaxShare(1);
    double[] mean = all.with(SpectrogramFill.MEAN).apply(values, 1, 4, new SplittableRandom(1));
    double[] minimum =
        all.with(SpectrogramFill.MINIMUM).apply(values, 1, 4, new SplittableRandom(1));
    assertTrue(Arrays.stream(mean).anyMatch(value -> value == 3));
    assertTrue(Arrays.stream(minimum).filter(value -> value == 2).count() > 1);
  }

  @Test
  void imageOfASpectrogramIsMaskedAsTheSpectrogram() {
    SpecAugment masks = SpecAugment.withDefaults().withBandMasks(2, 4);
    Draw draw = Draw.of(1, new SplittableRandom(3));
    float[] image = new float[2 * BANDS * FRAMES];
    for (int i = 0; i < image.length; i++) {
      image[i] = 1 + i % (BANDS * FRAMES);
    }
    float[] masked = masks.apply(image, 2, BANDS, FRAMES, Track.Role.VALUES, draw);
    double[] expected = masks.apply(spectrogram(), BANDS, FRAMES, Track.Role.VALUES, draw);
    for (int i = 0; i < image.length; i++) {
      assertEquals((float) expected[i % expected.length], masked[i], 1e-4);
    }
  }

  @Test
  void labelsAndMasksStay() {
    Draw draw = Draw.of(1, new SplittableRandom(1));
    double[] ones = new double[FRAMES];
    Arrays.fill(ones, 1);
    for (Track.Role role : new Track.Role[] {Track.Role.LABELS, Track.Role.MASK}) {
      assertArrayEquals(ones, SpecAugment.libriSpeechDouble().apply(ones, 1, FRAMES, role, draw));
    }
  }

  @Test
  void policiesAreThoseOfThePaper() {
    SpectrogramFill mean = SpectrogramFill.MEAN;
    assertEquals(new SpecAugment(1, 100, 1, 1, 27, mean), SpecAugment.libriSpeechBasic());
    assertEquals(new SpecAugment(2, 100, 1, 2, 27, mean), SpecAugment.libriSpeechDouble());
    assertEquals(new SpecAugment(2, 70, 0.2, 2, 15, mean), SpecAugment.switchboardMild());
    assertEquals(new SpecAugment(2, 70, 0.2, 2, 27, mean), SpecAugment.switchboardStrong());
  }

  @Test
  void savedAugmentationIsLoaded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("augment.json");
    AudioAugmentations.types().save(SpecAugment.withDefaults(), file);
    assertEquals(SpecAugment.withDefaults(), AudioAugmentations.types().load(file));
  }

  @Test
  void badOptionsAreRefused() {
    SpecAugment augment = SpecAugment.withDefaults();
    assertRefused(() -> augment.withTimeMasks(-1, 1), "timeMasks", "-1");
    assertRefused(() -> augment.withTimeMasks(1, 0), "maxFrames", "0");
    assertRefused(() -> augment.withBandMasks(-1, 1), "bandMasks", "-1");
    assertRefused(() -> augment.withBandMasks(1, 0), "maxBands", "0");
    assertRefused(() -> augment.withMaxShare(1.5), "maxShare: in (0, 1], got 1.5");
    assertRefused(() -> augment.withMaxShare(Double.NaN), "maxShare", "NaN");
  }
}
