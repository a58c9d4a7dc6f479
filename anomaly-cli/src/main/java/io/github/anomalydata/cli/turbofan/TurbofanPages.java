package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.report.Axis;
import io.github.anomalydata.report.Chart;
import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.Gallery;
import io.github.anomalydata.report.Histogram;
import io.github.anomalydata.report.Mark;
import io.github.anomalydata.report.MatrixPlot;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.Table;
import io.github.anomalydata.report.Tone;
import io.github.anomalydata.report.TwoSamples;
import io.github.anomalydata.report.Verdict;
import io.github.anomalydata.turbofan.Channel;
import io.github.anomalydata.turbofan.EngineRun;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.Turbofan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the files of a subset hold, as a report. */
final class TurbofanPages {
  private static final List<Tone> TONES =
      List.of(Tone.BLUE, Tone.ORANGE, Tone.GREEN, Tone.PURPLE, Tone.GREY);
  private static final Digits WHOLE = Digits.decimals(0);
  private static final Digits FIVE = Digits.significant(5);

  private TurbofanPages() {}

  static Report of(Turbofan turbofan) {
    List<Channel> constant = Channel.all().stream().filter(c -> isConstant(turbofan, c)).toList();
    String names = constant.stream().map(Channel::toString).collect(Collectors.joining(", "));
    Report report =
        Report.of("Turbofan " + turbofan.name())
            .with(
                Verdict.of(
                    Mark.GOOD,
                    "All files are sound",
                    "Every row has its 26 numbers: no value is missing.",
                    constant.isEmpty()
                        ? "Every channel varies."
                        : constant.size() + " channels are constant: " + names + "."))
            .withFact("training units", WHOLE.format(turbofan.train().size()))
            .withFact("test units", WHOLE.format(turbofan.test().size()))
            .withFact("training cycles", WHOLE.format(turbofan.train().rows()))
            .withFact("test cycles", WHOLE.format(turbofan.test().rows()));
    for (Section section : sections(turbofan)) {
      report = report.with(section);
    }
    return report;
  }

  private static boolean isConstant(Turbofan turbofan, Channel channel) {
    return Arrays.stream(turbofan.train().column(channel)).distinct().count() == 1;
  }

  /** Returns the sections on the data, without a verdict. */
  static List<Section> sections(Turbofan turbofan) {
    return List.of(units(turbofan), channels(turbofan), correlations(turbofan.train()));
  }

  private static Section units(Turbofan turbofan) {
    double[] lengths = lengths(turbofan.train());
    double[] seen = lengths(turbofan.test());
    double[] lives = turbofan.test().runs().stream().mapToDouble(EngineRun::finalRul).toArray();
    return Section.of(
            "Units",
            Histogram.of("Training runs, to failure", "cycles", lengths),
            Histogram.of("Test runs, cut short", "cycles", seen),
            Histogram.of("True RUL of test units", "cycles after the last row", lives))
        .withText("Training units run until they fail; of test units only the start is known.");
  }

  private static double[] lengths(EngineRuns runs) {
    return runs.runs().stream().mapToDouble(EngineRun::length).toArray();
  }

  private static Section channels(Turbofan turbofan) {
    List<Channel> channels = Channel.all();
    Gallery gallery = Gallery.of("Traces and distributions");
    for (Channel channel : channels) {
      double[] train = turbofan.train().column(channel);
      double[] test = turbofan.test().column(channel);
      gallery =
          gallery.with(
              channel.toString(),
              traces(turbofan.train(), channel),
              TwoSamples.of(label(channel), train, test)
                  .withNames("training", "test")
                  .histograms());
    }
    return Section.of("Channels", table(turbofan.train(), channels), gallery)
        .withText(
            "Of the training units. A channel without spread tells a model nothing; one whose trace"
                + " bends towards the end tells of wear.");
  }

  private static String label(Channel channel) {
    return channel.unit().isEmpty()
        ? channel.symbol()
        : channel.symbol() + " (" + channel.unit() + ")";
  }

  private static Table table(EngineRuns train, List<Channel> channels) {
    List<double[]> columns = channels.stream().map(train::column).toList();
    List<Mark> marks = columns.stream().map(c -> sd(c) == 0 ? Mark.WARNING : Mark.GOOD).toList();
    return Table.of("Channels")
        .withText("channel", channels.stream().map(Channel::toString).toList())
        .withText("quantity", channels.stream().map(TurbofanPages::label).toList())
        .withMarks(
            "spread",
            marks,
            marks.stream().map(mark -> mark == Mark.GOOD ? "varies" : "constant").toList())
        .withNumbers("least", FIVE, each(columns, c -> Arrays.stream(c).min().orElseThrow()))
        .withNumbers("mean", FIVE, each(columns, c -> Arrays.stream(c).average().orElseThrow()))
        .withNumbers("greatest", FIVE, each(columns, c -> Arrays.stream(c).max().orElseThrow()))
        .withNumbers("standard deviation", Digits.significant(3), each(columns, TurbofanPages::sd))
        .withNumbers(
            "values", WHOLE, each(columns, c -> (double) Arrays.stream(c).distinct().count()));
  }

  private static double[] each(List<double[]> columns, Function<double[], Double> statistic) {
    return columns.stream().mapToDouble(statistic::apply).toArray();
  }

  private static double sd(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double mean = Arrays.stream(values).map(v -> v - least).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> Math.pow(v - least - mean, 2)).sum();
    return Math.sqrt(squares / values.length);
  }

  /** Returns the traces of units whose lengths are evenly spread. */
  private static Chart traces(EngineRuns train, Channel channel) {
    List<EngineRun> byLength = new ArrayList<>(train.runs());
    byLength.sort(Comparator.comparingInt(EngineRun::length));
    int count = Math.min(TONES.size(), byLength.size());
    List<EngineRun> units =
        IntStream.range(0, count)
            .mapToObj(i -> byLength.get((byLength.size() - 1) * i / Math.max(1, count - 1)))
            .distinct()
            .toList();
    int longest = units.stream().mapToInt(EngineRun::length).max().orElseThrow();
    double[] cycles = IntStream.rangeClosed(1, longest).asDoubleStream().toArray();
    Chart chart =
        Chart.of("Traces of units", Axis.of("cycle"), Axis.of(label(channel)), cycles)
            .withDescription(
                "Units from the shortest run to the longest; each line ends at the failure.");
    for (int i = 0; i < units.size(); i++) {
      double[] values = new double[longest];
      Arrays.fill(values, Double.NaN);
      double[] own = units.get(i).values(channel);
      System.arraycopy(own, 0, values, 0, own.length);
      chart = chart.withLine("unit " + units.get(i).unit(), TONES.get(i), values);
    }
    return chart;
  }

  private static Section correlations(EngineRuns train) {
    List<Channel> varying =
        Channel.sensors().stream().filter(c -> sd(train.column(c)) > 0).toList();
    List<String> names = varying.stream().map(Channel::toString).toList();
    if (names.isEmpty()) {
      return Section.of("Correlations").withText("No sensor varies.");
    }
    List<double[]> columns = varying.stream().map(train::column).toList();
    double[][] matrix = new double[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        matrix[i][j] = correlation(columns.get(i), columns.get(j));
      }
    }
    return Section.of(
            "Correlations",
            MatrixPlot.of(
                    "Correlations of sensors",
                    Axis.ofCategories("sensor", names),
                    Axis.ofCategories("sensor", names),
                    "Pearson's correlation",
                    matrix)
                .withDescription("Rows and columns are the sensors that vary."))
        .withText("Sensors that say the same are as bright as the diagonal, or as dark as −1.");
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      products += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return products / Math.sqrt(squaresA * squaresB);
  }
}
