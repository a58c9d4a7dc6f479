package io.github.anomalydata.feature;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.Inputs;
import io.github.anomalydata.signal.Detrend;
import io.github.anomalydata.signal.wavelet.BoundaryMode;
import io.github.anomalydata.signal.wavelet.Wavelet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FeatureExtractorTest {
  private static final int TIME = 50;
  private static final FeatureSet ALL = FeatureSet.preset("all", 100, TIME);

  private static double[] windows(int batch, int channels) {
    return new SplittableRandom(7).doubles((long) batch * channels * TIME, -1, 1).toArray();
  }

  private static FeatureExtractor all(int channels) {
    return FeatureExtractor.of(ALL, 100).withChannels(channels);
  }

  private static double one(String feature, double... signal) {
    return FeatureExtractor.of(FeatureSet.of(feature), 100).extract(signal, signal.length)[0];
  }

  private static double[] times(double factor, double[] values) {
    return Arrays.stream(values).map(v -> v * factor).toArray();
  }

  @Test
  void channelsFollowEachOtherEachWithAllFeatures() {
    double[] x = windows(2, 3);
    double[] together = all(3).extract(x, TIME);
    assertEquals(2 * 3 * ALL.features().size(), together.length);
    for (int signal = 0; signal < 6; signal++) {
      double[] alone =
          all(1).extract(Arrays.copyOfRange(x, signal * TIME, (signal + 1) * TIME), TIME);
      assertArrayEquals(
          alone, Arrays.copyOfRange(together, signal * alone.length, (signal + 1) * alone.length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void anyNumberOfWorkersGivesTheSameBits(int workers) {
    double[] x = windows(700, 2);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertArrayEquals(
          all(2).extract(x, TIME), all(2).withWorkers(executor, workers).extract(x, TIME));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anExecutorThatRefusesOnlyMeansLessHelp() {
    double[] x = windows(300, 2);
    FeatureExtractor refused =
        all(2)
            .withWorkers(
                task -> {
                  throw new RejectedExecutionException();
                },
                4);
    assertArrayEquals(all(2).extract(x, TIME), refused.extract(x, TIME));
  }

  @Test
  void ofSeveralBadSignalsTheFirstIsNamedWhateverTheWorkers() {
    double[] x = windows(2000, 1);
    x[1900 * TIME + 3] = Double.NaN;
    x[700 * TIME + 5] = Double.NEGATIVE_INFINITY;
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      assertRefused(
          () -> all(1).withWorkers(executor, 4).extract(x, TIME),
          "finite",
          "-Infinity",
          "time 5",
          "channel '0'",
          "window 700");
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void permutingTheBatchPermutesTheRows() {
    double[] x = windows(4, 1);
    double[] swapped = new double[x.length];
    for (int window = 0; window < 4; window++) {
      System.arraycopy(x, window * TIME, swapped, (3 - window) * TIME, TIME);
    }
    double[] straight = all(1).extract(x, TIME);
    double[] reversed = all(1).extract(swapped, TIME);
    int width = ALL.features().size();
    for (int window = 0; window < 4; window++) {
      assertArrayEquals(
          Arrays.copyOfRange(straight, window * width, (window + 1) * width),
          Arrays.copyOfRange(reversed, (3 - window) * width, (4 - window) * width));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-1000, 0x1p-300, 0x1p-20, 8, 0x1p300, 0x1p500})
  void featuresGrowWithThePowerOfTheSignalTheirUnitSays(double factor) {
    double[] x = windows(1, 1);
    double[] plain = all(1).extract(x, TIME);
    double[] scaled = all(1).extract(times(factor, x), TIME);
    for (int i = 0; i < plain.length; i++) {
      Feature feature = ALL.features().get(i);
      double power = feature.unit().startsWith("x^2") ? 2 : feature.unit().equals("x") ? 1 : 0;
      double expected = plain[i] * Math.pow(factor, power / 2) * Math.pow(factor, power / 2);
      assertEquals(expected, scaled[i], 1e-12 * Math.abs(expected), feature.name());
    }
  }

  @Test
  void shapesOfASpectrumDoNotDependOnTheMean() {
    FeatureSet set = FeatureSet.frequency();
    double[] x = windows(1, 1);
    double[] shifted = Arrays.stream(x).map(v -> v + 500).toArray();
    double[] plain = FeatureExtractor.of(set, 100).extract(x, TIME);
    double[] moved = FeatureExtractor.of(set, 100).extract(shifted, TIME);
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], moved[i], 1e-9 * Math.abs(plain[i]), set.features().get(i).name());
    }
  }

  @Test
  void totalPowerIsTheVariance() {
    double[] x = windows(1, 1);
    assertEquals(one("variance", x), one("total_power", x), 1e-14);
  }

  @Test
  void detrendDecidesWhatTheSpectrumSees() {
    double[] ramp = new double[64];
    Arrays.setAll(ramp, i -> 5 + i + Math.sin(2 * Math.PI * 16 * i / 64));
    FeatureExtractor dominant = FeatureExtractor.of(FeatureSet.of("dominant_frequency"), 64);
    assertEquals(1, dominant.extract(ramp, 64)[0]);
    assertEquals(0, dominant.with(Detrend.NONE).extract(ramp, 64)[0]);
    assertEquals(16, dominant.with(Detrend.LINEAR).extract(ramp, 64)[0]);
  }

  @Test
  void tsfelSeesItsOwnSpectrumWhateverTheDetrend() {
    FeatureExtractor both =
        FeatureExtractor.of(FeatureSet.of("spectral_centroid", "Spectral centroid"), 100);
    double[] x = windows(1, 1);
    double expected = both.extract(x, TIME)[1];
    assertEquals(expected, both.with(Detrend.LINEAR).extract(x, TIME)[1], 1e-12);
    assertEquals(expected, both.with(Detrend.NONE).extract(x, TIME)[1], 1e-12);
  }

  @Test
  void defectsOfTheFirstSystemStayMended() {
    double[] tone = new double[63];
    Arrays.setAll(tone, i -> 500 + 1e-4 * Math.sin(2 * Math.PI * 31 * i / 63));
    assertEquals(3100 / 63.0, one("dominant_frequency", tone), 1e-9);
    assertEquals(3100 / 63.0, one("spectral_centroid", tone), 1e-3);
    assertEquals(0, one("zero_crossing_rate", 1, 0, 1));
    assertEquals(0.5, one("zero_crossing_rate", 1, 0, -1));
    assertEquals(0, one("zero_crossing_rate", -0.0, 0, 1));
    assertEquals(1, one("zero_crossing_rate", 1, -1, 1));
    assertEquals(0.25, one("zero_crossing_rate_hold", 1, 0, -1, 0, -1));
    assertEquals(Math.sqrt(7.5) / 2.5, one("shape_factor", 1, -2, 3, -4), 1e-15);
  }

  @Test
  void aConstantSignalHasTheValuesTheDefinitionsSay() {
    double[] x = new double[TIME];
    Arrays.fill(x, 0.1);
    for (String zero :
        "std,variance,iqr,peak_to_peak,entropy:10,total_power,peak_count,slope,line_length,"
            .concat("mean_crossing_rate,spectral_peak_count:0.1,hjorth_activity")
            .split(",")) {
      assertEquals(0, one(zero, x), zero);
    }
    for (Feature feature : ALL.features()) {
      if (feature.definition().contains("undefined if constant")
          || feature.definition().contains("undefined without power")) {
        assertEquals(Double.NaN, one(feature.name(), x), feature.name());
      } else {
        assertTrue(Double.isFinite(one(feature.name(), x)), feature.name());
      }
    }
    assertEquals(1, one("crest_factor", x), 1e-15);
  }

  @Test
  void aSignalOfZerosHasNoFactors() {
    for (String factor :
        List.of("crest_factor", "shape_factor", "impulse_factor", "clearance_factor")) {
      assertEquals(Double.NaN, one(factor, 0, 0, 0), factor);
    }
  }

  @Test
  void aNumberMayStandForWhatIsUndefined() {
    FeatureExtractor extractor = FeatureExtractor.of(FeatureSet.of("skewness", "mean"), 1);
    assertArrayEquals(
        new double[] {-7, 2}, extractor.withUndefined(-7).extract(new double[] {2, 2, 2}, 3));
  }

  @Test
  void aSignalThatIsNotFiniteMayHaveUndefinedFeatures() {
    FeatureExtractor extractor =
        FeatureExtractor.of(FeatureSet.of("mean", "max"), 1).with(NonFinitePolicy.UNDEFINED);
    double[] x = {1, Double.NaN, 3, 4, 5, 6, 7, Double.POSITIVE_INFINITY, 9};
    assertArrayEquals(
        new double[] {Double.NaN, Double.NaN, 5, 6, Double.NaN, Double.NaN},
        extractor.extract(x, 3));
  }

  @Test
  void sumsBeyondTheRangeOfADoubleDoNotCountAsNotFinite() {
    double[] x = {Double.MAX_VALUE, Double.MAX_VALUE, 0};
    assertEquals(Double.MAX_VALUE / 3 * 2, one("mean", x), Double.MAX_VALUE * 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, one("energy", x));
  }

  @Test
  void oneWindowMayComeAsRows() {
    double[] x = windows(1, 2);
    double[][] rows = {Arrays.copyOf(x, TIME), Arrays.copyOfRange(x, TIME, 2 * TIME)};
    assertArrayEquals(all(2).extract(x, TIME), all(2).extract(rows));
    assertRefused(() -> all(2).extract(new double[][] {rows[0]}), "window", "[0, 1]", "1");
    assertRefused(
        () -> all(2).extract(new double[][] {rows[0], {1}}), "signals of one length", "50", "1");
  }

  @Test
  void singlePrecisionIsTheRoundedResult() {
    float[] x = Inputs.floats(windows(3, 2));
    assertArrayEquals(
        Inputs.floats(all(2).extract(Inputs.doubles(x), TIME)), all(2).extract(x, TIME));
  }

  @Test
  void viewsAndColumnMajorArraysGiveTheSame() {
    INDArray x = Nd4j.createFromArray(windows(4, 3)).reshape(4, 3, TIME);
    INDArray view = x.get(NDArrayIndex.interval(0, 2, 4), NDArrayIndex.interval(1, 3));
    FeatureExtractor extractor = FeatureExtractor.of(FeatureSet.prototype(), 100).withChannels(2);
    INDArray expected = extractor.extract(view.dup('c'));
    assertArrayEquals(new long[] {2, 34}, expected.shape());
    assertEquals(expected, extractor.extract(view));
    assertEquals(expected, extractor.extract(view.dup('f')));
    assertEquals(DataType.DOUBLE, expected.dataType());
    assertEquals(DataType.FLOAT, extractor.extract(view.castTo(DataType.FLOAT)).dataType());
    assertArrayEquals(
        extractor.extract(view.dup('c').data().asDouble(), TIME), expected.data().asDouble());
  }

  @Test
  void badInputIsRefused() {
    FeatureExtractor extractor = all(2);
    assertRefused(() -> FeatureExtractor.of(ALL, 0), "sampleRate", "above 0", "0.0");
    assertRefused(() -> FeatureExtractor.of(ALL, Double.NaN), "sampleRate", "NaN");
    assertRefused(() -> extractor.withChannels(0), "channels", "at least 1", "0");
    assertRefused(() -> extractor.withChannels(List.of("a", "a")), "each name once", "[a, a]");
    assertRefused(() -> extractor.withChannels(List.of()), "at least one", "[]");
    assertRefused(() -> extractor.withWorkers(Runnable::run, 0), "workers", "0");
    assertRefused(() -> extractor.extract(new double[0], TIME), "windows", "0 values");
    assertRefused(() -> extractor.extract(new double[TIME], TIME), "2 channels of 50", "50 values");
    assertRefused(() -> extractor.extract(new double[6], 3), "time", "at least 4", "got 3");
    assertRefused(() -> extractor.extract(new double[6], 0), "time", "at least", "got 0");
    assertRefused(() -> extractor.extract(Nd4j.zeros(2, 3, 50)), "[batch, 2, time]", "[2, 3, 50]");
    assertRefused(() -> extractor.extract(Nd4j.zeros(2, 50)), "[batch, 2, time]", "[2, 50]");
    FeatureSet wavelet = FeatureSet.wavelet(Wavelet.of("db4"), BoundaryMode.SYMMETRIC, 2);
    assertRefused(
        () -> FeatureExtractor.of(wavelet, 1).extract(new double[27], 27), "at least 28", "27");
  }
}
