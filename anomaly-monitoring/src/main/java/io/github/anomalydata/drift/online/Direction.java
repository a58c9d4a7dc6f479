package io.github.anomalydata.drift.online;

/** The changes of a mean that raise an alarm. */
public enum Direction {
  /** Towards greater values. */
  UP,
  /** Towards smaller values. */
  DOWN,
  /** Either way. */
  BOTH;

  /** Returns the greater of the statistics of the directions that count. */
  double of(double up, double down) {
    return switch (this) {
      case UP -> up;
      case DOWN -> down;
      case BOTH -> Math.max(up, down);
    };
  }
}
