package io.github.anomalydata.drift.online;

import java.util.Arrays;

/**
 * A window as places in the sorted reference: of a sample it is known how many values of the
 * reference are less, and how many are not greater.
 */
final class SlidingWindowStatistic implements Statistic {
  private final SlidingWindow.Distance distance;
  private final double[] reference;
  private final int size;

  /** The places by time, the oldest at {@code oldest} once the window is full. */
  private final long[] places;

  /** The places in ascending order. */
  private final long[] sorted;

  private int filled;
  private int oldest;

  SlidingWindowStatistic(SlidingWindow options, double[] reference) {
    this.distance = options.distance();
    this.reference = reference;
    this.size = options.size();
    this.places = new long[size];
    this.sorted = new long[size];
  }

  @Override
  public double next(double[] row) {
    long place = place(row[0]);
    if (filled < size) {
      insert(sorted, filled, place);
      places[filled++] = place;
      if (filled < size) {
        return NONE;
      }
    } else {
      replace(places[oldest], place);
      places[oldest] = place;
      oldest = oldest + 1 == size ? 0 : oldest + 1;
    }
    return statistic(sorted, size);
  }

  private long place(double value) {
    int less = countBelow(value, false);
    int notGreater =
        less < reference.length && reference[less] == value ? countBelow(value, true) : less;
    return (long) less << 32 | notGreater;
  }

  private int countBelow(double value, boolean orEqual) {
    int low = 0;
    int high = reference.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reference[middle] < value || (orEqual && reference[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void insert(long[] ascending, int count, long place) {
    int at = lowerBound(ascending, count, place);
    System.arraycopy(ascending, at, ascending, at + 1, count - at);
    ascending[at] = place;
  }

  private void replace(long old, long place) {
    int from = lowerBound(sorted, size, old);
    int to = lowerBound(sorted, size, place);
    if (to > from) {
      System.arraycopy(sorted, from + 1, sorted, from, to - from - 1);
      sorted[to - 1] = place;
    } else {
      System.arraycopy(sorted, to, sorted, to + 1, from - to);
      sorted[to] = place;
    }
  }

  private static int lowerBound(long[] ascending, int count, long place) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double statistic(long[] ascending, int count) {
    return switch (distance) {
      case KOLMOGOROV_SMIRNOV -> kolmogorovSmirnov(ascending, count);
      case CRAMER_VON_MISES -> cramerVonMises(ascending, count);
    };
  }

  /** Equal places are one step of the window, and the reference takes its own there. */
  private double kolmogorovSmirnov(long[] ascending, int count) {
    double step = 1.0 / reference.length;
    double windowStep = 1.0 / count;
    double greatest = 0;
    int i = 0;
    while (i < count) {
      long place = ascending[i];
      double before = i * windowStep - less(place) * step;
      do {
        i++;
      } while (i < count && ascending[i] == place);
      double after = i * windowStep - notGreater(place) * step;
      greatest = Math.max(greatest, Math.max(Math.abs(before), Math.abs(after)));
    }
    return greatest;
  }

  private double cramerVonMises(long[] ascending, int count) {
    double half = 0.5 / reference.length;
    double sum = 1 / (12.0 * count);
    for (int i = 0; i < count; i++) {
      double middle = half * (less(ascending[i]) + notGreater(ascending[i]));
      double difference = (i + 0.5) / count - middle;
      sum += difference * difference;
    }
    return sum;
  }

  private static int less(long place) {
    return (int) (place >>> 32);
  }

  private static int notGreater(long place) {
    return (int) place;
  }

  @Override
  public long sinceChange() {
    long[] newest = new long[filled];
    double best = -1;
    int since = 1;
    for (int n = 1; n <= filled; n++) {
      insert(newest, n - 1, places[(oldest + filled - n) % filled]);
      double apart = statistic(newest, n);
      // The squares of Cramér and von Mises grow with the size already.
      double weighed =
          distance == SlidingWindow.Distance.KOLMOGOROV_SMIRNOV ? apart * Math.sqrt(n) : apart;
      if (weighed > best) {
        best = weighed;
        since = n;
      }
    }
    return since;
  }

  @Override
  public void restart() {
    filled = 0;
    oldest = 0;
  }

  @Override
  public void write(State.Writer to) {
    to.add(filled).add(oldest);
    for (int i = 0; i < size; i++) {
      to.add(i < filled ? less(places[i]) : 0).add(i < filled ? notGreater(places[i]) : 0);
    }
  }

  @Override
  public void read(State from) {
    filled = (int) from.count(size);
    oldest = (int) from.count(filled == size ? size - 1 : 0);
    for (int i = 0; i < size; i++) {
      long less = from.count(reference.length);
      long notGreater = from.count(reference.length);
      if (notGreater < less) {
        throw new IllegalArgumentException(
            "state: not below " + less + " for sample " + i + ", got " + notGreater);
      }
      places[i] = less << 32 | notGreater;
    }
    System.arraycopy(places, 0, sorted, 0, filled);
    Arrays.sort(sorted, 0, filled);
  }
}
