package io.github.anomalydata.drift.online;

final class PageHinkleyStatistic implements Statistic {
  private final Scale scale;
  private final int warmUp;
  private final Excess excess;

  private long samples;
  private double mean;

  PageHinkleyStatistic(PageHinkley options, Scale scale) {
    this.scale = scale;
    this.warmUp = options.warmUp();
    this.excess = new Excess(options.direction(), options.tolerance());
  }

  @Override
  public double next(double[] row) {
    double z = scale.of(row[0]);
    samples++;
    mean += (z - mean) / samples;
    double statistic = excess.add(z - mean);
    return samples < warmUp ? NONE : statistic;
  }

  @Override
  public long sinceChange() {
    return excess.age();
  }

  @Override
  public void restart() {
    samples = 0;
    mean = 0;
    excess.restart();
  }

  @Override
  public void write(State.Writer to) {
    to.count(samples).add(mean);
    excess.write(to);
  }

  @Override
  public void read(State from) {
    samples = from.count();
    mean = from.number();
    excess.read(from);
  }
}
