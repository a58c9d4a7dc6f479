package io.github.anomalydata.report;

/** A part of a section. */
public sealed interface Block permits Table, Plot, Gallery {

  /**
   * Returns what it shows.
   *
   * @return the title, not blank
   */
  String title();
}
