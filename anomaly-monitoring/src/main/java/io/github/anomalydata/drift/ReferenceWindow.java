package io.github.anomalydata.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.internal.Require;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

  /** Returns the rows that are kept of a sample. */
  default DriftSample of(DriftSample all) {
    int rows = all.rows();
    if (this instanceof Newest newest && newest.rows < rows) {
      return all.rows(IntStream.range(rows - newest.rows, rows).toArray());
    }
    return this instanceof Reservoir reservoir && reservoir.rows < rows
        ? all.rows(drawn(rows, reservoir))
        : all;
  }

  private static int[] drawn(int rows, Reservoir reservoir) {
    RandomGenerator random = RandomStreams.of(reservoir.seed, 0x72657365);
    BitSet chosen = new BitSet(rows);
    for (int row = rows - reservoir.rows; row < rows; row++) {
      int drawn = random.nextInt(row + 1);
      chosen.set(chosen.get(drawn) ? row : drawn);
    }
    return chosen.stream().toArray();
  }
}
