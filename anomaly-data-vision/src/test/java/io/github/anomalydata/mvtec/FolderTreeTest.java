package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  private static final FolderTree DEFAULTS = FolderTree.withDefaults();

  @TempDir private Path folder = Path.of("");
  private SimulatedFolder tree = new SimulatedFolder(Path.of(""), Layout.FOLDER);

  @BeforeEach
  void writeTree() throws IOException {
    tree = SimulatedFolder.write(folder, Layout.FOLDER);
  }

  private void assertBroken(FolderTree opened, String... words) {
    SimulatedFolder.assertContains(
        assertThrows(DataFileException.class, () -> opened.open(tree.path("nut"))), words);
  }

  @Test
  void foldersAreGoodOrADefect() throws IOException {
    InspectionImages images = DEFAULTS.open(tree.path("nut"));

    assertEquals(6, images.with(Part.TRAIN).size());
    assertEquals(2, images.withDefects("scratch").size());
    InspectionImage scratch = images.withDefects("scratch").list().get(1);
    assertEquals("nut/scratch/001", scratch.group());
    assertEquals(List.of(tree.path("nut/masks/scratch/001_mask.png")), scratch.masks());
    assertEquals(images.list(), DEFAULTS.open(tree.root()).list());
  }

  @Test
  void namesAreThoseThatAreGiven() throws IOException {
    tree.move("nut/good", "nut/OK");
    tree.move("nut/masks", "nut/truth");
    InspectionImages images =
        DEFAULTS
            .withGood("OK")
            .withDefects("stain")
            .withMasks("truth", "_mask")
            .with(MaskUse.IGNORED)
            .open(tree.path("nut"));

    assertEquals("8 images of 1 category, 2 of them of defects", images.toString());
    assertEquals(6, images.withDefects(InspectionImage.GOOD).size());
    assertEquals("nut/OK/000", images.list().get(0).group());
  }

  @Test
  void seedSetsSoundProductsAsideToTestOn() throws IOException {
    FolderTree third = DEFAULTS.withTestShare(1 / 3.0, 4);
    InspectionImages images = third.open(tree.root());

    assertEquals(4, images.with(Part.TRAIN).size());
    assertEquals(2, images.with(Part.TEST).withDefects(InspectionImage.GOOD).size());
    assertEquals(6, images.defects());
    assertEquals(images.list(), third.open(tree.root()).list());
    List<InspectionImage> seen = images.with(Part.TRAIN).list();
    assertNotEquals(
        List.of(seen, seen, seen),
        List.of(
            DEFAULTS.withTestShare(1 / 3.0, 5).open(tree.root()).with(Part.TRAIN).list(),
            DEFAULTS.withTestShare(1 / 3.0, 6).open(tree.root()).with(Part.TRAIN).list(),
            DEFAULTS.withTestShare(1 / 3.0, 7).open(tree.root()).with(Part.TRAIN).list()));
  }

  @Test
  void masksOfAllDefectsCanBeTogether() throws IOException {
    FolderTree scratches = DEFAULTS.withDefects("scratch").withMasks("all", "");
    tree.move("nut/masks/scratch/000_mask.png", "nut/all/000.png");
    tree.move("nut/masks/scratch/001_mask.png", "nut/all/001.png");

    assertEquals(
        List.of(tree.path("nut/all/001.png")),
        scratches.open(tree.path("nut")).withDefects("scratch").list().get(1).masks());
    assertBroken(
        DEFAULTS.withDefects("scratch", "stain").withMasks("all", ""),
        "each name once, since all masks are in one folder");
  }

  @Test
  void greyMasksAreTakenByChoice() throws IOException {
    tree.image("nut/masks/scratch/000_mask.png", 1, 0, 40);
    ImageSize size = ImageSize.square(40);
    FolderTree anyLevel = DEFAULTS.with(MaskLevels.aboveZero());

    tree.assertProblem("000_mask.png", "a mask of 0 and 255");
    assertEquals(
        1, anyLevel.open(tree.root()).withDefects("scratch").list().get(0).mask(size).count());
  }

  @Test
  void missingMaskIsNamed() throws IOException {
    tree.delete("nut/masks/stain/001_mask.png");

    assertBroken(DEFAULTS, "masks/stain", "none for [001]");
  }

  @Test
  void masksOfAnUnknownDefectAreNamed() throws IOException {
    tree.image("nut/masks/stian/000_mask.png", 0, 255, 40);

    assertBroken(DEFAULTS, "nut/masks", "[missing, scratch, stain]", "stian/");
    assertEquals(2, DEFAULTS.withDefects("stain").open(tree.path("nut")).defects());
  }

  @Test
  void missingMasksAreNamedWithTheWayWithoutThem() throws IOException {
    tree.delete("nut/masks");

    assertBroken(DEFAULTS, "nut/masks", "to open the tree without masks by choice");
    assertEquals(6, DEFAULTS.with(MaskUse.IGNORED).open(tree.root()).defects());
  }

  @Test
  void missingFolderOfADefectIsNamed() {
    assertBroken(DEFAULTS.withDefects("scratsh"), "nut", "a folder scratsh", "good/, masks/");
  }

  @Test
  void missingFolderOfSoundProductsIsNamed() {
    assertBroken(DEFAULTS.withGood("OK"), "a folder OK, or a folder with one for each category");
  }

  @Test
  void defectWithTheNameOfTheLabelIsRefused() throws IOException {
    tree.move("nut/stain", "nut/OK");

    assertBroken(DEFAULTS.withGood("OK"), "no folder of defects with the name good");
  }

  @Test
  void emptyFolderOfADefectIsNamed() throws IOException {
    tree.delete("nut/stain/000.png");
    tree.delete("nut/stain/001.png");

    assertBroken(DEFAULTS, "nut/stain", "an empty folder");
  }

  @Test
  void oneSoundProductCannotBeTrainedAndTestedOn() throws IOException {
    for (int i = 1; i < 6; i++) {
      tree.delete("nut/good/00" + i + ".png");
    }
    assertEquals(1, DEFAULTS.open(tree.root()).with(Part.TRAIN).size());
    assertBroken(DEFAULTS.withTestShare(0.5, 1), "nut/good", "at least 2 images", "found 1");
  }

  @Test
  void optionsThatMakeNoTreeAreRefused() {
    for (Runnable refused :
        List.<Runnable>of(
            DEFAULTS::withDefects,
            () -> DEFAULTS.withDefects("a", "a"),
            () -> DEFAULTS.withDefects("good"),
            () -> DEFAULTS.withTestShare(0, 1),
            () -> DEFAULTS.withTestShare(1, 1),
            () -> DEFAULTS.withTestShare(Double.NaN, 1))) {
      String message = assertThrows(IllegalArgumentException.class, refused::run).getMessage();
      assertTrue(message.contains("got "), message);
    }
  }
}
