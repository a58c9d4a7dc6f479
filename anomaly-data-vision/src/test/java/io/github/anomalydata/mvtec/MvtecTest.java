package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvtecTest {
  @TempDir private Path folder;
  private SmallTree tree;

  @BeforeEach
  void writeTree() throws IOException {
    tree = SmallTree.in(folder);
  }

  @Test
  void wholeTreeIsReadWithPartsDefectsAndMasks() throws IOException {
    InspectionImages images = Mvtec.open(folder);

    assertEquals("9 images of 1 category, 4 of them of defects", images.toString());
    assertEquals(List.of("nut"), images.categories());
    assertEquals(4, images.with(Part.TRAIN).size());
    InspectionImage scratch = images.withDefects("scratch").list().get(1);
    assertEquals("nut/test/scratch/001", scratch.group());
    assertEquals(List.of(tree.path("ground_truth/scratch/001_mask.png")), scratch.masks());
    assertTrue(scratch.isDefective());
    assertEquals(List.of(), images.withDefects("good").list().get(0).masks());
    assertEquals(List.of(), TreeCheck.problems(images, ProgressListener.NONE));
  }

  @Test
  void folderOfOneCategoryIsATreeToo() throws IOException {
    assertEquals(List.of("nut"), Mvtec.open(folder.resolve("nut")).categories());
  }

  @Test
  void labelIsTheExactNameOfTheFolder() throws IOException {
    tree.image("test/not_good/000.png", 99);
    tree.mask("ground_truth/not_good/000_mask.png", SmallTree.SIZE, 255);

    assertTrue(Mvtec.open(folder).withDefects("not_good").list().get(0).isDefective());
  }

  @Test
  void textsAndHiddenFilesDoNotCount() throws IOException {
    tree.write("license.txt", "free");
    tree.write("train/good/.DS_Store", "");

    assertEquals(9, Mvtec.open(folder).size());
  }

  @Test
  void missingMaskIsNamed() throws IOException {
    tree.delete("ground_truth/bent/001_mask.png");

    assertBroken("a mask for each image of", "test/bent, and no other", "none for [001]");
  }

  @Test
  void missingFolderOfMasksIsNamedWithTheWayWithoutThem() throws IOException {
    tree.delete("ground_truth/bent/000_mask.png");
    tree.delete("ground_truth/bent/001_mask.png");
    tree.delete("ground_truth/bent");

    assertBroken("ground_truth/bent", "the masks of 2 images, or to open the tree without masks");
    InspectionImages images =
        Mvtec.open(folder, Layout.AD, MaskUse.IGNORED, Mvtec.Completeness.ANY);
    assertEquals(List.of(), images.withDefects("scratch").list().get(0).masks());
  }

  @Test
  void maskWithoutImageIsNamed() throws IOException {
    tree.mask("ground_truth/bent/007_mask.png", SmallTree.SIZE, 255);

    assertBroken("none for [], and masks without image for [007]");
  }

  @Test
  void masksOfAnUnknownDefectAreNamed() throws IOException {
    tree.mask("ground_truth/brent/000_mask.png", SmallTree.SIZE, 255);

    assertBroken(
        "ground_truth", "a folder for each kind of defect in test", "bent/, brent/, scratch/");
  }

  @Test
  void fileThatIsNamedUnlikeAMaskIsNamed() throws IOException {
    tree.mask("ground_truth/bent/000.png", SmallTree.SIZE, 255);

    assertBroken("a mask, named IMAGE_mask", "000.png");
  }

  @Test
  void maskOfAnotherSizeIsAProblem() throws IOException {
    tree.mask("ground_truth/bent/000_mask.png", ImageSize.of(8, 8), 255);

    assertProblem("000_mask.png", "the size of its image, 16 x 8", "8 x 8");
  }

  @Test
  void maskOfOtherGreysIsAProblem() throws IOException {
    tree.mask("ground_truth/bent/000_mask.png", SmallTree.SIZE, 128);

    assertProblem("000_mask.png", "column 0, row 0", "a mask of 0 and 255", "128");
  }

  @Test
  void emptyMaskOfADefectIsAProblem() throws IOException {
    tree.mask("ground_truth/bent/000_mask.png", SmallTree.SIZE, 0);

    assertProblem("000_mask.png", "the pixels of a defect", "a mask of zeros");
  }

  @Test
  void misspeltCategoryIsRefusedWhereTheSetIsToBeWhole() {
    DataFileException e =
        assertThrows(
            DataFileException.class,
            () -> Mvtec.open(folder, Layout.AD, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED));

    assertContains(e, "the published categories [bottle, cable", "nut");
  }

  @Test
  void countsAreHeldToThePublishedOnes() throws IOException {
    Files.move(folder.resolve("nut"), folder.resolve("metal_nut"));
    DataFileException e =
        assertThrows(
            DataFileException.class,
            () -> Mvtec.open(folder, Layout.AD, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED));

    assertContains(
        e,
        "metal_nut",
        "220 images to train on, 22 good and 93 defective to test on, as published",
        "4 images to train on, 1 good and 4 defective to test on");
  }

  @Test
  void publishedCountsAddUp() {
    assertEquals(15, PublishedCounts.categories(Layout.AD).size());
    assertEquals(
        3629,
        PublishedCounts.categories(Layout.AD).values().stream()
            .mapToInt(PublishedCounts::train)
            .sum());
    assertEquals(
        1725,
        PublishedCounts.categories(Layout.AD).values().stream()
            .mapToInt(c -> c.good() + c.defects())
            .sum());
  }

  @Test
  void missingGoodFolderIsNamed() throws IOException {
    tree.delete("test/good/000.png");
    tree.delete("test/good");

    assertBroken("test", "the folder good, and one for each kind of defect", "bent/, scratch/");
  }

  @Test
  void defectsAmongImagesToTrainOnAreRefused() throws IOException {
    tree.image("train/bent/000.png", 77);

    assertBroken("train", "the folder good, and no other", "bent/, good/");
  }

  @Test
  void imageToTrainOnThatIsInTheTestIsAProblem() throws IOException {
    Files.copy(tree.path("train/good/002.png"), tree.path("test/good/009.png"));

    assertProblem("002.png", "each image once, found the same bytes in", "009.png");
  }

  @Test
  void fileThatIsNoImageIsAProblem() throws IOException {
    tree.write("train/good/000.png", "no image");

    assertProblem("train/good/000.png");
  }

  @Test
  void fileOfAnotherKindIsNamed() throws IOException {
    tree.write("train/good/Thumbs.db", "");

    assertBroken("train/good", "images (PNG, JPEG, BMP or TIFF) and nothing else", "Thumbs.db");
  }

  @Test
  void folderAmongImagesIsNamed() throws IOException {
    tree.image("train/good/more/000.png", 1);

    assertBroken("train/good", "and nothing else", "more/");
  }

  @Test
  void emptyFolderIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    DataFileException e = assertThrows(DataFileException.class, () -> Mvtec.open(empty));

    assertContains(e, "empty", "a folder for each category", "an empty folder");
  }

  @Test
  void folderThatIsNoCategoryIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("other/pictures"));

    assertBroken("other", "the folders train, test and ground_truth of a category", "pictures/");
  }

  @Test
  void unknownFolderOfACategoryIsNamed() throws IOException {
    tree.write("masks/a.png", "");

    assertBroken("nut", "the folders train, test and ground_truth", "masks/");
  }

  private void assertBroken(String... words) {
    assertContains(assertThrows(DataFileException.class, () -> Mvtec.open(folder)), words);
  }

  private void assertProblem(String... words) throws IOException {
    List<DataFileException> problems =
        TreeCheck.problems(Mvtec.open(folder), ProgressListener.NONE);

    assertEquals(1, problems.size(), problems.toString());
    assertContains(problems.get(0), words);
  }

  private static void assertContains(DataFileException e, String... words) {
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), "'" + word + "' in: " + e.getMessage());
    }
  }
}
