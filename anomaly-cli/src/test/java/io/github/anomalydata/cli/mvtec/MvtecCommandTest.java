package io.github.anomalydata.cli.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.anomalydata.cli.Main;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MvtecCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTree() throws IOException {
    image("nut/train/good/000.png", 1);
    image("nut/train/good/001.png", 2);
    image("nut/test/good/000.png", 3);
    image("nut/test/bent/000.png", 4);
    image("nut/ground_truth/bent/000_mask.png", 255);
  }

  private void image(String file, int grey) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Image.of(new byte[] {(byte) grey}, 1, ImageSize.square(1)).savePng(path);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void infoCountsImagesAndMasksOfEachKind() throws IOException {
    Path json = folder.resolve("info.json");

    assertEquals(
        0,
        run("mvtec", "info", "--data", folder + "/nut", "--json", json.toString()),
        err::toString);
    assertTrue(
        out.toString().contains("4 images of 1 category, 1 of them of defects: all are sound"));
    JsonNode rows = new ObjectMapper().readTree(json.toFile()).get("rows");
    assertEquals(3, rows.size());
    assertEquals(
        "{\"category\":\"nut\",\"part\":\"train\",\"defect\":\"good\",\"images\":2,\"masks\":0}",
        rows.get(0).toString());
    assertEquals(
        "{\"category\":\"nut\",\"part\":\"test\",\"defect\":\"bent\",\"images\":1,\"masks\":1}",
        rows.get(1).toString());
  }

  @Test
  void everyBrokenFileIsNamed() throws IOException {
    image("nut/ground_truth/bent/000_mask.png", 7);
    image("nut/train/good/001.png", 1);

    assertEquals(2, run("mvtec", "info", "--data", folder + "/nut"));
    assertTrue(err.toString().contains("000_mask.png"), err.toString());
    assertTrue(err.toString().contains("each image once"), err.toString());
    assertTrue(out.toString().contains("2 are broken"), out.toString());
  }

  @Test
  void missingMasksAreOneLine() throws IOException {
    Files.delete(folder.resolve("nut/ground_truth/bent/000_mask.png"));
    Files.delete(folder.resolve("nut/ground_truth/bent"));

    assertEquals(2, run("mvtec", "info", "--data", folder + "/nut"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("ground_truth"), err.toString());
    assertEquals(0, run("mvtec", "info", "--data", folder + "/nut", "--no-masks"));
  }

  @Test
  void categoriesAreChosenByName() {
    assertEquals(0, run("mvtec", "info", "--data", folder + "/nut", "--category", "nut"));
    assertEquals(2, run("mvtec", "info", "--data", folder + "/nut", "--category", "bolt"));
    assertTrue(err.toString().contains("category: at least one of [nut], got [bolt]"));
    assertEquals(2, run("mvtec", "info", "--data", folder + "/nut", "--whole"));
    assertTrue(err.toString().contains("the published categories"), err.toString());
  }

  @Test
  void simulatedDefectsAreFoundAndDrawn() throws IOException {
    String tree = folder.resolve("simulated").toString();
    assertEquals(
        0,
        run(
            "mvtec",
            "simulate",
            "--out",
            tree,
            "--category",
            "bottle",
            "--size",
            "64",
            "--train",
            "12",
            "--good",
            "3",
            "--defects",
            "2"),
        err::toString);
    assertTrue(
        out.toString().contains("Wrote 21 images of 1 category, 6 of them of defects to " + tree),
        out.toString());

    Path train = folder.resolve("train.json");
    String model = folder.resolve("model").toString();
    assertEquals(
        0,
        run(
            "mvtec",
            "train",
            "--data",
            tree,
            "--size",
            "64",
            "--workers",
            "2",
            "--model",
            model,
            "--json",
            train.toString()),
        err::toString);
    Path evaluate = folder.resolve("evaluate.json");
    String pictures = folder.resolve("heat").toString();
    assertEquals(
        0,
        run(
            "mvtec",
            "evaluate",
            "--data",
            tree,
            "--category",
            "bottle",
            "--model",
            model,
            "--heatmaps",
            pictures,
            "--html",
            folder.resolve("evaluate.html").toString(),
            "--json",
            evaluate.toString()),
        err::toString);
    JsonNode row = new ObjectMapper().readTree(train.toFile()).get("categories").get(0);
    assertEquals(row, new ObjectMapper().readTree(evaluate.toFile()).get("categories").get(0));
    assertEquals("bottle", row.get("category").textValue());
    assertTrue(row.get("imageAuc").doubleValue() >= 0.9, row::toString);
    assertTrue(row.get("pixelAuc").doubleValue() >= 0.9, row::toString);
    assertEquals(
        ImageSize.of(200, 64),
        Image.open(folder.resolve("heat/bottle/test/missing/001.png")).size());
    String html = Files.readString(folder.resolve("evaluate.html"));
    assertTrue(html.contains("<figcaption><bdi>ROC curve</bdi></figcaption>"));
    assertTrue(html.contains("<figcaption><bdi>missing</bdi></figcaption>"));
  }

  private void simulate(String tree, String layout) {
    assertEquals(
        0,
        run(
            "mvtec",
            "simulate",
            "--layout",
            layout,
            "--out",
            tree,
            "--category",
            "nut",
            "--size",
            "48",
            "--train",
            "8",
            "--good",
            "3",
            "--defects",
            "2"),
        err::toString);
  }

  private JsonNode train(String tree, String layout, String... more) throws IOException {
    Path json = folder.resolve(layout + ".json");
    List<String> args =
        new ArrayList<>(
            List.of("mvtec", "train", "--layout", layout, "--data", tree, "--size", "48"));
    args.addAll(List.of(more));
    args.addAll(List.of("--json", json.toString()));
    assertEquals(0, run(args.toArray(String[]::new)), err::toString);
    return new ObjectMapper().readTree(json.toFile()).get("categories");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ad", "ad2", "visa", "folder"})
  void defectsOfEveryLayoutAreFound(String layout) throws IOException {
    String tree = folder.resolve(layout).toString();
    simulate(tree, layout);

    assertEquals(0, run("mvtec", "info", "--layout", layout, "--data", tree), err::toString);
    assertTrue(out.toString().contains("all are sound"), out.toString());
    JsonNode row = train(tree, layout).get(0);
    assertEquals(6, row.get("defects").intValue());
    assertTrue(row.get("imageAuc").doubleValue() >= 0.8, row::toString);
    assertEquals(layout.equals("ad2") ? 0.05 : 0.3, row.get("regionOverlapLimit").doubleValue());
  }

  @Test
  void kindsOfAnomaliesOfLocoAreScoredApart() throws IOException {
    String tree = folder.resolve("loco").toString();
    simulate(tree, "loco");
    String pictures = folder.resolve("heat").toString();
    JsonNode rows = train(tree, "loco", "--heatmaps", pictures);

    assertEquals(2, rows.size());
    assertEquals("logical_anomalies", rows.get(0).get("anomalies").textValue());
    assertEquals(2, rows.get(0).get("defects").intValue());
    assertEquals(5, rows.get(0).get("images").intValue());
    assertEquals(4, rows.get(1).get("defects").intValue());
    assertTrue(out.toString().contains("AU-sPRO(0.05)"), out.toString());
    assertTrue(out.toString().contains("mean"), out.toString());
    assertTrue(Files.exists(folder.resolve("heat/nut/test/logical_anomalies/001.png")));
    double whole = rows.get(0).get("regionOverlap").doubleValue();
    JsonNode wide = train(tree, "loco", "--max-fpr", "0.3").get(0);
    assertEquals(0.3, wide.get("regionOverlapLimit").doubleValue());
    assertTrue(wide.get("regionOverlap").doubleValue() >= whole, wide::toString);
  }

  @Test
  void imagesWithoutLabelsAreCounted() throws IOException {
    String tree = folder.resolve("ad2").toString();
    simulate(tree, "ad2");
    Path json = folder.resolve("info.json");

    assertEquals(
        0,
        run("mvtec", "info", "--layout", "ad2", "--data", tree, "--json", json.toString()),
        err::toString);
    assertTrue(out.toString().contains("6 of them of defects, 12 without labels"));
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    assertEquals(12, result.get("unlabelled").intValue());
    assertEquals("test_private", result.get("rows").get(4).get("part").textValue());
    assertEquals("", result.get("rows").get(4).get("defect").textValue());
  }

  @Test
  void foldersAreNamedByOptions() throws IOException {
    Path tree = folder.resolve("folder");
    simulate(tree.toString(), "folder");
    Files.move(tree.resolve("nut/good"), tree.resolve("nut/OK"));
    String[] args = {
      "mvtec",
      "info",
      "--layout",
      "folder",
      "--data",
      tree + "/nut",
      "--good",
      "OK",
      "--defects",
      "scratch,stain",
      "--masks",
      "masks",
      "--mask-suffix",
      "_mask",
      "--grey-masks",
      "--test-share",
      "0.5",
      "--split-seed",
      "1"
    };

    assertEquals(0, run(args), err::toString);
    assertTrue(out.toString().contains("15 images of 1 category, 4 of them of defects"));
    assertEquals(2, run("mvtec", "info", "--data", tree.toString(), "--good", "OK"));
    assertTrue(err.toString().contains("only with --layout folder"), err.toString());
  }

  @Test
  void unknownLayoutsAreRefused() {
    assertEquals(2, run("mvtec", "info", "--data", folder.toString(), "--layout", "ad3"));
    assertTrue(err.toString().contains("--layout: ad, loco, ad2, visa or folder, got 'ad3'"));
  }

  @Test
  void autoencoderIsTrainedAndReadAgain() throws IOException {
    String tree = folder.resolve("simulated").toString();
    String model = folder.resolve("model").toString();
    Path train = folder.resolve("train.json");
    Path evaluate = folder.resolve("evaluate.json");
    String[] simulate = {
      "mvtec", "simulate", "--out", tree, "--category", "leather", "--size", "32", "--train", "8"
    };
    String[] fit = {
      "mvtec",
      "train",
      "--data",
      tree,
      "--size",
      "32",
      "--model",
      model,
      "--detector",
      "autoencoder",
      "--epochs",
      "20",
      "--seed",
      "7",
      "--json",
      train.toString()
    };
    String[] again = {
      "mvtec", "evaluate", "--data", tree, "--model", model, "--json", evaluate.toString()
    };
    assertEquals(0, run(simulate), err::toString);
    assertEquals(0, run(fit), err::toString);
    assertEquals(0, run(again), err::toString);
    JsonNode row = new ObjectMapper().readTree(train.toFile()).get("categories").get(0);
    assertEquals(row, new ObjectMapper().readTree(evaluate.toFile()).get("categories").get(0));
    assertTrue(row.get("imageAuc").doubleValue() >= 0.8, row::toString);
  }

  @Test
  void unknownDetectorsAreRefused() {
    assertEquals(2, run("mvtec", "train", "--data", folder + "/nut", "--detector", "eyes"));
    assertTrue(err.toString().contains("gaussian or autoencoder, got 'eyes'"), err.toString());
  }

  @Test
  void unknownProductsAreRefused() {
    assertEquals(2, run("mvtec", "simulate", "--out", folder + "/x", "--category", "pear"));
    assertTrue(err.toString().contains("nut or bottle, got 'pear'"), err.toString());
  }

  private JsonNode report(int code) throws IOException {
    Path data = folder.resolve("report.json");
    assertEquals(
        code,
        run(
            "report",
            "mvtec",
            "--data",
            folder + "/nut",
            "--out",
            folder + "/report.html",
            "--json",
            data.toString()),
        err::toString);
    return new ObjectMapper().readTree(data.toFile()).get("content");
  }

  @Test
  void reportShowsBalanceAndSamplesWithMasks() throws IOException {
    JsonNode content = report(0);
    assertEquals("All files can be read", content.at("/verdict/headline").asText());
    assertEquals("[3.0]", content.at("/sections/0/blocks/0/series/0/values").toString());
    assertEquals("[1.0]", content.at("/sections/0/blocks/0/series/1/values").toString());
    JsonNode pictures = content.at("/sections/1/blocks/0/entries/0/plots");
    assertEquals("bent", pictures.at("/0/title").asText());
    assertEquals("mask", pictures.at("/0/overlayName").asText());
    assertEquals("good", pictures.at("/1/title").asText());
    assertFalse(pictures.at("/1").has("overlay"));
    assertTrue(Files.readString(folder.resolve("report.html")).contains("class=\"overlay\""));
  }

  @Test
  void reportNamesBrokenFilesAndShowsTheOthers() throws IOException {
    image("nut/ground_truth/bent/000_mask.png", 7);
    JsonNode content = report(2);
    assertEquals("alarm", content.at("/verdict/mark").asText());
    assertEquals("1 file is broken", content.at("/verdict/headline").asText());
    assertTrue(content.at("/verdict/reasons/0").asText().contains("000_mask.png"));
    JsonNode pictures = content.at("/sections/2/blocks/0/entries/0/plots");
    assertEquals(1, pictures.size());
    assertEquals("good", pictures.at("/0/title").asText());
  }
}
