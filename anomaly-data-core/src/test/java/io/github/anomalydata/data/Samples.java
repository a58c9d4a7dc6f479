package io.github.anomalydata.data;

import java.util.ArrayList;
import java.util.List;

/** Samples whose every value is known: value {@code i} of sample {@code n} is {@code 100 n + i}. */
public final class Samples {
  /** A series of two channels and three steps, and a number to predict. */
  public static final SampleLayout LAYOUT =
      SampleLayout.of(Field.of("sensors", 2, 3), Field.of("rul", 1));

  private Samples() {}

  /** Sample {@code n}, the {@code n % 4}th of group {@code n / 4}. */
  public static Sample sample(int n) {
    return sample("unit", n);
  }

  private static Sample sample(String unit, int n) {
    return Sample.of(
        new SampleKey(unit + "/" + n / 4, n % 4), LAYOUT, values(n, 6), new float[] {-n});
  }

  /** The values of the features of sample {@code n}. */
  public static float[] values(int n, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = 100 * n + i;
    }
    return values;
  }

  /** A source of samples 0, 1, ... */
  public static Source source(int count) {
    return source("unit", count);
  }

  /** A source of samples 0, 1, ... of units of another name. */
  public static Source source(String unit, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      samples.add(sample(unit, n));
    }
    return Source.of(samples);
  }

  /** The keys of all samples of a source. */
  public static List<SampleKey> keys(Source source) {
    List<SampleKey> keys = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      keys.add(source.key(i));
    }
    return keys;
  }
}
