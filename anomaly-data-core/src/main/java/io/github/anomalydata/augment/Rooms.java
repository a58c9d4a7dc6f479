package io.github.anomalydata.augment;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The room for the values of a series, which each thread keeps for its next call: batches and
 * samples come in one shape, thousands of times.
 *
 * <p>Room is taken and given back, so a call within a call gets room of its own; and it is only
 * numbers, so no thread of an executor holds on to the classes of an application.
 */
final class Rooms {
  /** Of longer series, the room is little beside what is done to them. */
  private static final int MOST_KEPT = 1 << 18;

  private static final ThreadLocal<@Nullable SoftReference<double[]>> KEPT = new ThreadLocal<>();

  private Rooms() {}

  /** Returns room of a length, whose content is undefined. */
  static double[] take(int length) {
    SoftReference<double[]> kept = KEPT.get();
    double[] room = kept == null ? null : kept.get();
    if (room == null || room.length != length) {
      return new double[length];
    }
    KEPT.remove();
    return room;
  }

  /** Keeps room that nobody uses any more. */
  static void keep(double[] room) {
    if (room.length <= MOST_KEPT) {
      KEPT.set(new SoftReference<>(room));
    }
  }
}
