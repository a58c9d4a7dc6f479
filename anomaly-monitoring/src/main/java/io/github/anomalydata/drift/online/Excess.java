package io.github.anomalydata.drift.online;

/**
 * Two sums that never fall below 0, one of what is above and one of what is below a level. A sum
 * less the least that it was is such a sum.
 */
final class Excess {
  private final Direction direction;
  private final double tolerance;

  private double up;
  private double down;
  private long sinceUp;
  private long sinceDown;

  Excess(Direction direction, double tolerance) {
    this.direction = direction;
    this.tolerance = tolerance;
  }

  /** Adds how far a sample is from the level, and returns the greater sum. */
  double add(double difference) {
    up += difference - tolerance;
    sinceUp++;
    if (up <= 0) {
      up = 0;
      sinceUp = 0;
    }
    down -= difference + tolerance;
    sinceDown++;
    if (down <= 0) {
      down = 0;
      sinceDown = 0;
    }
    return direction.of(up, down);
  }

  /** Returns the samples since the greater sum was 0. */
  long age() {
    boolean upwards =
        switch (direction) {
          case UP -> true;
          case DOWN -> false;
          case BOTH -> up >= down;
        };
    return upwards ? sinceUp : sinceDown;
  }

  void restart() {
    up = 0;
    down = 0;
    sinceUp = 0;
    sinceDown = 0;
  }

  void write(State.Writer to) {
    to.add(up).add(down).count(sinceUp).count(sinceDown);
  }

  void read(State from) {
    up = from.notNegative();
    down = from.notNegative();
    sinceUp = from.count();
    sinceDown = from.count();
  }
}
