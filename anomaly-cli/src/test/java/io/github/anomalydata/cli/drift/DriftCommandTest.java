package io.github.anomalydata.cli.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftCommandTest {
  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String reference = "";
  private String same = "";
  private String shifted = "";

  @BeforeEach
  void write() throws IOException {
    reference = uniform("reference.csv", 1, 0);
    same = uniform("same.csv", 2, 0);
    shifted = uniform("shifted.csv", 3, 0.4);
  }

  /** Columns "still" and "moves", of which the second is shifted. */
  private String uniform(String name, long seed, double shift) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("still,moves\n");
    for (int row = 0; row < 120; row++) {
      text.append(random.nextDouble()).append(',').append(random.nextDouble() + shift).append('\n');
    }
    return file(name, text.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String reference, String current, String... more) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all =
        new ArrayList<>(List.of("drift", "--reference", reference, "--current", current));
    all.addAll(List.of(more));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
  }

  private void assertRefused(int code, String... words) {
    assertEquals(2, code, () -> out.toString() + err);
    assertEquals(1, err.toString().lines().count(), err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  private JsonNode json(String reference, String current, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--json", folder.resolve("o.json").toString()));
    run(reference, current, all.toArray(new String[0]));
    assertEquals("", err.toString());
    return new ObjectMapper().readTree(folder.resolve("o.json").toFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ks",
        "wasserstein",
        "cvm",
        "ad",
        "energy",
        "kuiper",
        "chi2",
        "psi",
        "js",
        "hellinger"
      })
  void driftEndsWithOneAndNoDriftWithZero(String method) throws IOException {
    assertEquals(0, run(reference, same, "--method", method), () -> out.toString() + err);
    assertTrue(out.toString().contains("No drift, at a rate of false alarms of 0.05"));
    assertEquals(1, run(reference, shifted, "--method", method), () -> out.toString() + err);
    assertTrue(out.toString().contains("Drift in moves, at a rate"), out::toString);
    JsonNode json = json(reference, shifted, "--method", method);
    assertTrue(json.get("drift").asBoolean());
    assertFalse(json.at("/columns/0/drift").asBoolean());
    assertTrue(json.at("/columns/1/drift").asBoolean());
    assertTrue(json.at("/columns/1/adjustedPValue").asDouble() <= 0.05);
  }

  @Test
  void jsonHasTheResultOfEachColumn() throws IOException {
    String a = file("a.csv", "x\n1\n2\n");
    String b = file("b.csv", "x\n3\n4\n5\n6\n");
    JsonNode column = json(a, b).at("/columns/0");
    assertEquals("x", column.get("name").asText());
    assertEquals(1, column.get("statistic").asDouble());
    assertEquals(2.0 / 15, column.get("pValue").asDouble(), 1e-15);
    assertEquals("exact", column.get("kind").asText());
    assertEquals(2, column.get("referenceSize").asInt());
    assertEquals(4, column.get("currentSize").asInt());
  }

  @Test
  void pValuesAreAdjustedForTheNumberOfColumns() throws IOException {
    JsonNode columns = json(reference, shifted).get("columns");
    double least = columns.get(1).get("pValue").asDouble();
    assertEquals(2 * least, columns.get(1).get("adjustedPValue").asDouble(), 1e-12 * least);
  }

  @Test
  void sameSeedGivesTheSameTable() {
    run(reference, same, "--method", "energy");
    String first = out.toString();
    run(reference, same, "--method", "energy");
    assertEquals(first, out.toString());
  }

  @Test
  void arraysAreReadAsRowsAndColumns() throws IOException {
    Path a = folder.resolve("a.npy");
    Path b = folder.resolve("b.npy");
    Npy.write(a, NumericArray.of(new double[] {1, 10, 2, 20, 3, 30}, 3, 2));
    Npy.write(b, NumericArray.of(new float[] {1, 50, 2, 60}, 2, 2));
    JsonNode columns = json(a.toString(), b.toString(), "--method", "wasserstein").get("columns");
    assertEquals(0.5, columns.get(0).get("statistic").asDouble(), 1e-15);
    assertEquals(35, columns.get(1).get("statistic").asDouble(), 1e-14);
    Npy.write(b, NumericArray.of(new double[8], 2, 2, 2));
    assertRefused(run(a.toString(), b.toString()), "b.npy", "[rows, columns]", "[2, 2, 2]");
  }

  @Test
  void missingValuesAreNamedOrIgnoredAndCounted() throws IOException {
    String a = file("a.csv", "x,y\n1,1\n2,2\n3,3\n");
    String b = file("b.csv", "x,y\n4,1\n5,nan\n6,inf\n");
    assertRefused(run(a, b), "b.csv", "row 2, column 'y'", "NaN", "--missing ignore");
    JsonNode columns = json(a, b, "--missing", "ignore").get("columns");
    assertEquals(0, columns.get(0).get("missingCurrent").asInt());
    assertEquals(2, columns.get(1).get("missingCurrent").asInt());
    assertEquals(0, columns.get(1).get("missingReference").asInt());
    assertEquals(1, columns.get(1).get("currentSize").asInt());
    assertTrue(
        out.toString().contains("y: 2 missing values, 0 of the reference and 2 current ones"),
        out::toString);
  }

  @Test
  void columnWithoutValuesIsNotTested() throws IOException {
    String a = file("a.csv", "x,y\n1,1\n2,2\n");
    String b = file("b.csv", "x,y\n1,nan\n2,nan\n");
    assertEquals(0, run(a, b, "--missing", "ignore"), () -> "" + err);
    assertTrue(out.toString().contains("y: not tested: no values"), out::toString);
    assertFalse(json(a, b, "--missing", "ignore").at("/columns/1/tested").asBoolean());
    String none = file("none.csv", "x,y\nnan,nan\n");
    assertRefused(run(a, none, "--missing", "ignore"), "no column can be tested", "'x': no values");
  }

  @Test
  void newCategoriesAreNamed() throws IOException {
    String a = file("a.csv", "mode\n1\n2\n2\n");
    String b = file("b.csv", "mode\n1\n2\n3\n");
    run(a, b, "--method", "chi2", "--categorical", "--block", "off");
    assertTrue(out.toString().contains("mode: new category '3' (1 row)"), out::toString);
  }

  private String modes(String name, String first, String second, int ofTen) throws IOException {
    StringBuilder text = new StringBuilder("speed,mode\n");
    SplittableRandom random = new SplittableRandom(name.hashCode());
    for (int row = 0; row < 100; row++) {
      text.append(random.nextDouble()).append(',');
      text.append(random.nextInt(10) < ofTen ? first : second).append('\n');
    }
    return file(name, text.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "chi2", "psi", "js", "hellinger"})
  void textIsTestedAsCategories(String method) throws IOException {
    String before = modes("before.csv", "run", "idle", 8);
    String after = modes("after.csv", "run", "fault", 4);
    assertEquals(1, run(before, after, "--method", method), () -> out.toString() + err);
    assertTrue(out.toString().contains("Drift in mode, at a rate"), out::toString);
    JsonNode columns = json(before, after, "--method", method).get("columns");
    assertFalse(columns.get(0).get("drift").asBoolean());
    JsonNode mode = columns.get(1);
    assertTrue(mode.get("drift").asBoolean());
    assertTrue(mode.at("/newCategories/fault").asInt() > 30, mode::toString);
    assertTrue(mode.at("/vanishedCategories/idle").asInt() > 5, mode::toString);
    assertEquals(0, columns.get(0).get("newCategories").size());
    assertEquals(0, run(before, before, "--method", method));
  }

  @Test
  void textIsRefusedByTestsOfNumbers() throws IOException {
    String before = modes("before.csv", "run", "idle", 8);
    assertRefused(
        run(before, before, "--method", "ks"), "--method", "categories of 'mode'", "got 'ks'");
  }

  @Test
  void columnIsTextIfEitherFileSaysSo() throws IOException {
    String a = file("a.csv", "code\n1\n2\n2\n");
    String b = file("b.csv", "code\n1\nE7\nE7\n");
    JsonNode column = json(a, b, "--method", "chi2", "--block", "off").at("/columns/0");
    assertEquals(2, column.at("/newCategories/E7").asInt());
    assertEquals(2, column.at("/vanishedCategories/2").asInt());
  }

  @Test
  void allColumnsTogetherCostNothingWhereTheySayTheSame() throws IOException {
    StringBuilder a = new StringBuilder("x,y,z\n");
    StringBuilder b = new StringBuilder("x,y,z\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < 60; row++) {
      double u = random.nextDouble();
      double v = random.nextDouble() + .1;
      a.append(u).append(',').append(u).append(',').append(u).append('\n');
      b.append(v).append(',').append(v).append(',').append(v).append('\n');
    }
    JsonNode json =
        json(file("a.csv", a.toString()), file("b.csv", b.toString()), "--method", "auto");
    assertEquals("westfall-young", json.get("adjustment").asText());
    JsonNode column = json.at("/columns/2");
    double p = column.get("pValue").asDouble();
    assertEquals(p, column.get("adjustedPValue").asDouble());
    assertEquals(Math.min(1, 3 * p), column.get("holmPValue").asDouble(), 1e-12);
    assertTrue(out.toString().contains("over all columns (Westfall-Young)"), out::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "chi2", "ks"})
  void missingValuesAreTested(String method) throws IOException {
    StringBuilder a = new StringBuilder("x,y\n");
    StringBuilder b = new StringBuilder("x,y\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int row = 0; row < 100; row++) {
      a.append(random.nextDouble()).append(row % 20 == 7 ? ",na\n" : ",1\n");
      b.append(random.nextDouble()).append(row % 10 < 5 ? ",\n" : ",1\n");
    }
    String before = file("a.csv", a.toString());
    String after = file("b.csv", b.toString());
    assertEquals(1, run(before, after, "--method", method, "--missing", "test", "--block", "off"));
    assertTrue(out.toString().contains("Drift in y (missing), at a rate"), out::toString);
    JsonNode columns =
        json(before, after, "--method", method, "--missing", "test", "--block", "off")
            .get("columns");
    assertEquals(3, columns.size());
    assertEquals("values", columns.get(1).get("aspect").asText());
    assertEquals("missing", columns.get(2).get("aspect").asText());
    assertEquals(5, columns.get(2).get("missingReference").asInt());
    assertEquals(50, columns.get(2).get("missingCurrent").asInt());
    assertEquals(95, columns.get(1).get("referenceSize").asInt());
  }

  @Test
  void missingLabelsAreNamedOrTested() throws IOException {
    String a = file("a.csv", "m\nrun\nidle\nrun\n");
    String b = file("b.csv", "m\nrun\nNA\nidle\n");
    assertRefused(
        run(a, b, "--method", "chi2"), "b.csv", "row 2, column 'm'", "a label", "or test");
    JsonNode columns = json(a, b, "--method", "chi2", "--missing", "test").get("columns");
    assertEquals(2, columns.size());
    assertEquals(1, columns.get(0).get("missingCurrent").asInt());
  }

  @Test
  void rareCategoriesArePooled() throws IOException {
    String a = file("a.csv", "m\na\na\na\nb\nc\n");
    String b = file("b.csv", "m\na\na\na\nd\ne\n");
    json(a, b, "--method", "chi2", "--rare", "2", "--block", "off");
    assertTrue(
        out.toString().contains("m: 4 categories with fewer than 2 rows taken for one"),
        out::toString);
    assertTrue(out.toString().contains("m: new categories 'd' (1 row), 'e' (1 row)"));
    assertRefused(run(a, b, "--rare", "0"), "--rare", "got 0");
  }

  @Test
  void blocksAreGivenOrOff() throws IOException {
    assertEquals(7, json(reference, same, "--block", "7").at("/columns/0/blockLength").asInt());
    assertEquals(1, json(reference, same, "--block", "off").at("/columns/0/blockLength").asInt());
    assertRefused(run(reference, same, "--block", "0"), "--block", "got '0'");
  }

  @Test
  void tooFewPermutationsForTheColumnsAreRefused() {
    assertRefused(
        run(reference, same, "--permutations", "38"), "--permutations", "at least 39", "got 38");
    assertEquals(0, run(reference, same, "--method", "cvm", "--permutations", "39"));
  }

  @Test
  void otherColumnsAreRefused() throws IOException {
    assertRefused(run(reference, file("b.csv", "x\n1\n")), "--current", "[still, moves], got [x]");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertRefused(
        run(reference, same, "--method", "t"), "--method: auto, mmd or one of [ks, ", "got 't'");
    assertRefused(run(reference, same, "--alpha", "1"), "--alpha", "got 1");
    assertRefused(run(reference, same, "--bins", "1"), "--bins", "got 1");
    assertRefused(run(reference, same, "--missing", "drop"), "--missing", "got 'drop'");
    assertRefused(run(reference, "no.txt"), "--current: a file that ends in .csv or .npy");
    assertRefused(run(reference, "no.csv"), "no.csv: no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"median", "2.5"})
  void allColumnsAreTestedTogether(String gamma) throws IOException {
    assertEquals(1, run(reference, shifted, "--method", "mmd", "--gamma", gamma));
    assertTrue(out.toString().contains("Drift in all columns"), out::toString);
    assertEquals(0, run(reference, same, "--method", "mmd", "--gamma", gamma));

    JsonNode result = json(reference, shifted, "--method", "mmd", "--gamma", gamma);

    assertEquals("mmd", result.get("method").asText());
    assertEquals(1, result.get("columns").size());
    assertEquals(0.001, result.get("columns").get(0).get("pValue").asDouble(), 1e-15);
  }

  @Test
  void rowsWithMissingValuesAreIgnoredByAllColumns() throws IOException {
    String holes = file("holes.csv", Files.readString(Path.of(same)) + "NaN,1\n2,\n");

    assertRefused(run(reference, holes, "--method", "mmd"), "row 121", "column 'still'");
    JsonNode result = json(reference, holes, "--method", "mmd", "--missing", "ignore");

    assertEquals(120, result.get("columns").get(0).get("currentSize").asInt());
    assertEquals(2, result.get("columns").get(0).get("missingCurrent").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "x", "Infinity"})
  void gammaIsMedianOrAboveZero(String gamma) {
    assertRefused(
        run(reference, same, "--method", "mmd", "--gamma", gamma), "--gamma", "'" + gamma + "'");
  }

  @Test
  void contributionsOfColumnsToTheJointTestAreInTheJson() throws IOException {
    JsonNode shares = json(reference, shifted, "--method", "mmd").get("contributions");

    assertTrue(shares.get("moves").doubleValue() > 0.05, shares::toString);
    assertTrue(shares.get("moves").doubleValue() > shares.get("still").doubleValue());
    assertFalse(json(reference, shifted).has("contributions"));
  }

  @Test
  void scaledColumnsCountAlikeInTheJointTest() throws IOException {
    String before = loud("before.csv", reference);
    String after = loud("after.csv", shifted);

    assertEquals(0, run(before, after, "--method", "mmd"), () -> out.toString() + err);
    assertEquals(1, run(before, after, "--method", "mmd", "--scale", "robust"));
    assertEquals(1, run(before, after, "--method", "mmd", "--scale", "deviation"));
  }

  /** The column that stays, in a unit a million times smaller. */
  private String loud(String name, String file) throws IOException {
    StringBuilder text = new StringBuilder("still,moves\n");
    for (String line : Files.readAllLines(Path.of(file)).subList(1, 121)) {
      String[] fields = line.split(",");
      text.append(1e6 * Double.parseDouble(fields[0])).append(',').append(fields[1]).append('\n');
    }
    return file(name, text.toString());
  }

  @Test
  void optionsOfTheJointTestAreRefusedWhereTheyDoNothing() {
    assertRefused(run(reference, same, "--method", "mmd", "--scale", "loud"), "--scale", "'loud'");
    assertRefused(run(reference, same, "--scale", "robust"), "only for --method mmd", "ks");
    assertRefused(run(reference, same, "--gamma", "2"), "only for --method mmd", "ks");
  }

  @Test
  void missingValuesOfTheJointTestAreIgnoredOrRefused() throws IOException {
    String gap = file("gap.csv", "still,moves\n1,2\n3,\n5,6\n");

    assertRefused(
        run(reference, gap, "--method", "mmd"),
        "gap.csv",
        "row 2, column 'moves'",
        "ignore, found");
    assertRefused(run(reference, gap), "ignore or test");
  }

  @Test
  void reportIsOneFileWithTheVerdictAndTheDistributions() throws IOException {
    Path page = folder.resolve("reports/drift.html");

    assertEquals(1, run(reference, shifted, "--html", page.toString()));

    String html = Files.readString(page);
    assertTrue(html.contains("Drift in 1 of 2 tests"));
    assertTrue(html.contains("<dd><bdi>shifted.csv</bdi></dd>"));
    assertTrue(html.contains("<h4><bdi>still</bdi></h4>"));
  }

  @Test
  void reportOnAllColumnsShowsTheWitness() throws IOException {
    Path page = folder.resolve("mmd.html");

    assertEquals(1, run(reference, shifted, "--method", "mmd", "--html", page.toString()));

    String html = Files.readString(page);
    assertTrue(html.contains("MMD witness"));
    assertTrue(html.contains("What each feature adds to the discrepancy"));
    assertTrue(html.contains("<h4><bdi>moves</bdi></h4>"));
  }

  @Test
  void reportShowsWindowsWithDrift() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(same)));
    lines.addAll(Files.readAllLines(Path.of(uniform("late.csv", 4, 2))).subList(1, 121));
    String late = file("current.csv", String.join("\n", lines) + "\n");
    Path page = folder.resolve("windows.html");

    assertEquals(
        1, run(reference, late, "--block", "off", "--html", page.toString(), "--windows", "4"));

    assertTrue(Files.readString(page).contains("4 windows, 2 with an alarm."));
  }

  @Test
  void windowsAreOfAReportAndHaveRows() {
    assertRefused(run(reference, same, "--windows", "4"), "--windows", "only with --html");
    String page = folder.resolve("w.html").toString();
    assertRefused(run(reference, same, "--html", page, "--windows", "1"), "--windows: at least 2");
    assertRefused(
        run(reference, same, "--html", page, "--windows", "121"), "--windows", "120 current rows");
  }
}
