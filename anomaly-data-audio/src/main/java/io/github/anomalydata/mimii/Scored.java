package io.github.anomalydata.mimii;

import io.github.anomalydata.evaluation.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scores of normal and of abnormal recordings. */
final class Scored {
  private final List<Double> normal = new ArrayList<>();
  private final List<Double> abnormal = new ArrayList<>();

  void add(double score, boolean fault) {
    (fault ? abnormal : normal).add(score);
  }

  void addAll(Scored other) {
    normal.addAll(other.normal);
    abnormal.addAll(other.abnormal);
  }

  /** Returns the normal ones of these with the abnormal ones of others. */
  Scored withFaultsOf(Scored other) {
    Scored both = new Scored();
    both.normal.addAll(normal);
    both.abnormal.addAll(other.abnormal);
    return both;
  }

  int normalCount() {
    return normal.size();
  }

  int abnormalCount() {
    return abnormal.size();
  }

  /** Returns all scores, the normal ones first. */
  double[] scores() {
    return Stream.concat(normal.stream(), abnormal.stream()).mapToDouble(s -> s).toArray();
  }

  /** Returns which of the scores are of abnormal recordings. */
  boolean[] faults() {
    boolean[] faults = new boolean[normal.size() + abnormal.size()];
    for (int i = normal.size(); i < faults.length; i++) {
      faults[i] = true;
    }
    return faults;
  }

  /**
   * Returns the curve.
   *
   * @throws IllegalArgumentException if there is no normal or no abnormal recording
   */
  RocCurve roc(String name) {
    if (normal.isEmpty() || abnormal.isEmpty()) {
      throw new IllegalArgumentException(
          "recordings of "
              + name
              + ": normal and abnormal ones, got "
              + normal.size()
              + " and "
              + abnormal.size());
    }
    return RocCurve.of(scores(), faults());
  }
}
