package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The categories that only one of two samples has. They are facts, whatever a test says: one row of
 * a category that was never seen is seldom drift, and often a fault of the data.
 *
 * @param appeared the new ones, with their current rows, in the order of their first row
 * @param vanished those that are gone, with their rows in the reference, in the order of their
 *     first row
 */
public record CategoryChanges(Map<Object, Integer> appeared, Map<Object, Integer> vanished) {
  /** Categories that a note names. */
  private static final int NAMED = 10;

  /** No changes. */
  static final CategoryChanges NONE = new CategoryChanges(Map.of(), Map.of());

  /**
   * Copies the categories.
   *
   * @param appeared the new ones, with their current rows
   * @param vanished those that are gone, with their rows in the reference
   */
  public CategoryChanges {
    appeared = Collections.unmodifiableMap(new LinkedHashMap<>(appeared));
    vanished = Collections.unmodifiableMap(new LinkedHashMap<>(vanished));
  }

  static CategoryChanges of(List<Object> labels, int[] reference, int[] current) {
    return new CategoryChanges(
        onlyIn(labels, current, reference), onlyIn(labels, reference, current));
  }

  private static Map<Object, Integer> onlyIn(List<Object> labels, int[] with, int[] without) {
    Map<Object, Integer> found = new LinkedHashMap<>();
    for (int k = 0; k < without.length; k++) {
      if (without[k] == 0) {
        found.put(labels.get(k), with[k]);
      }
    }
    return found;
  }

  /** Returns the changes in words. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    note("new", appeared, notes);
    note("vanished", vanished, notes);
    return notes;
  }

  private static void note(String what, Map<Object, Integer> found, List<String> notes) {
    if (found.isEmpty()) {
      return;
    }
    String names =
        found.entrySet().stream()
            .limit(NAMED)
            .map(
                e ->
                    "'"
                        + e.getKey()
                        + "' ("
                        + e.getValue()
                        + (e.getValue() == 1 ? " row)" : " rows)"))
            .collect(Collectors.joining(", "));
    String more = found.size() > NAMED ? " and " + (found.size() - NAMED) + " more" : "";
    notes.add(what + (found.size() == 1 ? " category " : " categories ") + names + more);
  }
}
