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
 * @param widening the long-run variance over what of it means of blocks of this length keep, at
 *     least 1
 * @param effectiveSize the number of independent values that would tell as much about the mean
 *     rank, at most that of the series, which it is where no autocorrelation is significant: by the
 *     initial monotone sequence of C. J. Geyer, 1992, doi:10.1214/ss/1177011137
 */
record Autocorrelation(int blockLength, double widening, double effectiveSize) {
  private static final int FEWEST = 10;

  /** Of the variance of means, which is to be estimated as well: {@link #widening}. */
  private static final double GREATEST_LOSS = 0.1;

  /** The share of a sum of covariances that survives taking off the mean, where it is to return. */
  private static final double LEAST_LEFT = 0.2;

  /** More than this is no estimate any more. */
  private static final double GREATEST_WIDENING = 20;

  /** Returns that of a series of finite values in the order of time. */
  static Autocorrelation of(double[] series) {
    int n = series.length;
    if (n < FEWEST) {
      return new Autocorrelation(1, 1, n);
    }
    int insignificant = (int) Math.max(5, Math.ceil(Math.sqrt(Math.log10(n))));
    int lags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + insignificant);
    double[] covariances = covariances(centredRanks(series), lags);
    if (covariances[0] == 0) {
      return new Autocorrelation(1, 1, n);
    }
    int last = lastSignificant(n, covariances, insignificant);
    return last == 0
        ? new Autocorrelation(1, 1, n)
        : ofWindow(n, covariances, Math.min(2 * last, lags));
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

  private static Autocorrelation ofWindow(int n, double[] covariances, int window) {
    double effectiveSize = effectiveSize(n, covariances, window);
    double[] weighted = new double[window + 1];
    double sum = 0;
    double weights = 0;
    for (int lag = -window; lag <= window; lag++) {
      double weight = Math.min(1, 2 * (1 - (double) Math.abs(lag) / window));
      weights += weight;
      sum += weight * covariances[Math.abs(lag)];
    }
    // Taking off the mean takes the long-run variance over n off each covariance.
    double bias = sum / left(n, weights) / n;
    double spectrum = 0;
    double slope = 0;
    for (int lag = 0; lag <= window; lag++) {
      double weight = Math.min(1, 2 * (1 - (double) lag / window)) * (lag == 0 ? 1 : 2);
      weighted[lag] = weight * (covariances[lag] + bias);
      spectrum += weighted[lag];
      slope += lag * weighted[lag];
    }
    int longest = (int) Math.ceil(n / 5.0);
    if (!(spectrum > 0)) {
      return new Autocorrelation(longest, 1, effectiveSize);
    }
    // Blocks of length L lose the share ratio / L of the long-run variance.
    double ratio = slope / spectrum;
    double wanted = Math.max(Math.cbrt(1.5 * ratio * ratio * n), Math.abs(ratio) / GREATEST_LOSS);
    int length = (int) Math.max(1, Math.min(longest, Math.ceil(wanted)));
    double kept = 0;
    for (int lag = 0; lag < Math.min(length, weighted.length); lag++) {
      kept += (1 - (double) lag / length) * weighted[lag];
    }
    double widening = kept > 0 ? Math.min(GREATEST_WIDENING, spectrum / kept) : GREATEST_WIDENING;
    return new Autocorrelation(length, Math.max(1, widening), effectiveSize);
  }

  private static double left(int n, double lags) {
    return Math.max(LEAST_LEFT, 1 - lags / n);
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

  private static double effectiveSize(int n, double[] covariances, int window) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    int lag = 0;
    for (; lag < window; lag += 2) {
      least = Math.min(least, (covariances[lag] + covariances[lag + 1]) / covariances[0]);
      if (!(least > 0)) {
        break;
      }
      sum += least;
    }
    return Math.max(1, n / Math.max(1, (2 * sum - 1) / left(n, 2.0 * lag)));
  }
}
