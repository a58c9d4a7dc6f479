package io.github.anomalydata.cli.mimii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.WavWriter;
import io.github.anomalydata.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimiiCommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).toFile());
  }

  private String tree() {
    return folder.resolve("a tree").toString();
  }

  private int simulate(String... more) {
    String[] args = {
      "mimii",
      "simulate",
      "--out",
      tree(),
      "--ids",
      "1",
      "--normal",
      "3",
      "--abnormal",
      "2",
      "--seconds",
      "0.5",
      "--machine",
      "fan,slide_rail",
      "--snr",
      "-6,6",
      "--workers",
      "2"
    };
    return run(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  private void assertRefused(int code, String... words) {
    assertEquals(2, code, err::toString);
    for (String word : words) {
      assertTrue(err.toString().contains(word), () -> "'" + word + "' in: " + err);
    }
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Test
  void simulateSaysWhatItWrote() throws IOException {
    String file = folder.resolve("simulated.json").toString();
    assertEquals(0, simulate("--json", file), err::toString);
    assertTrue(
        out.toString().startsWith("Wrote 12 normal and 8 abnormal recordings of 4 units to "),
        out::toString);
    assertEquals(12, json("simulated.json").get("normal").asInt());
    assertEquals("min6dB/fan/id_00", json("simulated.json").get("units").get(0).asText());
  }

  @Test
  void simulateRefusesToReplaceFiles() throws IOException {
    Files.createDirectories(Path.of(tree()).resolve("x"));
    assertRefused(simulate(), "a tree", "exists and is not empty");
  }

  @Test
  void infoTellsWhatTheTreeHolds() throws IOException {
    simulate();
    String file = folder.resolve("info.json").toString();
    assertEquals(0, run("mimii", "info", "--data", tree(), "--json", file), err::toString);
    assertTrue(out.toString().contains("20 recordings of 4 units: all are sound"), out::toString);
    assertTrue(
        out.toString()
            .lines()
            .anyMatch(line -> line.matches("min6dB/slider/id_00 +3 +2 +0 +8 +16000 +0.5 +no")),
        out::toString);
    JsonNode unit = json("info.json").get("units").get(0);
    assertEquals("min6dB/fan/id_00", unit.get("unit").asText());
    assertEquals(3, unit.get("normal").asInt());
    assertEquals(8, unit.get("channels").get(0).asInt());
  }

  @Test
  void infoTellsOfASelection() {
    simulate();
    out.getBuffer().setLength(0);
    assertEquals(
        0,
        run("mimii", "info", "--data", tree(), "--snr", "6", "--machine", "fan", "--id", "id_00"),
        err::toString);
    List<String> units = out.toString().lines().filter(l -> l.contains("id_00")).toList();
    assertEquals(1, units.size());
    assertTrue(units.get(0).startsWith("6dB/fan/id_00"), units::toString);
  }

  @Test
  void infoNamesABadFile() throws IOException {
    simulate();
    err.getBuffer().setLength(0);
    Path wav = Path.of(tree()).resolve("6dB/fan/id_00/normal/00000001.wav");
    Files.write(wav, new byte[20]);
    assertRefused(run("mimii", "info", "--data", tree()), "00000001.wav", "byte 0");
  }

  @Test
  void emptyFolderIsRefusedWithWhatWasLookedFor() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertRefused(
        run("mimii", "info", "--data", folder.resolve("empty").toString()),
        "6_dB_fan",
        "an empty folder");
  }

  @Test
  void layoutsOfDcaseAreRead() throws IOException {
    simulate();
    Path train = Files.createDirectories(folder.resolve("dcase/fan/train"));
    Files.copy(
        Path.of(tree()).resolve("6dB/fan/id_00/normal/00000001.wav"),
        train.resolve("section_00_source_train_normal_0000.wav"));
    String data = folder.resolve("dcase").toString();
    assertEquals(0, run("mimii", "info", "--data", data, "--layout", "dcase2023"), err::toString);
    assertTrue(out.toString().contains("fan/section_00"), out::toString);
  }

  private int simulateDcase(String layout) {
    return run(
        "mimii",
        "simulate",
        "--out",
        tree(),
        "--layout",
        layout,
        "--machine",
        "fan,valve",
        "--ids",
        "1",
        "--normal",
        "12",
        "--abnormal",
        "4",
        "--seconds",
        "3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dcase2021", "dcase2022", "dcase2023", "dcase2024"})
  void treeOfDcaseIsTrainedOnAndEvaluatedAsTheChallengeDoes(String layout) throws IOException {
    assertEquals(0, simulateDcase(layout), err::toString);
    assertTrue(out.toString().contains("of 2 units"), out::toString);
    String models = folder.resolve("models").toString();
    String trained = folder.resolve("trained.json").toString();
    assertEquals(
        0,
        run(
            "mimii",
            "train",
            "--data",
            tree(),
            "--layout",
            layout,
            "--epochs",
            "15",
            "--model",
            models,
            "--json",
            trained),
        err::toString);
    assertTrue(out.toString().contains("AUC source  AUC target"), out::toString);
    assertTrue(out.toString().contains("official score"), out::toString);
    JsonNode json = json("trained.json");
    JsonNode section = json.get("sections").get(0);
    assertEquals("fan/section_00", section.get("name").asText());
    assertTrue(section.get("auc").get("source").asDouble() >= 0.9, section::toString);
    assertTrue(section.get("auc").has("target"));
    assertEquals(layout.equals("dcase2021"), section.get("partialAuc").has("target"));
    assertTrue(json.get("machines").has("valve"));
    double score = json.get("score").asDouble();
    assertTrue(score > 0.7 && score <= 1, json::toString);
    assertEquals(
        0,
        run(
            "mimii",
            "evaluate",
            "--data",
            tree(),
            "--layout",
            layout,
            "--model",
            models,
            "--json",
            folder.resolve("evaluated.json").toString()),
        err::toString);
    assertEquals(json, json("evaluated.json"));
  }

  @Test
  void treeOf2020IsEvaluatedById() throws IOException {
    assertEquals(0, simulateDcase("dcase2020"), err::toString);
    assertEquals(
        0,
        run(
            "mimii",
            "train",
            "--data",
            tree(),
            "--layout",
            "dcase2020",
            "--epochs",
            "2",
            "--json",
            folder.resolve("trained.json").toString()),
        err::toString);
    assertEquals("fan/id_00", json("trained.json").get("units").get(0).get("name").asText());
  }

  @Test
  void testDataWithoutLabelsAreRefusedBeforeTraining() throws IOException {
    for (String name :
        List.of("train/section_00_source_train_normal_0000", "test/section_00_0000")) {
      Path wav = folder.resolve("a tree/fan/" + name + ".wav");
      Files.createDirectories(wav.getParent());
      WavWriter.withDefaults().write(wav, AudioClip.of(new float[16_000], 1, 16_000));
    }
    assertRefused(
        run("mimii", "train", "--data", tree(), "--layout", "dcase2023"),
        "--data: recordings to test on whose names tell normal or anomaly, got 1 without a label");
  }

  @Test
  void recordingThatIsCutOffIsNamedInOneLineWhenItIsReadInABatch() throws IOException {
    simulateDcase("dcase2023");
    Path wav = Path.of(tree()).resolve("fan/train/section_00_source_train_normal_0001_vel_100.wav");
    Files.write(wav, Arrays.copyOf(Files.readAllBytes(wav), 1000));
    err.getBuffer().setLength(0);
    for (String workers : List.of("0", "2")) {
      err.getBuffer().setLength(0);
      assertRefused(
          run("mimii", "train", "--data", tree(), "--layout", "dcase2023", "--workers", workers),
          "section_00_source_train_normal_0001_vel_100.wav: byte 44: expected 96000 bytes");
    }
  }

  @Test
  void ratiosOfNoiseAreOfMimiiOnly() {
    assertRefused(
        run("mimii", "simulate", "--out", tree(), "--layout", "dcase2023", "--snr", "6"),
        "--snr: for the layout mimii only");
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertRefused(run("mimii", "info", "--data", "x", "--layout", "dcase1999"), "dcase1999");
    err.getBuffer().setLength(0);
    assertRefused(run("mimii", "info", "--data", "x", "--snr", "3"), "-6, 0 or 6, got '3'");
    err.getBuffer().setLength(0);
    assertRefused(run("mimii", "info", "--data", "x", "--machine", "fans"), "got 'fans'");
    err.getBuffer().setLength(0);
    assertRefused(run("mimii"), "Missing command");
  }

  @Test
  void autoencoderSeparatesFaultsAndIsTheSameOnceSaved() throws IOException {
    assertEquals(
        0,
        run(
            "mimii",
            "simulate",
            "--out",
            tree(),
            "--ids",
            "1",
            "--machine",
            "fan",
            "--snr",
            "6",
            "--normal",
            "30",
            "--abnormal",
            "9",
            "--seed",
            "3",
            "--workers",
            "2"),
        err::toString);
    String trained = folder.resolve("trained.json").toString();
    String model = folder.resolve("model").toString();
    String cache = folder.resolve("cache").toString();
    assertEquals(
        0,
        run(
            "mimii",
            "train",
            "--data",
            tree(),
            "--model",
            model,
            "--json",
            trained,
            "--workers",
            "2",
            "--cache",
            cache),
        err::toString);
    for (JsonNode unit : json("trained.json").get("units")) {
      assertTrue(unit.get("auc").asDouble() >= 0.9, out::toString);
    }
    String evaluated = folder.resolve("evaluated.json").toString();
    assertEquals(
        0,
        run(
            "mimii",
            "evaluate",
            "--data",
            tree(),
            "--model",
            model,
            "--html",
            folder.resolve("evaluated.html").toString(),
            "--json",
            evaluated),
        err::toString);
    assertEquals(json("trained.json"), json("evaluated.json"));
    String html = Files.readString(folder.resolve("evaluated.html"));
    assertTrue(html.contains("<figcaption><bdi>ROC curve</bdi></figcaption>"));
    assertTrue(html.contains("Mean AUC"));
  }

  @Test
  void reportShowsBalanceLevelsAndSounds() throws IOException {
    simulate();
    Path page = folder.resolve("sounds.html");
    String data = folder.resolve("sounds.json").toString();
    assertEquals(
        0,
        run(
            "report",
            "mimii",
            "--data",
            tree(),
            "--samples",
            "1",
            "--out",
            page.toString(),
            "--json",
            data),
        err::toString);
    assertTrue(Files.readString(page).contains("Mel spectrogram, abnormal"));
    JsonNode content = json("sounds.json").get("content");
    assertEquals("8", content.at("/facts/listened to").asText());
    assertEquals(
        "[3.0,3.0,3.0,3.0]", content.at("/sections/0/blocks/1/columns/1/numbers").toString());
    JsonNode map = content.at("/sections/2/blocks/0/entries/0/plots/1");
    assertEquals("Mel spectrogram, normal", map.get("title").asText());
    assertEquals(64, map.get("rows").asInt());
    double loudest = Double.NEGATIVE_INFINITY;
    double quietest = 0;
    for (JsonNode level : map.get("values")) {
      loudest = Math.max(loudest, level.asDouble());
      quietest = Math.min(quietest, level.asDouble());
    }
    assertEquals(0, loudest, 1e-3);
    assertTrue(quietest < -20, String.valueOf(quietest));
  }

  @Test
  void reportListensToAtLeastOneRecording() {
    simulate();
    err.getBuffer().setLength(0);
    assertRefused(
        run("report", "mimii", "--data", tree(), "--samples", "0"), "--samples: at least 1");
  }

  @Test
  void reportWarnsOfChannelsWithoutASound() throws IOException {
    Path wav = folder.resolve("silent/6dB/fan/id_00/normal/00000000.wav");
    Files.createDirectories(wav.getParent());
    WavWriter.withDefaults().write(wav, AudioClip.of(new float[2 * 1600], 2, 16_000));
    String data = folder.resolve("silent.json").toString();
    assertEquals(
        0,
        run(
            "report",
            "mimii",
            "--data",
            folder.resolve("silent").toString(),
            "--out",
            folder.resolve("silent.html").toString(),
            "--json",
            data),
        err::toString);
    JsonNode verdict = json("silent.json").at("/content/verdict");
    assertEquals("warning", verdict.get("mark").asText());
    assertTrue(verdict.toString().contains("1 of them have a channel without a sound"));
  }
}
