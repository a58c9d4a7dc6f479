package io.github.anomalydata.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.internal.Require;

/** Which rows of a reference are kept: its size decides how long every later test takes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "window")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReferenceWindow.All.class, name = "all"),
  @JsonSubTypes.Type(value = ReferenceWindow.Newest.class, name = "newest"),
  @JsonSubTypes.Type(value = ReferenceWindow.Reservoir.class, name = "reservoir")
})
public sealed interface ReferenceWindow {

  /**
   * All rows.
   *
   * @return this choice
   */
  static ReferenceWindow all() {
    return new All();
  }

  /**
   * The newest rows, the last ones: what normal is may move with the seasons.
   *
   * @param rows how many at most, at least 1
   * @return this choice
   * @throws IllegalArgumentException if it is below 1
   */
  static ReferenceWindow newest(int rows) {
    return new Newest(rows);
  }

  /**
   * Rows drawn from all, each as likely, in the order of time: the whole history in a bounded size.
   * Neighbours are then further apart than in current samples; where rows depend on one another and
   * the block length is to be estimated, that of the current sample counts.
   *
   * @param rows how many at most, at least 1
   * @param seed the seed of the draw
   * @return this choice
   * @throws IllegalArgumentException if it is below 1
   */
  static ReferenceWindow reservoir(int rows, long seed) {
    return new Reservoir(rows, seed);
  }

  /** All rows. */
  record All() implements ReferenceWindow {}

  /**
   * The newest rows.
   *
   * @param rows how many at most, at least 1
   */
  record Newest(int rows) implements ReferenceWindow {
    /**
     * Checks the number.
     *
     * @param rows how many at most
     * @throws IllegalArgumentException if it is below 1
     */
    public Newest {
      Require.atLeast("rows", rows, 1);
    }
  }

  /**
   * Rows drawn from all.
   *
   * @param rows how many at most, at least 1
   * @param seed the seed of the draw
   */
  record Reservoir(int rows, long seed) implements ReferenceWindow {
    /**
     * Checks the number.
     *
     * @param rows how many at most
     * @param seed the seed of the draw
     * @throws IllegalArgumentException if it is below 1
     */
    public Reservoir {
      Require.atLeast("rows", rows, 1);
    }
  }
}
