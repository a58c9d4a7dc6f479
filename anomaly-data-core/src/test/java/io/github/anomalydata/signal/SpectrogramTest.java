package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.Inputs;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SpectrogramTest {
  private static Spectrogram of(Map<String, String> settings) {
    Spectrogram options = Spectrogram.withDefaults();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      options =
          switch (setting.getKey()) {
            case "fs" -> options.withSampleRate(Double.parseDouble(value));
            case "nperseg" -> options.withSegmentLength(Integer.parseInt(value));
            case "noverlap" -> options.withOverlap(Integer.parseInt(value));
            case "nfft" -> options.withFftLength(Integer.parseInt(value));
            case "window" -> options.with(Golden.window(value));
            case "detrend" -> options.with(Detrend.valueOf(value.toUpperCase(Locale.ROOT)));
            case "scaling" -> options.with(SpectralScaling.valueOf(value.toUpperCase(Locale.ROOT)));
            case "sides" -> options.with(SpectralSides.TWO);
            case "mode" -> options.with(mode(value));
            default -> options;
          };
    }
    return options;
  }

  private static SpectrogramMode mode(String name) {
    return name.equals("psd")
        ? SpectrogramMode.POWER
        : SpectrogramMode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Welch welch(Map<String, String> settings) {
    Welch options = Welch.withDefaults();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String value = setting.getValue();
      options =
          switch (setting.getKey()) {
            case "fs" -> options.withSampleRate(Double.parseDouble(value));
            case "nperseg" -> options.withSegmentLength(Integer.parseInt(value));
            case "noverlap" -> options.withOverlap(Integer.parseInt(value));
            case "nfft" -> options.withFftLength(Integer.parseInt(value));
            case "window" -> options.with(Golden.window(value));
            case "detrend" -> options.with(Detrend.valueOf(value.toUpperCase(Locale.ROOT)));
            case "scaling" -> options.with(SpectralScaling.valueOf(value.toUpperCase(Locale.ROOT)));
            case "sides" -> options.with(SpectralSides.TWO);
            case "average" -> options.with(SegmentAverage.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> options;
          };
    }
    return options;
  }

  @Test
  void spectrogramIsThatOfScipy() {
    Golden.check("spectra.txt", "spectrogram", c -> of(c.settings()).apply(c.input(), c.n()));
  }

  @Test
  void everyModeIsThatOfScipy() {
    Golden.check("modes.txt", "mode", c -> of(c.settings()).apply(c.input(), c.n()));
  }

  @Test
  void singlePrecisionIsThatOfScipyToItsDigits() {
    Golden.checkFloats("spectrogram", c -> Spectrogram.withDefaults().apply(c.floats(), c.n()));
    Golden.checkFloats("welch", c -> Welch.withDefaults().apply(c.floats(), c.n()));
  }

  @Test
  void complexSpectraHaveALastAxisOfTwo() {
    INDArray x = Nd4j.createFromArray(Inputs.of("noise", 60)).reshape(2, 30);
    Spectrogram options =
        Spectrogram.withDefaults().withSegmentLength(10).with(SpectrogramMode.COMPLEX);
    assertArrayEquals(new long[] {2, 6, 3, 2}, options.apply(x).shape());
  }

  @Test
  void threadsChangeNothing() {
    double[] x = Inputs.of("noise", 700);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Spectrogram spectrogram = Spectrogram.withDefaults().withSegmentLength(20);
      assertArrayEquals(
          spectrogram.apply(x, 100), spectrogram.withWorkers(executor, 2).apply(x, 100));
      Welch welch = Welch.withDefaults().withSegmentLength(20);
      assertArrayEquals(welch.apply(x, 100), welch.withWorkers(executor, 3).apply(x, 100));
      float[] floats = Inputs.floats(x);
      assertArrayEquals(
          welch.apply(floats, 100), welch.withWorkers(executor, 2).apply(floats, 100));
      Stft stft = Stft.withDefaults().withFftLength(16);
      assertArrayEquals(stft.forward(x, 100), stft.withWorkers(executor, 2).forward(x, 100));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void frequenciesAndTimesAreThoseOfScipy() {
    Golden.check("spectra.txt", "f", c -> of(c.settings()).frequencies(c.n()));
    Golden.check("spectra.txt", "t", c -> of(c.settings()).times(c.n()));
  }

  @Test
  void welchIsThatOfScipy() {
    Golden.check("spectra.txt", "welch", c -> welch(c.settings()).apply(c.input(), c.n()));
    assertArrayEquals(
        Spectrogram.withDefaults().frequencies(300), Welch.withDefaults().frequencies(300));
  }

  @Test
  void batchesKeepTheirLeadingAxes() {
    double[] x = Inputs.of("noise", 200);
    Spectrogram options = Spectrogram.withDefaults().withSegmentLength(20);
    double[] expected = options.apply(x, 100);
    INDArray result = options.apply(Nd4j.createFromArray(x).reshape(2, 1, 100));
    assertArrayEquals(new long[] {2, 1, 11, 5}, result.shape());
    assertArrayEquals(expected, result.dup().data().asDouble());
    assertEquals(110, options.apply(Inputs.floats(x), 100).length);
    Welch welch = Welch.withDefaults().withSegmentLength(20);
    assertArrayEquals(
        welch.apply(x, 100),
        welch.apply(Nd4j.createFromArray(x).reshape(2, 100)).dup().data().asDouble());
    assertArrayEquals(
        Inputs.floats(welch.apply(x, 100)), welch.apply(Inputs.floats(x), 100), 1e-6f);
  }

  @Test
  void badSettingsAreRefused() {
    Spectrogram options = Spectrogram.withDefaults();
    assertRefused(() -> options.withSampleRate(0), "sampleRate", "0.0");
    assertRefused(() -> options.withSegmentLength(0), "segmentLength", "0");
    assertRefused(() -> options.withOverlap(-1), "overlap", "-1");
    assertRefused(() -> options.withSegmentLength(9).times(8), "segmentLength", "8 samples", "9");
    assertRefused(() -> options.withSegmentLength(8).withOverlap(8).times(9), "overlap", "8");
    assertRefused(() -> options.withFftLength(4).times(9), "fftLength", "9", "4");
    assertRefused(
        () -> options.with(WindowFunction.hann()).apply(new double[] {1, Double.NaN}, 2), "NaN");
  }
}
