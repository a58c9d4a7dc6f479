package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the simulated engines behave, compared with the published facts about the real ones. */
class SimulatedEngineTest {
  private static final TurbofanSimulator SIMULATOR = TurbofanSimulator.withDefaults();

  @TempDir static Path folder;
  private static Turbofan simple;
  private static Turbofan sixRegimes;
  private static Turbofan twoFaults;
  private static Turbofan noiseless;

  @BeforeAll
  static void simulate() throws IOException {
    simple = simulate(SIMULATOR, Turbofan.Subset.FD001);
    sixRegimes = simulate(SIMULATOR.withRegimes(6), Turbofan.Subset.FD002);
    twoFaults = simulate(SIMULATOR.withFaultModes(2), Turbofan.Subset.FD003);
    noiseless = simulate(SIMULATOR.withNoise(0), Turbofan.Subset.FD004);
  }

  private static Turbofan simulate(TurbofanSimulator simulator, Turbofan.Subset subset)
      throws IOException {
    simulator.write(folder, subset.name(), 7);
    return Turbofan.open(folder, subset);
  }

  private static double early(EngineRun run, Channel channel) {
    return IntStream.rangeClosed(1, 20)
        .mapToDouble(t -> run.value(channel, t))
        .average()
        .orElseThrow();
  }

  private static double late(EngineRun run, Channel channel) {
    int last = run.length();
    return IntStream.rangeClosed(last - 9, last)
        .mapToDouble(t -> run.value(channel, t))
        .average()
        .orElseThrow();
  }

  private static double meanRise(List<EngineRun> runs, Channel channel) {
    return runs.stream()
        .mapToDouble(run -> late(run, channel) - early(run, channel))
        .average()
        .orElseThrow();
  }

  @Test
  void livesHaveTheLengthsOfFd001() {
    int[] lives = simple.train().runs().stream().mapToInt(EngineRun::length).toArray();
    assertTrue(Arrays.stream(lives).min().orElseThrow() >= 128);
    assertTrue(Arrays.stream(lives).max().orElseThrow() <= 378);
    assertEquals(206, Arrays.stream(lives).average().orElseThrow(), 12);
  }

  @Test
  void testUnitsAreCutOffWithinTheBoundsOfFd001() {
    for (EngineRun run : simple.test().runs()) {
      assertTrue(run.length() >= 31, () -> "length " + run.length());
      assertTrue(run.finalRul() >= 7 && run.finalRul() <= 145, () -> "RUL " + run.finalRul());
    }
    double mean =
        simple.test().runs().stream().mapToInt(EngineRun::finalRul).average().orElseThrow();
    assertEquals(75, mean, 12);
  }

  /** Mean of the last 10 cycles less mean of the first 20 over the units of the real FD001. */
  @ParameterizedTest
  @CsvSource({
    "T24, 1.19",
    "T30, 14.1",
    "T50, 24.2",
    "P30, -2.27",
    "Nf, 0.163",
    "Nc, 38",
    "Ps30, 0.73",
    "phi, -1.95",
    "NRf, 0.166",
    "NRc, 26",
    "BPR, 0.094",
    "htBleed, 3.65",
    "W31, -0.45",
    "W32, -0.27"
  })
  void sensorsDriftAsThoseOfFd001(String symbol, double expected) {
    double rise = meanRise(simple.train().runs(), Channel.named(symbol));
    double tolerance = symbol.startsWith("N") ? 0.4 : 0.15;
    assertEquals(expected, rise, tolerance * Math.abs(expected));
  }

  @Test
  void wearOnlyGrowsWithoutNoise() {
    for (EngineRun run : noiseless.train().runs()) {
      double[] rising = run.values(Channel.named("T50"));
      double[] falling = run.values(Channel.named("W32"));
      for (int t = 1; t < rising.length; t++) {
        assertTrue(rising[t] >= rising[t - 1]);
        assertTrue(falling[t] <= falling[t - 1]);
      }
    }
  }

  @Test
  void mostWearComesLate() {
    for (EngineRun run : noiseless.train().runs()) {
      double[] values = run.values(Channel.named("T50"));
      double half = values[values.length / 2] - values[0];
      double whole = values[values.length - 1] - values[0];
      assertTrue(half > 0 && half < 0.25 * whole);
    }
  }

  @Test
  void enginesFailAtTheSameWearHoweverTheyStarted() {
    Channel t50 = Channel.named("T50");
    double[] first =
        noiseless.train().runs().stream().mapToDouble(r -> r.value(t50, 1)).sorted().toArray();
    assertTrue(first[first.length - 1] - first[0] > 10);
    for (EngineRun run : noiseless.train().runs()) {
      assertEquals(1430, run.value(t50, run.length()), 2.5);
    }
  }

  @Test
  void noiseDoesNotChangeLivesAndSettings() {
    for (int unit = 0; unit < 100; unit++) {
      EngineRun with = simple.train().runs().get(unit);
      EngineRun without = noiseless.train().runs().get(unit);
      for (Channel setting : Channel.settings()) {
        assertEquals(
            Arrays.toString(with.values(setting)), Arrays.toString(without.values(setting)));
      }
    }
  }

  /** Standard deviation between neighbouring cycles of the real FD001. */
  @ParameterizedTest
  @CsvSource({
    "T24, 0.298",
    "T30, 4.01",
    "T50, 3.97",
    "P30, 0.412",
    "Nf, 0.0307",
    "Nc, 4.22",
    "Ps30, 0.101",
    "phi, 0.304",
    "NRf, 0.0297",
    "NRc, 3.11",
    "BPR, 0.0201",
    "htBleed, 0.926",
    "W31, 0.101",
    "W32, 0.0613"
  })
  void noiseHasTheSizeOfFd001(String symbol, double expected) {
    double squares = 0;
    int count = 0;
    for (EngineRun run : simple.train().runs()) {
      double[] values = run.values(Channel.named(symbol));
      for (int t = 1; t < values.length / 2; t++) {
        double step = values[t] - values[t - 1];
        squares += step * step / 2;
        count++;
      }
    }
    assertEquals(expected, Math.sqrt(squares / count), 0.05 * expected);
  }

  @Test
  void sensorsThatAreConstantInFd001AreConstant() {
    int[] sensors = {1, 5, 10, 16, 18, 19};
    double[] values = {518.67, 14.62, 1.3, 0.03, 2388, 100};
    for (int i = 0; i < sensors.length; i++) {
      double[] column = simple.train().column(Channel.named("sensor_" + sensors[i]));
      for (double value : column) {
        assertEquals(values[i], value);
      }
    }
  }

  @Test
  void theBypassPressureHasTheTwoValuesOfFd001() {
    Set<Double> values = new TreeSet<>();
    for (double value : simple.train().column(Channel.named("P15"))) {
      values.add(value);
    }
    assertEquals(Set.of(21.6, 21.61), values);
  }

  @Test
  void sixRegimesAreVisitedByEveryUnitAsOftenAsInFd002() {
    double[] shares = new double[6];
    for (EngineRun run : sixRegimes.train().runs()) {
      int[] visits = new int[6];
      for (double altitude : run.values(Channel.SETTING_1)) {
        visits[List.of(0L, 10L, 20L, 25L, 35L, 42L).indexOf(Math.round(altitude))]++;
      }
      for (int regime = 0; regime < 6; regime++) {
        assertTrue(visits[regime] > 0, run.toString());
        shares[regime] += (double) visits[regime] / run.length() / sixRegimes.train().size();
      }
    }
    for (int regime = 0; regime < 6; regime++) {
      assertEquals(regime == 5 ? 0.25 : 0.15, shares[regime], 0.015);
    }
  }

  /** Settings, a constant sensor and a level of new engines in the real FD002. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.00, 100, 518.67, 1402.3, 2388",
    "10, 0.25, 100, 489.05, 1305.4, 2319",
    "20, 0.70, 100, 491.19, 1248.1, 2324",
    "25, 0.62, 60, 462.54, 1046.0, 1915",
    "35, 0.84, 100, 449.44, 1126.4, 2223",
    "42, 0.84, 100, 445.00, 1122.5, 2212"
  })
  void regimesHaveTheLevelsOfFd002(
      long altitude, double mach, double throttle, double t2, double t50, double demandedSpeed) {
    double sum = 0;
    int count = 0;
    for (EngineRun run : sixRegimes.train().runs()) {
      for (int t = 1; t <= run.length(); t++) {
        if (Math.round(run.value(Channel.SETTING_1, t)) != altitude) {
          continue;
        }
        assertEquals(altitude + 0.003, run.value(Channel.SETTING_1, t), 0.0051);
        assertEquals(mach + 0.001, run.value(Channel.SETTING_2, t), 0.001001);
        assertEquals(throttle, run.value(Channel.SETTING_3, t));
        assertEquals(t2, run.value(Channel.named("T2"), t));
        assertEquals(demandedSpeed, run.value(Channel.named("Nf_dmd"), t));
        if (t <= 20) {
          sum += run.value(Channel.named("T50"), t);
          count++;
        }
      }
    }
    assertEquals(t50, sum / count, 2);
  }

  @Test
  void oneRegimeIsTheGround() {
    for (EngineRun run : simple.train().runs()) {
      for (int t = 1; t <= run.length(); t++) {
        assertEquals(0, run.value(Channel.SETTING_1, t), 0.01);
        assertEquals(0, run.value(Channel.SETTING_2, t), 0.0006);
        assertEquals(100, run.value(Channel.SETTING_3, t));
      }
    }
  }

  @Test
  void oneFaultModeNeverRaisesTheCompressorPressure() {
    for (EngineRun run : simple.train().runs()) {
      assertTrue(late(run, Channel.named("P30")) < early(run, Channel.named("P30")));
    }
  }

  @Test
  void theSecondFaultMovesFiveSensorsTheOtherWay() {
    Channel pressure = Channel.named("P30");
    List<EngineRun> fan =
        twoFaults.train().runs().stream()
            .filter(run -> late(run, pressure) > early(run, pressure))
            .toList();
    List<EngineRun> compressor =
        twoFaults.train().runs().stream().filter(run -> !fan.contains(run)).toList();
    assertEquals(50, fan.size(), 20);
    for (String symbol : List.of("P30", "phi", "W31", "W32")) {
      assertTrue(meanRise(fan, Channel.named(symbol)) > 0, symbol);
      assertTrue(meanRise(compressor, Channel.named(symbol)) < 0, symbol);
    }
    assertTrue(meanRise(fan, Channel.named("BPR")) < 0);
    assertTrue(meanRise(compressor, Channel.named("BPR")) > 0);
    for (String symbol : List.of("T24", "T30", "T50", "Nf", "Nc", "Ps30", "NRf", "NRc")) {
      assertTrue(meanRise(fan, Channel.named(symbol)) > 0, symbol);
      assertTrue(meanRise(compressor, Channel.named(symbol)) > 0, symbol);
    }
  }

  @Test
  void fanFaultsTakeLongerThanCompressorFaults() {
    double one = simple.train().rows() / 100.0;
    double two = twoFaults.train().rows() / 100.0;
    assertEquals(247, two, 30);
    assertTrue(two > one + 20);
  }
}
