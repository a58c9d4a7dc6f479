package io.github.anomalydata.drift;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.json.JsonDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A history in a file.
 *
 * @param drifted whether each of the last windows showed drift
 * @param retrain when it was last decided to retrain: one time, or none
 */
record HistoryForm(List<Boolean> drifted, List<String> retrain) {
  static final JsonDocument<HistoryForm> DOCUMENT =
      JsonDocument.of("anomaly-data/decision-history", 1, HistoryForm.class);

  static HistoryForm of(DecisionHistory history) {
    return new HistoryForm(
        history.drifted(), history.retrain().map(Instant::toString).stream().toList());
  }

  DecisionHistory history(Path file) throws DataFileException {
    if (retrain.size() > 1) {
      throw new DataFileException(file, "content.retrain", "at most one time", retrain.toString());
    }
    try {
      return new DecisionHistory(drifted, retrain.stream().findFirst().map(Instant::parse));
    } catch (DateTimeParseException e) {
      DataFileException error =
          new DataFileException(file, "content.retrain", "a time", retrain.toString());
      error.initCause(e);
      throw error;
    }
  }
}
