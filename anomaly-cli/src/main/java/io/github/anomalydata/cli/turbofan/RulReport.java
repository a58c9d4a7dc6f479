package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.evaluation.RulScore;
import io.github.anomalydata.report.Chart;
import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.Mark;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.RulPlots;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.Table;
import io.github.anomalydata.report.Verdict;
import io.github.anomalydata.turbofan.EngineRun;
import io.github.anomalydata.turbofan.EngineRuns;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a model is worth on test units: the last window of each, its true remaining useful life
 * clipped as the training targets are, and not clipped.
 */
final class RulReport {
  private static final int WORST = 5;

  private final String subset;
  private final RulTrainer trainer;
  private final RulTrainer.Result result;
  private final double seconds;
  private final List<EngineRun> units;
  private final double[] predicted;
  private final double[] actual;
  private final double[] clipped;

  RulReport(
      String subset,
      RulTrainer trainer,
      RulTrainer.Result result,
      EngineRuns test,
      double seconds) {
    this.subset = subset;
    this.trainer = trainer;
    this.result = result;
    this.seconds = seconds;
    this.units = test.runs();
    this.predicted = result.model().predictLast(test);
    this.actual = units.stream().mapToDouble(EngineRun::finalRul).toArray();
    this.clipped = units.stream().mapToDouble(u -> Math.min(trainer.cap(), u.finalRul())).toArray();
  }

  RulScore score() {
    return RulScore.of(predicted, clipped);
  }

  void print(PrintWriter out) {
    RulScore score = score();
    RulScore unclipped = RulScore.of(predicted, actual);
    out.println();
    out.println(
        subset
            + ": "
            + units.size()
            + " test units, the last "
            + trainer.window()
            + " cycles of each");
    out.println();
    String cap = format("%.0f", trainer.cap());
    new TextTable("true RUL", "RMSE", "NASA score", "mean error")
        .row(
            "clipped at " + cap,
            format("%.2f", score.rmse()),
            format("%.1f", score.nasaScore()),
            format("%.2f", score.meanError()))
        .row(
            "as in the file",
            format("%.2f", unclipped.rmse()),
            format("%.1f", unclipped.nasaScore()),
            format("%.2f", unclipped.meanError()))
        .print(out);
    out.println();
    out.println("Worst units:");
    TextTable worst = new TextTable("unit", "cycles", "true RUL", "predicted", "error");
    worst()
        .forEach(
            i ->
                worst.row(
                    units.get(i).unit(),
                    units.get(i).length(),
                    units.get(i).finalRul(),
                    format("%.1f", predicted[i]),
                    format("%+.1f", predicted[i] - clipped[i])));
    worst.print(out);
    out.println();
    out.println(
        format("Trained for %d epochs", result.epochs())
            + format(" (RMSE %.2f on validation units)", result.validationRmse())
            + format(" in %.1f s.", seconds));
  }

  private IntStream worst() {
    return IntStream.range(0, units.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(predicted[i] - clipped[i])))
        .limit(WORST)
        .mapToInt(i -> i);
  }

  /** Returns the result for machines. */
  Map<String, Object> json() {
    RulScore score = score();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subset", subset);
    json.put("rmse", score.rmse());
    json.put("nasaScore", score.nasaScore());
    json.put("meanError", score.meanError());
    json.put("rmseUnclipped", RulScore.of(predicted, actual).rmse());
    json.put("units", units.size());
    json.put("seed", trainer.seed());
    json.put("window", trainer.window());
    json.put("cap", trainer.cap());
    json.put("augmented", trainer.augmentation().isPresent());
    json.put("epochs", result.epochs());
    json.put("validationRmse", result.validationRmse());
    json.put("seconds", seconds);
    json.put(
        "predictions",
        IntStream.range(0, units.size())
            .mapToObj(
                i -> {
                  Map<String, Object> unit = new LinkedHashMap<>();
                  unit.put("unit", units.get(i).unit());
                  unit.put("rul", units.get(i).finalRul());
                  unit.put("predicted", predicted[i]);
                  return unit;
                })
            .toList());
    return json;
  }

  /** Returns the picture of predicted against true lives. */
  Chart plot() {
    return RulPlots.of(predicted, clipped)
        .predictedAgainstTrue()
        .withTitle(
            subset + format(": predicted remaining useful life, RMSE %.1f cycles", score().rmse()));
  }

  /** Returns the result as a report to look at. */
  Report page() {
    RulScore score = score();
    RulPlots plots = RulPlots.of(predicted, clipped);
    Digits one = Digits.decimals(1);
    return Report.of("Remaining useful life, " + subset)
        .with(
            Verdict.of(
                Mark.NEUTRAL,
                "Off by " + one.format(score.rmse()) + " cycles (RMSE)",
                format(
                    "NASA's score, which charges late predictions more, is %.1f.",
                    score.nasaScore()),
                format(
                    "Predictions are %+.1f cycles from the truth on average.", score.meanError()),
                format("True lives above %.0f cycles count as that many.", trainer.cap())))
        .withFact("test units", String.valueOf(units.size()))
        .withFact("window", trainer.window() + " cycles")
        .withFact("epochs", String.valueOf(result.epochs()))
        .withFact("validation RMSE", one.format(result.validationRmse()))
        .withFact("seed", String.valueOf(trainer.seed()))
        .with(
            Section.of("Predictions", plots.predictedAgainstTrue(), plots.errors(), table(one))
                .withText("One prediction for each test unit, from its last window."));
  }

  private Table table(Digits digits) {
    double[] errors =
        IntStream.range(0, units.size()).mapToDouble(i -> predicted[i] - clipped[i]).toArray();
    return Table.of("Test units")
        .withNumbers("unit", Digits.decimals(0), each(EngineRun::unit))
        .withNumbers("cycles", Digits.decimals(0), each(EngineRun::length))
        .withNumbers("true RUL", Digits.decimals(0), each(EngineRun::finalRul))
        .withNumbers("predicted", digits, predicted)
        .withNumbers("error", digits, errors);
  }

  private double[] each(ToDoubleFunction<EngineRun> property) {
    return units.stream().mapToDouble(property).toArray();
  }

  private static String format(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
