package io.github.anomalydata.drift;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision has to know of those before it. Each {@link Decision} carries the history for the
 * next one; a service keeps it beside its detector.
 *
 * @param drifted whether each of the last windows showed drift, the newest last
 * @param retrain when it was last decided to retrain; empty if it never was
 */
public record DecisionHistory(List<Boolean> drifted, Optional<Instant> retrain) {
  private static final DecisionHistory NONE = new DecisionHistory(List.of(), Optional.empty());

  /**
   * Copies the list.
   *
   * @param drifted whether each of the last windows showed drift
   * @param retrain when it was last decided to retrain
   */
  public DecisionHistory {
    drifted = List.copyOf(drifted);
  }

  /**
   * Returns that of a detector that never decided, or whose model was just trained anew.
   *
   * @return the history
   */
  public static DecisionHistory none() {
    return NONE;
  }

  /**
   * Opens a history.
   *
   * @param file a file that {@link #save} wrote
   * @return the history
   * @throws io.github.anomalydata.data.DataFileException if the file is not that of a history
   * @throws IOException if the file cannot be read
   */
  public static DecisionHistory open(Path file) throws IOException {
    return HistoryForm.DOCUMENT.read(file).history(file);
  }

  /**
   * Saves the history as JSON.
   *
   * @param file the file, replaced once the new one is whole; on failure it stays as it was
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    HistoryForm.DOCUMENT.write(file, HistoryForm.of(this));
  }

  /** Returns the history after one more window, of which a policy looks at so many. */
  DecisionHistory after(boolean drift, int windows) {
    List<Boolean> more = new ArrayList<>(drifted);
    more.add(drift);
    return new DecisionHistory(
        more.subList(Math.max(0, more.size() - windows), more.size()), retrain);
  }

  /** Returns how many windows showed drift. */
  int alarms() {
    return (int) drifted.stream().filter(drift -> drift).count();
  }

  DecisionHistory retrained(Instant time) {
    return new DecisionHistory(drifted, Optional.of(time));
  }
}
