package io.github.anomalydata.report;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about data or a model, for people. Instances are immutable.
 *
 * <pre>{@code
 * Report.of("Night shift")
 *     .with(Verdict.of(Mark.GOOD, "All is well"))
 *     .withFact("machine", "press 4")
 *     .with(Section.of("Latency", chart))
 *     .writeHtml(Path.of("night.html"));
 * }</pre>
 */
public final class Report {
  private final String title;
  private final String subtitle;
  private final Optional<Verdict> verdict;
  private final Map<String, String> facts;
  private final List<Section> sections;

  private Report(
      String title,
      String subtitle,
      Optional<Verdict> verdict,
      Map<String, String> facts,
      List<Section> sections) {
    this.title = title;
    this.subtitle = subtitle;
    this.verdict = verdict;
    this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    this.sections = List.copyOf(sections);
  }

  /**
   * Returns a report without content.
   *
   * @param title what it is about, not blank
   * @return the report
   * @throws IllegalArgumentException if the title is blank
   */
  public static Report of(String title) {
    return new Report(Checks.named("title", title), "", Optional.empty(), Map.of(), List.of());
  }

  /**
   * Returns this report with a line under its title.
   *
   * @param words the line
   * @return the report
   */
  public Report withSubtitle(String words) {
    return new Report(title, words, verdict, facts, sections);
  }

  /**
   * Returns this report with a verdict at its top.
   *
   * @param result what it comes to
   * @return the report
   */
  public Report with(Verdict result) {
    return new Report(title, subtitle, Optional.of(result), facts, sections);
  }

  /**
   * Returns this report with one more fact beside the verdict: a file, a number of rows, a time.
   *
   * @param name the name of the fact, not blank
   * @param value its value
   * @return the report; a fact of this name is replaced
   * @throws IllegalArgumentException if the name is blank
   */
  public Report withFact(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(Checks.named("name", name), value);
    return new Report(title, subtitle, verdict, more, sections);
  }

  /**
   * Returns this report with one more section.
   *
   * @param section the section
   * @return the report
   */
  public Report with(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new Report(title, subtitle, verdict, facts, more);
  }

  /**
   * Writes one HTML file, which shows everything without a network. It needs a browser of 2024 or
   * later; tables, verdict and descriptions are read in any, and without scripts.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void writeHtml(Path file) throws IOException {
    AtomicFile.write(file, out -> HtmlPage.write(this, out));
  }

  /**
   * Writes the same data as JSON: {@code {"format": "anomaly-report", "version": 1, "content":
   * {...}}}. Numbers are doubles as they are, and null where there is none.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if it cannot be written
   */
  public void writeJson(Path file) throws IOException {
    AtomicFile.write(file, out -> JsonReport.write(this, out));
  }

  /**
   * Returns what it is about.
   *
   * @return the title
   */
  public String title() {
    return title;
  }

  /**
   * Returns the line under its title.
   *
   * @return the line, empty for none
   */
  public String subtitle() {
    return subtitle;
  }

  /**
   * Returns what it comes to.
   *
   * @return the verdict, if there is one
   */
  public Optional<Verdict> verdict() {
    return verdict;
  }

  /**
   * Returns the facts.
   *
   * @return the facts by their names, in their order
   */
  public Map<String, String> facts() {
    return facts;
  }

  /**
   * Returns the sections.
   *
   * @return the sections, in their order
   */
  public List<Section> sections() {
    return sections;
  }
}
