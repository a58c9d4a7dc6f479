package io.github.anomalydata.cli.metrics;

import io.github.anomalydata.metrics.Distribution;
import io.github.anomalydata.metrics.LabelledScores;
import io.github.anomalydata.metrics.Proportion;
import io.github.anomalydata.metrics.WindowSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a window by name, for tables and machines; null where there is none. */
final class SummaryFields {
  private SummaryFields() {}

  static Map<String, @Nullable Object> of(WindowSummary window) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", window.from().toString());
    fields.put("to", window.to().toString());
    fields.put("batches", window.batches());
    fields.put("predictions", window.predictions());
    fields.put("notFinite", window.notFinite());
    fields.put("anomalies", window.anomalies());
    Proportion rate = window.anomalyRate();
    put(fields, "anomalyRate", rate.value());
    put(fields, "anomalyRateLower", rate.lower());
    put(fields, "anomalyRateUpper", rate.upper());
    Distribution latency = window.latency();
    put(fields, "latencyMeanSeconds", latency.mean());
    put(fields, "latencyP50Seconds", latency.quantile(0.5));
    put(fields, "latencyP95Seconds", latency.quantile(0.95));
    put(fields, "latencyP99Seconds", latency.quantile(0.99));
    put(fields, "latencyMaxSeconds", latency.max());
    Distribution scores = window.scores();
    put(fields, "scoreMean", scores.mean());
    put(fields, "scoreStandardDeviation", scores.standardDeviation());
    put(fields, "scoreMin", scores.min());
    put(fields, "scoreP50", scores.quantile(0.5));
    put(fields, "scoreP95", scores.quantile(0.95));
    put(fields, "scoreP99", scores.quantile(0.99));
    put(fields, "scoreMax", scores.max());
    put(fields, "maximumDrift", window.maximumDrift());
    LabelledScores labelled = window.labelled();
    fields.put("labelled", labelled.count());
    put(fields, "precision", labelled.precision());
    put(fields, "recall", labelled.recall());
    put(fields, "areaUnderCurve", labelled.areaUnderCurve());
    put(fields, "areaUnderCurveError", labelled.areaUnderCurveError());
    return fields;
  }

  private static void put(Map<String, @Nullable Object> fields, String name, double value) {
    fields.put(name, Double.isFinite(value) ? value : null);
  }
}
