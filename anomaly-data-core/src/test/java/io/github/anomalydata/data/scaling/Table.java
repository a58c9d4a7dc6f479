package io.github.anomalydata.data.scaling;

import io.github.anomalydata.data.NumericTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table held in memory. */
final class Table implements NumericTable {
  private final Map<String, double[]> columns = new LinkedHashMap<>();

  static Table of(String column, double... values) {
    return new Table().with(column, values);
  }

  Table with(String column, double... values) {
    columns.put(column, values);
    return this;
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  @Override
  public int rows() {
    return columns.values().iterator().next().length;
  }

  @Override
  public double[] column(int column) {
    return columns.get(columns().get(column)).clone();
  }
}
