package io.github.anomalydata.turbofan;

import java.util.random.RandomGenerator;

/** The six flight conditions of C-MAPSS: altitude, Mach number and throttle resolver angle. */
enum SimulatedCondition {
  /** On the ground: the one condition of FD001 and FD003. */
  SEA_LEVEL(0, 0.003, 0, 100),
  /** 10,000 feet. */
  FEET_10000(9.998, 10.008, 0.25, 100),
  /** 20,000 feet. */
  FEET_20000(19.998, 20.008, 0.7, 100),
  /** 25,000 feet at part throttle, where the demanded fan speed is lower too. */
  FEET_25000(24.998, 25.008, 0.62, 60),
  /** 35,000 feet. */
  FEET_35000(34.998, 35.008, 0.84, 100),
  /** 42,000 feet. */
  FEET_42000(41.998, 42.008, 0.84, 100);

  private static final SimulatedCondition[] ALL = values();

  /** Lowest altitude, in thousands of feet. */
  private final double lowest;

  /** Highest altitude, in thousands of feet. */
  private final double highest;

  private final double mach;
  private final double throttle;

  SimulatedCondition(double lowest, double highest, double mach, double throttle) {
    this.lowest = lowest;
    this.highest = highest;
    this.mach = mach;
    this.throttle = throttle;
  }

  /** Draws the condition of the next cycle: 42,000 feet one time in four, each other 15 in 100. */
  static SimulatedCondition next(RandomGenerator random) {
    return ALL[Math.min(random.nextInt(20) / 3, ALL.length - 1)];
  }

  /** Draws the altitude of a cycle in thousands of feet. */
  double altitude(RandomGenerator random) {
    return lowest + (highest - lowest) * random.nextDouble();
  }

  /** Draws the Mach number of a cycle: the nominal one half of the time, else slightly above it. */
  double mach(RandomGenerator random) {
    return mach + Math.max(0, 0.004 * random.nextDouble() - 0.002);
  }

  /** Throttle resolver angle, which does not vary. */
  double throttle() {
    return throttle;
  }
}
