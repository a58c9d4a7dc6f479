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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorCommandTest {
  @TempDir private Path folder = Path.of("");
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String detector = "";

  @BeforeEach
  void fit() throws IOException {
    detector = folder.resolve("detector.npz").toString();
    write("then", 120, 0, 1);
    assertEquals(0, run("fit", "then", "--output", detector, "--block", "off"), err::toString);
    assertTrue(out.toString().contains("a detector of 120 rows of 120"), out::toString);
    write("same", 80, 0, 2);
    write("drift", 80, 0.4, 3);
  }

  /** Latents as NPY, scores and features as CSV; scores and speed are shifted. */
  private void write(String name, int rows, double shift, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    double[] latents = random.doubles(2L * rows).toArray();
    Npy.write(folder.resolve(name + "-latents.npy"), NumericArray.of(latents, rows, 2));
    StringBuilder scores = new StringBuilder("score\n");
    StringBuilder features = new StringBuilder("speed,mode\n");
    for (int row = 0; row < rows; row++) {
      scores.append(random.nextDouble() + shift).append('\n');
      features.append(10 * (random.nextDouble() + shift)).append(",run\n");
    }
    Files.writeString(folder.resolve(name + "-scores.csv"), scores);
    Files.writeString(folder.resolve(name + "-features.csv"), features);
  }

  private int run(String command, String sample, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    if (command.equals("check")) {
      all.add(detector);
    }
    all.addAll(
        List.of(
            "--latents", folder.resolve(sample + "-latents.npy").toString(),
            "--scores", folder.resolve(sample + "-scores.csv").toString(),
            "--features", folder.resolve(sample + "-features.csv").toString()));
    all.addAll(List.of(more));
    return run(all);
  }

  private int run(List<String> arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("detector"));
    all.addAll(arguments);
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
  }

  private void assertRefused(int code, String... words) {
    assertEquals(2, code, () -> out.toString() + err);
    assertEquals(1, err.toString().lines().count(), err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("o.json").toFile());
  }

  private String jsonFile() {
    return folder.resolve("o.json").toString();
  }

  @Test
  void driftEndsWithOneAndNoDriftWithZero() throws IOException {
    assertEquals(0, run("check", "same"), () -> out.toString() + err);
    assertTrue(out.toString().contains("No drift that counts."), out::toString);
    assertEquals(1, run("check", "drift", "--json", jsonFile()), () -> out.toString() + err);
    assertTrue(out.toString().contains("Retrain."), out::toString);
    assertTrue(out.toString().contains("score-shift of scores: adjusted p 0.00100 <= 0.01"));
    JsonNode json = json();
    assertTrue(json.get("retrain").asBoolean());
    JsonNode shift = json.at("/findings/2");
    assertEquals("score-shift", shift.get("measure").asText());
    assertEquals("drift", shift.get("verdict").asText());
    assertEquals(0.001, shift.get("adjustedPValue").asDouble());
    double effect = shift.get("effectSize").asDouble();
    assertTrue(effect > shift.at("/interval/0").asDouble());
    assertTrue(effect < shift.at("/interval/1").asDouble());
  }

  @Test
  void anotherPolicyIsSavedWithoutFittingAnew() {
    String large = folder.resolve("large.npz").toString();
    assertEquals(
        0,
        run(
            List.of(
                "save",
                detector,
                "--output",
                large,
                "--floor",
                "score-shift=9",
                "--floor",
                "score-distribution=1",
                "--floor",
                "feature:speed=50")),
        err::toString);
    detector = large;
    assertEquals(0, run("check", "drift"), () -> out.toString() + err);
    assertTrue(out.toString().contains("below-floor"), out::toString);
  }

  @Test
  void historyCountsWindowsAndCoolsDown() {
    String lasting = folder.resolve("lasting.npz").toString();
    run(List.of("save", detector, "--output", lasting, "--windows", "2/3", "--cool-down", "PT12H"));
    detector = lasting;
    assertRefused(run("check", "drift"), "--history: a file", "several windows");
    String history = folder.resolve("history.json").toString();
    String noon = "2026-03-01T12:00:00Z";
    assertEquals(0, run("check", "drift", "--history", history, "--now", noon), err::toString);
    assertTrue(out.toString().contains("not yet in enough windows"), out::toString);
    assertEquals(1, run("check", "drift", "--history", history, "--now", noon));
    assertEquals(0, run("check", "drift", "--history", history, "--now", noon));
    assertTrue(out.toString().contains("not long ago"), out::toString);
    assertEquals(1, run("check", "drift", "--history", history, "--now", "2026-03-02T00:00:00Z"));
  }

  @Test
  void showTellsWhatADetectorKnows() throws IOException {
    assertEquals(0, run(List.of("show", detector, "--json", jsonFile())), err::toString);
    assertTrue(out.toString().contains("[speed, mode]"), out::toString);
    JsonNode json = json();
    assertEquals(120, json.get("rows").asInt());
    assertEquals("westfall-young", json.get("adjustment").asText());
    assertEquals("1/1", json.get("windows").asText());
  }

  @Test
  void referenceMayBeAWindow() {
    assertEquals(0, run("fit", "then", "--output", detector, "--newest", "50"));
    assertTrue(out.toString().contains("a detector of 50 rows of 120"), out::toString);
    assertEquals(0, run("fit", "then", "--output", detector, "--reservoir", "60"));
    assertTrue(out.toString().contains("a detector of 60 rows of 120"), out::toString);
    assertRefused(
        run("fit", "then", "--output", detector, "--reservoir", "60", "--newest", "50"),
        "--newest, --reservoir",
        "both");
  }

  @Test
  void legacyPolicyShowsNoPValues() {
    run("fit", "then", "--output", detector, "--legacy");
    assertEquals(1, run("check", "drift"), () -> out.toString() + err);
    assertTrue(out.toString().contains("distance 3.70, limit 0.3"), out::toString);
    assertFalse(out.toString().contains("adjusted p 0"), out::toString);
  }

  @Test
  void tooLittleDataEndsWithTwo() throws IOException {
    Files.writeString(folder.resolve("one.csv"), "1\n2\n");
    String small = folder.resolve("small.npz").toString();
    String one = folder.resolve("one.csv").toString();
    assertEquals(
        0, run(List.of("fit", "--scores", one, "--output", small, "--block", "2")), err::toString);
    assertEquals(2, run(List.of("check", small, "--scores", one)), err::toString);
    assertTrue(out.toString().contains("Too little data to decide."), out::toString);
  }

  @Test
  void badInputIsOneLineThatNamesIt() throws IOException {
    assertRefused(run(List.of()), "Missing command: fit, check, show or save");
    assertRefused(run(List.of("fit", "--output", "x")), "--latents, --scores, --features");
    assertRefused(run(List.of("show", "nowhere.npz")), "nowhere.npz");
    Path text = Files.writeString(folder.resolve("text.npz"), "no detector at all");
    assertRefused(run(List.of("show", text.toString())), "text.npz");
    write("short", 70, 0, 4);
    Files.copy(
        folder.resolve("same-scores.csv"),
        folder.resolve("short-scores.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused(run("check", "short"), "scores", "70 rows", "got 80");
    Files.writeString(folder.resolve("short-scores.csv"), "score\n1\nx\n");
    assertRefused(run("check", "short"), "short-scores.csv", "column 'score'", "numbers");
    Files.writeString(folder.resolve("short-scores.csv"), "a,b\n1,2\n");
    assertRefused(run("check", "short"), "short-scores.csv", "one column", "2 columns");
    Files.writeString(folder.resolve("short-scores.csv"), "a\n1\n\"\"\n");
    assertRefused(run("check", "short"), "short-scores.csv", "row 2", "finite number");
    assertRefused(
        run(List.of("check", detector, "--scores", folder.resolve("same-scores.csv").toString())),
        "current",
        "latents, scores, features",
        "got scores");
  }

  @Test
  void badOptionsAreOneLineThatNamesThem() {
    assertRefused(run("fit", "then", "--output", detector, "--alpha", "2"), "--alpha", "2.0");
    assertRefused(
        run("fit", "then", "--output", detector, "--adjust", "none"), "--adjust", "'none'");
    assertRefused(
        run("fit", "then", "--output", detector, "--floor", "shift=1"), "--floor", "'shift'");
    assertRefused(run("fit", "then", "--output", detector, "--floor", "feature:sped=1"), "'sped'");
    assertRefused(run("fit", "then", "--output", detector, "--windows", "3/2"), "from 1 to 2", "3");
    assertRefused(
        run("fit", "then", "--output", detector, "--windows", "two"), "--windows", "'two'");
    assertRefused(
        run("fit", "then", "--output", detector, "--cool-down", "12h"), "--cool-down", "'12h'");
    assertRefused(
        run("fit", "then", "--output", detector, "--latent-method", "ks"),
        "--latent-method",
        "'ks'");
    assertRefused(
        run("fit", "then", "--output", detector, "--permutations", "50"), "permutations", "50");
    assertRefused(run("check", "same", "--now", "noon"), "--now", "'noon'");
  }
}
