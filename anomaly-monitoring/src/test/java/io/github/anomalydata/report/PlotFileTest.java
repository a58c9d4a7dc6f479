package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class PlotFileTest {
  private static final Axis X = Axis.of("x");
  private static final Axis Y = Axis.of("y");

  @TempDir Path folder;

  private Document svg(Plot plot) throws Exception {
    Path file = folder.resolve("plot.svg");
    plot.writeSvg(file);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private BufferedImage png(Plot plot) throws IOException {
    Path file = folder.resolve("plot.png");
    plot.writePng(file);
    return ImageIO.read(file.toFile());
  }

  private static List<Element> all(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document document) {
    return all(document, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<String> lines(Document document, Tone tone) {
    String colour = String.format("#%06x", tone.rgb());
    return all(document, "path").stream()
        .filter(path -> path.getAttribute("stroke").equals(colour))
        .map(path -> path.getAttribute("d"))
        .toList();
  }

  @Test
  void lineGoesFromCornerToCornerOfItsRange() throws Exception {
    Document svg = svg(Chart.of("t", X, Y, 0, 10).withLine("a", Tone.BLUE, 0, 1));
    assertEquals(1, lines(svg, Tone.BLUE).size());
    // 5 % above and below; from the left to the right.
    assertEquals("M76 350.36L696 77.64", lines(svg, Tone.BLUE).get(0));
  }

  @Test
  void gapsBreakLines() throws Exception {
    Chart chart = Chart.of("t", X, Y, 0, 1, 2, 3).withLine("a", Tone.BLUE, 1, 2, Double.NaN, 3);
    assertEquals(2, lines(svg(chart), Tone.BLUE).size());
  }

  @Test
  void stepsKeepTheirHeightUpToTheNextPlace() throws Exception {
    Document svg = svg(Chart.of("t", X, Y, 0, 10).withSteps("a", Tone.BLUE, 0, 1));
    assertEquals("M76 350.36L696 350.36L696 77.64", lines(svg, Tone.BLUE).get(0));
  }

  @Test
  void binsAndBarsStandOnZero() throws Exception {
    Document bins = svg(Chart.of("t", X, Y, 0, 1, 2).withBins("a", Tone.BLUE, 4, 5, 0));
    assertTrue(texts(bins).contains("0"), () -> texts(bins).toString());
    Document bars =
        svg(
            Chart.ofCategories("t", Axis.ofCategories("k", List.of("a", "b")), Y)
                .withBars("one", Tone.BLUE, 5, 6)
                .withBars("two", Tone.ORANGE, 7, Double.NaN));
    assertTrue(texts(bars).containsAll(List.of("0", "a", "b", "one", "two", "k")));
  }

  @Test
  void pointsAreCircles() throws Exception {
    Chart chart = Chart.of("t", X, Y, 0, 1, 2).withPoints("a", Tone.BLUE, 1, Double.NaN, 3);
    assertEquals(2, all(svg(chart), "circle").size());
  }

  @Test
  void ticksAreRoundNumbers() throws Exception {
    List<String> texts = texts(svg(Chart.of("t", X, Y, 0, 100).withLine("a", Tone.BLUE, 0, 0.5)));
    assertTrue(texts.containsAll(List.of("0", "20", "40", "60", "80", "100")), texts::toString);
    assertTrue(texts.containsAll(List.of("0.0", "0.1", "0.2", "0.5")), texts::toString);
  }

  @Test
  void decadesAreTicksOfLogarithms() throws Exception {
    Chart chart =
        Chart.of("t", X, Y.logarithmic(), 0, 1, 2).withLine("a", Tone.BLUE, 0.001, 1e6, 0);
    List<String> texts = texts(svg(chart));
    assertTrue(texts.containsAll(List.of("0.001", "1", "1e6")), texts::toString);
  }

  @Test
  void timesAreInUtc() throws Exception {
    Chart chart =
        Chart.of("t", Axis.ofTime("time"), Y, 1_795_478_400, 1_795_521_600)
            .withLine("a", Tone.BLUE, 1, 2);
    List<String> texts = texts(svg(chart));
    assertTrue(texts.contains("11-24 00:00"), texts::toString);
    assertTrue(texts.contains("11-24 12:00"), texts::toString);
  }

  @Test
  void limitsAndAlarmsAreNamedAndMarked() throws Exception {
    Chart chart =
        Chart.of("t", X, Y, 0, 10)
            .withLine("a", Tone.BLUE, 0, 1)
            .withLimit("most", Tone.RED, 2)
            .withPlace("here", Tone.GREY, 5)
            .withAlarm(2, 4);
    Document svg = svg(chart);
    assertTrue(texts(svg).containsAll(List.of("most", "here")));
    assertEquals(1, lines(svg, Tone.RED).size());
    assertEquals("M386 64L386 364", lines(svg, Tone.GREY).get(0));
  }

  @Test
  void namesAreText() throws Exception {
    String name = Reports.HOSTILE.get(1);
    Document svg = svg(Chart.of(name, Axis.of(name), Y, 0, 1).withLine(name, Tone.BLUE, 0, 1));
    assertEquals(3, texts(svg).stream().filter(name::equals).count());
    assertEquals(name, all(svg, "title").get(0).getTextContent());
    assertEquals(0, all(svg, "img").size());
  }

  @Test
  void cellsOfAHeatMapStartAtTheBottom() throws Exception {
    double[][] values = {{0, 1}, {Double.NaN, 0.5}};
    List<Element> cells = all(svg(MatrixPlot.of("t", X, Y, "dB", values)), "rect");
    List<String> fills = cells.stream().map(cell -> cell.getAttribute("fill")).toList();
    assertEquals(List.of("#fff", "#21908d", "#440154", "#fde725"), fills.subList(0, 4));
  }

  @Test
  void pictureIsEmbedded() throws Exception {
    Document svg = svg(Picture.of("p", "d", Reports.png()).withOverlay("o", Reports.png()));
    assertEquals("0 0 8 4", svg.getDocumentElement().getAttribute("viewBox"));
    assertEquals(2, all(svg, "image").size());
  }

  @Test
  void sameVectorsEveryTime() throws Exception {
    Chart chart = Chart.of("t", X, Y, 0, 10).withLine("a", Tone.BLUE, 0, 1);
    Path one = folder.resolve("one.svg");
    Path two = folder.resolve("two.svg");
    chart.writeSvg(one);
    chart.writeSvg(two);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void pixelsShowTheColoursOfTheVectors() throws Exception {
    BufferedImage chart =
        png(
            Chart.of("t", X, Y, 0, 10)
                .withBins("a", Tone.BLUE, 1, 0)
                .withPoints("b", Tone.ORANGE, 1, 2)
                .withDashes("c", Tone.GREEN, 0, 2)
                .withLimit("d", Tone.RED, 1));
    assertEquals(1440, chart.getWidth());
    assertEquals(840, chart.getHeight());
    for (Tone tone : List.of(Tone.BLUE, Tone.GREEN, Tone.RED)) {
      assertTrue(has(chart, tone.rgb()), tone::toString);
    }
    assertFalse(has(chart, Tone.PURPLE.rgb()));
    BufferedImage map = png(MatrixPlot.of("t", X, Y, "dB", new double[][] {{0, 1, Double.NaN}}));
    assertTrue(has(map, 0x440154));
    assertTrue(has(map, 0xFDE725));
  }

  private static boolean has(BufferedImage image, int rgb) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void pictureStaysAsItIs() throws Exception {
    Path file = folder.resolve("p.png");
    Picture.of("p", "d", Reports.png()).writePng(file);
    assertArrayEquals(Reports.png(), Files.readAllBytes(file));
  }
}
