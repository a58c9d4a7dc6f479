package io.github.anomalydata.report;

import io.github.anomalydata.report.Drawing.Anchor;
import io.github.anomalydata.report.Drawing.Pen;
import io.github.anomalydata.report.Series.Style;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Draws a chart or a heat map that does not move. */
final class StaticPlot {
  /** The size of the drawing in pixels. */
  static final int WIDTH = 720;

  static final int HEIGHT = 420;

  private static final int TOP = 64;
  private static final int RIGHT = 24;
  private static final int INK = 0x1B1F23;
  private static final int SOFT = 0x59636E;
  private static final int GRID = 0xE6E9ED;

  private final Drawing drawing;
  private final Frame frame;

  private StaticPlot(Drawing drawing, Frame frame) {
    this.drawing = drawing;
    this.frame = frame;
  }

  /** Where the data are drawn, and the ends of the axes there. */
  private record Frame(
      double left, double bottom, Axis across, Axis up, double[] horizontal, double[] vertical) {
    double x(double value) {
      return left + (WIDTH - RIGHT - left) * share(across, horizontal, value);
    }

    double y(double value) {
      return HEIGHT - bottom - (HEIGHT - bottom - TOP) * share(up, vertical, value);
    }

    private static double share(Axis axis, double[] ends, double value) {
      return axis.scale() == Axis.Scale.LOGARITHMIC
          ? Math.log(value / ends[0]) / Math.log(ends[1] / ends[0])
          : (value - ends[0]) / (ends[1] - ends[0]);
    }

    boolean shows(double x, double y) {
      return Double.isFinite(x(x)) && Double.isFinite(y(y));
    }
  }

  static void draw(Chart chart, Drawing drawing) {
    double[] vertical = verticalEnds(chart);
    double[] horizontal = horizontalEnds(chart);
    boolean slanted = chart.horizontal().categories().size() > 6;
    Frame frame =
        new Frame(
            76, slanted ? 130 : 56, chart.horizontal(), chart.vertical(), horizontal, vertical);
    StaticPlot plot = new StaticPlot(drawing, frame);
    drawing.text(frame.left, 26, chart.title(), Anchor.START, INK, 16, 0);
    plot.legend(chart);
    plot.grid();
    plot.axes(slanted);
    drawing.clip(frame.left, TOP, WIDTH - RIGHT - frame.left, HEIGHT - frame.bottom - TOP);
    chart.spans().forEach(plot::span);
    int bars = (int) chart.series().stream().filter(s -> s.style() == Style.BARS).count();
    int bar = 0;
    for (Series series : chart.series()) {
      if (series.style() == Style.BARS) {
        plot.bars(chart.places(), series, bar++, bars);
      } else {
        plot.series(chart.places(), series);
      }
    }
    drawing.unclip();
    chart.limits().forEach(plot::limit);
  }

  static void draw(MatrixPlot map, Drawing drawing) {
    Frame frame =
        new Frame(
            76,
            56,
            map.horizontal(),
            map.vertical(),
            new double[] {map.across().from(), map.across().to()},
            new double[] {map.up().from(), map.up().to()});
    StaticPlot plot = new StaticPlot(drawing, frame);
    drawing.text(frame.left, 26, map.title(), Anchor.START, INK, 16, 0);
    double[] values = map.values();
    double least = finite(values).min().orElse(0);
    double most = finite(values).max().orElse(1);
    int columns = values.length / map.rows();
    int[] rgb = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[(map.rows() - 1 - i / columns) * columns + i % columns];
      double share = most > least ? (value - least) / (most - least) : 0.5;
      rgb[i] = Double.isFinite(value) ? Ramp.rgb(share) : -1;
    }
    drawing.cells(
        frame.left, TOP, WIDTH - RIGHT - frame.left, HEIGHT - frame.bottom - TOP, columns, rgb);
    plot.axes(false);
    int[] key = new int[64];
    Arrays.setAll(key, i -> Ramp.rgb(i / 63.0));
    Digits digits = Digits.significant(4);
    drawing.text(frame.left, 50, digits.format(least), Anchor.START, SOFT, 12, 0);
    drawing.cells(frame.left + 60, 42, 128, 8, key.length, key);
    drawing.text(
        frame.left + 196,
        50,
        digits.format(most) + " " + map.quantity(),
        Anchor.START,
        SOFT,
        12,
        0);
  }

  private static DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }

  private static double[] horizontalEnds(Chart chart) {
    if (chart.horizontal().scale() == Axis.Scale.CATEGORIES) {
      return new double[] {-0.6, chart.places().length - 0.4};
    }
    boolean points = chart.series().stream().anyMatch(s -> s.style() == Style.POINTS);
    return ends(chart.horizontal(), Arrays.stream(chart.places()), points);
  }

  private static double[] verticalEnds(Chart chart) {
    DoubleStream limits =
        chart.limits().stream().filter(l -> !l.vertical()).mapToDouble(Chart.Limit::value);
    DoubleStream values = chart.series().stream().flatMapToDouble(s -> Arrays.stream(s.values()));
    boolean standing =
        chart.series().stream()
            .anyMatch(s -> s.style() == Style.BARS || s.style() == Style.FILLED_STEPS);
    DoubleStream shown = DoubleStream.concat(values, limits);
    if (!standing) {
      return ends(chart.vertical(), shown, true);
    }
    double[] ends = ends(chart.vertical(), DoubleStream.concat(shown, DoubleStream.of(0)), false);
    double space = 0.05 * (ends[1] - ends[0]);
    return new double[] {ends[0] < 0 ? ends[0] - space : 0, ends[1] + space};
  }

  private static double[] ends(Axis axis, DoubleStream all, boolean padded) {
    boolean logarithmic = axis.scale() == Axis.Scale.LOGARITHMIC;
    double[] values =
        all.filter(Double::isFinite).filter(v -> !logarithmic || v > 0).sorted().toArray();
    if (values.length == 0) {
      return new double[] {logarithmic ? 0.1 : 0, 1};
    }
    double low = values[0];
    double high = values[values.length - 1];
    if (logarithmic) {
      return new double[] {low * 0.8, high * 1.25};
    }
    double space = high > low ? (padded ? 0.05 * (high - low) : 0) : Math.max(1, Math.abs(low)) / 2;
    return new double[] {low - space, high + space};
  }

  private Ticks up() {
    return Ticks.of(frame.up, frame.vertical[0], frame.vertical[1], 6);
  }

  private Ticks across() {
    return Ticks.of(frame.across, frame.horizontal[0], frame.horizontal[1], 7);
  }

  private void grid() {
    Pen pen = new Pen(GRID, 1, false);
    for (double place : up().places()) {
      segment(frame.left, frame.y(place), WIDTH - RIGHT, frame.y(place), pen);
    }
    if (frame.across.scale() != Axis.Scale.CATEGORIES) {
      for (double place : across().places()) {
        segment(frame.x(place), TOP, frame.x(place), HEIGHT - frame.bottom, pen);
      }
    }
  }

  private void axes(boolean slanted) {
    Ticks up = up();
    for (int i = 0; i < up.places().length; i++) {
      double y = frame.y(up.places()[i]);
      drawing.text(frame.left - 8, y + 4, up.labels().get(i), Anchor.END, SOFT, 12, 0);
    }
    double right = WIDTH - RIGHT;
    double floor = HEIGHT - frame.bottom;
    Ticks across = across();
    for (int i = 0; i < across.places().length; i++) {
      double x = frame.x(across.places()[i]);
      boolean wide = frame.across.scale() == Axis.Scale.TIME && x > right - RIGHT;
      Anchor anchor = slanted || wide ? Anchor.END : Anchor.MIDDLE;
      double at = wide ? right + 8 : x;
      drawing.text(at, floor + 18, across.labels().get(i), anchor, SOFT, 12, slanted ? -40 : 0);
    }
    segment(frame.left, floor, right, floor, new Pen(SOFT, 1, false));
    drawing.text(
        (frame.left + right) / 2, HEIGHT - 14, frame.across.label(), Anchor.MIDDLE, SOFT, 13, 0);
    drawing.text(20, (TOP + floor) / 2, frame.up.label(), Anchor.MIDDLE, SOFT, 13, -90);
  }

  private void segment(double x0, double y0, double x1, double y1, Pen pen) {
    drawing.line(new double[] {x0, x1}, new double[] {y0, y1}, pen);
  }

  private void legend(Chart chart) {
    double x = frame.left;
    for (Series series : chart.series()) {
      drawing.area(
          new double[] {x, x + 10, x + 10, x},
          new double[] {41, 41, 51, 51},
          series.tone().rgb(),
          0.8);
      drawing.text(x + 16, 50, series.name(), Anchor.START, SOFT, 12, 0);
      // No font is at hand to measure with: letters are about this wide.
      x += 36 + 6.8 * series.name().codePointCount(0, series.name().length());
    }
  }

  private void span(Chart.Span span) {
    double from = frame.x(span.from());
    double to = Math.max(from + 2, frame.x(span.to()));
    double floor = HEIGHT - frame.bottom;
    drawing.area(
        new double[] {from, to, to, from},
        new double[] {TOP, TOP, floor, floor},
        Tone.RED.rgb(),
        0.13);
  }

  private void limit(Chart.Limit limit) {
    Pen pen = new Pen(limit.tone().rgb(), 1.25, true);
    if (limit.vertical()) {
      double x = frame.x(limit.value());
      segment(x, TOP, x, HEIGHT - frame.bottom, pen);
      drawing.text(x + 5, TOP + 12, limit.name(), Anchor.START, limit.tone().rgb(), 12, 0);
    } else {
      double y = frame.y(limit.value());
      segment(frame.left, y, WIDTH - RIGHT, y, pen);
      drawing.text(WIDTH - RIGHT - 4, y - 5, limit.name(), Anchor.END, limit.tone().rgb(), 12, 0);
    }
  }

  private void bars(double[] places, Series series, int bar, int bars) {
    double width = 0.7 / bars;
    double floor = frame.y(Math.max(0, frame.vertical[0]));
    for (int i = 0; i < places.length; i++) {
      if (Double.isFinite(series.values()[i])) {
        double left = frame.x(places[i] - 0.35 + bar * width);
        double right = frame.x(places[i] - 0.35 + (bar + 0.94) * width);
        double top = frame.y(series.values()[i]);
        drawing.area(
            new double[] {left, right, right, left},
            new double[] {floor, floor, top, top},
            series.tone().rgb(),
            0.8);
      }
    }
  }

  /** Draws each stretch of a series without gaps. */
  private void series(double[] places, Series series) {
    int from = 0;
    while (from < places.length) {
      int to = from;
      while (to < places.length && frame.shows(places[to], series.values()[to])) {
        to++;
      }
      if (to > from) {
        stretch(places, series, from, to);
      }
      from = to + 1;
    }
  }

  private void stretch(double[] places, Series series, int from, int to) {
    int rgb = series.tone().rgb();
    boolean steps = series.style() == Style.STEPS || series.style() == Style.FILLED_STEPS;
    int count = to - from;
    double[] x = new double[steps ? 2 * count - 1 : count];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int at = from + (steps ? (i + 1) / 2 : i);
      x[i] = frame.x(places[at]);
      y[i] = frame.y(series.values()[steps ? from + i / 2 : at]);
    }
    switch (series.style()) {
      case POINTS -> {
        for (int i = 0; i < x.length; i++) {
          drawing.point(x[i], y[i], 4, rgb);
        }
      }
      case FILLED_STEPS -> {
        double floor = frame.y(Math.max(0, frame.vertical[0]));
        double[] ax =
            DoubleStream.concat(
                    DoubleStream.concat(DoubleStream.of(x[0]), Arrays.stream(x)),
                    DoubleStream.of(x[x.length - 1]))
                .toArray();
        double[] ay =
            DoubleStream.concat(
                    DoubleStream.concat(DoubleStream.of(floor), Arrays.stream(y)),
                    DoubleStream.of(floor))
                .toArray();
        drawing.area(ax, ay, rgb, 0.16);
        drawing.line(x, y, new Pen(rgb, 1.5, false));
      }
      default -> drawing.line(x, y, new Pen(rgb, 1.75, series.style() == Style.DASHED));
    }
  }
}
