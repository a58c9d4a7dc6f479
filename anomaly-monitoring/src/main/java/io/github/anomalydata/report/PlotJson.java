package io.github.anomalydata.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** Writes plots as JSON. */
final class PlotJson {
  /** Writes a column of numbers. */
  @FunctionalInterface
  interface Columns {
    /** Writes the value of a property. */
    void write(JsonGenerator json, double[] values) throws IOException;
  }

  private final JsonGenerator json;
  private final Columns columns;

  PlotJson(JsonGenerator json, Columns columns) {
    this.json = json;
    this.columns = columns;
  }

  void write(Plot plot) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type(plot));
    json.writeStringField("title", plot.title());
    json.writeStringField("description", plot.description());
    if (plot instanceof Chart chart) {
      write(chart);
    } else if (plot instanceof MatrixPlot map) {
      write(map);
    } else if (plot instanceof Picture picture) {
      json.writeBinaryField("image", picture.image());
      if (!picture.overlayName().isEmpty()) {
        json.writeStringField("overlayName", picture.overlayName());
        json.writeBinaryField("overlay", picture.overlay());
      }
    }
    json.writeEndObject();
  }

  private static String type(Plot plot) {
    if (plot instanceof Chart) {
      return "chart";
    }
    return plot instanceof MatrixPlot ? "heatmap" : "picture";
  }

  private void write(Chart chart) throws IOException {
    axis("horizontal", chart.horizontal());
    axis("vertical", chart.vertical());
    column("places", chart.places());
    json.writeArrayFieldStart("series");
    for (Series series : chart.series()) {
      json.writeStartObject();
      json.writeStringField("name", series.name());
      json.writeStringField("style", word(series.style()));
      json.writeStringField("tone", word(series.tone()));
      column("values", series.values());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("limits");
    for (Chart.Limit limit : chart.limits()) {
      json.writeStartObject();
      json.writeStringField("name", limit.name());
      json.writeBooleanField("vertical", limit.vertical());
      json.writeNumberField("value", limit.value());
      json.writeStringField("tone", word(limit.tone()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("alarms");
    for (Chart.Span span : chart.spans()) {
      json.writeArray(new double[] {span.from(), span.to()}, 0, 2);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("names");
    for (String name : chart.names()) {
      json.writeString(name);
    }
    json.writeEndArray();
  }

  private void write(MatrixPlot map) throws IOException {
    axis("horizontal", map.horizontal());
    axis("vertical", map.vertical());
    json.writeStringField("quantity", map.quantity());
    json.writeFieldName("across");
    json.writeArray(new double[] {map.across().from(), map.across().to()}, 0, 2);
    json.writeFieldName("up");
    json.writeArray(new double[] {map.up().from(), map.up().to()}, 0, 2);
    json.writeNumberField("rows", map.rows());
    column("values", map.values());
  }

  private void axis(String name, Axis axis) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("label", axis.label());
    json.writeStringField("scale", word(axis.scale()));
    json.writeArrayFieldStart("categories");
    for (String category : axis.categories()) {
      json.writeString(category);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void column(String name, double[] values) throws IOException {
    json.writeFieldName(name);
    columns.write(json, values);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes numbers as they are, null where there is none. */
  static void plain(JsonGenerator json, double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }
}
