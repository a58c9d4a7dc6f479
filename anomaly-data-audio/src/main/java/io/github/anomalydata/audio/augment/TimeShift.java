package io.github.anomalydata.audio.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import java.util.random.RandomGenerator;

/**
 * Shifts a clip to earlier or later, all channels, labels and masks alike, by whole samples.
 *
 * @param ratio the furthest shift as a share of the clip, in (0, 1]; each one as likely
 * @param edge what comes in
 */
public record TimeShift(double ratio, ShiftEdge edge) implements Augmentation {
  private static final TimeShift DEFAULT = new TimeShift(1, ShiftEdge.CIRCULAR);

  /**
   * Checks the options.
   *
   * @param ratio the furthest shift as a share of the clip, in (0, 1]
   * @param edge what comes in
   * @throws IllegalArgumentException if the ratio is not in (0, 1]
   */
  public TimeShift {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("ratio: in (0, 1], got " + ratio);
    }
  }

  /**
   * Returns the augmentation with these defaults: ratio 1, {@link ShiftEdge#CIRCULAR}.
   *
   * @return the augmentation
   */
  public static TimeShift withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another ratio.
   *
   * @param newRatio the furthest shift as a share of the clip, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public TimeShift withRatio(double newRatio) {
    return new TimeShift(newRatio, edge);
  }

  /**
   * Returns this augmentation with another edge.
   *
   * @param newEdge what comes in
   * @return the augmentation
   */
  public TimeShift with(ShiftEdge newEdge) {
    return new TimeShift(ratio, newEdge);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    int time = track.time();
    int shift = (int) Math.rint(Ranges.draw(-ratio, ratio, random) * time);
    double[] values = track.values();
    double[] row = new double[time];
    for (int from = 0; from < values.length; from += time) {
      System.arraycopy(values, from, row, 0, time);
      for (int t = 0; t < time; t++) {
        int place = t - shift;
        boolean isIn = place >= 0 && place < time;
        values[from + t] = isIn || edge == ShiftEdge.CIRCULAR ? row[Math.floorMod(place, time)] : 0;
      }
    }
  }
}
