package io.github.anomalydata.report;

import java.io.IOException;
import java.nio.file.Path;

/** A picture of data. */
public sealed interface Plot extends Block permits Chart, MatrixPlot, Picture {

  /**
   * Returns what is to be seen, in words, for those who cannot see it.
   *
   * @return the description, not blank
   */
  String description();

  /**
   * Writes a picture of lines and letters, of 720 by 420 pixels where it has no size of its own;
   * the same bytes everywhere.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  default void writeSvg(Path file) throws IOException {
    PlotFile.writeSvg(this, file);
  }

  /**
   * Writes a picture of pixels, of 1440 by 840 where it has no size of its own. Letters are drawn
   * by a font of the system, which needs one. What may be laid over a {@link Picture} is left out.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  default void writePng(Path file) throws IOException {
    PlotFile.writePng(this, file);
  }
}
