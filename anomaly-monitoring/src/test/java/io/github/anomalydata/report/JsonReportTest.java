package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonReportTest {
  @TempDir Path folder;

  private JsonNode written(Report report) throws Exception {
    Path file = folder.resolve("report.json");
    report.writeJson(file);
    JsonNode document = new ObjectMapper().readTree(file.toFile());
    assertEquals("anomaly-report", document.path("format").asText());
    assertEquals(1, document.path("version").asInt());
    return document.path("content");
  }

  private JsonNode written(Block block) throws Exception {
    return written(Report.of("r").with(Section.of("s", block))).at("/sections/0/blocks/0");
  }

  @Test
  void verdictAndFactsAreThere() throws Exception {
    JsonNode content =
        written(
            Report.of("Night")
                .withSubtitle("of the 24th")
                .with(Verdict.of(Mark.ALARM, "Drift", "a", "b"))
                .withFact("rows", "10")
                .with(Section.of("s").withText("t")));
    assertEquals(
        "{\"title\":\"Night\",\"subtitle\":\"of the 24th\",\"verdict\":{\"mark\":\"alarm\","
            + "\"headline\":\"Drift\",\"reasons\":[\"a\",\"b\"]},\"facts\":{\"rows\":\"10\"},"
            + "\"sections\":[{\"title\":\"s\",\"text\":\"t\",\"blocks\":[]}]}",
        content.toString());
  }

  @Test
  void tableHasItsValuesByColumn() throws Exception {
    assertEquals(
        "{\"type\":\"table\",\"title\":\"t\",\"columns\":["
            + "{\"name\":\"a\",\"texts\":[\"<\",\"\"]},"
            + "{\"name\":\"b\",\"numbers\":[0.1,null]},"
            + "{\"name\":\"c\",\"marks\":[\"good\",\"alarm\"],\"words\":[\"ok\",\"bad\"]}]}",
        written(
                Table.of("t")
                    .withText("a", List.of("<", ""))
                    .withNumbers("b", Digits.decimals(0), 0.1, Double.NaN)
                    .withMarks("c", List.of(Mark.GOOD, Mark.ALARM), List.of("ok", "bad")))
            .toString());
  }

  @Test
  void chartHasItsNumbersAsTheyAre() throws Exception {
    JsonNode chart =
        written(
            Chart.of("c", Axis.of("x").logarithmic(), Axis.of("y"), 0.1, 1.7e9)
                .withDashes("a", Tone.RED, 1 / 3.0, Double.NaN)
                .withLimit("most", Tone.GREY, 5)
                .withPlace("now", Tone.BLUE, 2)
                .withAlarm(0.5, 1)
                .withNames(List.of("first", "second")));
    assertEquals("[0.1,1.7E9]", chart.path("places").toString());
    assertEquals("logarithmic", chart.at("/horizontal/scale").asText());
    assertEquals(
        "[{\"name\":\"a\",\"style\":\"dashed\",\"tone\":\"red\","
            + "\"values\":[0.3333333333333333,null]}]",
        chart.path("series").toString());
    assertEquals(
        "[{\"name\":\"most\",\"vertical\":false,\"value\":5.0,\"tone\":\"grey\"},"
            + "{\"name\":\"now\",\"vertical\":true,\"value\":2.0,\"tone\":\"blue\"}]",
        chart.path("limits").toString());
    assertEquals("[[0.5,1.0]]", chart.path("alarms").toString());
    assertEquals("[\"first\",\"second\"]", chart.path("names").toString());
  }

  @Test
  void heatMapHasItsRowsFromTheBottom() throws Exception {
    JsonNode map =
        written(
            MatrixPlot.of("m", Axis.of("x"), Axis.of("y"), "dB", new double[][] {{1, 2}, {3, 4}})
                .withColumns(0, 10)
                .withRows(-1, 1));
    assertEquals("[1.0,2.0,3.0,4.0]", map.path("values").toString());
    assertEquals(2, map.path("rows").asInt());
    assertEquals("[0.0,10.0]", map.path("across").toString());
    assertEquals("[-1.0,1.0]", map.path("up").toString());
  }

  @Test
  void galleryHasThePlotsOfItsEntries() throws Exception {
    JsonNode gallery =
        written(
            Gallery.of("g")
                .with("one", Picture.of("p", "d", Reports.png()).withOverlay("o", Reports.png())));
    assertEquals("one", gallery.at("/entries/0/name").asText());
    assertEquals("o", gallery.at("/entries/0/plots/0/overlayName").asText());
    assertArrayEquals(
        Reports.png(), Base64.getDecoder().decode(gallery.at("/entries/0/plots/0/image").asText()));
  }

  @Test
  void halfACharacterDoesNotStopIt() throws Exception {
    assertTrue(written(Report.of("a\uD800")).path("title").asText().startsWith("a"));
  }
}
