package io.github.anomalydata.cli.mvtec;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Up to where the overlap of regions counts. */
final class LimitOption {
  @Option(
      names = "--max-fpr",
      paramLabel = "R",
      description =
          "The false positive rate of pixels up to which the overlap of regions counts (0.3; 0.05"
              + " for loco and ad2, as their papers have it).")
  private @Nullable Double limit;

  /** Returns the limit; empty for that of the layout. */
  OptionalDouble get() {
    return limit == null ? OptionalDouble.empty() : OptionalDouble.of(limit);
  }
}
