package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.RandomStreams;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Simulates a fleet of turbofan engines and writes it in the format of NASA's C-MAPSS files.
 *
 * <p>Each engine starts with some wear, which then grows exponentially until the engine fails, as
 * in the damage propagation model of [1]. The 21 sensors answer to wear in their own direction and
 * size, with normal noise. Life lengths, levels, responses and noise are those of the real FD001,
 * FD002 and FD003; no real row is copied. A test unit is cut off 7 to 145 cycles before its
 * failure, and after 31 cycles at the earliest.
 *
 * <p>Three files are written: {@code train_NAME.txt} and {@code test_NAME.txt} with a line per
 * cycle, and {@code RUL_NAME.txt} with a line per test unit. A line of the first two holds 26
 * numbers, each followed by a blank: unit, cycle, altitude (1000 ft), Mach number, throttle
 * resolver angle and the sensors; it ends in a second blank and a line feed. Units and cycles count
 * from 1. A train unit fails in its last cycle; a test unit fails as many cycles after its last one
 * as the third file says.
 *
 * <p>The same options and seed give the same bytes, and unit {@code k} is the same however many
 * units there are. Rows are written as they are drawn: memory does not grow with the fleet.
 *
 * <p>Reference:
 *
 * <ol>
 *   <li>A. Saxena, K. Goebel, D. Simon, N. Eklund (2008), Damage propagation modeling for aircraft
 *       engine run-to-failure simulation, International Conference on Prognostics and Health
 *       Management. <a
 *       href="https://doi.org/10.1109/PHM.2008.4711414">doi:10.1109/PHM.2008.4711414</a>
 * </ol>
 */
public final class TurbofanSimulator {
  private static final TurbofanSimulator DEFAULTS =
      new TurbofanSimulator(100, 100, 1, 1, 1.0, false);

  private static final Pattern SUBSET = Pattern.compile("[A-Za-z0-9_-]+");

  private static final int TRAIN = 0;
  private static final int TEST = 1;

  private final int trainUnits;
  private final int testUnits;
  private final int regimes;
  private final int faultModes;
  private final double noise;
  private final boolean overwrite;

  private TurbofanSimulator(
      int trainUnits, int testUnits, int regimes, int faultModes, double noise, boolean overwrite) {
    this.trainUnits = trainUnits;
    this.testUnits = testUnits;
    this.regimes = regimes;
    this.faultModes = faultModes;
    this.noise = noise;
    this.overwrite = overwrite;
  }

  /**
   * Returns a simulator of a fleet like FD001.
   *
   * <ul>
   *   <li>{@linkplain #withTrainUnits(int) Train units} = 100
   *   <li>{@linkplain #withTestUnits(int) Test units} = 100
   *   <li>{@linkplain #withRegimes(int) Regimes} = 1
   *   <li>{@linkplain #withFaultModes(int) Fault modes} = 1
   *   <li>{@linkplain #withNoise(double) Noise} = 1
   *   <li>{@linkplain #withOverwrite(boolean) Overwrite} = false
   * </ul>
   *
   * @return the default simulator
   */
  public static TurbofanSimulator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a simulator with the given number of units that run to failure.
   *
   * @param units at least 1
   * @return a simulator
   * @throws IllegalArgumentException if {@code units} is below 1
   */
  public TurbofanSimulator withTrainUnits(int units) {
    requirePositive("trainUnits", units);
    return new TurbofanSimulator(units, testUnits, regimes, faultModes, noise, overwrite);
  }

  /**
   * Returns a simulator with the given number of units that are cut off before failure.
   *
   * @param units at least 1
   * @return a simulator
   * @throws IllegalArgumentException if {@code units} is below 1
   */
  public TurbofanSimulator withTestUnits(int units) {
    requirePositive("testUnits", units);
    return new TurbofanSimulator(trainUnits, units, regimes, faultModes, noise, overwrite);
  }

  /**
   * Returns a simulator with the given number of operating conditions: one, at sea level, as in
   * FD001 and FD003, or six, drawn anew for each cycle, as in FD002 and FD004.
   *
   * @param regimes 1 or 6
   * @return a simulator
   * @throws IllegalArgumentException if {@code regimes} is neither 1 nor 6
   */
  public TurbofanSimulator withRegimes(int regimes) {
    if (regimes != 1 && regimes != 6) {
      throw new IllegalArgumentException("regimes: 1 or 6, got " + regimes);
    }
    return new TurbofanSimulator(trainUnits, testUnits, regimes, faultModes, noise, overwrite);
  }

  /**
   * Returns a simulator with the given number of fault modes: one, the high-pressure compressor, as
   * in FD001 and FD002, or two, either that or the fan in each unit, as in FD003 and FD004.
   *
   * @param faultModes 1 or 2
   * @return a simulator
   * @throws IllegalArgumentException if {@code faultModes} is neither 1 nor 2
   */
  public TurbofanSimulator withFaultModes(int faultModes) {
    if (faultModes != 1 && faultModes != 2) {
      throw new IllegalArgumentException("faultModes: 1 or 2, got " + faultModes);
    }
    return new TurbofanSimulator(trainUnits, testUnits, regimes, faultModes, noise, overwrite);
  }

  /**
   * Returns a simulator with the given sensor noise. The engines, their lives and their operating
   * conditions stay the same.
   *
   * @param noise standard deviation relative to that of the real sensors, 0 to 100; 0 leaves the
   *     sensors without noise
   * @return a simulator
   * @throws IllegalArgumentException if {@code noise} is NaN or outside 0 to 100
   */
  public TurbofanSimulator withNoise(double noise) {
    if (!(noise >= 0 && noise <= 100)) {
      throw new IllegalArgumentException("noise: 0 to 100, got " + noise);
    }
    return new TurbofanSimulator(trainUnits, testUnits, regimes, faultModes, noise, overwrite);
  }

  /**
   * Returns a simulator that replaces existing files, or refuses to.
   *
   * @param overwrite whether to replace existing files
   * @return a simulator
   */
  public TurbofanSimulator withOverwrite(boolean overwrite) {
    return new TurbofanSimulator(trainUnits, testUnits, regimes, faultModes, noise, overwrite);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": at least 1, got " + value);
    }
  }

  /**
   * Simulates the fleet and writes its three files. Each file appears in the folder whole or not at
   * all.
   *
   * @param folder the folder to write to, created if absent
   * @param subset the name of the data set in the file names, such as {@code FD001}; it has no
   *     influence on what is simulated
   * @param seed the seed
   * @return the files and their sizes
   * @throws IllegalArgumentException if {@code subset} has characters other than letters, digits,
   *     underscores and hyphens, or none
   * @throws FileAlreadyExistsException if one of the files exists and {@linkplain
   *     #withOverwrite(boolean) overwriting} is off; none is written then
   * @throws IOException if a file cannot be written
   */
  public SimulatedFleet write(Path folder, String subset, long seed) throws IOException {
    if (!SUBSET.matcher(subset).matches()) {
      throw new IllegalArgumentException(
          "subset: letters, digits, '_' and '-', got '" + subset + "'");
    }
    String train = "train_" + subset + ".txt";
    String test = "test_" + subset + ".txt";
    String remainingLife = "RUL_" + subset + ".txt";
    try (SimulatorStaging staging =
        SimulatorStaging.open(folder, List.of(train, test, remainingLife), overwrite)) {
      long trainRows;
      try (SimulatorOutput output = staging.create(train)) {
        trainRows = writeTrain(output, seed);
      }
      long testRows;
      try (SimulatorOutput output = staging.create(test);
          SimulatorOutput labels = staging.create(remainingLife)) {
        testRows = writeTest(output, labels, seed);
      }
      staging.publish();
      return new SimulatedFleet(
          folder.resolve(train),
          folder.resolve(test),
          folder.resolve(remainingLife),
          trainUnits,
          testUnits,
          trainRows,
          testRows);
    }
  }

  /** Draws a unit of the train file. */
  SimulatedEngine trainEngine(long seed, int unit) {
    return new SimulatedEngine(RandomStreams.of(seed, TRAIN, unit), faultModes);
  }

  /** Draws a unit of the test file. */
  SimulatedEngine testEngine(long seed, int unit) {
    return new SimulatedEngine(RandomStreams.of(seed, TEST, unit), faultModes);
  }

  private long writeTrain(SimulatorOutput output, long seed) throws IOException {
    long rows = 0;
    for (int unit = 1; unit <= trainUnits; unit++) {
      SimulatedEngine engine = trainEngine(seed, unit);
      engine.write(output, unit, engine.life(), regimes, noise);
      rows += engine.life();
    }
    return rows;
  }

  private long writeTest(SimulatorOutput output, SimulatorOutput labels, long seed)
      throws IOException {
    long rows = 0;
    for (int unit = 1; unit <= testUnits; unit++) {
      SimulatedEngine engine = testEngine(seed, unit);
      int observed = engine.life() - engine.remaining();
      engine.write(output, unit, observed, regimes, noise);
      labels.integer(engine.remaining());
      labels.endLine();
      rows += observed;
    }
    return rows;
  }
}
