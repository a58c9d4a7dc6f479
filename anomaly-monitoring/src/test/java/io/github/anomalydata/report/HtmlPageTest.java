package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class HtmlPageTest {
  private static final Report EMPTY = Report.of("Night shift");

  private static List<String> all(String html, String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String hash(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  @Test
  void policyNamesTheScriptsAndTheStylesOfThePageAndNothingElse() throws Exception {
    String html = Reports.html(EMPTY);
    List<String> scripts = all(html, "<script>(.*?)</script>");
    List<String> styles = all(html, "<style>(.*?)</style>");
    assertEquals(2, scripts.size());
    assertEquals(1, styles.size());
    assertTrue(
        html.contains(
            "content=\"default-src 'none'; script-src "
                + hash(scripts.get(0))
                + " "
                + hash(scripts.get(1))
                + "; style-src "
                + hash(styles.get(0))
                + "; img-src data:; base-uri 'none'; form-action 'none'\""));
  }

  @Test
  void licenceOfTheLibraryTravelsWithIt() {
    assertTrue(Reports.html(EMPTY).contains("Copyright (c) 2022 Leon Sorokin"));
  }

  @Test
  void titleIsText() {
    String html = Reports.html(Report.of("<b>\"a\" & 'b'</b>"));
    assertTrue(html.contains("<title>&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;</title>"));
    assertFalse(html.contains("<b>"));
  }

  @Test
  void dataOfPlotsCannotEndTheirElement() {
    Chart chart = Chart.of("</script>", Axis.of("<!--"), Axis.of("\u2028&"), 1, 2);
    String json =
        all(Reports.html(EMPTY.with(Section.of("a", chart))), "id=\"plots\">(.*?)</script>").get(0);
    assertTrue(json.contains("\\u003C/script\\u003E"), json);
    assertTrue(json.contains("\\u003C!--"), json);
    assertTrue(json.contains("\\u2028\\u0026"), json);
    assertFalse(json.contains("<"), json);
  }

  @Test
  void charactersThatNoPageMayHoldAreReplaced() {
    String html = Reports.html(Report.of("a\u0000b\uD800c\uFFFFd\u0085e"));
    assertTrue(html.contains("<title>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</title>"));
  }

  @Test
  void directionOfANameStaysItsOwn() {
    Table table = Table.of("t").withText("name", List.of("\u202Eabc"));
    assertTrue(
        Reports.html(EMPTY.with(Section.of("a", table))).contains("<td><bdi>\u202Eabc</bdi></td>"));
  }

  @Test
  void namesInATableOpenTheEntryOfTheGallery() {
    Chart chart = Chart.of("c", Axis.of("x"), Axis.of("y"), 1);
    Table table = Table.of("t").withText("name", List.of("flow", "speed", "none"));
    Gallery gallery = Gallery.of("g").with("speed", chart).with("flow", chart);
    String html =
        Reports.html(
            EMPTY
                .with(Section.of("before", Gallery.of("other").with("flow", chart)))
                .with(Section.of("a", table, gallery)));
    assertTrue(html.contains("<a href=\"#gallery-1-1\"><bdi>flow</bdi></a>"));
    assertTrue(html.contains("<a href=\"#gallery-1-0\"><bdi>speed</bdi></a>"));
    assertTrue(html.contains("<td><bdi>none</bdi></td>"));
    assertTrue(html.contains("id=\"gallery-1-1\""));
  }

  @Test
  void numbersOfTablesKeepAllDigitsForSorting() {
    Table table = Table.of("t").withNumbers("p", Digits.decimals(2), 0.12345, Double.NaN);
    String html = Reports.html(EMPTY.with(Section.of("a", table)));
    assertTrue(html.contains("data-value=\"0.12345\"><bdi>0.12</bdi>"));
    assertTrue(html.contains("data-value=\"NaN\"><bdi>–</bdi>"));
  }

  @Test
  void sameReportGivesTheSameBytes() {
    Report report = EMPTY.with(Verdict.of(Mark.GOOD, "All is well", "because"));
    assertEquals(Reports.html(report), Reports.html(report));
  }

  @Test
  void longColumnsArePackedAsFloats() {
    double[] values = new double[17];
    values[1] = 0.1;
    values[2] = Double.NaN;
    Chart chart =
        Chart.of("c", Axis.of("x"), Axis.of("y"), new double[17]).withLine("a", Tone.BLUE, values);
    Matcher packed =
        Pattern.compile("\"values\":\\{\"f32\":\"([^\"]*)\"")
            .matcher(Reports.html(EMPTY.with(Section.of("a", chart))));
    assertTrue(packed.find());
    byte[] bytes = Base64.getDecoder().decode(packed.group(1));
    assertEquals(17 * Float.BYTES, bytes.length);
    assertEquals(0.1f, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(4));
  }

  @Test
  void columnsThatFloatsWouldBlurArePackedAsDoubles() {
    double[] times = new double[20];
    Arrays.setAll(times, i -> 1.7e9 + i);
    Chart chart = Chart.of("c", Axis.ofTime("t"), Axis.of("y"), times);
    assertTrue(Reports.html(EMPTY.with(Section.of("a", chart))).contains("\"places\":{\"f64\":\""));
  }
}
