package io.github.anomalydata.mvtec;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A kind of product that {@link MvtecSimulator} knows. */
public enum SimulatedCategory {
  /** A cloth in plain weave, with holes, stains, pushed and missing threads. */
  WEAVE(
      Weave::new,
      SimulatedDefect.BENT,
      SimulatedDefect.HOLE,
      SimulatedDefect.MISSING,
      SimulatedDefect.STAIN),
  /** Brown leather, with holes, scratches and stains. */
  LEATHER(Leather::new, SimulatedDefect.HOLE, SimulatedDefect.SCRATCH, SimulatedDefect.STAIN),
  /** A grid of wires, with bent and missing ones, and stains. */
  GRID(WireGrid::new, SimulatedDefect.BENT, SimulatedDefect.MISSING, SimulatedDefect.STAIN),
  /** A hexagonal nut, broken, scratched or stained. */
  NUT(Nut::new, SimulatedDefect.MISSING, SimulatedDefect.SCRATCH, SimulatedDefect.STAIN),
  /** The mouth of a bottle from above, broken, scratched or stained. */
  BOTTLE(Bottle::new, SimulatedDefect.MISSING, SimulatedDefect.SCRATCH, SimulatedDefect.STAIN);

  private final Function<RandomGenerator, Surface> surface;
  private final List<SimulatedDefect> defects;

  SimulatedCategory(Function<RandomGenerator, Surface> surface, SimulatedDefect... defects) {
    this.surface = surface;
    this.defects = List.of(defects);
  }

  /**
   * Returns the name of the folder.
   *
   * @return such as {@code "weave"}
   */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Draws a sound product. */
  Surface product(RandomGenerator random) {
    return surface.apply(random);
  }

  List<SimulatedDefect> defects() {
    return defects;
  }
}
