package io.github.anomalydata.cli.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertTrue(err.toString().contains("categories of MVTec AD"), err.toString());
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
  }

  @Test
  void unknownProductsAreRefused() {
    assertEquals(2, run("mvtec", "simulate", "--out", folder + "/x", "--category", "pear"));
    assertTrue(err.toString().contains("nut or bottle, got 'pear'"), err.toString());
  }
}
