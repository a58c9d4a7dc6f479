package io.github.anomalydata.cli.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.augment.AugmentationPlan;
import io.github.anomalydata.augment.GaussianNoise;
import io.github.anomalydata.augment.Mixup;
import io.github.anomalydata.augment.SliceLength;
import io.github.anomalydata.augment.Smote;
import io.github.anomalydata.augment.TimeWarp;
import io.github.anomalydata.augment.WindowSlice;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.turbofan.FittedPreparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @BeforeEach
  void simulateFleet() {
    assertEquals(0, simulate("--subset", "FD001"), err::toString);
  }

  private int simulate(String... more) {
    String[] args = {
      "turbofan",
      "simulate",
      "--out",
      fleet(),
      "--train-units",
      "12",
      "--test-units",
      "6",
      "--seed",
      "7"
    };
    return run(
        Stream.concat(List.of(args).stream(), List.of(more).stream()).toArray(String[]::new));
  }

  private String fleet() {
    return folder.resolve("a fleet").toString();
  }

  @Test
  void simulateSaysWhatItWrote() throws IOException {
    assertTrue(out.toString().startsWith("Wrote 12 training units"), out::toString);
    Path file = folder.resolve("simulated.json");
    assertEquals(0, simulate("--overwrite", "--json", file.toString()));
    assertEquals(12, json(file).get("trainUnits").asInt());
    assertEquals(7, json(file).get("seed").asLong());
  }

  @Test
  void simulateRefusesToReplaceFiles() {
    assertEquals(2, simulate());
    assertTrue(err.toString().contains("train_FD001.txt"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void infoTellsWhatTheFilesHold() throws IOException {
    Path file = folder.resolve("info.json");
    assertEquals(
        0, run("turbofan", "info", "--data", fleet(), "--json", file.toString()), err::toString);
    assertTrue(out.toString().contains("all files are sound"), out::toString);
    JsonNode info = json(file);
    assertEquals("FD001", info.get("subset").asText());
    assertEquals(12, info.get("train").get("units").asInt());
    assertEquals(6, info.get("test").get("units").asInt());
    assertEquals(1, info.get("conditions").size());
  }

  @Test
  void windowsWritesArraysThatFitTogether() throws IOException {
    Path npy = folder.resolve("arrays");
    Path file = folder.resolve("windows.json");
    assertEquals(
        0,
        run(
            "turbofan",
            "windows",
            "--data",
            fleet(),
            "--last",
            "--pad",
            "--cap",
            "125",
            "--npy",
            npy.toString(),
            "--json",
            file.toString()),
        err::toString);
    int[] x = Npy.read(npy.resolve("train_x.npy")).shape();
    int[] y = Npy.read(npy.resolve("train_y.npy")).shape();
    assertEquals(json(file).get("train").get(0).asInt(), x[0]);
    assertArrayEquals(new int[] {x[0], 14, 30}, x);
    assertArrayEquals(new int[] {x[0]}, y);
    assertArrayEquals(new int[] {6, 14, 30}, Npy.read(npy.resolve("test_x.npy")).shape());
    for (float rul : Npy.read(npy.resolve("train_y.npy")).floats()) {
      assertTrue(rul >= 0 && rul <= 125);
    }
    assertEquals(14, FittedPreparation.load(npy.resolve("preparation.json")).channels().size());
  }

  @Test
  void windowsWithoutAFolderOnlyCounts() {
    assertEquals(
        0,
        run(
            "turbofan",
            "windows",
            "--data",
            fleet(),
            "--channels",
            "varying",
            "--settings",
            "--stride",
            "10"),
        err::toString);
    assertTrue(out.toString().contains("train: windows ["), out::toString);
  }

  @Test
  void trainWritesResultModelAndPicture() throws IOException {
    Path result = folder.resolve("result.json");
    Path plot = folder.resolve("new folder/plot.svg");
    Path model = folder.resolve("model");
    assertEquals(
        0,
        run(
            "turbofan",
            "train",
            "--data",
            fleet(),
            "--epochs",
            "2",
            "--seed",
            "3",
            "--json",
            result.toString(),
            "--plot",
            plot.toString(),
            "--html",
            folder.resolve("page.html").toString(),
            "--model",
            model.toString()),
        err::toString);
    JsonNode json = json(result);
    assertEquals(6, json.get("units").asInt());
    assertEquals(3, json.get("seed").asLong());
    assertTrue(json.get("rmse").asDouble() > 0);
    assertTrue(json.get("rmseUnclipped").asDouble() > 0);
    assertTrue(json.get("nasaScore").asDouble() > 0);
    assertEquals(6, json.get("predictions").size());
    assertTrue(out.toString().contains("Worst units:"), out::toString);
    String svg = Files.readString(plot);
    assertEquals(6, svg.split("<circle ").length - 1);
    assertTrue(Files.readString(folder.resolve("page.html")).contains("Predicted against true"));
    assertTrue(svg.contains("FD001: predicted remaining useful life, RMSE"), svg);
    assertTrue(Files.size(model.resolve("network.zip")) > 0);
    assertFalse(FittedPreparation.load(model.resolve("preparation.json")).channels().isEmpty());
  }

  private JsonNode train(String... more) throws IOException {
    Path result = folder.resolve("result.json");
    List<String> command =
        List.of(
            "turbofan", "train", "--data", fleet(), "--epochs", "1", "--json", result.toString());
    assertEquals(
        0,
        run(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new)),
        err::toString);
    return json(result);
  }

  @Test
  void trainingTwiceWithOneSeedGivesTheSameResult() throws IOException {
    JsonNode first = train("--workers", "0");
    assertEquals(first.get("rmse"), train("--workers", "2").get("rmse"));
  }

  @Test
  void augmentedTrainingIsAnotherAndTheSameWithAnyNumberOfWorkers() throws IOException {
    Path config = folder.resolve("augment.json");
    TimeWarp.withDefaults().save(config);
    JsonNode first = train("--workers", "0", "--augment", config.toString());
    assertEquals(
        first.get("rmse"), train("--workers", "2", "--augment", config.toString()).get("rmse"));
    JsonNode plain = train();
    assertNotEquals(first.get("rmse"), plain.get("rmse"));
    assertTrue(first.get("augmented").asBoolean());
    assertFalse(plain.get("augmented").asBoolean());
  }

  @Test
  void windowsAreMixedAsAPlanSays() throws IOException {
    Path config = folder.resolve("plan.json");
    AugmentationPlan.of(GaussianNoise.withDefaults(), Mixup.withDefaults()).save(config);
    JsonNode mixed = train("--augment", config.toString());
    assertNotEquals(train().get("rmse"), mixed.get("rmse"));
    assertTrue(mixed.get("augmented").asBoolean());
  }

  @Test
  void stepsThatNeedClassesAreRefusedSinceEnginesHaveNone() throws IOException {
    Path config = folder.resolve("plan.json");
    AugmentationPlan.of(Smote.withDefaults()).save(config);
    assertRefused(
        "--augment: steps that need no classes, since engines have none, got Smote",
        "turbofan",
        "train",
        "--data",
        fleet(),
        "--augment",
        config.toString());
  }

  @Test
  void augmentationThatAWindowIsTooShortForIsRefused() throws IOException {
    Path config = folder.resolve("augment.json");
    TimeWarp.withDefaults().withKnots(31).save(config);
    assertRefused(
        "knots: at most the number of steps, 30, got 31",
        "turbofan",
        "train",
        "--data",
        fleet(),
        "--augment",
        config.toString());
  }

  @Test
  void augmentationThatShortensWindowsIsRefused() throws IOException {
    Path config = folder.resolve("augment.json");
    WindowSlice.withDefaults().with(SliceLength.SHORTER).save(config);
    assertRefused(
        "--augment: steps that keep windows at 30 cycles, got 27",
        "turbofan",
        "train",
        "--data",
        fleet(),
        "--augment",
        config.toString());
  }

  @Test
  void quickstartGoesFromSimulationToSummary() throws IOException {
    Path results = folder.resolve("quick start");
    assertEquals(0, run("quickstart", "--epochs", "1", "--out", results.toString()), err::toString);
    assertEquals(100, json(results.resolve("summary.json")).get("units").asInt());
    assertTrue(Files.exists(results.resolve("predicted-against-true.svg")));
    Path page = results.resolve("report.html");
    assertTrue(Files.readString(page).contains("Predicted against true"));
    assertTrue(out.toString().contains("Open " + page + " in a browser."), out::toString);
    assertTrue(out.toString().contains("Simulated a fleet"), out::toString);
  }

  @Test
  void reportShowsUnitsAndChannels() throws IOException {
    Path page = folder.resolve("pages/fleet.html");
    Path data = folder.resolve("pages/fleet.json");
    assertEquals(
        0,
        run(
            "report",
            "turbofan",
            "--data",
            fleet(),
            "--out",
            page.toString(),
            "--json",
            data.toString()),
        err::toString);
    assertTrue(Files.readString(page).contains("<title>Turbofan FD001</title>"));
    assertTrue(out.toString().contains("Wrote " + page), out::toString);
    JsonNode content = json(data).get("content");
    assertEquals("good", content.at("/verdict/mark").asText());
    assertTrue(content.at("/verdict/reasons/1").asText().contains("channels are constant"));
    assertEquals("12", content.at("/facts/training units").asText());
    JsonNode channels = content.at("/sections/1/blocks");
    assertEquals(24, channels.at("/0/columns/0/texts").size());
    assertEquals(24, channels.at("/1/entries").size());
    assertEquals("Traces of units", channels.at("/1/entries/5/plots/0/title").asText());
    assertEquals("heatmap", content.at("/sections/2/blocks/0/type").asText());
  }

  @Test
  void reportNeedsAKindOfData() {
    assertRefused("Missing command: turbofan, mimii or mvtec", "report");
  }

  @Test
  void badInputIsOneLineThatSaysWhatAndWhere() throws IOException {
    Path file = Path.of(fleet()).resolve("train_FD001.txt");
    List<String> lines = Files.readAllLines(file);
    lines.set(4, "1 5 0.0 oops");
    Files.write(file, lines);
    assertEquals(2, run("turbofan", "info", "--data", fleet()));
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(
        err.toString().contains("train_FD001.txt: line 5, column 9: expected a finite number"),
        err::toString);
  }

  @Test
  void wrongValuesAreRefusedByName() {
    assertRefused("--window", "turbofan", "train", "--data", fleet(), "--window", "3");
    assertRefused("--epochs", "turbofan", "train", "--data", fleet(), "--epochs", "0");
    assertRefused("--cap", "turbofan", "train", "--data", fleet(), "--cap", "-1");
    assertRefused("no such file", "turbofan", "info", "--data", folder.resolve("no").toString());
    assertRefused("--data", "turbofan", "info");
    assertRefused("'seven'", "turbofan", "simulate", "--out", fleet(), "--seed", "seven");
    assertRefused("Missing command", "turbofan");
  }

  private void assertRefused(String words, String... args) {
    err.getBuffer().setLength(0);
    assertEquals(2, run(args));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
  }
}
