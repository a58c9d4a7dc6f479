package io.github.anomalydata.turbofan;

/**
 * How each sensor answers to wear. The constants are the sensors of {@link Channel} by symbol, in
 * the same order.
 *
 * <p>Levels, responses and noise are statistics of NASA's FD001, FD002 and FD003. The level is that
 * of an engine without wear, in each {@link SimulatedCondition}. A response is the change at sea
 * level for one unit of wear, and an engine fails at a wear of one; away from sea level it scales
 * with the level, as the real responses do to within a third, fan speeds apart. The noise is the
 * standard deviation between neighbouring cycles; the real noise is white, normal and the same in
 * every condition.
 *
 * <p>Sensors that are constant in every condition have neither responses nor noise. {@link #P15},
 * {@link #EPR} and {@link #FARB} vary by less than their last digit: like the real ones, they are
 * constant in some conditions and change between two or three values in others.
 */
enum SimulatedSensor {
  // Decimals, noise, responses (initial, compressor, fan, core), levels from ground to 42,000 feet
  T2(2, 0, 0, 0, 0, 0, 518.67, 489.05, 491.19, 462.54, 449.44, 445.00),
  T24(2, 0.3, 1.74, 1.77, 1.25, 0, 641.94, 604.22, 606.89, 536.34, 555.15, 549.08),
  T30(2, 4, 17.6, 21.2, 22.4, 0, 1582.39, 1494.28, 1478.40, 1256.39, 1359.85, 1347.34),
  T50(2, 4, 32, 35.9, 30.6, 0, 1394.68, 1298.01, 1241.04, 1040.12, 1120.00, 1116.15),
  P2(2, 0, 0, 0, 0, 0, 14.62, 10.52, 9.35, 7.05, 5.48, 3.91),
  P15(2, 0.0015, 0, 0.002, -0.032, 0, 21.6075, 15.4943, 13.6548, 9.0251, 8.0027, 5.7148),
  P30(2, 0.4, -3.4, -3.36, 18, 0.5, 554.81, 395.32, 335.36, 175.84, 194.93, 138.97),
  NF(2, 0.03, 0.26, 0.24, 0.63, -0.11, 2387.99, 2318.83, 2323.87, 1915.28, 2222.89, 2211.84),
  NC(2, 4.1, -29, 57, 87, 115, 9062.96, 8784.75, 8729.14, 8015.49, 8356.08, 8326.56),
  EPR(2, 0.001, 0, -0.003, 0.0175, 0, 1.3013, 1.2613, 1.0771, 0.9413, 1.0218, 1.0213),
  PS30(2, 0.1, 1.1, 1.08, 1.06, -0.07, 47.08, 45.04, 44.03, 36.44, 41.58, 41.74),
  PHI(2, 0.3, -2.9, -2.88, 17.3, 0.5, 522.64, 372.30, 315.60, 164.93, 183.45, 130.83),
  NRF(2, 0.03, 0.26, 0.24, 0.63, -0.11, 2387.99, 2388.03, 2388.01, 2028.17, 2387.97, 2387.91),
  NRC(2, 3.1, -36, 40, 71, 103, 8146.06, 8139.43, 8069.30, 7882.25, 8076.11, 8092.68),
  BPR(4, 0.02, 0.1325, 0.14, -0.243, 0, 8.385, 8.605, 9.171, 10.839, 9.268, 9.316),
  FARB(2, 0.0004, 0, 0.0055, 0.0055, 0, 0.0275, 0.0275, 0.0225, 0.0175, 0.0175, 0.0175),
  HTBLEED(0, 0.9, 5.15, 5.45, 5.55, 0, 391.0, 367.6, 363.3, 305.6, 332.3, 329.1),
  NF_DMD(0, 0, 0, 0, 0, 0, 2388, 2319, 2324, 1915, 2223, 2212),
  PCNFR_DMD(2, 0, 0, 0, 0, 0, 100.00, 100.00, 100.00, 84.93, 100.00, 100.00),
  W31(2, 0.1, -0.638, -0.67, 0.88, 0, 39.09, 28.72, 24.62, 14.35, 14.93, 10.66),
  W32(4, 0.06, -0.361, -0.4, 0.53, 0, 23.451, 17.228, 14.767, 8.618, 8.959, 6.393);

  private final int decimals;
  private final double noise;
  private final double initialResponse;
  private final double compressorResponse;
  private final double fanResponse;
  private final double coreResponse;

  @SuppressWarnings("ImmutableEnumChecker") // It never leaves this class.
  private final double[] levels;

  SimulatedSensor(
      int decimals,
      double noise,
      double initialResponse,
      double compressorResponse,
      double fanResponse,
      double coreResponse,
      double... levels) {
    this.decimals = decimals;
    this.noise = noise;
    this.initialResponse = initialResponse;
    this.compressorResponse = compressorResponse;
    this.fanResponse = fanResponse;
    this.coreResponse = coreResponse;
    this.levels = levels;
  }

  /** Digits after the decimal point in the files. */
  int decimals() {
    return decimals;
  }

  /** Standard deviation of the noise. */
  double noise() {
    return noise;
  }

  /** Change at sea level for one unit of the wear that an engine starts with. */
  double initialResponse() {
    return initialResponse;
  }

  /** Change at sea level for one unit of wear that a fault adds. */
  double response(SimulatedFault fault) {
    return switch (fault) {
      case HIGH_PRESSURE_COMPRESSOR -> compressorResponse;
      case FAN -> fanResponse;
    };
  }

  /** Change at sea level for one unit of the engine's core speed deviation. */
  double coreResponse() {
    return coreResponse;
  }

  /** Value of an engine without wear. */
  double level(SimulatedCondition condition) {
    return levels[condition.ordinal()];
  }

  /** Size of a response relative to the same response at sea level. */
  double scale(SimulatedCondition condition) {
    return levels[condition.ordinal()] / levels[0];
  }
}
