package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.FeatureCache;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.TrainTestSplit;
import java.io.IOException;
import java.nio.file.Path;
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
    if (!data.isMimii()) {
      if (splitSeed != null) {
        throw new IllegalArgumentException(
            "--split-seed: for the layout mimii only, got " + splitSeed);
      }
      return recordings.publishedSplit();
    }
    return splitSeed == null ? recordings.baselineSplit() : recordings.seededSplit(splitSeed);
  }

  /** The vectors of the baseline of the data set. */
  ClipFeatures features(DataOptions data) throws IOException {
    ClipFeatures features =
        ClipFeatures.vectors(data.isMimii() ? LogMel.mimii2019() : LogMel.dcase2020());
    return cache == null ? features : features.with(FeatureCache.open(cache, CACHE_BYTES));
  }
}
