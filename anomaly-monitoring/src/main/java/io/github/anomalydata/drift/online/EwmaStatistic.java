package io.github.anomalydata.drift.online;

final class EwmaStatistic implements Statistic {
  private final Scale scale;
  private final Direction direction;
  private final double weight;

  private double average;

  /** The share of the first average that is left, squared. */
  private double start = 1;

  private long sinceCrossing;

  EwmaStatistic(Ewma options, Scale scale) {
    this.scale = scale;
    this.direction = options.direction();
    this.weight = options.weight();
  }

  @Override
  public double next(double[] row) {
    double before = average;
    average += weight * (scale.of(row[0]) - average);
    start *= (1 - weight) * (1 - weight);
    sinceCrossing = before * average > 0 ? sinceCrossing + 1 : 1;
    double deviation = Math.sqrt(weight / (2 - weight) * (1 - start));
    return direction.of(average / deviation, -average / deviation);
  }

  @Override
  public long sinceChange() {
    return sinceCrossing;
  }

  @Override
  public void restart() {
    average = 0;
    start = 1;
    sinceCrossing = 0;
  }

  @Override
  public void write(State.Writer to) {
    to.add(average).add(start).count(sinceCrossing);
  }

  @Override
  public void read(State from) {
    average = from.number();
    start = from.notNegative();
    sinceCrossing = from.count();
  }
}
