package io.github.anomalydata.cli.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTable;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.feature.FeatureExtractor;
import io.github.anomalydata.feature.FeatureSet;
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

class FeaturesCommandTest {
  @TempDir private Path folder;
  private final double[] windows = new SplittableRandom(3).doubles(3 * 2 * 40).toArray();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String npy = "";

  @BeforeEach
  void write() throws IOException {
    npy = path("in.npy");
    Npy.write(Path.of(npy), NumericArray.of(windows, 3, 2, 40));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String csv(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text).toString();
  }

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("features"));
    all.addAll(List.of(args));
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
  }

  private void assertRefused(List<String> args, String... words) {
    assertEquals(2, run(args.toArray(new String[0])), () -> out.toString() + err);
    assertEquals(1, err.toString().lines().count(), err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  @Test
  void jsonHasTheColumnsAndARowForEachWindow() throws IOException {
    assertEquals(0, run(npy, "--rate", "100", "--json", path("o.json")), () -> "" + err);
    JsonNode json = new ObjectMapper().readTree(Path.of(path("o.json")).toFile());
    assertEquals("[3,2,40]", json.get("shape").toString());
    assertEquals(34, json.get("columns").size());
    assertEquals("1__mean", json.at("/columns/17/name").asText());
    assertEquals("x", json.at("/columns/17/unit").asText());
    double[] expected =
        FeatureExtractor.of(FeatureSet.prototype(), 100).withChannels(2).extract(windows, 40);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], json.get("values").get(i / 34).get(i % 34).asDouble());
    }
  }

  @Test
  void csvHasTheNamesOfTheChannelsAndTheSameNumbers() throws IOException {
    String in = csv("left,right\n1,5\n2,5\n6,5\n");
    String csv = path("deep/o.csv");
    assertEquals(0, run(in, "--rate", "1", "--select", "mean,quantile:0.5,skewness", "--csv", csv));
    CsvTable table =
        Csv.read(Path.of(csv), CsvOptions.withDefaults().with(CsvOptions.MissingValues.NAN));
    assertEquals("left__mean", table.columns().get(0));
    assertArrayEquals(new double[] {3}, table.column("left__mean"));
    assertArrayEquals(new double[] {2}, table.column("left__quantile:0.5"));
    assertArrayEquals(new double[] {Double.NaN}, table.column("right__skewness"));
    assertTrue(out.toString().contains("features [1, 6] of windows [1, 2, 3]"), out::toString);
  }

  @Test
  void aFirstLineOfNumbersIsData() throws IOException {
    assertEquals(0, run(csv("1,-2e3\n3,.5\n"), "--rate", "1", "--select", "length"));
    assertTrue(out.toString().contains("[1, 2, 2]"), out::toString);
    assertEquals(0, run(csv("\uFEFF1,2\n3,4\n"), "--rate", "1", "--select", "length"));
    assertTrue(out.toString().contains("[1, 2, 2]"), out::toString);
    assertRefused(List.of(csv("1,\n3,4\n"), "--rate", "1"), "line 1");
  }

  @Test
  void undefinedIsNullOrTheNumberAskedFor() throws IOException {
    String in = csv("a\n4\n4\n4\n");
    String json = path("o.json");
    run(in, "--rate", "1", "--select", "skewness", "--json", json);
    assertTrue(new ObjectMapper().readTree(Path.of(json).toFile()).at("/values/0/0").isNull());
    run(in, "--rate", "1", "--select", "skewness", "--undefined", "-1", "--json", json);
    assertEquals(-1, new ObjectMapper().readTree(Path.of(json).toFile()).at("/values/0/0").asInt());
  }

  @Test
  void everyPresetAndGroupRuns() {
    for (String preset :
        List.of("prototype", "scipy", "tsfel", "tsfresh-minimal", "statistical", "all")) {
      assertEquals(0, run(npy, "--rate", "1", "--preset", preset), () -> preset + err);
    }
    for (String group : List.of("statistical", "frequency", "wavelet")) {
      assertEquals(0, run(npy, "--rate", "1", "--group", group), () -> group + err);
    }
    assertEquals(0, run(npy, "--rate", "1", "--preset", "tsfel", "--group", "frequency"));
    assertEquals(0, run(npy, "--rate", "1", "--preset", "scipy", "--select", "std,mean"));
  }

  @Test
  void workersChangeNothing() throws IOException {
    run(npy, "--rate", "9", "--json", path("a.json"));
    run(npy, "--rate", "9", "--workers", "3", "--json", path("b.json"));
    assertEquals(
        Files.readString(Path.of(path("a.json"))), Files.readString(Path.of(path("b.json"))));
  }

  @Test
  void aSchemaIsCheckedAtServingTime() {
    String schema = path("schema.json");
    assertEquals(0, run(npy, "--rate", "100", "--schema", schema));
    assertEquals(0, run(npy, "--rate", "100", "--check", schema), () -> "" + err);
    assertRefused(
        List.of(npy, "--rate", "100", "--preset", "scipy", "--check", schema),
        "columns: [0__mean",
        "got [0__mean");
    assertRefused(List.of(npy, "--rate", "50", "--check", schema), "schema", "100.0", "50.0");
  }

  @Test
  void listShowsEveryFeatureWithItsDefinition() {
    assertEquals(0, run("--list"));
    assertTrue(out.toString().contains("sqrt(sum(x^2) / n)"), out::toString);
  }

  @Test
  void badUsageIsOneLine() {
    assertRefused(List.of(npy), "--rate");
    assertRefused(List.of("--rate", "1"), "IN");
    assertRefused(List.of(npy, "--rate", "0"), "sampleRate: above 0", "0.0");
    assertRefused(List.of(npy, "--rate", "NaN"), "sampleRate", "NaN");
    assertRefused(List.of(npy, "--rate", "1", "--preset", "x"), "preset", "prototype", "'x'");
    assertRefused(List.of(npy, "--rate", "1", "--select", "x"), "feature", "'x'");
    assertRefused(List.of(npy, "--rate", "1", "--group", "x"), "--group", "wavelet", "'x'");
    assertRefused(List.of(npy, "--rate", "1", "--nan", "x"), "--nan", "refuse", "'x'");
    assertRefused(List.of(npy, "--rate", "1", "--detrend", "x"), "--detrend", "linear", "'x'");
    assertRefused(List.of(npy, "--rate", "1", "--mode", "x", "--group", "wavelet"), "--mode");
    assertRefused(List.of(npy, "--rate", "1", "--workers", "0"), "workers", "0");
    assertRefused(List.of(npy, "--rate", "1", "--group", "wavelet", "--level", "9"), "time", "40");
    assertRefused(List.of(npy, "--rate", "1", "--group", "wavelet", "--select", "mean"), "one of");
    assertRefused(List.of(npy, "--rate", "1", "--select", "autocorrelation:40"), "41", "40");
  }

  @Test
  void badFilesAreOneLine() throws IOException {
    assertRefused(List.of(path("no.npy"), "--rate", "1"), "no.npy", "no such file");
    assertRefused(List.of(path("in.wav"), "--rate", "1"), ".csv or .npy", "in.wav");
    assertRefused(List.of(csv(""), "--rate", "1"), "in.csv");
    assertRefused(List.of(csv("a,b\n"), "--rate", "1"), "at least one sample", "[1, 2, 0]");
    assertRefused(List.of(csv("a\n1\nx\n"), "--rate", "1"), "line 3", "x");
    assertRefused(List.of(csv("a\n1\nNaN\n"), "--rate", "1"), "line 3", "NaN");
    Npy.write(Path.of(npy), NumericArray.of(new double[16], 2, 2, 2, 2));
    assertRefused(List.of(npy, "--rate", "1"), "rank 4", "[2, 2, 2, 2]");
    Npy.write(Path.of(npy), NumericArray.of(new double[0], 2, 0));
    assertRefused(List.of(npy, "--rate", "1"), "at least one sample", "[1, 2, 0]");
    Npy.write(Path.of(npy), NumericArray.of(new double[] {1, Double.NaN, 2}, 3));
    assertRefused(List.of(npy, "--rate", "1"), "finite", "NaN", "time 1");
    assertEquals(0, run(npy, "--rate", "1", "--nan", "undefined"), () -> "" + err);
    Npy.write(Path.of(npy), NumericArray.of(new long[] {1, (1L << 53) + 1}, 2));
    assertRefused(List.of(npy, "--rate", "1"), "float64", "in.npy");
  }
}
