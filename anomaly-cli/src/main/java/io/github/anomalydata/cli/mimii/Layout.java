package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.mimii.Dcase;
import io.github.anomalydata.mimii.Mimii;
import io.github.anomalydata.mimii.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a tree of recordings is laid out.
 *
 * @param edition the year of DCASE; empty for MIMII
 */
record Layout(Optional<Dcase.Edition> edition) {
  static final String DEFAULT = "mimii";
  static final Layout MIMII = new Layout(Optional.empty());

  static Layout of(Dcase.Edition edition) {
    return new Layout(Optional.of(edition));
  }

  boolean isMimii() {
    return edition.isEmpty();
  }

  Recordings open(Path folder) throws IOException {
    return isMimii() ? Mimii.open(folder) : Dcase.open(folder, edition.orElseThrow());
  }

  @Override
  public String toString() {
    return edition
        .map(year -> year.name().replace("_", "").toLowerCase(Locale.ROOT))
        .orElse(DEFAULT);
  }
}
