package io.github.anomalydata.drift.online;

/**
 * A window whose rows each know the sum of their kernel values with all newer ones: what a row
 * leaves behind when it goes, and what the pairs of the newest n rows, for any n, sum up to. All
 * sums are exact.
 */
final class DiscrepancyStatistic implements Statistic {
  /** Added and taken off, leaves a multiple of 2^-29, as kernel values are. */
  private static final double ROUNDING = 0x1.8p23;

  private final int size;
  private final int columns;
  private final double within;
  private final int referenceRows;
  private final KernelRows.Values ofReference;
  private final KernelRows window;
  private final KernelRows.Values ofWindow;

  /** The rows by place, the oldest at {@code oldest} once the window is full. */
  private final double[][] rows;

  /** The mean kernel value of a row with the reference. */
  private final double[] means;

  /** The sum of the kernel values of a row with all newer ones. */
  private final double[] newer;

  private int filled;
  private int oldest;
  private double sumOfMeans;
  private double sumOfPairs;

  DiscrepancyStatistic(int size, DiscrepancyFit fit) {
    this.size = size;
    this.columns = fit.kept().columns();
    this.within = fit.within();
    this.referenceRows = fit.kept().count();
    this.ofReference = fit.rows().new Values();
    this.window = new KernelRows(size, columns, fit.gammas());
    this.ofWindow = window.new Values();
    this.rows = new double[size][columns];
    this.means = new double[size];
    this.newer = new double[size];
  }

  @Override
  public double next(double[] row) {
    int place = filled;
    if (filled < size) {
      filled++;
    } else {
      place = oldest;
      oldest = oldest + 1 == size ? 0 : oldest + 1;
      sumOfMeans -= means[place];
      sumOfPairs -= newer[place];
    }
    double[] values = ofWindow.of(row);
    for (int j = 0; j < filled; j++) {
      newer[j] += values[j];
      sumOfPairs += values[j];
    }
    sumOfPairs -= values[place];
    newer[place] = 0;
    System.arraycopy(row, 0, rows[place], 0, columns);
    window.set(place, row);
    double mean = DiscrepancyFit.sum(ofReference.of(row)) / referenceRows;
    means[place] = mean + ROUNDING - ROUNDING;
    sumOfMeans += means[place];
    return filled < size ? NONE : statistic(size, sumOfPairs, sumOfMeans);
  }

  private double statistic(int n, double pairs, double meanSum) {
    return within + 2 * pairs / ((double) n * (n - 1)) - 2 * meanSum / n;
  }

  @Override
  public long sinceChange() {
    double pairs = 0;
    double meanSum = 0;
    double best = NONE;
    int since = filled;
    for (int n = 1; n <= filled; n++) {
      int place = (oldest + filled - n) % filled;
      pairs += newer[place];
      meanSum += means[place];
      double weighed = n < 2 ? NONE : n * statistic(n, pairs, meanSum);
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
    sumOfMeans = 0;
    sumOfPairs = 0;
  }

  @Override
  public void write(State.Writer to) {
    to.add(filled);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < columns; k++) {
        to.add(i < filled ? rows[(oldest + i) % filled][k] : 0);
      }
    }
  }

  @Override
  public void read(State from) {
    int count = (int) from.count(size);
    double[] row = new double[columns];
    restart();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < columns; k++) {
        row[k] = from.number();
        if (!(Math.abs(row[k]) < ScalarFit.GREATEST)) {
          throw new IllegalArgumentException(
              "state: below 1e60 in magnitude in row " + i + ", got " + row[k]);
        }
      }
      if (i < count) {
        next(row);
      }
    }
  }
}
