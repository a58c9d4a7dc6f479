package io.github.anomalydata.cli;

import io.github.anomalydata.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes. */
public final class ReportFiles {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "The report: one HTML file that needs nothing else (${DEFAULT-VALUE}).")
  private Path html = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the data of the report as JSON.")
  private @Nullable Path json;

  /** Creates the options. */
  public ReportFiles() {}

  /**
   * Writes a report.
   *
   * @param report the report
   * @param out where the path is told
   * @throws IOException if a file cannot be written
   */
  public void write(Report report, PrintWriter out) throws IOException {
    writeHtml(report, html);
    if (json != null) {
      Files.createDirectories(json.toAbsolutePath().getParent());
      report.writeJson(json);
    }
    out.println("Wrote " + html);
  }

  /**
   * Writes a report to a file, whose folder is made if it does not exist.
   *
   * @param report the report
   * @param file the file
   * @throws IOException if it cannot be written
   */
  public static void writeHtml(Report report, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    report.writeHtml(file);
  }
}
