package io.github.anomalydata.cli;

import io.github.anomalydata.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that also write a report to look at. */
public final class HtmlOption {
  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a report to look at: one HTML file that needs nothing else.")
  private @Nullable Path file;

  /** Creates the option without a file. */
  public HtmlOption() {}

  /**
   * Tells whether a report was asked for.
   *
   * @return whether there is a file
   */
  public boolean isGiven() {
    return file != null;
  }

  /**
   * Writes a report if it was asked for.
   *
   * @param report makes the report
   * @throws IOException if the file cannot be written
   */
  public void write(Supplier<Report> report) throws IOException {
    if (file != null) {
      ReportFiles.writeHtml(report.get(), file);
    }
  }
}
