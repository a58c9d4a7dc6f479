package io.github.anomalydata.audio;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which channels of a recording to take. */
public final class Channels {
  private enum Kind {
    INDEXED,
    ALL,
    MEAN
  }

  private static final Channels ALL = new Channels(Kind.ALL);
  private static final Channels MEAN = new Channels(Kind.MEAN);

  private final Kind kind;
  private final int[] indices;

  private Channels(Kind kind, int... indices) {
    this.kind = kind;
    this.indices = indices;
  }

  /**
   * Takes channels by their index.
   *
   * @param indices at least one index, counted from 0, in the order wanted; one may come twice
   * @return the choice
   * @throws IllegalArgumentException if there is no index or a negative one
   */
  public static Channels of(int... indices) {
    if (indices.length == 0) {
      throw new IllegalArgumentException("indices: at least one, got none");
    }
    for (int index : indices) {
      if (index < 0) {
        throw new IllegalArgumentException("index: at least 0, got " + index);
      }
    }
    return new Channels(Kind.INDEXED, indices.clone());
  }

  /**
   * Takes every channel, in the order of the file.
   *
   * @return the choice
   */
  public static Channels all() {
    return ALL;
  }

  /**
   * Takes one channel that is the mean of all: their sum in double precision over their number,
   * rounded to a float once. Microphones at different places hear noise that is not correlated, and
   * the mean lowers it by {@code 10 log10(channels)} dB.
   *
   * @return the choice
   */
  public static Channels mean() {
    return MEAN;
  }

  boolean isMean() {
    return kind == Kind.MEAN;
  }

  /** Returns the channels to read of so many that there are. */
  int[] indices(int available) {
    if (kind != Kind.INDEXED) {
      return IntStream.range(0, available).toArray();
    }
    for (int index : indices) {
      if (index >= available) {
        throw new IllegalArgumentException(
            "index: less than the number of channels, " + available + ", got " + index);
      }
    }
    return indices;
  }

  @Override
  public String toString() {
    return kind == Kind.INDEXED ? "Channels.of" + Arrays.toString(indices) : "Channels." + kind;
  }
}
