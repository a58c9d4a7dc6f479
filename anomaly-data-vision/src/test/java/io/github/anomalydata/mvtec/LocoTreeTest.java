package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.detect.DefectRegion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class LocoTreeTest {
  private static final String CONFIG = "nut/defects_config.json";
  private static final String MASKS = "nut/ground_truth/logical_anomalies/000";
  private static final ImageSize SIZE = ImageSize.square(40);

  @TempDir private Path folder = Path.of("");
  private SimulatedFolder tree = new SimulatedFolder(Path.of(""), Layout.LOCO);

  @BeforeEach
  void writeTree() throws IOException {
    tree = SimulatedFolder.write(folder, Layout.LOCO);
  }

  private InspectionImage logical() throws IOException {
    return tree.open().withDefects("logical_anomalies").list().get(0);
  }

  @Test
  void partsAndKindsAreThoseOfTheFolders() throws IOException {
    InspectionImages images = tree.open();

    assertEquals(1, images.with(Part.VALIDATION).size());
    assertEquals(2, images.withDefects("logical_anomalies").size());
    assertEquals(4, images.withDefects("structural_anomalies").size());
    assertEquals("nut/test/logical_anomalies/000", logical().group());
    assertEquals(List.of(tree.path(MASKS + "/000.png")), logical().masks());
    assertEquals(
        new DefectType("missing", 255, Saturation.pixels(4)), logical().levels().types().get(2));
  }

  @Test
  void severalMasksAreOneUnionAndARegionEach() throws IOException {
    tree.image(MASKS + "/000.png", 255, 0, 40);
    tree.image(MASKS + "/001.png", 0, 254, 40);
    List<DefectRegion> regions = logical().regions(SIZE);

    assertEquals(1600, logical().mask(SIZE).count());
    assertEquals(2, regions.size());
    // One pixel of a type that needs 4, and 1599 of a type that needs all.
    assertEquals(1, regions.get(0).saturation());
    assertEquals(1599, regions.get(1).saturation());
  }

  @Test
  void batchesHaveEachMaskByItself() throws IOException {
    tree.image(MASKS + "/000.png", 255, 0, 40);
    tree.image(MASKS + "/001.png", 0, 254, 40);
    InspectionImages test = tree.open().with(Part.TEST);
    try (SourceMultiDataSetIterator batches =
        MvtecDataSetIterator.over(test)
            .preparation(ImagePreparation.withDefaults().withSize(SIZE))
            .target(InspectionTarget.ANOMALY_AND_MASKS)
            .batching(Batching.of(test.size()))
            .buildMulti()) {
      INDArray masks = batches.next().getLabels(1);
      assertArrayEquals(new long[] {8, 2, 40, 40}, masks.shape());
      for (int i = 0; i < 8; i++) {
        InspectionImage image = test.list().get(i);
        for (int k = 0; k < 2; k++) {
          double expected =
              k < image.masks().size() ? image.levels().open(image.masks().get(k)).count() : 0;
          assertEquals(
              expected, masks.slice(i).slice(k).sumNumber().doubleValue(), image.group() + " " + k);
        }
      }
      int first = test.list().indexOf(logical());
      assertEquals(1, masks.getFloat(first, 0, 0, 0));
      assertEquals(0, masks.getFloat(first, 1, 0, 0));
      assertEquals(1, masks.getFloat(first, 1, 39, 39));
    }
  }

  @Test
  void saturationIsThatOfTheLevel() throws IOException {
    tree.image(MASKS + "/000.png", 0, 255, 40);
    assertEquals(4, logical().regions(SIZE).get(0).saturation());

    tree.replace(
        CONFIG,
        "\"saturation_threshold\":4,\"relative_saturation\":false",
        "\"saturation_threshold\":0.5,\"relative_saturation\":true");
    assertEquals(799, logical().regions(SIZE).get(0).saturation()); // half of 1599, rounded down
  }

  @Test
  void levelThatIsNoTypeIsAProblem() throws IOException {
    tree.image(MASKS + "/000.png", 0, 7, 40);

    tree.assertProblem(
        "000/000.png", "column 1, row 0", "0 or a level of [253, 254, 255]", "found 7");
  }

  @Test
  void maskOfTwoLevelsIsAProblem() throws IOException {
    tree.image(MASKS + "/000.png", 254, 255, 40);

    tree.assertProblem("000/000.png", "column 1, row 0", "the level 254 or 0", "found 255");
  }

  @Test
  void emptyMaskAmongOthersIsAProblem() throws IOException {
    tree.image(MASKS + "/009.png", 0, 0, 40);

    tree.assertProblem("000/009.png", "the pixels of a defect", "a mask of zeros");
    DataFileException e = assertThrows(DataFileException.class, () -> logical().regions(SIZE));
    assertTrue(e.getMessage().contains("a mask of zeros"), e.getMessage());
  }

  @Test
  void maskOfAnotherSizeIsAProblem() throws IOException {
    tree.image(MASKS + "/000.png", 0, 255, 8);

    tree.assertProblem("000/000.png", "the size of its image, 40 x 40", "8 x 8");
  }

  @Test
  void imageWithoutMasksIsNamed() throws IOException {
    tree.delete(MASKS);

    tree.assertBroken(
        "a mask for each image of", "logical_anomalies, and no other", "none for [000]");
  }

  @Test
  void emptyFolderOfMasksIsNamed() throws IOException {
    tree.delete(MASKS + "/000.png");

    tree.assertBroken(MASKS, "images (PNG, JPEG, BMP or TIFF)", "an empty folder");
  }

  @Test
  void masksWithoutImageAreNamed() throws IOException {
    tree.image("nut/ground_truth/logical_anomalies/077/000.png", 0, 255, 40);

    tree.assertBroken("masks without image for [077]");
  }

  @Test
  void maskBesideTheFoldersOfImagesIsNamed() throws IOException {
    tree.image("nut/ground_truth/logical_anomalies/000.png", 0, 255, 40);

    tree.assertBroken("a folder with the masks of each image, and no files", "000.png");
  }

  @Test
  void misspeltKindIsNamed() throws IOException {
    tree.move("nut/test/logical_anomalies", "nut/test/logical_anomaly");

    tree.assertBroken(
        "nut/test",
        "the folder good, and for defects logical_anomalies or structural_anomalies",
        "logical_anomaly/");
  }

  @Test
  void defectsAmongImagesToValidateOnAreRefused() throws IOException {
    tree.image("nut/validation/bad/000.png", 0, 1, 40);

    tree.assertBroken("nut/validation", "only sound products are validated on", "bad/, good/");
  }

  @Test
  void imageToValidateOnThatIsTrainedOnIsAProblem() throws IOException {
    tree.delete("nut/validation/good/000.png");
    java.nio.file.Files.copy(
        tree.path("nut/train/good/000.png"), tree.path("nut/validation/good/000.png"));

    tree.assertProblem("validation/good/000.png", "each image once", "train/good/000.png");
  }

  @Test
  void missingTypesAreNamedWithTheWayWithoutThem() throws IOException {
    tree.delete(CONFIG);

    tree.assertBroken(CONFIG, "how much of each has to be found", "without masks by choice");
    assertEquals(6, tree.openWithoutMasks().defects());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"pixel_value\":255 | \"pixel_value\":256 | pixel_value: expected a number from 1 to 255",
        "\"pixel_value\":255 | \"pixel_value\":0 | a number from 1 to 255, found 0",
        "\"pixel_value\":255 | \"pixel_value\":254 | [1].pixel_value: expected each level once, found 254, which is missing",
        "\"pixel_value\":255, | '' | pixel_value: expected a number from 1 to 255, found none",
        "\"missing\" | 3 | [0].defect_name: expected a text, found 3",
        "threshold\":4 | threshold\":0 | a whole number of pixels from 1, found 0",
        "threshold\":4 | threshold\":4.5 | a whole number of pixels from 1, found 4.5",
        "threshold\":1.0 | threshold\":1.5 | a share above 0 and at most 1, found 1.5",
        "threshold\":1.0 | threshold\":\"1\" | a share above 0 and at most 1, found \"1\"",
        "false | 0 | relative_saturation: expected true or false, found 0",
        "[{ | [{]] | valid JSON"
      })
  void typesThatMakeNoSenseAreNamed(String from, String to, String message) throws IOException {
    tree.replace(CONFIG, from, to);

    tree.assertBroken(CONFIG, message);
  }

  @Test
  void typesThatAreNoListAreNamed() throws IOException {
    tree.text(CONFIG, "[]");
    tree.assertBroken("a list of types of defects, found []");

    tree.text(CONFIG, "{\"defects\": \"" + "x".repeat(100) + "\"}");
    tree.assertBroken("a list of types of defects, found {\"defects\":\"xxx", "...");
  }

  @Test
  void saturationsAndTypesOutOfRangeAreRefused() {
    assertEquals(3, Saturation.pixels(5).of(3));
    assertEquals(5, Saturation.pixels(5).of(30));
    assertEquals(1, Saturation.share(0.1).of(3));
    assertEquals(7, Saturation.share(1).of(7));
    for (Runnable refused :
        List.<Runnable>of(
            () -> Saturation.pixels(0),
            () -> Saturation.share(0),
            () -> Saturation.share(1.01),
            () -> Saturation.share(Double.NaN),
            () -> new DefectType("x", 0, Saturation.share(1)),
            () -> MaskLevels.of(List.of()))) {
      assertThrows(IllegalArgumentException.class, refused::run);
    }
  }
}
