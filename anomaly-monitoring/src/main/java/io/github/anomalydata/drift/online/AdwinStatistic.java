package io.github.anomalydata.drift.online;

import java.util.Arrays;

final class AdwinStatistic implements Statistic {
  /** Buckets of 2^45 samples: with one sample a microsecond, those of a year. */
  private static final int LEVELS = 46;

  private static final int LEAST = 5;

  private final Scale scale;
  private final int period;
  private final int buckets;

  /** Of level l, oldest first, those of indices l * (buckets + 1) up to {@code count[l]} more. */
  private final double[] sums;

  private final int[] counts = new int[LEVELS];
  private int levels;

  private long samples;
  private double total;
  private double squares;
  private long sinceLook;
  private long sinceCut;

  AdwinStatistic(Adwin options, Scale scale) {
    this.scale = scale;
    this.period = options.period();
    this.buckets = options.buckets();
    this.sums = new double[LEVELS * (buckets + 1)];
  }

  @Override
  public double next(double[] row) {
    double z = scale.of(row[0]);
    samples++;
    total += z;
    squares += z * z;
    insert(z);
    sinceLook++;
    if (sinceLook < period) {
      return NONE;
    }
    sinceLook = 0;
    return greatest();
  }

  private void insert(double sum) {
    double carry = sum;
    for (int level = 0; level < LEVELS; level++) {
      int first = level * (buckets + 1);
      sums[first + counts[level]++] = carry;
      levels = Math.max(levels, level + 1);
      if (counts[level] <= buckets) {
        return;
      }
      carry = sums[first] + sums[first + 1];
      System.arraycopy(sums, first + 2, sums, first, buckets - 1);
      counts[level] -= 2;
    }
  }

  private double greatest() {
    double mean = total / samples;
    double variance = squares / samples - mean * mean;
    if (samples < 2 * LEAST || !(variance > 0)) {
      return NONE;
    }
    double best = 0;
    long old = 0;
    double oldSum = 0;
    for (int level = levels - 1; level >= 0; level--) {
      int first = level * (buckets + 1);
      for (int i = 0; i < counts[level]; i++) {
        old += 1L << level;
        oldSum += sums[first + i];
        long recent = samples - old;
        if (old < LEAST) {
          continue;
        }
        if (recent < LEAST) {
          break;
        }
        double difference = oldSum / old - (total - oldSum) / recent;
        double weighted = difference * difference * (double) old * (double) recent;
        if (weighted > best) {
          best = weighted;
          sinceCut = recent;
        }
      }
    }
    return best / samples / (2 * variance) - Math.log(2 * Math.log((double) samples));
  }

  @Override
  public long sinceChange() {
    return sinceCut;
  }

  @Override
  public void restart() {
    Arrays.fill(counts, 0);
    levels = 0;
    samples = 0;
    total = 0;
    squares = 0;
    sinceLook = 0;
    sinceCut = 0;
  }

  @Override
  public void write(State.Writer to) {
    to.count(samples).add(total).add(squares).count(sinceLook).count(sinceCut);
    for (int level = 0; level < LEVELS; level++) {
      to.add(counts[level]);
      for (int i = 0; i <= buckets; i++) {
        to.add(i < counts[level] ? sums[level * (buckets + 1) + i] : 0);
      }
    }
  }

  @Override
  public void read(State from) {
    samples = from.count();
    total = from.number();
    squares = from.notNegative();
    sinceLook = from.count(period);
    sinceCut = from.count(samples);
    long held = 0;
    levels = 0;
    for (int level = 0; level < LEVELS; level++) {
      counts[level] = (int) from.count(buckets);
      held += (long) counts[level] << level;
      for (int i = 0; i <= buckets; i++) {
        sums[level * (buckets + 1) + i] = from.number();
      }
      levels = counts[level] > 0 ? level + 1 : levels;
    }
    if (held != samples) {
      throw new IllegalArgumentException(
          "state: buckets of " + samples + " samples in all, got " + held);
    }
  }
}
