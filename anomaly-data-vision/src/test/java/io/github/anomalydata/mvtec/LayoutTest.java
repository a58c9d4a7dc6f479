package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.detect.AnomalyMap;
import io.github.anomalydata.image.detect.DefectRegion;
import io.github.anomalydata.image.detect.DetectionEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** What holds of every layout. */
class LayoutTest {
  @TempDir private Path folder = Path.of("");

  /** All but those with options of their own to tell what is tested on. */
  private InspectionImages open(Layout layout) throws IOException {
    SimulatedFolder tree = SimulatedFolder.write(folder, layout);
    return layout == Layout.FOLDER
        ? FolderTree.withDefaults().withTestShare(0.34, 1).open(tree.root())
        : tree.open();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void simulatedTreeIsSoundAndHasTheProductsOfEveryOther(Layout layout) throws IOException {
    InspectionImages images = open(layout);
    InspectionImages test = images.with(Part.TEST);

    assertEquals(List.of("nut"), images.categories());
    assertEquals(List.of(), TreeCheck.problems(images, ProgressListener.NONE));
    assertEquals(4, images.with(Part.TRAIN).size());
    assertEquals(0, images.with(Part.TRAIN).defects());
    assertEquals(8, test.size());
    assertEquals(6, test.defects());
    TreeSet<String> expected = new TreeSet<>();
    for (String key :
        List.of("missing/000", "missing/001", "scratch/000", "scratch/001", "stain/000")) {
      SimulatedDefect defect =
          SimulatedDefect.valueOf(key.split("/")[0].toUpperCase(java.util.Locale.ROOT));
      expected.add(
          hash(SimulatedImage.picture(SimulatedCategory.NUT, "test/" + key, defect, 40, 5)));
    }
    TreeSet<String> found = new TreeSet<>();
    for (InspectionImage image : test.list()) {
      Image pixels = Image.open(image.file());
      found.add(pixels.hashCode() + " " + image.mask(pixels.size()).hashCode());
    }
    assertTrue(found.containsAll(expected));
  }

  private static String hash(SimulatedPicture picture) {
    return picture.image().hashCode() + " " + picture.mask().hashCode();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void batchesHaveImagesLabelsAndMasks(Layout layout) throws IOException {
    InspectionImages test = open(layout).with(Part.TEST);
    try (SourceMultiDataSetIterator batches =
        MvtecDataSetIterator.over(test)
            .preparation(ImagePreparation.withDefaults().withSize(ImageSize.square(40)))
            .target(InspectionTarget.ANOMALY_AND_MASK)
            .batching(Batching.of(8))
            .buildMulti()) {
      MultiDataSet batch = batches.next();
      assertArrayEquals(new long[] {8, 3, 40, 40}, batch.getFeatures(0).shape());
      assertArrayEquals(new long[] {8, 1, 40, 40}, batch.getLabels(1).shape());
      for (int i = 0; i < 8; i++) {
        InspectionImage image = test.list().get(i);
        assertEquals(image.isDefective() ? 1 : 0, batch.getLabels(0).getFloat(i, 0));
        double pixels = image.mask(ImageSize.square(40)).count();
        assertEquals(pixels, batch.getLabels(1).slice(i).sumNumber().doubleValue());
        assertEquals(image.isDefective(), pixels > 0, image.group());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void mapsThatAreTheMasksFindEveryRegion(Layout layout) throws IOException {
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (InspectionImage image : open(layout).with(Part.TEST).list()) {
      ImageSize size = ImageSize.square(40);
      AnomalyMap map = AnomalyMap.of(image.mask(size).toFloats(), size);
      evaluation.add(map, image.regions(size));
    }
    assertEquals(1, evaluation.regionOverlap(0.05).area());
    assertEquals(1, evaluation.scores().imageAuc());
    assertTrue(evaluation.scores().regions() >= 6);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void treesCanBeOpenedWithoutMasksByChoice(Layout layout) throws IOException {
    InspectionImages images = SimulatedFolder.write(folder, layout).openWithoutMasks();
    InspectionImage defect =
        images.with(Part.TEST).list().stream().filter(i -> i.isDefective()).toList().get(0);

    assertEquals(6, images.defects());
    assertEquals(List.of(), defect.masks());
    String message =
        assertThrows(IllegalStateException.class, () -> defect.regions(ImageSize.square(40)))
            .getMessage();
    assertTrue(message.contains(defect.group()), message);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void imagesToTrainOnAreSplitAndThoseToTestOnAreNot(Layout layout) throws IOException {
    InspectionImages.ValidationSplit split = open(layout).validationSplit(0.25, 3);

    assertEquals(3, split.train().size());
    assertEquals(1, split.validation().size());
    assertEquals(Part.TRAIN, split.validation().list().get(0).part());
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"AD", "LOCO", "AD2"})
  void folderOfOneCategoryIsATreeToo(Layout layout) throws IOException {
    SimulatedFolder tree = SimulatedFolder.write(folder, layout);

    assertEquals(tree.open().list(), Mvtec.open(tree.path("nut"), layout).list());
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"AD", "LOCO", "VISA"})
  void countsAreHeldToThePublishedOnes(Layout layout) throws IOException {
    SimulatedFolder tree = SimulatedFolder.write(folder, layout);
    Exception unknown =
        assertThrows(
            Exception.class,
            () ->
                Mvtec.open(tree.root(), layout, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED));

    SimulatedFolder.assertContains(
        unknown,
        "the published categories " + new TreeSet<>(PublishedCounts.categories(layout).keySet()),
        "[nut]");
    String category = PublishedCounts.categories(layout).keySet().iterator().next();
    tree.move("nut", category);
    if (layout == Layout.VISA) {
      tree.replace("split_csv/1cls.csv", "nut", category);
    }
    Exception counts =
        assertThrows(
            Exception.class,
            () ->
                Mvtec.open(tree.root(), layout, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED));
    SimulatedFolder.assertContains(
        counts,
        PublishedCounts.categories(layout).get(category) + ", as published",
        "4 images to train on, ",
        "2 good and 6 defective to test on");
  }

  @Test
  void publishedCountsAddUpToThoseOfTheSets() {
    assertEquals("[3629, 0, 467, 1258]", sums(Layout.AD).toString());
    assertEquals("[1778, 305, 575, 993]", sums(Layout.LOCO).toString());
    assertEquals("[8659, 0, 962, 1200]", sums(Layout.VISA).toString());
  }

  private static List<Integer> sums(Layout layout) {
    int[] sums = new int[4];
    for (PublishedCounts counts : PublishedCounts.categories(layout).values()) {
      sums[0] += counts.train();
      sums[1] += counts.validation();
      sums[2] += counts.good();
      sums[3] += counts.defects();
    }
    List<Integer> list = new ArrayList<>();
    for (int sum : sums) {
      list.add(sum);
    }
    return list;
  }

  @Test
  void folderHasNoPublishedCounts() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Mvtec.open(
                        folder, Layout.FOLDER, MaskUse.REQUIRED, Mvtec.Completeness.AS_PUBLISHED))
            .getMessage();
    assertTrue(message.contains("completeness: ANY for FOLDER"), message);
  }

  @Test
  void sameNameTwiceIsNamed() throws IOException {
    SimulatedFolder tree = SimulatedFolder.write(folder, Layout.AD);
    Files.copy(tree.path("nut/train/good/000.png"), tree.path("nut/train/good/000.jpg"));

    tree.assertBroken("train/good/000.png", "each name once", "000.jpg");
  }

  @Test
  void regionsOfPlainMasksAreTheirConnectedParts() throws IOException {
    InspectionImage image = open(Layout.AD).withDefects("missing").list().get(0);
    ImageSize size = ImageSize.square(40);

    assertEquals(DefectRegion.connected(image.mask(size)), image.regions(size));
    assertFalse(image.regions(size).isEmpty());
  }
}
