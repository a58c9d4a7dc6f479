package io.github.anomalydata.augment;

import io.github.anomalydata.data.RandomStreams;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One array of one sample while it is augmented, and what it means: a series {@code [channels,
 * time]}, or an image {@code [channels, height, width]}, whose steps are its pixels, row by row.
 *
 * <p>A track belongs to one thread. An {@link Augmentation} overwrites its values. Statistics of a
 * channel leave out the steps that its mask says do not count, wherever time was moved before.
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

  private static final double[] NONE = {};

  private final Role role;
  private final String name;
  private final long[] purpose;
  private final int channels;
  private final int width;
  private int time;
  private final Generators generators = new Generators();
  private double[] values = NONE;
  private double[] spare = NONE;
  private double[] row = NONE;
  private double[] positions = NONE;
  private int[] before = {};
  private @Nullable Track mask;

  Track(Role role, String name, int field, int channels, int time) {
    this(role, name, field, channels, time, 0);
  }

  /** Creates the track of an image, or of a series if the width is 0. */
  Track(Role role, String name, int field, int channels, int time, int width) {
    this.role = role;
    this.width = width;
    this.name = name;
    this.purpose = new long[] {field};
    this.channels = channels;
    this.time = time;
  }

  /** Takes room for the values, whose content does not matter; without it there are none yet. */
  Track withRoom(double[] room) {
    values = room;
    return this;
  }

  /** Takes the mask of the values, which goes where they go. */
  Track withMask(Track newMask) {
    mask = newMask;
    return this;
  }

  @Nullable Track mask() {
    return mask;
  }

  /** Makes room for the values of a series, and returns it. */
  double[] begin(int newTime) {
    time = newTime;
    if (values.length != channels * newTime) {
      // After a series that became shorter, the room for its beginning is there.
      double[] room = spare(newTime);
      spare = values;
      values = room;
    }
    return values;
  }

  /** Returns the generators of what is done to the track. */
  Generators generators() {
    return generators;
  }

  /** Returns the rank of an array of a sample: 2 of a series, 3 of an image. */
  int rank() {
    return width == 0 ? 2 : 3;
  }

  /** Returns room for a place of each step, whose content is undefined. */
  double[] positions() {
    if (positions.length != time) {
      positions = new double[time];
    }
    return positions;
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
   * Returns the number of rows of an image.
   *
   * @return at least 1; 1 for a series
   */
  public int height() {
    return width == 0 ? 1 : time / width;
  }

  /**
   * Returns the number of columns of an image.
   *
   * @return at least 1; the number of steps for a series
   */
  public int width() {
    return width == 0 ? time : width;
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
   * Like the generator of the sample, it ends with the augmentation that asked for it.
   *
   * @param random the generator of the sample, of which one long is taken
   * @return a generator of this field
   */
  public RandomGenerator own(RandomGenerator random) {
    return generators.next(RandomStreams.seed(random.nextLong(), purpose));
  }

  /**
   * Returns the mean of a channel over the steps that count and whose value is finite.
   *
   * @param channel the channel
   * @return the mean; 0 if there are no such steps
   */
  public double mean(int channel) {
    return moments(channel).mean();
  }

  /**
   * Returns the standard deviation of a channel, with divisor {@code n}, over the steps that count
   * and whose value is finite.
   *
   * @param channel the channel
   * @return the deviation; 0 if there are no such steps, or all have one value
   */
  public double deviation(int channel) {
    return moments(channel).deviation();
  }

  private Moments moments(int channel) {
    int from = channel * time;
    if (mask == null) {
      Moments moments = Moments.of(values, from, from + time);
      if (Double.isFinite(moments.squares())) {
        return moments;
      }
    }
    double first = 0;
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = from; i < from + time; i++) {
      if (Double.isFinite(values[i]) && (mask == null || counts(mask, channel, i - from))) {
        first = count == 0 ? values[i] : first;
        double difference = values[i] - first;
        sum += difference;
        squares += difference * difference;
        count++;
      }
    }
    return new Moments(first, sum, squares, count);
  }

  private static boolean counts(Track mask, int channel, int step) {
    return mask.values[mask.channels == 1 ? step : channel * mask.time + step] != 0;
  }

  /**
   * Puts the channels into another order.
   *
   * @param order for each channel the one it is taken from, each number from 0 once
   * @throws IllegalArgumentException if there is not one for each channel
   */
  public void reorder(int[] order) {
    if (order.length != channels) {
      throw new IllegalArgumentException(
          "order: one for each of " + channels + " channels, got " + order.length);
    }
    double[] reordered = spare(time);
    for (int channel = 0; channel < channels; channel++) {
      System.arraycopy(values, order[channel] * time, reordered, channel * time, time);
    }
    swap(time);
    if (mask != null && mask.channels == channels) {
      mask.reorder(order);
    }
  }

  /**
   * Replaces each step by the value at another place in time.
   *
   * @param places for each step of the result the place it is taken from, in {@code [0, time - 1]};
   *     places between two steps are interpolated linearly, or rounded, as the role says. As many
   *     as {@link Augmentation#time} says
   * @throws IllegalArgumentException if there are no places
   */
  public void move(double[] places) {
    int length = places.length;
    if (length == 0) {
      throw new IllegalArgumentException("places: at least one, got none");
    }
    if (mask != null) {
      // First, as the places may be the room that the shares are put into.
      mask.move(places);
    }
    split(places);
    // Of one length, a channel at a time: the room for it stays in the cache.
    boolean isInPlace = length == time;
    double[] moved = isInPlace ? values : spare(length);
    for (int channel = 0; channel < channels; channel++) {
      double[] from = isInPlace ? row(channel) : values;
      gather(from, isInPlace ? 0 : channel * time, moved, channel * length, length);
    }
    if (!isInPlace) {
      swap(length);
    }
  }

  /** Splits places into the step before each and the share of the step after it. */
  private void split(double[] places) {
    int length = places.length;
    if (before.length != length) {
      before = new int[length];
    }
    if (positions.length != length) {
      positions = new double[length];
    }
    for (int t = 0; t < length; t++) {
      double place = Math.max(0, Math.min(places[t], time - 1));
      before[t] = (int) place;
      positions[t] = place - before[t];
    }
  }

  private double[] row(int channel) {
    if (row.length != time) {
      row = new double[time];
    }
    System.arraycopy(values, channel * time, row, 0, time);
    return row;
  }

  private void gather(double[] from, int start, double[] moved, int to, int length) {
    int[] steps = before;
    double[] shares = positions;
    for (int t = 0; t < length; t++) {
      int at = start + steps[t];
      double share = shares[t];
      // A step that is taken whole is not touched by its neighbour: NaN * 0 is NaN.
      moved[to + t] = share == 0 ? from[at] : between(from, at, share);
    }
  }

  private double between(double[] from, int at, double share) {
    return switch (role) {
      case VALUES -> from[at] + share * (from[at + 1] - from[at]);
      case MASK -> Math.min(from[at], from[at + 1]);
      case LABELS, LABEL_MASK -> from[share < 0.5 ? at : at + 1];
    };
  }

  private double[] spare(int length) {
    if (spare.length != channels * length) {
      spare = new double[channels * length];
    }
    return spare;
  }

  private void swap(int newTime) {
    double[] moved = spare;
    spare = values;
    values = moved;
    time = newTime;
  }
}
