package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the arrays of a sample in a file are.
 *
 * @param rows the number of rows
 * @param latents the number of latents, 0 for none
 * @param scores the number of scores of a row: 0 or 1
 * @param features the features in their order
 */
record SampleForm(int rows, int latents, int scores, List<Feature> features) {
  static final String LATENTS = "latents";
  static final String SCORES = "scores";
  static final String FEATURES = "features";

  /** What a feature holds. */
  enum Kind {
    /** Numbers, NaN where one is missing. */
    NUMBERS,
    /** Labels by their places in the list, -1 where one is missing. */
    LABELS
  }

  /**
   * A feature.
   *
   * @param name its name
   * @param kind what it holds
   * @param labels its labels, none of numbers
   */
  record Feature(String name, Kind kind, List<String> labels) {}

  SampleForm {
    Require.atLeast("rows", rows, 1);
    Require.atLeast("latents", latents, 0);
    if (scores != 0 && scores != 1) {
      throw new IllegalArgumentException("scores: 0 or 1, got " + scores);
    }
  }

  static SampleForm of(DriftSample sample) {
    List<Feature> features = new ArrayList<>();
    MixedTable table = sample.features().orElse(MixedTable.empty());
    for (String name : table.columns()) {
      features.add(
          table.isNumeric(name)
              ? new Feature(name, Kind.NUMBERS, List.of())
              : new Feature(name, Kind.LABELS, labels(name, table)));
    }
    return new SampleForm(
        sample.rows(),
        sample.latents().map(Rows::columns).orElse(0),
        sample.scores().isPresent() ? 1 : 0,
        features);
  }

  private static List<String> labels(String name, MixedTable table) {
    List<String> labels = new ArrayList<>();
    for (Object label : table.distinctLabels(name)) {
      if (!(label instanceof String text)) {
        throw new IllegalStateException(
            "labels of '" + name + "': strings in a file, got " + label.getClass().getName());
      }
      labels.add(text);
    }
    return labels;
  }

  /** Returns the arrays of a sample: latents row by row, features column by column. */
  static Map<String, double[]> arrays(DriftSample sample) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    arrays.put(LATENTS, sample.latents().map(Rows::values).orElse(new double[0]));
    arrays.put(SCORES, sample.scores().map(Series::values).orElse(new double[0]));
    MixedTable table = sample.features().orElse(MixedTable.empty());
    double[] features = new double[table.rows() * table.columns().size()];
    int place = 0;
    for (String name : table.columns()) {
      double[] numbers =
          table.values().get(name) instanceof MixedTable.Numbers column
              ? column.values()
              : codes(table, name);
      System.arraycopy(numbers, 0, features, place, numbers.length);
      place += numbers.length;
    }
    arrays.put(FEATURES, features);
    return arrays;
  }

  private static double[] codes(MixedTable table, String name) {
    Map<Object, Integer> codes = new HashMap<>();
    table.distinctLabels(name).forEach(label -> codes.put(label, codes.size()));
    return table.values().get(name) instanceof MixedTable.Labels column
        ? column.values().stream()
            .mapToDouble(label -> label == null ? -1 : codes.getOrDefault(label, -1))
            .toArray()
        : new double[0];
  }

  /**
   * Returns the sample of arrays.
   *
   * @throws IllegalArgumentException if the arrays are not what this says
   */
  DriftSample sample(double[] ofLatents, double[] ofScores, double[] ofFeatures) {
    requireLength(LATENTS, ofLatents, (long) rows * latents);
    requireLength(SCORES, ofScores, (long) rows * scores);
    requireLength(FEATURES, ofFeatures, (long) rows * features.size());
    DriftSample sample = DriftSample.empty();
    if (latents > 0) {
      sample = sample.withLatents(Rows.checked(LATENTS, new Rows(ofLatents, rows, latents)));
    }
    if (scores > 0) {
      sample = sample.withScores(ofScores);
    }
    MixedTable table = MixedTable.empty();
    for (int k = 0; k < features.size(); k++) {
      Feature feature = features.get(k);
      double[] column = Arrays.copyOfRange(ofFeatures, k * rows, (k + 1) * rows);
      table =
          feature.kind == Kind.NUMBERS
              ? table.withNumbers(feature.name, column)
              : table.withLabels(feature.name, labels(feature, column));
    }
    return features.isEmpty() ? sample : sample.withFeatures(table);
  }

  private static void requireLength(String name, double[] values, long length) {
    if (values.length != length) {
      throw new IllegalArgumentException(name + ": " + length + " values, got " + values.length);
    }
  }

  private static List<@Nullable String> labels(Feature feature, double[] codes) {
    List<@Nullable String> labels = new ArrayList<>(codes.length);
    for (double code : codes) {
      if (!(code >= -1 && code < feature.labels.size() && code == Math.rint(code))) {
        throw new IllegalArgumentException(
            "feature '"
                + feature.name
                + "': places of "
                + feature.labels.size()
                + " labels, got "
                + code);
      }
      labels.add(code < 0 ? null : feature.labels.get((int) code));
    }
    return labels;
  }
}
