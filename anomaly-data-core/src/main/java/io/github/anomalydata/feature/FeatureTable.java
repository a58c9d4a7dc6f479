package io.github.anomalydata.feature;

import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.data.SampleKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The feature vectors of the samples of a source: a row for each. Immutable. */
public final class FeatureTable implements NumericTable {
  private final FeatureSchema schema;
  private final List<SampleKey> keys;
  private final double[] values;
  private final int width;

  FeatureTable(FeatureSchema schema, List<SampleKey> keys, double[] values) {
    this.schema = schema;
    this.keys = keys;
    this.values = values;
    this.width = schema.columns().size();
  }

  /**
   * Returns what the columns are.
   *
   * @return the schema
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Returns the samples the rows were computed from.
   *
   * @return the keys, one for each row
   */
  public List<SampleKey> keys() {
    return keys;
  }

  @Override
  public List<String> columns() {
    return schema.names();
  }

  @Override
  public int rows() {
    return keys.size();
  }

  @Override
  public double[] column(int column) {
    Objects.checkIndex(column, width);
    double[] result = new double[rows()];
    for (int row = 0; row < result.length; row++) {
      result[row] = values[row * width + column];
    }
    return result;
  }

  /**
   * Returns the features of a sample.
   *
   * @param row the row
   * @return a new array, in the order of the columns
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double[] row(int row) {
    Objects.checkIndex(row, rows());
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }
}
