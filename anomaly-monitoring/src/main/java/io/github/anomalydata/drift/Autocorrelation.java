package io.github.anomalydata.drift;

import java.util.Arrays;

/**
 * How much the values of a series have in common with those before them, by the autocorrelation of
 * their ranks: no monotone transformation and no outlier changes it.
 *
 * @param blockLength the larger of two lengths, rounded up: that of D. N. Politis and H. White,
 *     2004, doi:10.1081/ETC-120028836, for the circular bootstrap, as corrected by A. Patton, D. N.
 *     Politis and H. White, 2009, doi:10.1080/07474930802459016, which balances bias and variance
 *     of an estimate; and that at which means of blocks lose a tenth of the long-run variance,
 *     since the level of a test suffers from the bias alone. At most a fifth of the series; 1 for
 *     less than 10 values, for a constant, and where no autocorrelation is significant
 * @param effectiveSize the number of independent values that would tell as much about the mean
 *     rank, at most that of the series: by the initial monotone sequence of C. J. Geyer, 1992,
 *     doi:10.1214/ss/1177011137
 */
record Autocorrelation(int blockLength, double effectiveSize) {
  private static final int FEWEST = 10;

  /** Of the variance of means: at a level of 0.05 a test then rejects 0.063. */
  private static final double GREATEST_LOSS = 0.1;

  /** Returns that of a series of finite values in the order of time. */
  static Autocorrelation of(double[] series) {
    int n = series.length;
    if (n < FEWEST) {
      return new Autocorrelation(1, n);
    }
    int insignificant = (int) Math.max(5, Math.ceil(Math.sqrt(Math.log10(n))));
    int lags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + insignificant);
    double[] covariances = covariances(centredRanks(series), lags);
    return covariances[0] == 0
        ? new Autocorrelation(1, n)
        : new Autocorrelation(
            blockLength(n, covariances, insignificant), effectiveSize(n, covariances));
  }

  /** Tied values get the mean of their ranks; the mean of all ranks is taken off. */
  static double[] centredRanks(double[] series) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double[] distinct = new double[n];
    double[] rank = new double[n];
    int groups = 0;
    for (int from = 0; from < n; groups++) {
      int to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      distinct[groups] = sorted[from];
      rank[groups] = (from + to - n) / 2.0;
      from = to;
    }
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      ranks[i] = rank[Math.abs(Arrays.binarySearch(distinct, 0, groups, series[i]))];
    }
    return ranks;
  }

  private static double[] covariances(double[] centred, int lags) {
    double[] covariances = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < centred.length; i++) {
        sum += centred[i] * centred[i - lag];
      }
      covariances[lag] = sum / centred.length;
    }
    return covariances;
  }

  private static int blockLength(int n, double[] covariances, int insignificant) {
    int last = lastSignificant(n, covariances, insignificant);
    if (last == 0) {
      return 1;
    }
    int window = Math.min(2 * last, covariances.length - 1);
    double spectrum = covariances[0];
    double slope = 0;
    for (int lag = 1; lag <= window; lag++) {
      double weighted = 2 * Math.min(1, 2 * (1 - (double) lag / window)) * covariances[lag];
      spectrum += weighted;
      slope += lag * weighted;
    }
    double longest = Math.ceil(n / 5.0);
    if (!(spectrum > 0)) {
      return (int) longest;
    }
    // Blocks of length L lose the share ratio / L of the long-run variance.
    double ratio = slope / spectrum;
    double length = Math.max(Math.cbrt(1.5 * ratio * ratio * n), Math.abs(ratio) / GREATEST_LOSS);
    return (int) Math.max(1, Math.min(longest, Math.ceil(length)));
  }

  /** Returns the lag after which the autocorrelation is insignificant for some lags on end. */
  private static int lastSignificant(int n, double[] covariances, int insignificant) {
    double bound = 2 * Math.sqrt(Math.log10(n) / n) * covariances[0];
    int last = 0;
    for (int lag = 1; lag < covariances.length && lag <= last + insignificant; lag++) {
      if (Math.abs(covariances[lag]) >= bound) {
        last = lag;
      }
    }
    return last;
  }

  private static double effectiveSize(int n, double[] covariances) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int lag = 0; lag + 1 < covariances.length; lag += 2) {
      least = Math.min(least, (covariances[lag] + covariances[lag + 1]) / covariances[0]);
      if (!(least > 0)) {
        break;
      }
      sum += least;
    }
    return n / Math.max(1, 2 * sum - 1);
  }
}
