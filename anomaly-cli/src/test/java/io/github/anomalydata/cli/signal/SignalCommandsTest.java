package io.github.anomalydata.cli.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.signal.Detrend;
import io.github.anomalydata.signal.Padding;
import io.github.anomalydata.signal.SegmentAverage;
import io.github.anomalydata.signal.SpectralScaling;
import io.github.anomalydata.signal.SpectralSides;
import io.github.anomalydata.signal.Spectrogram;
import io.github.anomalydata.signal.SpectrogramMode;
import io.github.anomalydata.signal.Stft;
import io.github.anomalydata.signal.Welch;
import io.github.anomalydata.signal.WindowFunction;
import io.github.anomalydata.signal.wavelet.ContinuousWavelet;
import io.github.anomalydata.signal.wavelet.ConvolutionMethod;
import io.github.anomalydata.signal.wavelet.Cwt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalCommandsTest {
  private static final int N = 101;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final double[] signals = new double[6 * N];

  @BeforeEach
  void writeSignals() throws IOException {
    for (int i = 0; i < signals.length; i++) {
      signals[i] = Math.sin(0.37 * i) + 0.2 * Math.cos(1.9 * i + 1) + 0.001 * i;
    }
    Npy.write(file("in.npy"), NumericArray.of(signals, 2, 3, N));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private int run(String command, String in, String to, String... options) {
    String[] args = {"signal", command, file(in).toString(), "--out", file(to).toString()};
    return Main.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Arrays.stream(args), Arrays.stream(options)).toArray(String[]::new));
  }

  private Map<String, NumericArray> archive(String command, String... options) throws IOException {
    assertEquals(0, run(command, "in.npy", "out.npz", options), err::toString);
    return Npz.readAll(file("out.npz"));
  }

  private static void assertArray(double[] expected, NumericArray actual, int... shape) {
    assertArrayEquals(shape, actual.shape());
    assertArrayEquals(expected, actual.doubles());
  }

  private static NumericArray get(Map<String, NumericArray> arrays, String name) {
    NumericArray array = arrays.get(name);
    assertTrue(array != null, () -> name + " in " + arrays.keySet());
    return array;
  }

  @Test
  void fftCountsZeroOnceAndKeepsTheTopBin() throws IOException {
    Npy.write(file("in.npy"), NumericArray.of(new int[] {1, 3, 1, 3, 5, 5, 5, 5}, 2, 4));
    assertEquals(0, run("fft", "in.npy", "out.npy"), err::toString);
    assertArray(new double[] {2, 0, 1, 5, 0, 0}, Npy.read(file("out.npy")), 2, 3);
    assertTrue(out.toString().startsWith("Wrote float64[2, 3] to "), out::toString);
  }

  @Test
  void fftWritesPairsOfRealAndImaginaryPart() throws IOException {
    Npy.write(file("in.npy"), NumericArray.of(new float[] {0, 1, 0, 0}, 4));
    assertEquals(0, run("fft", "in.npy", "out.npy", "--complex"), err::toString);
    NumericArray spectrum = Npy.read(file("out.npy"));
    assertEquals(ElementType.FLOAT64, spectrum.type());
    assertArray(new double[] {1, 0, 0, -1, -1, 0}, spectrum, 3, 2);
  }

  @Test
  void spectrogramHasTheDefaultsOfScipy() throws IOException {
    Map<String, NumericArray> arrays = archive("spectrogram");
    Spectrogram same = Spectrogram.withDefaults();
    assertEquals(List.of("f", "t", "Sxx"), List.copyOf(arrays.keySet()));
    assertArray(same.frequencies(N), get(arrays, "f"), 51);
    assertArray(same.times(N), get(arrays, "t"), 1);
    assertArray(same.apply(signals, N), get(arrays, "Sxx"), 2, 3, 51, 1);
  }

  @Test
  void spectrogramTakesEveryOptionOfScipy() throws IOException {
    Map<String, NumericArray> arrays =
        archive(
            "spectrogram",
            "--fs=8000",
            "--window=kaiser:8.6",
            "--nperseg=20",
            "--noverlap=5",
            "--nfft=32",
            "--detrend=linear",
            "--return-onesided=false",
            "--scaling=spectrum",
            "--mode=complex");
    Spectrogram same =
        Spectrogram.withDefaults()
            .withSampleRate(8000)
            .with(WindowFunction.kaiser(8.6))
            .withSegmentLength(20)
            .withOverlap(5)
            .withFftLength(32)
            .with(Detrend.LINEAR)
            .with(SpectralSides.TWO)
            .with(SpectralScaling.SPECTRUM)
            .with(SpectrogramMode.COMPLEX);
    assertArray(same.frequencies(N), get(arrays, "f"), 32);
    assertArray(same.times(N), get(arrays, "t"), 6);
    assertArray(same.apply(signals, N), get(arrays, "Sxx"), 2, 3, 32, 6, 2);
  }

  @Test
  void welchTakesEveryOptionOfScipy() throws IOException {
    Welch defaults = Welch.withDefaults();
    assertArray(defaults.apply(signals, N), get(archive("welch"), "Pxx"), 2, 3, 51);
    Welch same =
        defaults
            .withSampleRate(10)
            .with(WindowFunction.tukey(0.3))
            .withSegmentLength(16)
            .withOverlap(2)
            .withFftLength(17)
            .with(Detrend.NONE)
            .with(SegmentAverage.MEDIAN);
    Map<String, NumericArray> arrays =
        archive(
            "welch",
            "--fs=10",
            "--window=tukey:0.3",
            "--nperseg=16",
            "--noverlap=2",
            "--nfft=17",
            "--detrend=false",
            "--average=median");
    assertArray(same.frequencies(N), get(arrays, "f"), 9);
    assertArray(same.apply(signals, N), get(arrays, "Pxx"), 2, 3, 9);
  }

  @ParameterizedTest
  @CsvSource({"--return_onesided=false,100", "--no-return-onesided,100", "--return-onesided,51"})
  void oneSidedIsSaidInSeveralWays(String option, int frequencies) throws IOException {
    assertEquals(frequencies, get(archive("welch", "--nperseg=100", option), "f").size());
  }

  @Test
  void stftTakesEveryOptionOfLibrosa() throws IOException {
    Stft same =
        Stft.withDefaults()
            .withFftLength(32)
            .withHopLength(7)
            .withWindowLength(20)
            .with(WindowFunction.hamming())
            .with(Padding.SYMMETRIC);
    Map<String, NumericArray> arrays =
        archive(
            "stft",
            "--n_fft=32",
            "--hop_length=7",
            "--win_length=20",
            "--window=hamming",
            "--pad_mode=symmetric",
            "--sr=100");
    assertEquals(List.of("f", "t", "Zxx"), List.copyOf(arrays.keySet()));
    assertArray(same.frequencies(100), get(arrays, "f"), 17);
    assertArray(same.times(N, 100), get(arrays, "t"), 15);
    assertArray(same.forward(signals, N), get(arrays, "Zxx"), 2, 3, 17, 15, 2);
    Stft left = same.withCentring(false);
    NumericArray shifted =
        get(
            archive(
                "stft",
                "--n-fft=32",
                "--hop-length=7",
                "--win-length=20",
                "--window=hamming",
                "--center=false"),
            "Zxx");
    assertArray(left.forward(signals, N), shifted, 2, 3, 17, 10, 2);
  }

  @Test
  void dwtAndIdwtGiveTheSignalsBack() throws IOException {
    Map<String, NumericArray> arrays = archive("dwt", "--wavelet=db4", "--level=3");
    assertEquals(List.of("cA3", "cD3", "cD2", "cD1"), List.copyOf(arrays.keySet()));
    assertArrayEquals(new int[] {2, 3, 54}, get(arrays, "cD1").shape());
    assertEquals(0, run("idwt", "out.npz", "back.npy", "--wavelet=db4"), err::toString);
    NumericArray back = Npy.read(file("back.npy"));
    assertArrayEquals(new int[] {2, 3, N + 1}, back.shape());
    for (int row = 0; row < 6; row++) {
      assertArrayEquals(
          Arrays.copyOfRange(signals, row * N, (row + 1) * N),
          Arrays.copyOfRange(back.doubles(), row * (N + 1), row * (N + 1) + N),
          1e-12);
    }
  }

  @Test
  void dwtGoesToTheMaximumLevelUnlessTold() throws IOException {
    assertEquals(8, archive("dwt", "--wavelet=db4", "--mode=periodization").size() + 4);
    assertEquals(
        List.of("cA0"), List.copyOf(archive("dwt", "--wavelet=db4", "--level=0").keySet()));
  }

  @Test
  void aSingleLevelIsThereAndBackForAnyLength() throws IOException {
    Npy.write(file("in.npy"), NumericArray.of(new double[] {1, 2, 4}, 3));
    Map<String, NumericArray> arrays = archive("dwt", "--wavelet=db4", "--single");
    assertEquals(List.of("cA", "cD"), List.copyOf(arrays.keySet()));
    assertEquals(0, run("idwt", "out.npz", "back.npy", "--wavelet=db4"), err::toString);
    assertArrayEquals(new double[] {1, 2, 4, 4}, Npy.read(file("back.npy")).doubles(), 1e-12);
  }

  @Test
  void cwtTakesEveryOptionOfPyWavelets() throws IOException {
    double[] scales = {1, 3, 5};
    Cwt same = Cwt.of(ContinuousWavelet.MEXICAN_HAT).withPrecision(10).with(ConvolutionMethod.FFT);
    Map<String, NumericArray> arrays =
        archive(
            "cwt",
            "--wavelet=mexh",
            "--scales=1:7:2",
            "--precision=10",
            "--sampling_period=0.5",
            "--method=fft");
    assertEquals(List.of("coefs", "frequencies"), List.copyOf(arrays.keySet()));
    assertArray(same.transform(signals, 6, scales), get(arrays, "coefs"), 3, 2, 3, N);
    assertArray(new double[] {0.5, 0.5 / 3, 0.1}, get(arrays, "frequencies"), 3);
    NumericArray morlet = get(archive("cwt", "--wavelet=morl", "--scales=1.5,20"), "coefs");
    assertArray(
        Cwt.of(ContinuousWavelet.MORLET).transform(signals, 6, new double[] {1.5, 20}),
        morlet,
        2,
        2,
        3,
        N);
  }

  @Test
  void resultsAreSingleIfTheSignalsAre() throws IOException {
    float[] floats = new float[N];
    double[] exact = new double[N];
    for (int i = 0; i < N; i++) {
      floats[i] = (float) signals[i];
      exact[i] = floats[i];
    }
    Npy.write(file("in.npy"), NumericArray.of(floats, N));
    NumericArray power = get(archive("welch"), "Pxx");
    assertEquals(ElementType.FLOAT32, power.type());
    double[] expected = Welch.withDefaults().apply(exact, N);
    for (int k = 0; k < expected.length; k++) {
      assertEquals((float) expected[k], power.floats()[k]);
    }
    archive("dwt", "--wavelet=haar");
    assertEquals(0, run("idwt", "out.npz", "back.npy", "--wavelet=haar"), err::toString);
    assertEquals(ElementType.FLOAT32, Npy.read(file("back.npy")).type());
  }

  @Test
  void aResultIsToldAsJson() throws IOException {
    archive("dwt", "--wavelet=haar", "--level=1", "--json", file("result.json").toString());
    JsonNode result = new ObjectMapper().readTree(file("result.json").toFile());
    assertEquals("float64", result.get("arrays").get("cA1").get("type").asText());
    assertEquals(51, result.get("arrays").get("cA1").get("shape").get(2).asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "welch | --nperseg=102 | segmentLength: at most the 101 samples | got 102",
        "welch | --noverlap=101 | overlap: below the segment length of 101 | got 101",
        "welch | --fs=0 | sampleRate: above 0 | got 0.0",
        "welch | --window=foo | kaiser:BETA | 'foo'",
        "welch | --window=tukey:1.5 | alpha: in [0, 1] | got 1.5",
        "welch | --window=kaiser:x | kaiser:BETA | 'kaiser:x'",
        "welch | --window=Hann | hann | 'Hann'",
        "welch | --detrend=cubic | constant, linear or false | 'cubic'",
        "spectrogram | --mode=power | psd, complex, magnitude | 'power'",
        "stft | --win_length=4000 | windowLength: at most the FFT length of 2048 | got 4000",
        "stft | --center=false | length: at least 2048 | got 101",
        "stft | --sr=NaN | --sr: above 0 | got NaN",
        "dwt | --wavelet=sym | wavelet: a name such as sym2 | got 'sym'",
        "dwt | --wavelet=db4 --level=4 | maximum of 3 for db4 | got 4",
        "dwt | --wavelet=db20 --mode=wrap | periodization | 'wrap'",
        "dwt | --wavelet=db4 --level=1 --single | --level: not together with --single | got 1",
        "dwt | --level=1 | Missing required option | --wavelet",
        "cwt | --wavelet=gaus1 --scales=1 | morl, mexh | 'gaus1'",
        "cwt | --wavelet=morl --scales=0 | scale: above 0 | got 0.0",
        "cwt | --wavelet=morl --scales=1:x | range FROM:TO | '1:x'",
        "cwt | --wavelet=morl --scales=5:5 | range FROM:TO | '5:5'",
        "cwt | --wavelet=morl --scales=1,,2 | numbers | '1,,2'",
        "cwt | --wavelet=morl --scales=1 --sampling-period=0 | --sampling-period: above 0 | got 0.0",
        "cwt | --wavelet=morl --scales=1 --precision=30 | precision | got 30",
      })
  void badOptionsEndWithTheRuleAndTheValue(
      String command, String options, String rule, String value) {
    assertEquals(2, run(command, "in.npy", "out.npz", options.split(" ")));
    assertRefused(rule, value);
  }

  private void assertRefused(String... words) {
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> word + " in: " + err);
    }
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertFalse(Files.exists(file("out.npz")));
  }

  @Test
  void filesThatHoldNoSignalsAreRefused() throws IOException {
    refuse(NumericArray.of(new double[] {1}), "at least one axis", "single number");
    refuse(NumericArray.of(new double[0], 3, 0), "at least one value", "none: float64[3, 0]");
    refuse(NumericArray.of(new boolean[] {true}, 1), "numbers", "bool[1]");
    refuse(
        NumericArray.of(new long[] {1L << 60 | 1}, 1), "double precision", "1152921504606846977");
    double[] broken = {1, 2, 3, Double.NaN};
    refuse(NumericArray.of(broken, 2, 2), "value at index [1, 1]", "finite", "NaN");
    broken[3] = Double.NEGATIVE_INFINITY;
    refuse(NumericArray.of(broken, 4), "value at index [3]", "-Infinity");
  }

  private void refuse(NumericArray array, String... words) throws IOException {
    Npy.write(file("bad.npy"), array);
    err.getBuffer().setLength(0);
    assertEquals(2, run("welch", "bad.npy", "out.npz"));
    assertRefused(words);
    assertTrue(err.toString().contains("bad.npy"), err::toString);
  }

  @Test
  void aSignalTooShortForALevelIsRefused() throws IOException {
    Npy.write(file("in.npy"), NumericArray.of(new double[] {1, 2, 3}, 3));
    assertEquals(2, run("dwt", "in.npy", "out.npz", "--wavelet=db4"));
    assertRefused("at least 7 samples for one level of db4", "got 3");
  }

  @Test
  void aResultOfAnotherKindOfFileIsRefused() {
    assertEquals(2, run("fft", "in.npy", "out.npz"));
    assertRefused("--out: a name that ends in .npy");
    err.getBuffer().setLength(0);
    assertEquals(2, run("welch", "in.npy", "out.npy"));
    assertRefused("--out: a name that ends in .npz");
  }

  @Test
  void archivesThatHoldNoBandsAreRefused() throws IOException {
    NumericArray two = NumericArray.of(new double[2], 2);
    refuseBands(Map.of("cA2", two, "cD1", two), "cAn, cDn, ... cD1", "cD1");
    refuseBands(Map.of("f", two), "cA and cD", "found f");
    NumericArray rows = NumericArray.of(new double[4], 2, 2);
    refuseBands(Map.of("cA", two, "cD", rows), "leading axes", "[2]");
    refuseBands(Map.of("cA", NumericArray.of(new double[9], 9), "cD", two), "9 and 2");
    double[] broken = {0, Double.NaN};
    refuseBands(Map.of("cA", two, "cD", NumericArray.of(broken, 2)), "cD.npy", "index [1]", "NaN");
  }

  private void refuseBands(Map<String, NumericArray> arrays, String... words) throws IOException {
    Npz.write(file("bands.npz"), arrays, Npz.Compression.STORED);
    err.getBuffer().setLength(0);
    assertEquals(2, run("idwt", "bands.npz", "back.npy", "--wavelet=haar"));
    assertRefused(words);
  }

  @Test
  void aMissingCommandIsNamed() {
    assertEquals(2, Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "signal"));
    assertRefused("Missing command: fft, stft, spectrogram, welch, dwt, idwt or cwt");
  }
}
