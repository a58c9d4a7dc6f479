package io.github.anomalydata.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.Map;

/** Writes a report as JSON. */
final class JsonReport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final PlotJson plots;

  private JsonReport(JsonGenerator json) {
    this.json = json;
    this.plots = new PlotJson(json, PlotJson::plain);
  }

  /** Writes a report. A writer in between turns halves of characters into question marks. */
  static void write(Report report, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(new OutputStreamWriter(out, UTF_8))) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("format", "anomaly-report");
      json.writeNumberField("version", 1);
      json.writeObjectFieldStart("content");
      new JsonReport(json).content(report);
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void content(Report report) throws IOException {
    json.writeStringField("title", report.title());
    json.writeStringField("subtitle", report.subtitle());
    if (report.verdict().isPresent()) {
      Verdict verdict = report.verdict().get();
      json.writeObjectFieldStart("verdict");
      json.writeStringField("mark", PlotJson.word(verdict.mark()));
      json.writeStringField("headline", verdict.headline());
      strings("reasons", verdict.reasons());
      json.writeEndObject();
    }
    json.writeObjectFieldStart("facts");
    for (Map.Entry<String, String> fact : report.facts().entrySet()) {
      json.writeStringField(fact.getKey(), fact.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("sections");
    for (Section section : report.sections()) {
      json.writeStartObject();
      json.writeStringField("title", section.title());
      json.writeStringField("text", section.text());
      json.writeArrayFieldStart("blocks");
      for (Block block : section.blocks()) {
        write(block);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Block block) throws IOException {
    if (block instanceof Plot plot) {
      plots.write(plot);
    } else if (block instanceof Table table) {
      write(table);
    } else if (block instanceof Gallery gallery) {
      write(gallery);
    }
  }

  private void write(Gallery gallery) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "gallery");
    json.writeStringField("title", gallery.title());
    json.writeArrayFieldStart("entries");
    for (Gallery.Entry entry : gallery.entries()) {
      json.writeStartObject();
      json.writeStringField("name", entry.name());
      json.writeArrayFieldStart("plots");
      for (Plot plot : entry.plots()) {
        plots.write(plot);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "table");
    json.writeStringField("title", table.title());
    json.writeArrayFieldStart("columns");
    for (Table.Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      if (column instanceof Table.Numbers numbers) {
        json.writeFieldName("numbers");
        PlotJson.plain(json, numbers.values());
      } else if (column instanceof Table.Texts texts) {
        strings("texts", texts.values());
      } else if (column instanceof Table.Marks marks) {
        strings("marks", marks.marks().stream().map(PlotJson::word).toList());
        strings("words", marks.words());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
