package io.github.anomalydata.metrics;

/** How many predictions were right and wrong, each way. */
final class Confusion {
  long truePositives;
  long falsePositives;
  long falseNegatives;
  long trueNegatives;

  void clear() {
    truePositives = 0;
    falsePositives = 0;
    falseNegatives = 0;
    trueNegatives = 0;
  }

  void add(boolean predicted, boolean actual) {
    if (predicted) {
      truePositives += actual ? 1 : 0;
      falsePositives += actual ? 0 : 1;
    } else {
      falseNegatives += actual ? 1 : 0;
      trueNegatives += actual ? 0 : 1;
    }
  }

  void add(Confusion other) {
    truePositives += other.truePositives;
    falsePositives += other.falsePositives;
    falseNegatives += other.falseNegatives;
    trueNegatives += other.trueNegatives;
  }

  long total() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }
}
