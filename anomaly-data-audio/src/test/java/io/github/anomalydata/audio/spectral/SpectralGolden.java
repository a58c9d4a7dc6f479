package io.github.anomalydata.audio.spectral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.signal.Padding;
import io.github.anomalydata.signal.WindowFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A case of a file that compat/golden/spectral.py wrote. */
record SpectralGolden(String name, Map<String, String> settings, double[] values) {

  static List<SpectralGolden> cases(String file, String name) {
    try (InputStream in =
        Objects.requireNonNull(SpectralGolden.class.getResourceAsStream(file), file)) {
      List<SpectralGolden> cases =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> line.startsWith(name + " "))
              .map(SpectralGolden::parse)
              .toList();
      assertTrue(cases.size() > 1, () -> "only " + cases.size() + " cases of " + name);
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void check(
      String file, String name, double tolerance, Function<SpectralGolden, double[]> computed) {
    for (SpectralGolden c : cases(file, name)) {
      assertClose(c.values, computed.apply(c), tolerance, c.name + c.settings);
    }
  }

  /**
   * Asserts that each number differs by a fraction of itself, or by what rounding does to the
   * largest of them.
   */
  static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      int at = i;
      double allowed = tolerance * Math.abs(expected[i]) + tolerance * 1e-3 * largest;
      assertTrue(
          Math.abs(expected[i] - actual[i]) <= allowed,
          () -> what + " at " + at + ": " + expected[at] + " but " + actual[at]);
    }
  }

  private static SpectralGolden parse(String line) {
    String[] parts = line.split(" :", 2);
    String[] words = parts[0].split(" ");
    Map<String, String> settings = new LinkedHashMap<>();
    Arrays.stream(words).skip(1).map(w -> w.split("=")).forEach(w -> settings.put(w[0], w[1]));
    return new SpectralGolden(
        words[0],
        settings,
        Arrays.stream(parts[1].trim().split(" ")).mapToDouble(Double::parseDouble).toArray());
  }

  String text(String key) {
    return Objects.requireNonNull(settings.get(key), key);
  }

  int whole(String key) {
    return Integer.parseInt(text(key));
  }

  double number(String key) {
    return Double.parseDouble(text(key));
  }

  boolean isNone(String key) {
    return text(key).equals("None");
  }

  double[] input() {
    return input(text("x"), whole("n"));
  }

  /** Makes the signals as the script does. */
  static double[] input(String kind, int n) {
    double[] values = new double[n];
    long state = 12345;
    for (int t = 0; t < n; t++) {
      state = (1664525 * state + 1013904223) % (1L << 32);
      double noise = state / 2147483648.0 - 1;
      double hum = 0.5 * Math.sin(0.05 * t) + 0.25 * Math.sin(0.31 * t + 1) + 0.01 * noise;
      values[t] =
          switch (kind) {
            case "noise" -> noise;
            case "hum" -> hum;
            case "fading" -> hum * Math.exp(-t / 150.0);
            case "silence" -> 0;
            default -> throw new IllegalArgumentException(kind);
          };
    }
    return values;
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  LogMel preset() {
    return switch (text("options")) {
      case "librosa" -> LogMel.librosa();
      case "torchaudio" -> LogMel.torchaudio();
      case "mimii2019" -> LogMel.mimii2019();
      case "dcase2020" -> LogMel.dcase2020();
      default -> throw new IllegalArgumentException(text("options"));
    };
  }

  MelSpectrogram mel() {
    MelSpectrogram mel = MelSpectrogram.withDefaults();
    return switch (text("options")) {
      case "band" ->
          mel.withSampleRate(16_000)
              .withFftLength(512)
              .withHopLength(100)
              .withBands(20)
              .withFrequencies(300, 5000)
              .with(MelScale.HTK);
      case "window" ->
          mel.withSampleRate(8000)
              .withFftLength(256)
              .withHopLength(128)
              .withWindowLength(200)
              .with(WindowFunction.hamming())
              .withBands(16)
              .withPower(1);
      case "left" ->
          mel.withSampleRate(16_000)
              .withFftLength(255)
              .withHopLength(90)
              .withBands(12)
              .with(BandNormalization.NONE)
              .with(Padding.EDGE)
              .withCentring(false)
              .withPower(1.5);
      default -> preset().mel();
    };
  }
}
