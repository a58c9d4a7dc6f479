package io.github.anomalydata.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a report with a title of its own. Instances are immutable.
 *
 * @param title what it is about
 * @param text how to read it, empty for nothing to say
 * @param blocks its tables and plots, in the order they are shown in
 */
public record Section(String title, String text, List<Block> blocks) {

  /**
   * Checks the values.
   *
   * @param title what it is about, not blank
   * @param text how to read it
   * @param blocks its tables and plots; copied
   * @throws IllegalArgumentException if the title is blank
   */
  public Section {
    Checks.named("title", title);
    blocks = List.copyOf(blocks);
  }

  /**
   * Returns a section.
   *
   * @param title what it is about, not blank
   * @param blocks its tables and plots
   * @return the section, without a text
   * @throws IllegalArgumentException if the title is blank
   */
  public static Section of(String title, Block... blocks) {
    return new Section(title, "", List.of(blocks));
  }

  /**
   * Returns this section with another text.
   *
   * @param words how to read it
   * @return the section
   */
  public Section withText(String words) {
    return new Section(title, words, blocks);
  }

  /**
   * Returns this section with one more table or plot.
   *
   * @param block the table or plot
   * @return the section
   */
  public Section with(Block block) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(block);
    return new Section(title, text, more);
  }
}
