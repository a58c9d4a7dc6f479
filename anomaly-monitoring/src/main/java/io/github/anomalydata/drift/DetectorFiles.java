package io.github.anomalydata.drift;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files detectors are saved in. */
final class DetectorFiles {
  /** A reference of 128 million numbers. */
  private static final long MOST_BYTES = 1L << 30;

  private static final Archive<Manifest> ARCHIVE =
      Archive.of("anomaly-data/drift-detector", 1, Manifest.class, MOST_BYTES);

  private DetectorFiles() {}

  /** What a detector is, but for its threads. */
  private record Manifest(
      List<LatentMethod> latentMethods,
      Kernel kernel,
      Scaling scaling,
      ScoreScale scoreScale,
      List<Double> threshold,
      List<Distance> distances,
      CategoryDistance categoryDistance,
      MissingValues missingValues,
      int fewestRows,
      Dependence dependence,
      int permutations,
      ReferenceWindow window,
      PolicyForm policy,
      SampleForm reference) {

    static Manifest of(DriftDetector options, DriftSample reference) {
      return new Manifest(
          options.methods(),
          options.discrepancy().kernels().get(0),
          options.discrepancy().scaling(),
          options.scores().scale(),
          options.scores().threshold().stream().boxed().toList(),
          options.features().distances(),
          options.features().categories().distance(),
          options.features().missingValues(),
          options.features().categories().fewestRows(),
          options.scores().dependence(),
          options.permutations(),
          options.window(),
          PolicyForm.of(options.policy()),
          SampleForm.of(reference));
    }

    DriftDetector options() {
      if (threshold.size() > 1) {
        throw new IllegalArgumentException("threshold: at most one, got " + threshold);
      }
      DriftDetector options =
          DriftDetector.withDefaults()
              .with(latentMethods.toArray(LatentMethod[]::new))
              .with(kernel)
              .with(scaling)
              .with(scoreScale)
              .with(distances.toArray(Distance[]::new))
              .with(categoryDistance)
              .with(missingValues)
              .withFewestRows(fewestRows)
              .with(dependence)
              .withPermutations(permutations)
              .with(window)
              .with(policy.policy());
      return threshold.isEmpty() ? options : options.withThreshold(threshold.get(0));
    }
  }

  static void write(Path file, DriftDetector options, DriftSample reference) throws IOException {
    ARCHIVE.write(file, Manifest.of(options, reference), SampleForm.arrays(reference));
  }

  static FittedDriftDetector read(Path file) throws IOException {
    Archive.Saved<Manifest> saved =
        ARCHIVE.read(file, SampleForm.LATENTS, SampleForm.SCORES, SampleForm.FEATURES);
    try {
      DriftSample reference =
          saved
              .content()
              .reference()
              .sample(
                  saved.array(SampleForm.LATENTS),
                  saved.array(SampleForm.SCORES),
                  saved.array(SampleForm.FEATURES));
      return new FittedDriftDetector(saved.content().options(), reference);
    } catch (IllegalArgumentException e) {
      DataFileException error =
          new DataFileException(file, "", "a drift detector", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }
}
