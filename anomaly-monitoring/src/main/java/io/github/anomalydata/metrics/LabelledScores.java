package io.github.anomalydata.metrics;

/**
 * How well scores told anomalies from the rest, once it was known which they were. Each batch is
 * judged by the threshold it was logged with. Instances are immutable.
 */
public final class LabelledScores {
  private final Confusion confusion = new Confusion();
  private final double area;
  private final double error;

  LabelledScores(Confusion confusion, Histogram positives, Histogram negatives) {
    this.confusion.add(confusion);
    long[] before = {0};
    double[] wins = {0};
    double[] ties = {0};
    long[] byBin = new long[2 * Bins.LAST + 1];
    negatives.forEach((bin, count) -> byBin[Bins.LAST + bin] = count);
    int[] next = {-Bins.LAST};
    positives.forEach(
        (bin, count) -> {
          for (; next[0] < bin; next[0]++) {
            before[0] += byBin[Bins.LAST + next[0]];
          }
          wins[0] += (double) count * before[0];
          ties[0] += (double) count * byBin[Bins.LAST + bin];
        });
    double pairs = (double) positives.total() * negatives.total();
    this.area = (wins[0] + ties[0] / 2) / pairs;
    this.error = ties[0] / 2 / pairs;
  }

  /**
   * Returns how many scores have labels.
   *
   * @return 0 or more; scores that are not finite do not count
   */
  public long count() {
    return confusion.total();
  }

  /**
   * Returns the anomalies that were found.
   *
   * @return 0 or more
   */
  public long truePositives() {
    return confusion.truePositives;
  }

  /**
   * Returns the false alarms.
   *
   * @return 0 or more
   */
  public long falsePositives() {
    return confusion.falsePositives;
  }

  /**
   * Returns the anomalies that were missed.
   *
   * @return 0 or more
   */
  public long falseNegatives() {
    return confusion.falseNegatives;
  }

  /**
   * Returns what was rightly taken for normal.
   *
   * @return 0 or more
   */
  public long trueNegatives() {
    return confusion.trueNegatives;
  }

  /**
   * Returns the share of alarms that were right.
   *
   * @return from 0 to 1; NaN without alarms
   */
  public double precision() {
    return (double) confusion.truePositives / (confusion.truePositives + confusion.falsePositives);
  }

  /**
   * Returns the share of anomalies that were found.
   *
   * @return from 0 to 1; NaN without anomalies
   */
  public double recall() {
    return (double) confusion.truePositives / (confusion.truePositives + confusion.falseNegatives);
  }

  /**
   * Returns the area under the ROC curve: the probability that an anomaly scores above the rest,
   * with half of what is tied. Scores within one bin are taken for tied, so it is within {@link
   * #areaUnderCurveError()} of the exact area.
   *
   * @return from 0 to 1; NaN without labels of both kinds
   */
  public double areaUnderCurve() {
    return area;
  }

  /**
   * Returns how far {@link #areaUnderCurve()} may be off: half the share of pairs in one bin.
   *
   * @return from 0 to 0.5; NaN without labels of both kinds
   */
  public double areaUnderCurveError() {
    return error;
  }
}
