package io.github.anomalydata.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Columns of numbers for the browser, as base64 of little-endian floats, or of doubles where floats
 * would move a point by more than what is seen. Short columns stay text.
 */
final class PackedColumn {
  private static final int SHORT = 16;

  /** The share of the range of a column that a point may be moved by. */
  private static final double UNSEEN = 1e-4;

  private PackedColumn() {}

  static void write(JsonGenerator json, double[] values) throws IOException {
    if (values.length <= SHORT) {
      PlotJson.plain(json, values);
      return;
    }
    boolean floats = fitsFloats(values);
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * (floats ? Float.BYTES : Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (floats) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    json.writeStartObject();
    json.writeBinaryField(floats ? "f32" : "f64", bytes.array());
    json.writeEndObject();
  }

  private static boolean fitsFloats(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double error = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        error = Math.max(error, Math.abs(value - (float) value));
      }
    }
    return error == 0 || error <= UNSEEN * (most - least);
  }
}
