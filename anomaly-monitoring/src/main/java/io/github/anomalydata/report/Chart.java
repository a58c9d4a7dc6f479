package io.github.anomalydata.report;

import io.github.anomalydata.report.Series.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines, points, steps or bars over one axis. All of them share their places on it, so a chart is a
 * table too: a column of places and one column for each series. Instances are immutable.
 */
public final class Chart implements Plot {
  /** A value on an axis that is marked by a line. */
  record Limit(String name, boolean vertical, double value, Tone tone) {}

  /** A part of the horizontal axis that is marked. */
  record Span(double from, double to) {}

  private final String title;
  private final String description;
  private final Axis horizontal;
  private final Axis vertical;
  private final double[] places;
  private final List<Series> series;
  private final List<Limit> limits;
  private final List<Span> spans;
  private final List<String> names;

  private Chart(
      String title,
      String description,
      Axis horizontal,
      Axis vertical,
      double[] places,
      List<Series> series,
      List<Limit> limits,
      List<Span> spans,
      List<String> names) {
    this.title = title;
    this.description = description;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.places = places;
    this.series = List.copyOf(series);
    this.limits = List.copyOf(limits);
    this.spans = List.copyOf(spans);
    this.names = List.copyOf(names);
  }

  /**
   * Returns a chart without series.
   *
   * @param title what it shows, not blank
   * @param horizontal what is measured from left to right
   * @param vertical what is measured from bottom to top
   * @param places the places on the horizontal axis, finite and in ascending order; copied
   * @return the chart, described by its title
   * @throws IllegalArgumentException if the title is blank, or a place is not finite or less than
   *     that before it
   */
  public static Chart of(String title, Axis horizontal, Axis vertical, double... places) {
    Checks.named("title", title);
    for (int i = 0; i < places.length; i++) {
      if (!Double.isFinite(places[i]) || i > 0 && places[i] < places[i - 1]) {
        throw new IllegalArgumentException(
            "places: finite and in ascending order, got " + places[i] + " at " + i);
      }
    }
    return new Chart(
        title,
        title,
        horizontal,
        vertical,
        places.clone(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * Returns a chart of bars, one for each name.
   *
   * @param title what it shows, not blank
   * @param horizontal the names
   * @param vertical how high bars are
   * @return the chart without series
   * @throws IllegalArgumentException if the title is blank or the horizontal axis has no names
   */
  public static Chart ofCategories(String title, Axis horizontal, Axis vertical) {
    if (horizontal.scale() != Axis.Scale.CATEGORIES) {
      throw new IllegalArgumentException("horizontal: names, got " + horizontal.scale());
    }
    double[] places = new double[horizontal.categories().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return of(title, horizontal, vertical, places);
  }

  /**
   * Returns this chart with another title.
   *
   * @param words what it shows, not blank
   * @return the chart
   * @throws IllegalArgumentException if the title is blank
   */
  public Chart withTitle(String words) {
    return new Chart(
        Checks.named("words", words),
        description,
        horizontal,
        vertical,
        places,
        series,
        limits,
        spans,
        names);
  }

  /**
   * Returns this chart with other words for those who cannot see it.
   *
   * @param words what is to be seen, not blank
   * @return the chart
   * @throws IllegalArgumentException if the words are blank
   */
  public Chart withDescription(String words) {
    return new Chart(
        title,
        Checks.named("words", words),
        horizontal,
        vertical,
        places,
        series,
        limits,
        spans,
        names);
  }

  /**
   * Returns this chart with one more line.
   *
   * @param name what it shows
   * @param tone its colour
   * @param values its height at each place, NaN where it is broken; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withLine(String name, Tone tone, double... values) {
    return with(name, Style.LINE, tone, values);
  }

  /**
   * Returns this chart with one more dashed line, as a guide for the eye.
   *
   * @param name what it shows
   * @param tone its colour
   * @param values its height at each place, NaN where it is broken; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withDashes(String name, Tone tone, double... values) {
    return with(name, Style.DASHED, tone, values);
  }

  /**
   * Returns this chart with one more line that keeps each height up to the next place.
   *
   * @param name what it shows
   * @param tone its colour
   * @param values its height from each place on, NaN where it is broken; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withSteps(String name, Tone tone, double... values) {
    return with(name, Style.STEPS, tone, values);
  }

  /**
   * Returns this chart with one more histogram: places are the edges of bins.
   *
   * @param name what it shows
   * @param tone its colour
   * @param values the height of the bin right of each edge, 0 for the last edge; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withBins(String name, Tone tone, double... values) {
    return with(name, Style.FILLED_STEPS, tone, values);
  }

  /**
   * Returns this chart with more points.
   *
   * @param name what they show
   * @param tone their colour
   * @param values the height at each place, NaN where there is no point; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withPoints(String name, Tone tone, double... values) {
    return with(name, Style.POINTS, tone, values);
  }

  /**
   * Returns this chart with more bars; those of two series stand side by side.
   *
   * @param name what they show
   * @param tone their colour
   * @param values the height at each place, NaN where there is no bar; copied
   * @return the chart
   * @throws IllegalArgumentException if there is not one value for each place
   */
  public Chart withBars(String name, Tone tone, double... values) {
    return with(name, Style.BARS, tone, values);
  }

  private Chart with(String name, Style style, Tone tone, double[] values) {
    Checks.sameLength("values", values.length, places.length);
    List<Series> more = new ArrayList<>(series);
    more.add(new Series(name, style, tone, values.clone()));
    return new Chart(title, description, horizontal, vertical, places, more, limits, spans, names);
  }

  /**
   * Returns this chart with a line at a height.
   *
   * @param name what the line stands for
   * @param tone its colour
   * @param value the height, finite
   * @return the chart
   * @throws IllegalArgumentException if the height is not finite
   */
  public Chart withLimit(String name, Tone tone, double value) {
    return with(new Limit(name, false, finite(value), tone));
  }

  /**
   * Returns this chart with an upright line at a place.
   *
   * @param name what the line stands for
   * @param tone its colour
   * @param value the place, finite
   * @return the chart
   * @throws IllegalArgumentException if the place is not finite
   */
  public Chart withPlace(String name, Tone tone, double value) {
    return with(new Limit(name, true, finite(value), tone));
  }

  private Chart with(Limit limit) {
    List<Limit> more = new ArrayList<>(limits);
    more.add(limit);
    return new Chart(title, description, horizontal, vertical, places, series, more, spans, names);
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value: finite, got " + value);
    }
    return value;
  }

  /**
   * Returns this chart with a part of its horizontal axis marked as an alarm.
   *
   * @param from where it begins, finite
   * @param to where it ends, finite
   * @return the chart
   * @throws IllegalArgumentException if an end is not finite
   */
  public Chart withAlarm(double from, double to) {
    List<Span> more = new ArrayList<>(spans);
    more.add(new Span(finite(from), finite(to)));
    return new Chart(title, description, horizontal, vertical, places, series, limits, more, names);
  }

  /**
   * Returns this chart with a name for each place, which is shown where one points at it.
   *
   * @param all the names
   * @return the chart
   * @throws IllegalArgumentException if there is not one name for each place
   */
  public Chart withNames(List<String> all) {
    Checks.sameLength("all", all.size(), places.length);
    return new Chart(title, description, horizontal, vertical, places, series, limits, spans, all);
  }

  /**
   * Returns the seconds of a time, for an axis of times.
   *
   * @param time the time
   * @return seconds since 1970-01-01T00:00:00Z, to the millisecond
   */
  public static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return description;
  }

  Axis horizontal() {
    return horizontal;
  }

  Axis vertical() {
    return vertical;
  }

  double[] places() {
    return places;
  }

  List<Series> series() {
    return series;
  }

  List<Limit> limits() {
    return limits;
  }

  List<Span> spans() {
    return spans;
  }

  List<String> names() {
    return names;
  }
}
