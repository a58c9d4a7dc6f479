package io.github.anomalydata.augment;

import io.github.anomalydata.data.RandomStreams;
import java.util.random.RandomGenerator;

/**
 * One array of one sample while it is augmented: {@code [channels, time]}, and what it means.
 *
 * <p>A track belongs to one thread. An {@link Augmentation} overwrites its values.
 */
public final class Track {

  /** What the values of a track are. */
  public enum Role {
    /** What goes into a model; changed by every augmentation, interpolated where time moves. */
    VALUES,

    /**
     * Ones where values count, zeros where they are padding. Where time moves, a step counts if
     * every step it is interpolated from does.
     */
    MASK,

    /**
     * What is to be predicted at each step. Where time moves, each step gets that of the nearest
     * step, so that classes stay classes.
     */
    LABELS,

    /** Ones where labels count. Where time moves, it stays with the labels. */
    LABEL_MASK
  }

  private final Role role;
  private final String name;
  private final int field;
  private final int channels;
  private final int time;
  private double[] values;
  private double[] spare;

  Track(Role role, String name, int field, int channels, int time) {
    this.role = role;
    this.name = name;
    this.field = field;
    this.channels = channels;
    this.time = time;
    this.values = new double[channels * time];
    this.spare = new double[0];
  }

  /**
   * Returns what the values are.
   *
   * @return the role
   */
  public Role role() {
    return role;
  }

  /**
   * Returns the name of the field.
   *
   * @return the name; empty for an array that is not of a sample
   */
  public String name() {
    return name;
  }

  /**
   * Returns the number of channels.
   *
   * @return at least 1
   */
  public int channels() {
    return channels;
  }

  /**
   * Returns the number of steps.
   *
   * @return at least 1
   */
  public int time() {
    return time;
  }

  /**
   * Returns the values, those of channel {@code c} from {@code c * time}.
   *
   * @return the track's own array, to be overwritten
   */
  public double[] values() {
    return values;
  }

  /**
   * Returns a generator for draws that are not shared by the fields of a sample, such as noise. A
   * draw that moves time comes from the generator itself instead, so that all fields move alike.
   *
   * @param random the generator of the sample, of which one long is taken
   * @return a generator of this field
   */
  public RandomGenerator own(RandomGenerator random) {
    return RandomStreams.of(random.nextLong(), field);
  }

  /**
   * Replaces each step by the value at another place in time.
   *
   * @param positions for each step the place it is taken from, in {@code [0, time - 1]}; places
   *     between two steps are interpolated linearly, or rounded, as the role says
   * @throws IllegalArgumentException if there is not one place for each step
   */
  public void move(double[] positions) {
    if (positions.length != time) {
      throw new IllegalArgumentException(
          "positions: one for each of " + time + " steps, got " + positions.length);
    }
    if (spare.length == 0) {
      spare = new double[values.length];
    }
    for (int t = 0; t < time; t++) {
      double place = Math.max(0, Math.min(positions[t], time - 1));
      int before = (int) place;
      double fraction = place - before;
      for (int at = 0; at < values.length; at += time) {
        spare[at + t] =
            fraction == 0 ? values[at + before] : between(at + before, fraction); // NaN * 0 is NaN
      }
    }
    double[] moved = spare;
    spare = values;
    values = moved;
  }

  private double between(int before, double fraction) {
    return switch (role) {
      case VALUES -> values[before] + fraction * (values[before + 1] - values[before]);
      case MASK -> Math.min(values[before], values[before + 1]);
      case LABELS, LABEL_MASK -> values[fraction < 0.5 ? before : before + 1];
    };
  }
}
