package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.drift.Decision;
import io.github.anomalydata.drift.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A decision for people and for machines. */
final class DecisionReport {
  private final Decision decision;

  DecisionReport(Decision decision) {
    this.decision = decision;
  }

  void print(PrintWriter out) {
    TextTable table =
        new TextTable("what", "of", "p-value", "adjusted p", "effect size", "interval", "verdict");
    for (Finding finding : decision.findings()) {
      table.row(
          PolicyOptions.name(finding.measure()),
          finding.subject(),
          finding.pValue().isPresent() ? format("%.4g", finding.pValue().getAsDouble()) : "-",
          finding.adjustedPValue().isPresent()
              ? format("%.4g", finding.adjustedPValue().getAsDouble())
              : "-",
          format("%.4g", finding.effectSize()),
          finding
              .interval()
              .map(interval -> format("%.4g to %.4g", interval.lower(), interval.upper()))
              .orElse("-"),
          finding.verdict() == Finding.Verdict.DRIFT
              ? "DRIFT"
              : PolicyOptions.name(finding.verdict()));
    }
    for (Decision.Untested untested : decision.untested()) {
      table.row(
          PolicyOptions.name(untested.measure()),
          untested.subject(),
          "-",
          "-",
          "-",
          "-",
          "untested");
    }
    table.print(out);
    out.println();
    for (Finding reason : decision.reasons()) {
      out.println(label(reason) + ": " + reason.rule() + " (" + reason.effect() + ")");
    }
    for (Decision.Untested untested : decision.untested()) {
      out.println(
          PolicyOptions.name(untested.measure())
              + " of "
              + untested.subject()
              + " not tested: "
              + untested.result().reason());
    }
    decision.notes().forEach(out::println);
    out.println(
        switch (decision.outcome()) {
          case RETRAIN -> "Retrain.";
          case WAITING -> "Drift, but not yet in enough windows.";
          case COOLING_DOWN -> "Drift, but it was decided to retrain not long ago.";
          case NO_DRIFT -> "No drift that counts.";
          case INSUFFICIENT_DATA -> "Too little data to decide.";
        });
  }

  private static String label(Finding finding) {
    return PolicyOptions.name(finding.measure()) + " of " + finding.subject();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", PolicyOptions.name(decision.outcome()));
    json.put("retrain", decision.shouldRetrain());
    json.put("blockLength", decision.blockLength());
    json.put("permutations", decision.permutations());
    json.put("seed", decision.seed());
    json.put("findings", decision.findings().stream().map(DecisionReport::json).toList());
    List<Map<String, Object>> untested = new ArrayList<>();
    for (Decision.Untested test : decision.untested()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("measure", PolicyOptions.name(test.measure()));
      one.put("subject", test.subject());
      one.put("reason", test.result().reason());
      untested.add(one);
    }
    json.put("untested", untested);
    json.put("notes", decision.notes());
    json.put("drifted", decision.history().drifted());
    decision.history().retrain().ifPresent(time -> json.put("lastRetrain", time.toString()));
    json.put("seconds", decision.elapsed().toNanos() / 1e9);
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("measure", PolicyOptions.name(finding.measure()));
    json.put("subject", finding.subject());
    json.put("test", finding.test());
    json.put("statistic", finding.statistic());
    finding.pValue().ifPresent(p -> json.put("pValue", p));
    finding.adjustedPValue().ifPresent(p -> json.put("adjustedPValue", p));
    json.put("effectSize", finding.effectSize());
    json.put("effect", finding.effect());
    finding
        .interval()
        .ifPresent(interval -> json.put("interval", List.of(interval.lower(), interval.upper())));
    json.put("verdict", PolicyOptions.name(finding.verdict()));
    json.put("rule", finding.rule());
    return json;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
