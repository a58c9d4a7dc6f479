package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipScores;
import io.github.anomalydata.mimii.Dcase;
import io.github.anomalydata.mimii.DcaseReport;
import io.github.anomalydata.mimii.DetectionReport;
import io.github.anomalydata.mimii.FeatureCache;
import io.github.anomalydata.mimii.Label;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.TrainTestSplit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How recordings are split and what a model sees of them. */
final class ModelOptions {
  private static final long CACHE_BYTES = 4L << 30;

  @Option(
      names = "--split-seed",
      paramLabel = "N",
      description =
          "Draw the normal recordings to test on by this seed; by default the first ones, as the"
              + " published baseline does. The data of DCASE are split already.")
  private @Nullable Long splitSeed;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Keep spectrograms in this folder, up to 4 GiB.")
  private @Nullable Path cache;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "The threads that make batches ahead (${DEFAULT-VALUE}).")
  private int workers;

  int workers() {
    return workers;
  }

  TrainTestSplit split(DataOptions data, Recordings recordings) {
    if (data.layout().isMimii()) {
      return splitSeed == null ? recordings.baselineSplit() : recordings.seededSplit(splitSeed);
    }
    if (splitSeed != null) {
      throw new IllegalArgumentException(
          "--split-seed: for the layout mimii only, got " + splitSeed);
    }
    TrainTestSplit split = recordings.publishedSplit();
    int unlabelled = split.test().count(Label.UNLABELLED);
    if (unlabelled == split.test().size()) {
      throw new IllegalArgumentException(
          "--data: recordings to test on whose names tell normal or anomaly, got "
              + unlabelled
              + " without a label");
    }
    return split;
  }

  /** Prints the figures of the data set's protocol; returns them as JSON. */
  Map<String, Object> report(DataOptions data, ClipScores scores, PrintWriter out) {
    Optional<Dcase.Edition> ranked = data.layout().edition().filter(Dcase.Edition::hasDomains);
    if (ranked.isPresent()) {
      DcaseReport report = scores.report(ranked.get());
      DcaseTable.print(report, out);
      return DcaseTable.json(report);
    }
    DetectionReport report = scores.report();
    DetectionTable.print(report, out);
    return DetectionTable.json(report);
  }

  /** The vectors of the baseline of the data set. */
  ClipFeatures features(DataOptions data) throws IOException {
    ClipFeatures features =
        ClipFeatures.vectors(data.layout().isMimii() ? LogMel.mimii2019() : LogMel.dcase2020());
    return cache == null ? features : features.with(FeatureCache.open(cache, CACHE_BYTES));
  }
}
