package io.github.anomalydata.turbofan;

import io.github.anomalydata.internal.NormalDraws;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One simulated engine, from its first recorded cycle to its failure.
 *
 * <p>With {@code T} the life in cycles and {@code g} the growth exponent, the wear after cycle
 * {@code t} is
 *
 * <pre>  w(t) = w0 + (1 - w0) (exp(g t / T) - 1) / (exp(g) - 1)</pre>
 *
 * where {@code w0} is the wear the engine starts with, and the engine fails at a wear of one.
 * Compressor wear is shared by losses of flow and of efficiency in a proportion of its own in each
 * engine, which drives the core speeds apart.
 */
final class SimulatedEngine {
  private static final SimulatedSensor[] SENSORS = SimulatedSensor.values();

  private static final double MOST_INITIAL_WEAR = 0.48;
  private static final double MOST_INITIAL_CORE_DEVIATION = 0.09;

  private static final int FEWEST_OBSERVED = 31;
  private static final int FEWEST_REMAINING = 7;
  private static final int MOST_REMAINING = 145;

  private final int life;
  private final int remaining;
  private final double growth;
  private final double initialWear;
  private final long rowSeed;

  /** Deviation of each sensor from its level before the fault grows, at sea level. */
  private final double[] offset = new double[SENSORS.length];

  /** Change of each sensor for one unit of wear that the fault adds, at sea level. */
  private final double[] slope = new double[SENSORS.length];

  /**
   * Draws an engine.
   *
   * @param random a generator of its own, so that the engine does not depend on other engines
   * @param faultModes 1 or 2
   */
  SimulatedEngine(RandomGenerator random, int faultModes) {
    boolean second = random.nextBoolean();
    SimulatedFault fault =
        second && faultModes == 2 ? SimulatedFault.FAN : SimulatedFault.HIGH_PRESSURE_COMPRESSOR;
    initialWear = MOST_INITIAL_WEAR * random.nextDouble();
    double initialCore = MOST_INITIAL_CORE_DEVIATION * symmetric(random);
    double drawnShare = symmetric(random);
    double share = fault == SimulatedFault.FAN ? 0 : drawnShare;
    growth = fault.growth(random);
    life = fault.life(random, initialWear);
    int most = Math.min(MOST_REMAINING, life - FEWEST_OBSERVED);
    remaining = FEWEST_REMAINING + random.nextInt(most - FEWEST_REMAINING + 1);
    rowSeed = random.nextLong();
    for (int s = 0; s < SENSORS.length; s++) {
      SimulatedSensor sensor = SENSORS[s];
      offset[s] = initialWear * sensor.initialResponse() + initialCore * sensor.coreResponse();
      slope[s] = sensor.response(fault) + share * sensor.coreResponse();
    }
  }

  private static double symmetric(RandomGenerator random) {
    return 2 * random.nextDouble() - 1;
  }

  /** Cycles from the first to failure, which is the last. */
  int life() {
    return life;
  }

  /** Cycles left at the end of the record when this is a test engine. */
  int remaining() {
    return remaining;
  }

  /** Writes the first cycles of this engine as lines of 26 columns. */
  void write(SimulatorOutput output, int unit, int cycles, int regimes, double noise)
      throws IOException {
    RandomGenerator random = new SplittableRandom(rowSeed);
    double step = StrictMath.exp(growth / life);
    double toWear = (1 - initialWear) / StrictMath.expm1(growth);
    double grown = 1;
    for (int cycle = 1; cycle <= cycles; cycle++) {
      grown *= step;
      output.integer(unit);
      output.integer(cycle);
      SimulatedCondition condition = writeSettings(output, random, regimes);
      writeSensors(output, random, condition, (grown - 1) * toWear, noise);
      output.blank();
      output.endLine();
    }
  }

  private static SimulatedCondition writeSettings(
      SimulatorOutput output, RandomGenerator random, int regimes) {
    SimulatedCondition condition;
    if (regimes == 1) {
      condition = SimulatedCondition.SEA_LEVEL;
      output.decimal(0.0022 * NormalDraws.next(random), 4);
      output.decimal(0.00053 * symmetric(random), 4);
    } else {
      condition = SimulatedCondition.next(random);
      output.decimal(condition.altitude(random), 4);
      output.decimal(condition.mach(random), 4);
    }
    output.decimal(condition.throttle(), 1);
    return condition;
  }

  private void writeSensors(
      SimulatorOutput output,
      RandomGenerator random,
      SimulatedCondition condition,
      double addedWear,
      double noise) {
    for (int s = 0; s < SENSORS.length; s++) {
      SimulatedSensor sensor = SENSORS[s];
      double deviation = sensor.scale(condition) * (offset[s] + slope[s] * addedWear);
      double value = sensor.level(condition) + deviation;
      if (sensor.noise() > 0) {
        value += noise * sensor.noise() * NormalDraws.next(random);
      }
      output.decimal(value, sensor.decimals());
    }
  }
}
