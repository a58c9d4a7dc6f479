package io.github.anomalydata.drift;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detectors to save. */
final class SavedDetectors {
  private SavedDetectors() {}

  /**
   * Writes the file that later versions have to read, once for each version.
   *
   * @param args the file
   */
  public static void main(String[] args) throws IOException {
    full(40, 1).save(Path.of(args[0]));
  }

  /** A detector of all parts, no option of which is the default. */
  static FittedDriftDetector full(int rows, long seed) {
    return DriftDetector.withDefaults()
        .with(LatentMethod.MAXIMUM_MEAN_DISCREPANCY, LatentMethod.KOLMOGOROV_SMIRNOV)
        .with(Kernel.gaussianOfMedian(0.5))
        .with(Scaling.ROBUST)
        .with(ScoreScale.LOGARITHMIC)
        .withThreshold(2.5)
        .with(Distance.WASSERSTEIN, Distance.ENERGY)
        .with(CategoryDistance.HELLINGER)
        .with(MissingValues.TEST)
        .with(Dependence.blocks(2))
        .with(ReferenceWindow.reservoir(rows, 3))
        .withPermutations(399)
        .withFewestRows(2)
        .with(
            DecisionPolicy.atLevel(0.02)
                .with(Adjustment.BENJAMINI_YEKUTIELI)
                .with(Adjustment.WESTFALL_YOUNG)
                .withFloor(Measure.SCORE_SHIFT, 0.25)
                .withFloor("pressure", 0.125)
                .withWindows(2, 3)
                .withCoolDown(Duration.ofMinutes(90)))
        .fit(sample(rows, 0, seed));
  }

  /** A sample of all parts, some of whose features are missing. */
  static DriftSample sample(int rows, double shift, long seed) {
    double[][] latents = new double[rows][2];
    double[] scores = new double[rows];
    double[] pressure = new double[rows];
    List<@Nullable String> modes = new ArrayList<>();
    double[] noise = Samples.noise(4 * rows, seed);
    for (int i = 0; i < rows; i++) {
      latents[i][0] = noise[4 * i] + shift;
      latents[i][1] = noise[4 * i + 1];
      scores[i] = 6.5 + noise[4 * i + 2] / 2;
      pressure[i] = i % 7 == 3 ? Double.NaN : noise[4 * i + 3];
      modes.add(i % 5 == 1 ? null : i % 3 == 0 ? "lauf" : "halt ü");
    }
    return DriftSample.of(latents, scores)
        .withFeatures(
            MixedTable.empty().withNumbers("pressure", pressure).withLabels("mode", modes));
  }
}
