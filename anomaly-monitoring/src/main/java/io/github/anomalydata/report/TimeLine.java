package io.github.anomalydata.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A quantity of windows that follow one another, with alarms. Instances are immutable.
 *
 * <pre>{@code
 * Chart chart =
 *     TimeLine.of("drift score")
 *         .withWindow(monday, tuesday, 0.04, false)
 *         .withWindow(tuesday, wednesday, 0.31, true)
 *         .chart()
 *         .withLimit("alarm", Tone.RED, 0.2);
 * }</pre>
 */
public final class TimeLine {
  private record Window(double from, double to, double value, boolean alarm) {}

  private final Axis horizontal;
  private final Axis vertical;
  private final List<Window> windows;

  private TimeLine(Axis horizontal, Axis vertical, List<Window> windows) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.windows = List.copyOf(windows);
  }

  /**
   * Returns a line of time without windows.
   *
   * @param quantity what windows have, with its unit
   * @return the line
   */
  public static TimeLine of(String quantity) {
    return new TimeLine(Axis.ofTime("time (UTC)"), Axis.of(quantity), List.of());
  }

  /**
   * Returns a line of rows without windows, for rows whose times are not known.
   *
   * @param quantity what windows have, with its unit
   * @return the line
   */
  public static TimeLine ofRows(String quantity) {
    return new TimeLine(Axis.of("row"), Axis.of(quantity), List.of());
  }

  /**
   * Returns this line with one more window.
   *
   * @param from its begin, not before the end of the last
   * @param to its end, after its begin
   * @param value its quantity, NaN if it has none
   * @param alarm whether it raised an alarm
   * @return the line
   * @throws IllegalArgumentException if the window does not follow the last, or is empty
   * @throws IllegalStateException if this is a line of rows
   */
  public TimeLine withWindow(Instant from, Instant to, double value, boolean alarm) {
    requireScale(Axis.Scale.TIME);
    return with(new Window(Chart.seconds(from), Chart.seconds(to), value, alarm));
  }

  /**
   * Returns this line with one more window.
   *
   * @param from its first row, not before the end of the last window
   * @param to the row after its last one, above its first
   * @param value its quantity, NaN if it has none
   * @param alarm whether it raised an alarm
   * @return the line
   * @throws IllegalArgumentException if the window does not follow the last, or is empty
   * @throws IllegalStateException if this is a line of times
   */
  public TimeLine withWindow(long from, long to, double value, boolean alarm) {
    requireScale(Axis.Scale.LINEAR);
    return with(new Window(from, to, value, alarm));
  }

  private void requireScale(Axis.Scale scale) {
    if (horizontal.scale() != scale) {
      throw new IllegalStateException("a line of " + scale + ", got " + horizontal.scale());
    }
  }

  private TimeLine with(Window window) {
    double end = windows.isEmpty() ? window.from : windows.get(windows.size() - 1).to;
    if (!(window.from >= end && window.to > window.from)) {
      throw new IllegalArgumentException(
          "from: at least the last end "
              + end
              + " and below to "
              + window.to
              + ", got "
              + window.from);
    }
    List<Window> more = new ArrayList<>(windows);
    more.add(window);
    return new TimeLine(horizontal, vertical, more);
  }

  /**
   * Returns the line as steps, with alarms behind them.
   *
   * @return the chart
   * @throws IllegalStateException if there is no window
   */
  public Chart chart() {
    if (windows.isEmpty()) {
      throw new IllegalStateException("windows: at least one, got none");
    }
    double[] places = new double[2 * windows.size()];
    double[] values = new double[places.length];
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      places[2 * i] = window.from;
      places[2 * i + 1] = window.to;
      values[2 * i] = window.value;
      values[2 * i + 1] = window.value;
    }
    long alarms = windows.stream().filter(Window::alarm).count();
    Chart chart =
        Chart.of("Windows", horizontal, vertical, places)
            .withLine(vertical.label(), Tone.BLUE, values)
            .withDescription(
                windows.size()
                    + (windows.size() == 1 ? " window, " : " windows, ")
                    + (alarms == 0 ? "none" : alarms)
                    + " with an alarm.");
    for (Window window : windows) {
      chart = window.alarm ? chart.withAlarm(window.from, window.to) : chart;
    }
    return chart;
  }
}
