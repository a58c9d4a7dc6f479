package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.ChannelDropout;
import io.github.anomalydata.augment.ChannelPermutation;
import io.github.anomalydata.augment.CutMix;
import io.github.anomalydata.augment.DriftInjection;
import io.github.anomalydata.augment.FrequencyMask;
import io.github.anomalydata.augment.GaussianNoise;
import io.github.anomalydata.augment.MagnitudeWarp;
import io.github.anomalydata.augment.Mixup;
import io.github.anomalydata.augment.NoiseUnit;
import io.github.anomalydata.augment.Permutation;
import io.github.anomalydata.augment.Scaling;
import io.github.anomalydata.augment.SignFlip;
import io.github.anomalydata.augment.SliceLength;
import io.github.anomalydata.augment.Smote;
import io.github.anomalydata.augment.SpikeInjection;
import io.github.anomalydata.augment.TimeMask;
import io.github.anomalydata.augment.TimeWarp;
import io.github.anomalydata.augment.WindowSlice;
import io.github.anomalydata.augment.WindowWarp;
import io.github.anomalydata.cli.augment.SeriesPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pictures of the chapter on augmentation are those that the library makes today. */
final class AugmentationPicturesTest {
  private static final int TIME = 256;

  /** Makes a series and what becomes of it. */
  private interface Picture {
    SeriesPlot draw(RandomGenerator random);
  }

  /** A machine that wears: waves that grow on a slope, a little different in each channel. */
  private static double[] series(int channels, int shift) {
    double[] series = new double[channels * TIME];
    for (int i = 0; i < series.length; i++) {
      double t = i % TIME;
      int channel = i / TIME + shift;
      series[i] =
          (1 + t / TIME) * StrictMath.sin(t * (0.09 + 0.035 * channel) + channel)
              + 0.3 * StrictMath.sin(t * 0.41)
              + channel * t / TIME;
    }
    return series;
  }

  private static Picture of(Augmentation augmentation, int channels) {
    double[] before = series(channels, 0);
    return random ->
        new SeriesPlot(
            before,
            TIME,
            augmentation.apply(before, channels, TIME, random),
            augmentation.time(TIME),
            channels);
  }

  private static Picture firstOfTwo(double[] before, double[] mixed) {
    return random -> new SeriesPlot(before, TIME, mixed, TIME, 1);
  }

  private static double[] two() {
    double[] two = new double[2 * TIME];
    System.arraycopy(series(1, 0), 0, two, 0, TIME);
    System.arraycopy(series(1, 2), 0, two, TIME, TIME);
    return two;
  }

  private static Map<String, Picture> pictures() {
    Map<String, Picture> pictures = new TreeMap<>();
    pictures.put(
        "gaussian-noise",
        of(GaussianNoise.withDefaults().withAmount(0.15, NoiseUnit.CHANNEL_DEVIATIONS), 1));
    pictures.put("scaling", of(Scaling.withDefaults().withStrength(0.3), 1));
    pictures.put("magnitude-warp", of(MagnitudeWarp.withDefaults().withStrength(0.4), 1));
    pictures.put("sign-flip", of(SignFlip.withDefaults().withChannelProbability(1), 1));
    pictures.put("channel-permutation", of(ChannelPermutation.withDefaults(), 3));
    pictures.put(
        "channel-dropout", of(ChannelDropout.withDefaults().withChannelProbability(.4), 3));
    pictures.put("time-mask", of(TimeMask.withDefaults().withCount(2).withRatio(0.2), 1));
    pictures.put("frequency-mask", of(FrequencyMask.withDefaults().withRatio(0.5), 4));
    pictures.put("time-warp", of(TimeWarp.withDefaults().withStrength(0.4), 1));
    pictures.put("window-slice", of(WindowSlice.withDefaults().withRatio(0.6), 1));
    pictures.put(
        "window-slice-shorter",
        of(WindowSlice.withDefaults().withRatio(0.6).with(SliceLength.SHORTER), 1));
    pictures.put("window-warp", of(WindowWarp.withDefaults().withRatio(0.3), 1));
    pictures.put("permutation", of(Permutation.withDefaults(), 1));
    pictures.put("spike-injection", of(SpikeInjection.withDefaults().withCount(3), 1));
    pictures.put("drift-injection", of(DriftInjection.withDefaults(), 1));
    pictures.put(
        "mixup",
        firstOfTwo(two(), Mixup.withDefaults().withAlpha(1).draw(2, random(6)).apply(two())));
    pictures.put(
        "cut-mix", firstOfTwo(two(), CutMix.withDefaults().draw(2, TIME, random(6)).apply(two())));
    pictures.put("smote", firstOfTwo(two(), Smote.withDefaults().apply(two(), 2, 1, random(6))));
    return pictures;
  }

  private static RandomGenerator random(long seed) {
    return new SplittableRandom(seed);
  }

  @TestFactory
  Stream<DynamicTest> pictureIsWhatTheLibraryMakes() {
    return pictures().entrySet().stream()
        .map(
            picture ->
                DynamicTest.dynamicTest(
                    picture.getKey(), () -> compare(picture.getKey(), picture.getValue())));
  }

  private static void compare(String name, Picture picture) throws IOException {
    String file = "augment-" + name + ".png";
    picture.draw(random(12)).write(Pictures.made(file));
    Pictures.assertKept(file, 0);
  }

  @Test
  void everyPictureIsInTheChapter() throws IOException {
    String chapter = Files.readString(Pictures.GUIDE.resolve("07-augmentation.md"));
    for (String name : pictures().keySet()) {
      assertTrue(chapter.contains("](images/augment-" + name + ".png)"), name);
    }
  }
}
