package io.github.anomalydata.feature;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.json.JsonDocument;
import io.github.anomalydata.signal.Detrend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the numbers of a feature vector are: the columns in order, and the options they were
 * computed with.
 *
 * <p>A model is trained on vectors of one schema. Saved beside the model and checked when it
 * serves, the schema keeps all other vectors out; {@link FeatureExtractor#of(FeatureSchema)} makes
 * the same extractor again. Immutable.
 *
 * @param sampleRate the samples per second of a channel, in Hz
 * @param detrend what is taken out of a signal before its spectrum
 * @param undefined the number that stands for an undefined feature, as text
 * @param separator what stands between channel and feature in the name of a column
 * @param columns the columns, at least one: channel after channel, the same features of each
 */
public record FeatureSchema(
    double sampleRate,
    Detrend detrend,
    String undefined,
    String separator,
    List<FeatureColumn> columns) {
  private static final JsonDocument<FeatureSchema> DOCUMENT =
      JsonDocument.of("anomaly-data/features", 1, FeatureSchema.class);

  /**
   * Checks the values.
   *
   * @param sampleRate the samples per second of a channel, in Hz
   * @param detrend what is taken out of a signal before its spectrum
   * @param undefined the number that stands for an undefined feature, as text
   * @param separator what stands between channel and feature in the name of a column
   * @param columns the columns, at least one: channel after channel, the same features of each
   * @throws IllegalArgumentException if the rate is not above 0 and finite, {@code undefined} is no
   *     number, there are no columns, a feature is not known or has another unit or other
   *     parameters, the channels have different features, or two columns have one name
   */
  public FeatureSchema {
    Require.positive("sampleRate", sampleRate);
    undefined = Names.number(Names.parse(undefined));
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns: at least one, got none");
    }
    for (FeatureColumn column : columns) {
      FeatureColumn known = FeatureColumn.of(column.channel(), Feature.of(column.feature()));
      if (!known.equals(column)) {
        throw new IllegalArgumentException(
            "columns: as this version defines them, " + known + ", got " + column);
      }
    }
    List<FeatureColumn> expected = columns(channels(columns), features(columns));
    if (!expected.equals(columns)) {
      throw new IllegalArgumentException(
          "columns: the same features of each channel, got " + columns);
    }
    requireDistinct(names(separator, columns));
  }

  static FeatureSchema of(
      double sampleRate,
      Detrend detrend,
      double undefined,
      List<String> channels,
      FeatureSet features) {
    return new FeatureSchema(
        sampleRate,
        detrend,
        Names.number(undefined),
        features.separator(),
        columns(channels, features.features()));
  }

  private static List<FeatureColumn> columns(List<String> channels, List<Feature> features) {
    List<FeatureColumn> columns = new ArrayList<>();
    for (String channel : channels) {
      features.forEach(feature -> columns.add(FeatureColumn.of(channel, feature)));
    }
    return columns;
  }

  private static List<String> channels(List<FeatureColumn> columns) {
    return columns.stream().map(FeatureColumn::channel).distinct().toList();
  }

  private static List<Feature> features(List<FeatureColumn> columns) {
    return columns.stream().map(FeatureColumn::feature).distinct().map(Feature::of).toList();
  }

  private static List<String> names(String separator, List<FeatureColumn> columns) {
    return columns.stream().map(c -> c.channel() + separator + c.feature()).toList();
  }

  private static void requireDistinct(List<String> names) {
    List<String> twice = new ArrayList<>(names);
    names.stream().distinct().forEach(twice::remove);
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException("columns: each name once, got twice " + twice);
    }
  }

  /**
   * Returns the names of the columns: channel, separator, feature, as in {@code bearing__rms}.
   *
   * @return the names, each once
   */
  public List<String> names() {
    return names(separator, columns);
  }

  /**
   * Returns the channels.
   *
   * @return their names, in order
   */
  public List<String> channels() {
    return channels(columns);
  }

  /**
   * Returns the features of each channel.
   *
   * @return the features, in order
   */
  public FeatureSet features() {
    return new FeatureSet(features(columns), separator);
  }

  /**
   * Refuses vectors of another schema.
   *
   * @param actual the schema of the vectors at hand
   * @throws IllegalArgumentException if it is not equal to this one; the message has both lists of
   *     names, or what else differs
   */
  public void require(FeatureSchema actual) {
    if (equals(actual)) {
      return;
    }
    if (!names().equals(actual.names())) {
      throw new IllegalArgumentException("columns: " + names() + ", got " + actual.names());
    }
    throw new IllegalArgumentException("schema: " + options() + ", got " + actual.options());
  }

  private String options() {
    return "sampleRate " + sampleRate + ", detrend " + detrend + ", undefined " + undefined;
  }

  /**
   * Refuses vectors whose columns have other names: what arrives as a table.
   *
   * @param actual the names of the columns at hand
   * @throws IllegalArgumentException if they are not the same in the same order; the message has
   *     both lists
   */
  public void requireNames(List<String> actual) {
    if (!names().equals(actual)) {
      throw new IllegalArgumentException("columns: " + names() + ", got " + actual);
    }
  }

  /**
   * Saves the schema as JSON.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads a schema that was saved.
   *
   * @param file the file
   * @return the schema
   * @throws DataFileException if the file is not a schema of this version, or holds anything that
   *     is not known
   * @throws IOException if the file cannot be read
   */
  public static FeatureSchema load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
