package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StftTest {
  private static Stft of(Map<String, String> settings) {
    Stft options = Stft.withDefaults();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      options =
          switch (setting.getKey()) {
            case "n_fft" -> options.withFftLength(Integer.parseInt(value));
            case "hop_length" -> options.withHopLength(Integer.parseInt(value));
            case "win_length" -> options.withWindowLength(Integer.parseInt(value));
            case "window" -> options.with(Golden.window(value));
            case "center" -> options.withCentring(false);
            case "pad_mode" -> options.with(Padding.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> options;
          };
    }
    return options;
  }

  /** The changed spectrum whose inverse the golden file has. */
  private static double[] inverse(Golden c) {
    Stft stft = of(c.settings());
    int frames = stft.frames(c.n());
    if (c.values().length == 0) {
      // Of a single frame, centred padding leaves nothing; librosa returns an empty array.
      assertEquals(0, stft.inverseLength(frames));
      return c.values();
    }
    double[] spectrum = stft.forward(c.input(), c.n());
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] *= 1 + i / (2 * frames);
    }
    return stft.inverse(spectrum, frames, c.number("length", stft.inverseLength(frames)));
  }

  @Test
  void framesAreThoseOfLibrosa() {
    Golden.check("stft.txt", "stft", c -> of(c.settings()).forward(c.input(), c.n()));
  }

  @Test
  void singlePrecisionIsThatOfLibrosaToItsDigits() {
    Stft stft = Stft.withDefaults().withFftLength(16);
    Golden.checkFloats("stft", c -> stft.forward(c.floats(), c.n()));
  }

  @Test
  void frequenciesAndTimesFollowTheSampleRate() {
    Stft stft = Stft.withDefaults().withFftLength(4).withHopLength(2);
    assertArrayEquals(new double[] {0, 25, 50}, stft.frequencies(100));
    assertArrayEquals(new double[] {0, 0.02, 0.04}, stft.times(5, 100));
    assertRefused(() -> stft.times(5, 0), "sampleRate", "0.0");
  }

  @Test
  void inverseOfAChangedSpectrumIsThatOfLibrosa() {
    Golden.check("stft.txt", "istft", StftTest::inverse);
  }

  @Test
  void inverseGivesTheSignalBack() {
    double[] x = Inputs.of("offset", 5000);
    Stft stft = Stft.withDefaults();
    double[] back = stft.inverse(stft.forward(x, 5000), stft.frames(5000), 5000);
    Golden.assertClose(x, back, "back");
  }

  @Test
  void tenSecondsOfMachineSoundHave313Frames() {
    Stft stft = Stft.withDefaults().withFftLength(1024).withHopLength(512);
    assertEquals(313, stft.frames(160_000));
    assertEquals(513, stft.bins());
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    double[] x = Inputs.of("noise", 120);
    Stft stft = Stft.withDefaults().withFftLength(16);
    INDArray array = Nd4j.createFromArray(x).reshape(2, 1, 60);
    INDArray spectra = stft.forward(array);
    assertArrayEquals(new long[] {2, 1, 9, 16, 2}, spectra.shape());
    assertArrayEquals(stft.forward(x, 60), spectra.dup().data().asDouble());
    assertEquals(0, array.sub(stft.inverse(spectra, 60)).amaxNumber().doubleValue(), 1e-12);
    float[] floats = Inputs.floats(x);
    assertArrayEquals(floats, stft.inverse(stft.forward(floats, 60), 16, 60), 1e-5f);
  }

  @Test
  void visitorSeesThePowersOfEachFrameOnce() {
    double[] x = Inputs.of("noise", 200);
    Stft stft = Stft.withDefaults().withFftLength(16).withHopLength(9).with(Padding.REFLECT);
    int frames = stft.frames(200);
    double[] spectra = stft.forward(x, 200);
    double[] expected = new double[spectra.length / 2];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = spectra[2 * i] * spectra[2 * i] + spectra[2 * i + 1] * spectra[2 * i + 1];
    }
    double[] seen = new double[expected.length];
    stft.visitPowers(
        x,
        (first, count, powers, stride) -> {
          for (int k = 0; k < 9; k++) {
            for (int t = 0; t < count; t++) {
              seen[k * frames + first + t] += powers[k * stride + t];
            }
          }
        });
    assertArrayEquals(expected, seen, 1e-12);
    x[3] = Double.NaN;
    assertRefused(() -> stft.visitPowers(x, (first, count, powers, stride) -> {}), "NaN", "3");
  }

  @ParameterizedTest
  @EnumSource(Padding.class)
  void powersOfFloatsAreThoseOfTheSameDoubles(Padding padding) {
    for (int length : new int[] {1, 5, 40, 63, 64, 65, 127, 700, 1024, 5000}) {
      for (int hop : new int[] {3, 8, 16, 50}) {
        Stft stft = Stft.withDefaults().withFftLength(16).withHopLength(hop).with(padding);
        float[] values = new float[length + 7];
        double[] signal = new double[length];
        SplittableRandom random = new SplittableRandom(length);
        for (int i = 0; i < length; i++) {
          values[7 + i] = (float) random.nextDouble(-1, 1);
          signal[i] = values[7 + i];
        }
        double[] expected = new double[9 * stft.frames(length)];
        double[] seen = new double[expected.length];
        stft.visitPowers(signal, keeping(expected));
        stft.visitPowers(values, 7, length, keeping(seen));
        assertArrayEquals(expected, seen);
      }
    }
  }

  private static Stft.PowerVisitor keeping(double[] seen) {
    int frames = seen.length / 9;
    return (first, count, powers, stride) -> {
      for (int k = 0; k < 9; k++) {
        System.arraycopy(powers, k * stride, seen, k * frames + first, count);
      }
    };
  }

  @Test
  void floatThatIsNotFiniteIsRefused() {
    float[] values = new float[40];
    values[5] = Float.POSITIVE_INFINITY;
    Stft stft = Stft.withDefaults().withFftLength(16);
    assertRefused(
        () -> stft.visitPowers(values, 2, 30, (first, count, powers, stride) -> {}),
        "Infinity",
        "index 3");
  }

  @Test
  void badInputIsRefused() {
    Stft stft = Stft.withDefaults().withFftLength(8);
    assertRefused(() -> stft.withFftLength(0), "fftLength", "0");
    assertRefused(() -> stft.withHopLength(0), "hopLength", "0");
    assertRefused(() -> stft.withWindowLength(0), "windowLength", "0");
    assertRefused(() -> stft.withWindowLength(9).frames(20), "windowLength", "8", "9");
    assertRefused(() -> stft.withCentring(false).frames(7), "length", "at least 8", "7");
    assertRefused(() -> stft.inverse(new double[10], 0, 3), "frames", "0");
    assertRefused(() -> stft.inverse(new double[10], 1, 0), "length", "0");
    assertRefused(() -> stft.inverse(Nd4j.zeros(2, 4, 2), 8), "[..., 5, 4, 2]", "[2, 4, 2]");
  }
}
