package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.MixedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a real Chromium; skipped where there is none. */
final class ReportInBrowserTest {
  private static final int FEATURES = 100;
  private static final int ROWS = 10_000;

  @TempDir static Path folder;
  private static Browser browser;
  private static Path page;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(Browser.program().isPresent(), "no Chromium on the PATH");
    page = folder.resolve("report.html");
    Reports.ofEverything().writeHtml(page);
    browser = Browser.start(Browser.program().orElseThrow(), folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    browser.view(1200, 900, "light");
    browser.open(page);
  }

  private static void showAll() throws Exception {
    browser.evaluate(
        "document.querySelectorAll('.tools button[aria-pressed=false]').forEach(b => b.click())");
    browser.drawAll();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.asText()));
    return strings;
  }

  @Test
  void nothingIsComplainedAboutAndNothingRequested() throws Exception {
    showAll();
    assertEquals(List.of(), browser.events("Runtime.exceptionThrown"));
    assertEquals(List.of(), browser.events("Runtime.consoleAPICalled"));
    assertEquals(List.of(), browser.events("Log.entryAdded"));
    List<String> requests =
        browser.events("Network.requestWillBeSent").stream()
            .map(event -> event.path("params").path("request").path("url").asText())
            .filter(url -> !url.startsWith("data:"))
            .toList();
    assertEquals(List.of(page.toUri().toString()), requests);
  }

  @Test
  void policyStopsRequestsAndInlineScripts() throws Exception {
    assertEquals(
        "stopped",
        browser
            .evaluate("fetch('data:text/plain,x').then(() => 'sent', () => 'stopped')")
            .asText());
    browser.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
            + " {textContent: 'window.ran = true'}))");
    assertTrue(browser.evaluate("window.ran === undefined").asBoolean());
  }

  @Test
  void everyPlotIsDrawn() throws Exception {
    showAll();
    int plots = browser.evaluate("document.querySelectorAll('figure[data-plot]').length").asInt();
    assertEquals(4 * 10 + 1 + 1 + 1 + 2, plots);
    // Axes alone are grey: the data of each plot have a colour.
    browser.await(
        () ->
            "Array.from(document.querySelectorAll('figure[data-plot]')).every(figure => {"
                + "const canvas = figure.querySelector('.u-wrap canvas');"
                + "if (!canvas) return false;"
                + "const d = canvas.getContext('2d')"
                + ".getImageData(0, 0, canvas.width, canvas.height).data;"
                + "let seen = 0;"
                + "for (let i = 0; i < d.length; i += 4)"
                + " if (d[i + 3] > 0 && Math.max(d[i], d[i + 1], d[i + 2])"
                + " - Math.min(d[i], d[i + 1], d[i + 2]) > 40) seen++;"
                + "return seen > 20; })");
  }

  @Test
  void plotsAreDrawnWhenTheyComeIntoSight() throws Exception {
    String drawn = "document.querySelectorAll('figure[data-drawn]').length";
    browser.await(() -> drawn + " > 0");
    int before = browser.evaluate(drawn).asInt();
    browser.evaluate("scrollTo(0, document.body.scrollHeight)");
    browser.await(() -> drawn + " > " + before);
  }

  @Test
  void hostileNamesAreText() throws Exception {
    List<String> names =
        strings(
            browser.evaluate(
                "Array.from(document.querySelectorAll('tbody tr'), r => r.cells[0].textContent)"));
    assertTrue(names.containsAll(Reports.HOSTILE), names::toString);
    assertEquals(Reports.HOSTILE.get(0), browser.evaluate("document.title").asText());
    assertEquals(
        Reports.HOSTILE.get(1),
        browser.evaluate("document.querySelector('dt').innerText").asText());
    assertEquals(
        Reports.HOSTILE.get(1),
        browser.evaluate("document.querySelector('.layers img').alt").asText());
    assertEquals(3, browser.evaluate("document.scripts.length").asInt());
  }

  @Test
  void columnOfNumbersSortsBothWays() throws Exception {
    assertEquals(
        List.of("none", "ascending", "descending"),
        List.of(effectOrder(0), effectOrder(1), effectOrder(1)));
    List<Double> values = new ArrayList<>();
    browser
        .evaluate(
            "Array.from(document.querySelector('tbody').rows, r => +r.cells[4].dataset.value)")
        .forEach(value -> values.add(value.asDouble()));
    assertEquals(values.stream().sorted(Comparator.reverseOrder()).toList(), values);
  }

  /** Clicks at the head of the column of effect sizes and returns its order. */
  private static String effectOrder(int clicks) throws Exception {
    String head = "document.querySelectorAll('.table thead th')[4]";
    for (int i = 0; i < clicks; i++) {
      browser.evaluate(head + ".querySelector('button').click()");
    }
    return browser.evaluate(head + ".getAttribute('aria-sort') ?? 'none'").asText();
  }

  @Test
  void filterLeavesRowsThatHaveTheWords() throws Exception {
    browser.evaluate(
        "const input = document.querySelector('.search input'); input.value = 'SENSOR 3';"
            + " input.dispatchEvent(new Event('input'))");
    assertEquals(
        List.of("sensor 3"),
        strings(
            browser.evaluate(
                "Array.from(document.querySelector('tbody').rows).filter(r => !r.hidden)"
                    + ".map(r => r.cells[0].textContent)")));
    assertEquals(
        "1 of 11 rows",
        browser.evaluate("document.querySelector('.search output').textContent").asText());
  }

  @Test
  void nameInTheTableShowsItsPlots() throws Exception {
    browser.evaluate(
        "Array.from(document.querySelectorAll('tbody a'))"
            + ".find(a => a.textContent === 'sensor 2').click()");
    browser.await(() -> "document.activeElement.classList.contains('entry')");
    assertEquals(
        List.of("sensor 2"),
        strings(
            browser.evaluate(
                "Array.from(document.querySelectorAll('.entry')).filter(e => !e.hidden)"
                    + ".map(e => e.querySelector('h4').textContent)")));
  }

  @Test
  void themeFollowsTheSystemUntilTheReaderChooses() throws Exception {
    String background = "getComputedStyle(document.body).backgroundColor";
    String light = browser.evaluate(background).asText();
    browser.view(1200, 900, "dark");
    String dark = browser.evaluate(background).asText();
    assertNotEquals(light, dark);
    browser.evaluate("document.getElementById('theme').click()");
    assertEquals(light, browser.evaluate(background).asText());
    browser.evaluate("document.getElementById('theme').click()");
    assertEquals(dark, browser.evaluate(background).asText());
  }

  @Test
  void plotsChangeWithTheTheme() throws Exception {
    String canvas = "document.querySelector('.u-wrap canvas').toDataURL()";
    browser.await(() -> "document.querySelector('figure[data-drawn]') !== null");
    browser.evaluate("new Promise(done => setTimeout(done, 100))");
    String light = browser.evaluate(canvas).asText();
    browser.view(1200, 900, "dark");
    browser.await(() -> canvas + " !== '" + light + "'");
  }

  @Test
  void phoneScrollsDownOnly() throws Exception {
    browser.view(360, 740, "light");
    browser.open(page);
    showAll();
    assertEquals(360, browser.evaluate("document.documentElement.scrollWidth").asInt());
  }

  @Test
  void valuesOfAPlotAreATable() throws Exception {
    browser.await(() -> "document.querySelector('figure details') !== null");
    browser.evaluate("document.querySelector('figure details').open = true");
    browser.await(() -> "document.querySelectorAll('figure details tr').length === 12");
  }

  /** Does something with the mouse over the first plot, at shares of its width and height. */
  private static void mouse(String type, double across, double down) throws Exception {
    JsonNode box =
        browser.evaluate(
            "(r => [r.x, r.y, r.width, r.height])"
                + "(document.querySelector('.u-over').getBoundingClientRect())");
    browser.call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            box.get(0).asDouble() + across * box.get(2).asDouble(),
            "y",
            box.get(1).asDouble() + down * box.get(3).asDouble(),
            "button",
            type.equals("mouseMoved") ? "none" : "left",
            "clickCount",
            1));
  }

  @Test
  void pointThatIsPointedAtTellsItsName() throws Exception {
    browser.await(() -> "document.querySelector('figure[data-drawn]') !== null");
    browser.evaluate("document.querySelector('figure').scrollIntoView({block: 'center'})");
    mouse("mouseMoved", 0.99, 0.01);
    String name =
        browser.evaluate("document.querySelector('tbody tr').cells[0].textContent").asText();
    String legend = "document.querySelector('.u-legend .u-value').textContent";
    browser.await(() -> legend + " !== ''");
    String shown = browser.evaluate(legend).asText();
    assertTrue(shown.startsWith(name + " at "), shown + " but not " + name);
  }

  @Test
  void draggingZoomsIn() throws Exception {
    String canvas = "document.querySelector('.u-wrap canvas').toDataURL()";
    browser.await(() -> "document.querySelector('figure[data-drawn]') !== null");
    browser.evaluate("document.querySelector('figure').scrollIntoView({block: 'center'})");
    browser.evaluate("new Promise(done => setTimeout(done, 100))");
    String before = browser.evaluate(canvas).asText();
    mouse("mouseMoved", 0.2, 0.5);
    mouse("mousePressed", 0.2, 0.5);
    mouse("mouseMoved", 0.6, 0.5);
    mouse("mouseReleased", 0.6, 0.5);
    browser.await(() -> canvas + " !== '" + before + "'");
  }

  @Test
  void plotsTellWhatTheyShow() throws Exception {
    browser.await(() -> "document.querySelector('figure[data-drawn]') !== null");
    String label =
        browser.evaluate("document.querySelector('.uplot').getAttribute('aria-label')").asText();
    assertTrue(label.startsWith("Effect against p-value. One point for each test."), label);
  }

  @Test
  void pageIsPrinted() throws Exception {
    byte[] pdf = browser.pdf();
    assertTrue(pdf.length > 20_000, () -> pdf.length + " bytes");
  }

  @Test
  void hundredFeaturesOfTenThousandRowsOpenInThreeSeconds() throws Exception {
    MixedTable reference = MixedTable.empty();
    MixedTable current = MixedTable.empty();
    for (int i = 0; i < FEATURES; i++) {
      reference = reference.withNumbers("feature " + i, Reports.numbers(ROWS, 0, i));
      current = current.withNumbers("feature " + i, Reports.numbers(ROWS, i % 3, 1000 + i));
    }
    DriftResult result =
        DriftTest.withDefaults().withPermutations(19).fit(reference).test(current, 1);
    Path large = folder.resolve("large.html");
    DriftReport.of(result, 0.05).withTables(reference, current).report().writeHtml(large);
    long size = Files.size(large);
    assertTrue(size < 5_000_000, () -> size + " bytes");
    browser.open(large);
    browser.await(() -> "document.querySelector('figure[data-drawn]') !== null");
    double milliseconds = browser.evaluate("performance.now()").asDouble();
    assertTrue(milliseconds < 3000, () -> milliseconds + " ms");
  }
}
