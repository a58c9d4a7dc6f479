package io.github.anomalydata.cli.feature;

import java.util.AbstractList;
import org.jspecify.annotations.Nullable;

/**
 * A table as JSON sees it, without a copy: rows of numbers, NaN as null, and infinity, which JSON
 * has no number for, as text.
 */
final class JsonRows extends AbstractList<Object> {
  private final double[] values;
  private final int width;

  JsonRows(double[] values, int width) {
    this.values = values;
    this.width = width;
  }

  @Override
  public Object get(int row) {
    return new AbstractList<@Nullable Object>() {
      @Override
      public @Nullable Object get(int column) {
        double value = values[row * width + column];
        if (Double.isNaN(value)) {
          return null;
        }
        return Double.isInfinite(value) ? String.valueOf(value) : (Object) value;
      }

      @Override
      public int size() {
        return width;
      }
    };
  }

  @Override
  public int size() {
    return values.length / width;
  }
}
