package io.github.anomalydata.report;

import io.github.anomalydata.evaluation.PrecisionRecallCurve;
import io.github.anomalydata.evaluation.RocCurve;
import java.util.stream.IntStream;

/** Plots of how well scores tell anomalies from normal samples. Instances are immutable. */
public final class ScorePlots {
  private static final int POINTS = 400;
  private static final Digits THREE = Digits.decimals(3);

  private final double[] scores;
  private final boolean[] anomalous;

  private ScorePlots(double[] scores, boolean[] anomalous) {
    this.scores = scores;
    this.anomalous = anomalous;
  }

  /**
   * Returns the plots of scores.
   *
   * @param scores the scores, greater for what is more anomalous, finite; copied
   * @param anomalous what is an anomaly, at least one and not all; copied
   * @return the plots
   * @throws IllegalArgumentException if the lengths differ, all or none are anomalous, or a score
   *     is not finite
   */
  public static ScorePlots of(double[] scores, boolean[] anomalous) {
    RocCurve.of(scores, anomalous);
    Checks.finite("scores", scores);
    return new ScorePlots(scores.clone(), anomalous.clone());
  }

  /**
   * Returns the curve of true positive rates over false positive rates. Of a curve with more than
   * 400 points, evenly spaced ones are drawn.
   *
   * @return the chart
   */
  public Chart roc() {
    RocCurve curve = RocCurve.of(scores, anomalous);
    int[] kept = kept(curve.falsePositiveRates().length);
    double[] across = pick(curve.falsePositiveRates(), kept);
    return Chart.of(
            "ROC curve", Axis.of("false positive rate"), Axis.of("true positive rate"), across)
        .withLine("scores", Tone.BLUE, pick(curve.truePositiveRates(), kept))
        .withDashes("chance", Tone.GREY, across)
        .withDescription(
            "The area under the curve is "
                + THREE.format(curve.auc())
                + ": the chance that an anomaly has a greater score than a normal sample.");
  }

  /**
   * Returns the curve of precision over recall. Of a curve with more than 400 points, evenly spaced
   * ones are drawn.
   *
   * @return the chart
   */
  public Chart precisionRecall() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(scores, anomalous);
    double[] recalls = curve.recalls();
    int[] kept = kept(recalls.length);
    PrecisionRecallCurve.Best best = curve.best();
    long anomalies = IntStream.range(0, anomalous.length).filter(i -> anomalous[i]).count();
    return Chart.of(
            "Precision and recall", Axis.of("recall"), Axis.of("precision"), pick(recalls, kept))
        .withLine("scores", Tone.BLUE, pick(curve.precisions(), kept))
        .withLimit("chance", Tone.GREY, (double) anomalies / anomalous.length)
        .withDescription(
            "The average precision is "
                + THREE.format(curve.averagePrecision())
                + ". The best F1, "
                + THREE.format(best.f1())
                + ", has the threshold "
                + Digits.significant(4).format(best.threshold())
                + ".");
  }

  /**
   * Returns the scores of normal samples and of anomalies, each scaled to an area of 1.
   *
   * @return the chart
   */
  public Chart histograms() {
    return TwoSamples.of("score", scores(false), scores(true))
        .withNames("normal", "anomaly")
        .histograms();
  }

  private double[] scores(boolean kind) {
    return IntStream.range(0, scores.length)
        .filter(i -> anomalous[i] == kind)
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  private static int[] kept(int points) {
    int count = Math.min(points, POINTS);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) ((long) i * (points - 1) / (count - 1)))
        .toArray();
  }

  private static double[] pick(double[] values, int[] kept) {
    return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
  }
}
