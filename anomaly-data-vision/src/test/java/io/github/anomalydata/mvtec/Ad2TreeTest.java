package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Ad2TreeTest {
  @TempDir private Path folder = Path.of("");
  private SimulatedFolder tree = new SimulatedFolder(Path.of(""), Layout.AD2);

  @BeforeEach
  void writeTree() throws IOException {
    tree = SimulatedFolder.write(folder, Layout.AD2);
  }

  @Test
  void partsAreThoseOfTheFolders() throws IOException {
    InspectionImages images = tree.open();

    assertEquals(
        "25 images of 1 category, 6 of them of defects, 12 without labels", images.toString());
    assertEquals(1, images.with(Part.VALIDATION).size());
    InspectionImage bad = images.withDefects("bad").list().get(0);
    assertEquals("nut/test_public/bad/000_regular", bad.group());
    assertEquals(
        List.of(tree.path("nut/test_public/ground_truth/bad/000_regular_mask.png")), bad.masks());
    assertEquals(
        "4 images to train on, 1 to validate on, 2 good and 6 defective to test on, 12 without"
            + " labels",
        PublishedCounts.found(images).toString());
  }

  @Test
  void privateImagesHaveNoLabelAndNoneIsMadeUp() throws IOException {
    InspectionImages hidden = tree.open().with(Part.TEST_PRIVATE, Part.TEST_PRIVATE_MIXED);
    InspectionImage first = hidden.list().get(0);

    assertEquals(12, hidden.unlabelled());
    assertEquals(0, hidden.defects());
    assertEquals("nut/test_private/000_regular", first.group());
    assertFalse(first.isLabelled());
    assertNotEquals(InspectionImage.GOOD, first.defect());
    for (org.junit.jupiter.api.function.Executable asked :
        List.<org.junit.jupiter.api.function.Executable>of(
            first::isDefective,
            () -> first.mask(ImageSize.square(40)),
            () -> first.regions(ImageSize.square(40)))) {
      String message = assertThrows(IllegalStateException.class, asked).getMessage();
      assertTrue(message.contains("none is published for TEST_PRIVATE"), message);
    }
  }

  @ParameterizedTest
  @EnumSource(InspectionTarget.class)
  void onlyTargetsWithoutLabelsTakePrivateImages(InspectionTarget target) throws IOException {
    InspectionImages hidden = tree.open().with(Part.TEST_PRIVATE);
    MvtecDataSetIterator.Builder builder = MvtecDataSetIterator.over(hidden).target(target);
    if (target == InspectionTarget.NONE || target == InspectionTarget.IMAGE) {
      assertEquals(6, builder.source().size());
      assertEquals(3 * 256 * 256, builder.source().sample(0).values(0).length);
    } else {
      String message = assertThrows(IllegalArgumentException.class, builder::source).getMessage();
      assertTrue(
          message.contains("NONE or IMAGE for images without labels, got " + target), message);
    }
  }

  @Test
  void mixedLightIsTheSameProductInOtherLight() throws IOException {
    Image regular = Image.open(tree.path("nut/test_private/001_regular.png"));
    Image dark = Image.open(tree.path("nut/test_private_mixed/001_underexposed.png"));

    assertEquals(Math.round(0.6 * (regular.samples()[500] & 0xFF)), dark.samples()[500] & 0xFF);
  }

  @Test
  void missingMaskIsNamed() throws IOException {
    tree.delete("nut/test_public/ground_truth/bad/001_regular_mask.png");

    tree.assertBroken("ground_truth/bad", "none for [001_regular]");
  }

  @Test
  void missingFolderOfMasksIsNamed() throws IOException {
    tree.delete("nut/test_public/ground_truth");

    tree.assertBroken("test_public/ground_truth/bad", "the masks of 6 images");
  }

  @Test
  void masksOfSoundProductsAreNamed() throws IOException {
    tree.image("nut/test_public/ground_truth/good/000_regular_mask.png", 0, 255, 40);

    tree.assertBroken("a folder for each kind of defect in test_public", "bad/, good/");
  }

  @Test
  void otherKindIsNamed() throws IOException {
    tree.image("nut/test_public/ugly/000.png", 0, 255, 40);

    tree.assertBroken("test_public", "the folder good, and for defects bad", "ugly/");
  }

  @Test
  void foldersInAPrivatePartAreNamed() throws IOException {
    tree.image("nut/test_private/good/000.png", 0, 255, 40);

    tree.assertBroken("test_private", "images (PNG, JPEG, BMP or TIFF) and nothing else", "good/");
  }

  @Test
  void treeOfMvtecAdIsNotOne() throws IOException {
    tree.move("nut/test_public", "nut/test");

    tree.assertBroken(
        "the folders train, validation, test_public, test_private and test_private_mixed",
        "test/, test_private/");
  }

  @Test
  void wholeSetHasAllCategoriesAndIsCountedTogether() throws IOException {
    SimulatedFolder.assertContains(
        assertThrows(Exception.class, this::openAsPublished),
        "the published categories [can, fabric,",
        "found [nut]");
    tree.move("nut", "can");
    for (String other :
        List.of("fabric", "fruit_jelly", "rice", "sheet_metal", "vial", "wallplugs", "walnuts")) {
      tree.image(other + "/train/good/000.png", 0, 1, 40);
    }
    SimulatedFolder.assertContains(
        assertThrows(Exception.class, this::openAsPublished),
        "2528 images to train on, 302 to validate on, 379 good and 705 defective to test on, 4090"
            + " without labels, as published",
        "found 11 images to train on, 1 to validate on");
  }

  private InspectionImages openAsPublished() throws IOException {
    return Mvtec.open(tree.root(), Layout.AD2, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED);
  }

  @Test
  void labelsThatDoNotFitThePartAreRefused() {
    for (Part part : Part.values()) {
      String defect = part.isLabelled() ? InspectionImage.UNLABELLED : InspectionImage.GOOD;
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      new InspectionImage(
                          "g",
                          Path.of("f"),
                          "nut",
                          part,
                          defect,
                          List.of(),
                          MaskLevels.blackAndWhite()))
              .getMessage();
      assertTrue(message.contains(" in " + part + ", got '" + defect + "'"), message);
    }
    String masks =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new InspectionImage(
                        "g",
                        Path.of("f"),
                        "nut",
                        Part.TEST_PRIVATE,
                        "",
                        List.of(Path.of("m")),
                        MaskLevels.blackAndWhite()))
            .getMessage();
    assertTrue(masks.contains("masks: none in TEST_PRIVATE"), masks);
  }
}
