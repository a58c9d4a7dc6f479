package io.github.anomalydata.drift.online;

final class CusumStatistic implements Statistic {
  private final Scale scale;
  private final Excess excess;

  CusumStatistic(Cusum options, Scale scale) {
    this.scale = scale;
    this.excess = new Excess(options.direction(), options.shift() / 2);
  }

  @Override
  public double next(double[] row) {
    return excess.add(scale.of(row[0]));
  }

  @Override
  public long sinceChange() {
    return excess.age();
  }

  @Override
  public void restart() {
    excess.restart();
  }

  @Override
  public void write(State.Writer to) {
    excess.write(to);
  }

  @Override
  public void read(State from) {
    excess.read(from);
  }
}
