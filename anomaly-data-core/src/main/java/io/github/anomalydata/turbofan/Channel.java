package io.github.anomalydata.turbofan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a C-MAPSS file after the unit and the cycle: three operational settings and 21
 * sensors, in the order of the file. Symbols and units are those of the data set's paper.
 */
public enum Channel {
  /** Altitude, in 1000 feet. */
  SETTING_1("altitude", "kft"),
  /** Mach number. */
  SETTING_2("Mach", ""),
  /** Throttle resolver angle, in percent. */
  SETTING_3("TRA", "%"),
  /** Total temperature at the fan inlet. */
  SENSOR_1("T2", "°R"),
  /** Total temperature at the low-pressure compressor outlet. */
  SENSOR_2("T24", "°R"),
  /** Total temperature at the high-pressure compressor outlet. */
  SENSOR_3("T30", "°R"),
  /** Total temperature at the low-pressure turbine outlet. */
  SENSOR_4("T50", "°R"),
  /** Pressure at the fan inlet. */
  SENSOR_5("P2", "psia"),
  /** Total pressure in the bypass duct. */
  SENSOR_6("P15", "psia"),
  /** Total pressure at the high-pressure compressor outlet. */
  SENSOR_7("P30", "psia"),
  /** Physical fan speed. */
  SENSOR_8("Nf", "rpm"),
  /** Physical core speed. */
  SENSOR_9("Nc", "rpm"),
  /** Engine pressure ratio. */
  SENSOR_10("epr", ""),
  /** Static pressure at the high-pressure compressor outlet. */
  SENSOR_11("Ps30", "psia"),
  /** Ratio of fuel flow to the static pressure at the high-pressure compressor outlet. */
  SENSOR_12("phi", "pps/psi"),
  /** Corrected fan speed. */
  SENSOR_13("NRf", "rpm"),
  /** Corrected core speed. */
  SENSOR_14("NRc", "rpm"),
  /** Bypass ratio. */
  SENSOR_15("BPR", ""),
  /** Burner fuel-air ratio. */
  SENSOR_16("farB", ""),
  /** Bleed enthalpy. */
  SENSOR_17("htBleed", ""),
  /** Demanded fan speed. */
  SENSOR_18("Nf_dmd", "rpm"),
  /** Demanded corrected fan speed. */
  SENSOR_19("PCNfR_dmd", "rpm"),
  /** High-pressure turbine coolant bleed. */
  SENSOR_20("W31", "lbm/s"),
  /** Low-pressure turbine coolant bleed. */
  SENSOR_21("W32", "lbm/s");

  private static final List<Channel> ALL = List.of(values());
  private static final List<Channel> SETTINGS = ALL.subList(0, 3);
  private static final List<Channel> SENSORS = ALL.subList(3, 24);

  private final String symbol;
  private final String unit;

  Channel(String symbol, String unit) {
    this.symbol = symbol;
    this.unit = unit;
  }

  /**
   * Returns all channels in the order of the file.
   *
   * @return the 24 channels
   */
  public static List<Channel> all() {
    return ALL;
  }

  /**
   * Returns the operational settings.
   *
   * @return the three settings
   */
  public static List<Channel> settings() {
    return SETTINGS;
  }

  /**
   * Returns the sensors.
   *
   * @return the 21 sensors
   */
  public static List<Channel> sensors() {
    return SENSORS;
  }

  /**
   * Returns the channel with a name.
   *
   * @param name {@code setting_1} to {@code setting_3}, {@code sensor_1} to {@code sensor_21} or a
   *     symbol such as {@code T50}, in any case
   * @return the channel
   * @throws IllegalArgumentException if no channel has the name
   */
  public static Channel named(String name) {
    return Stream.of(values())
        .filter(c -> c.name().equalsIgnoreCase(name) || c.symbol.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "channel: setting_1 to setting_3, sensor_1 to sensor_21 or a symbol such as"
                        + " T50, got '"
                        + name
                        + "'"));
  }

  /**
   * Tells whether this is an operational setting.
   *
   * @return true for a setting, false for a sensor
   */
  public boolean isSetting() {
    return ordinal() < SETTINGS.size();
  }

  /**
   * Returns the symbol of the data set's paper.
   *
   * @return the symbol, such as {@code T50}
   */
  public String symbol() {
    return symbol;
  }

  /**
   * Returns the unit of the values.
   *
   * @return the unit; empty if they have none
   */
  public String unit() {
    return unit;
  }

  /**
   * Returns the name as text.
   *
   * @return such as {@code sensor_4}
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
