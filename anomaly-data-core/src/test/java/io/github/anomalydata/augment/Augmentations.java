package io.github.anomalydata.augment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Augmentations and series the tests share. */
final class Augmentations {
  private Augmentations() {}

  /** Those that move time. */
  static List<Augmentation> moving() {
    return List.of(
        TimeWarp.withDefaults().withStrength(0.6),
        WindowSlice.withDefaults().withRatio(0.5),
        WindowWarp.withDefaults().withRatio(0.4).withFactor(3),
        Permutation.withDefaults().withSegments(5));
  }

  /** Those that change values where they stand. */
  static List<Augmentation> changing() {
    return List.of(
        GaussianNoise.withDefaults(),
        GaussianNoise.withDefaults().withAmount(2, NoiseUnit.ABSOLUTE),
        GaussianNoise.withDefaults().withAmount(20, NoiseUnit.SIGNAL_TO_NOISE_DECIBELS),
        Scaling.withDefaults(),
        MagnitudeWarp.withDefaults(),
        SignFlip.withDefaults(),
        ChannelPermutation.withDefaults(),
        ChannelPermutation.withDefaults().with(ChannelOrder.ROTATED),
        ChannelDropout.withDefaults().withChannelProbability(0.5).withRescale(true),
        TimeMask.withDefaults().withCount(2).withRatio(0.4).withFill(MaskFill.CHANNEL_MEAN),
        FrequencyMask.withDefaults().withRatio(0.7).withFill(MaskFill.CHANNEL_MEAN));
  }

  /** Those made of others. */
  static List<Augmentation> composed() {
    return List.of(
        new Sequence(changing()),
        new OneOf(moving()),
        new SomeOf(3, changing()),
        TimeWarp.withDefaults().withProbability(0.5),
        Sequence.of(
            new OneOf(moving()).withProbability(0.7),
            SomeOf.of(1, Scaling.withDefaults(), new Sequence(moving())),
            GaussianNoise.withDefaults()));
  }

  /** One of every kind. */
  static List<Augmentation> all() {
    return Stream.of(moving(), changing(), composed()).flatMap(List::stream).toList();
  }

  /** Random values, of which no two are alike. */
  static double[] noise(int length) {
    RandomGenerator random = new SplittableRandom(length);
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (random.nextDouble() * 20 - 5);
    }
    return values;
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Series whose every channel counts its steps: 0, 1, 2, ... */
  static double[] ramp(int channels, int time) {
    double[] ramp = new double[channels * time];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % time;
    }
    return ramp;
  }

  static RandomGenerator random(long seed) {
    return new SplittableRandom(seed);
  }

  static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  /** The standard deviation with divisor n, by two passes. */
  static double deviation(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    return Math.sqrt(
        Arrays.stream(values, from, to)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }

  /** A composition of some of the given augmentations, drawn at random. */
  static Augmentation composition(List<Augmentation> parts, int depth, RandomGenerator random) {
    List<Augmentation> chosen = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      chosen.add(
          depth == 0
              ? parts.get(random.nextInt(parts.size()))
              : composition(parts, depth - 1, random));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new Sequence(chosen);
      case 1 -> new OneOf(chosen);
      case 2 -> new SomeOf(1 + random.nextInt(chosen.size()), chosen);
      default -> new Sequence(chosen).withProbability(random.nextDouble());
    };
  }
}
