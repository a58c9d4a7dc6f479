package io.github.anomalydata.mimii;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The machines of MIMII and of task 2 of the DCASE challenges from 2020 to 2024. */
public enum Machine {
  /** An industrial fan. */
  FAN("fan"),
  /** A water pump. */
  PUMP("pump"),
  /** A slide rail; {@code slide_rail} is accepted as its name. */
  SLIDER("slider"),
  /** A solenoid valve. */
  VALVE("valve"),
  /** A bearing (2022 to 2024). */
  BEARING("bearing"),
  /** A gearbox (2021 to 2024). */
  GEARBOX("gearbox"),
  /** A toy car. */
  TOY_CAR("ToyCar"),
  /** A toy conveyor (2020). */
  TOY_CONVEYOR("ToyConveyor"),
  /** A toy train (2021 to 2024). */
  TOY_TRAIN("ToyTrain"),
  /** A toy drone (2023). */
  TOY_DRONE("ToyDrone"),
  /** A model railway (2023). */
  TOY_N_SCALE("ToyNscale"),
  /** A toy tank (2023). */
  TOY_TANK("ToyTank"),
  /** A vacuum cleaner (2023). */
  VACUUM("Vacuum"),
  /** A band saw (2023). */
  BANDSAW("bandsaw"),
  /** A grinder (2023). */
  GRINDER("grinder"),
  /** A shaker (2023). */
  SHAKER("shaker"),
  /** A 3D printer (2024). */
  PRINTER_3D("3DPrinter"),
  /** An air compressor (2024). */
  AIR_COMPRESSOR("AirCompressor"),
  /** A brushless motor (2024). */
  BRUSHLESS_MOTOR("BrushlessMotor"),
  /** A hair dryer (2024). */
  HAIR_DRYER("HairDryer"),
  /** A hovering drone (2024). */
  HOVERING_DRONE("HoveringDrone"),
  /** A robotic arm (2024). */
  ROBOTIC_ARM("RoboticArm"),
  /** A document scanner (2024). */
  SCANNER("Scanner"),
  /** An electric toothbrush (2024). */
  TOOTH_BRUSH("ToothBrush"),
  /** A toy circuit (2024). */
  TOY_CIRCUIT("ToyCircuit");

  /** The four machines of MIMII. */
  static final List<Machine> MIMII = List.of(FAN, PUMP, SLIDER, VALVE);

  private static final String SLIDE_RAIL = "slide_rail";

  private final String folder;

  Machine(String folder) {
    this.folder = folder;
  }

  /**
   * Returns the name of the machine's folder in the published data.
   *
   * @return such as {@code "slider"}
   */
  public String folder() {
    return folder;
  }

  /**
   * Returns the machine of a name.
   *
   * @param name the name of its folder, or {@code "slide_rail"} for the slider; case does not count
   * @return the machine
   * @throws IllegalArgumentException if no machine has the name
   */
  public static Machine of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "machine: one of " + Arrays.toString(values()) + ", got '" + name + "'"));
  }

  /** Returns the machine of a name if there is one. */
  static Optional<Machine> find(String name) {
    String wanted = name.equalsIgnoreCase(SLIDE_RAIL) ? SLIDER.folder : name;
    return Arrays.stream(values()).filter(m -> m.folder.equalsIgnoreCase(wanted)).findFirst();
  }

  /**
   * Returns the name.
   *
   * @return the folder's name
   */
  @Override
  public String toString() {
    return folder;
  }
}
