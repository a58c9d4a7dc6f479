package io.github.anomalydata.drift.online;

final class DdmStatistic implements Statistic {
  private final Ddm options;

  private int samples;
  private int errors;
  private double bestRate;
  private double bestDeviation;
  private int sinceBest;

  DdmStatistic(Ddm options) {
    this.options = options;
  }

  @Override
  public double next(double[] row) {
    if (samples == options.memory()) {
      restart();
    }
    samples++;
    errors += row[0] == 0 ? 0 : 1;
    if (samples < options.warmUp()) {
      return NONE;
    }
    double rate = (errors + 0.5) / (samples + 1);
    double deviation = Math.sqrt(rate * (1 - rate) / samples);
    sinceBest++;
    if (samples == options.warmUp() || rate + deviation <= bestRate + bestDeviation) {
      bestRate = rate;
      bestDeviation = deviation;
      sinceBest = 0;
    }
    return (rate + deviation - bestRate) / bestDeviation;
  }

  @Override
  public long sinceChange() {
    return sinceBest;
  }

  @Override
  public void restart() {
    samples = 0;
    errors = 0;
    bestRate = 0;
    bestDeviation = 0;
    sinceBest = 0;
  }

  @Override
  public void write(State.Writer to) {
    to.add(samples).add(errors).add(bestRate).add(bestDeviation).add(sinceBest);
  }

  @Override
  public void read(State from) {
    samples = (int) from.count(options.memory());
    errors = (int) from.count(samples);
    bestRate = from.notNegative();
    bestDeviation = from.notNegative();
    sinceBest = (int) from.count(samples);
  }
}
