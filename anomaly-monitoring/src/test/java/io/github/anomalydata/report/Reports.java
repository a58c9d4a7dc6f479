package io.github.anomalydata.report;

import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.MixedTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Reports for tests. */
final class Reports {
  /** Names that must show as text, each a way to be something else. */
  static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "</script><img src=x onerror=alert(2)>",
          "\"quotes\" 'and' & more",
          "emoji 😀 מעלה",
          "line\u2028end\u2029");

  private Reports() {}

  /** Returns numbers around a mean. */
  static double[] numbers(int count, double mean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[count];
    Arrays.setAll(values, i -> mean + random.nextDouble() + random.nextDouble());
    return values;
  }

  /** Returns a report with every kind of block and hostile names everywhere. */
  static Report ofEverything() {
    MixedTable reference = MixedTable.empty();
    MixedTable current = MixedTable.empty();
    for (int i = 0; i < HOSTILE.size(); i++) {
      reference = reference.withNumbers(HOSTILE.get(i), numbers(200, 0, i));
      current = current.withNumbers(HOSTILE.get(i), numbers(150, i % 2, 100 + i));
    }
    for (int i = 0; i < 5; i++) {
      reference = reference.withNumbers("sensor " + i, numbers(200, 0, i));
      current = current.withNumbers("sensor " + i, numbers(150, 0.2 * i, 200 + i));
    }
    List<String> before = numbersAsLabels(200);
    List<String> now = numbersAsLabels(150);
    reference = reference.withLabels("mode", before);
    current = current.withLabels("mode", now);
    DriftResult result =
        DriftTest.withDefaults().withPermutations(99).fit(reference).test(current, 1);
    double[][] map = new double[8][16];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 16; j++) {
        map[i][j] = i * j;
      }
    }
    return DriftReport.of(result, 0.05)
        .withTitle(HOSTILE.get(0))
        .withTables(reference, current)
        .withFact(HOSTILE.get(1), HOSTILE.get(2))
        .withDiscrepancy(numbers(150, -1, 3), Map.of("sensor 1", 0.2, HOSTILE.get(0), 0.1))
        .with(
            Section.of(
                HOSTILE.get(2),
                TimeLine.ofRows("score")
                    .withWindow(0, 10, 0.1, false)
                    .withWindow(10, 20, 0.5, true)
                    .chart()
                    .withLimit(HOSTILE.get(0), Tone.RED, 0.3),
                MatrixPlot.of("map", Axis.of("column"), Axis.of("row"), "mm", map),
                Picture.of("picture", HOSTILE.get(1), png()).withOverlay(HOSTILE.get(2), png())))
        .report()
        .withSubtitle(HOSTILE.get(3));
  }

  private static List<String> numbersAsLabels(int count) {
    return Arrays.stream(numbers(count, 0, 9))
        .mapToObj(value -> HOSTILE.get((int) (value * 2) % HOSTILE.size()))
        .toList();
  }

  /** Returns a report as HTML. */
  static String html(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      HtmlPage.write(report, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Returns a PNG file of 8 by 4 transparent pixels. */
  static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB), "png", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
