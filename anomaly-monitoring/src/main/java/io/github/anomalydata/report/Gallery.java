package io.github.anomalydata.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Plots of many like things, of which one is looked at at a time. Where a table in the same section
 * has the name of an entry in its first column, that opens the entry. Instances are immutable.
 *
 * @param title what the things are
 * @param entries the things
 */
public record Gallery(String title, List<Entry> entries) implements Block {

  /**
   * One of the things.
   *
   * @param name its name
   * @param plots its plots
   */
  public record Entry(String name, List<Plot> plots) {

    /**
     * Copies the plots.
     *
     * @param name its name; any text
     * @param plots its plots
     */
    public Entry {
      plots = List.copyOf(plots);
    }
  }

  /**
   * Checks the values.
   *
   * @param title what the things are, not blank
   * @param entries the things; copied
   * @throws IllegalArgumentException if the title is blank
   */
  public Gallery {
    Checks.named("title", title);
    entries = List.copyOf(entries);
  }

  /**
   * Returns a gallery without entries.
   *
   * @param title what the things are, not blank
   * @return the gallery
   * @throws IllegalArgumentException if the title is blank
   */
  public static Gallery of(String title) {
    return new Gallery(title, List.of());
  }

  /**
   * Returns this gallery with one more entry.
   *
   * @param name the name of the entry
   * @param plots its plots
   * @return the gallery
   */
  public Gallery with(String name, Plot... plots) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(name, List.of(plots)));
    return new Gallery(title, more);
  }
}
