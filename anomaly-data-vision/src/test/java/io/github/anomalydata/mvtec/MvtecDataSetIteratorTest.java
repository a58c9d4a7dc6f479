package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

class MvtecDataSetIteratorTest {
  private static final ImagePreparation GREY =
      ImagePreparation.withDefaults()
          .withSize(SmallTree.SIZE)
          .with(ColorMode.GREY, Normalization.unitRange(1));

  @TempDir private Path folder;
  private InspectionImages images;

  @BeforeEach
  void writeTree() throws IOException {
    SmallTree.in(folder);
    images = Mvtec.open(folder);
  }

  private MvtecDataSetIterator.Builder builder(InspectionTarget target) {
    return MvtecDataSetIterator.over(images)
        .preparation(GREY)
        .target(target)
        .batching(Batching.of(9));
  }

  private DataSet first(InspectionTarget target) {
    try (MvtecDataSetIterator batches = builder(target).build()) {
      return batches.next();
    }
  }

  @Test
  void imagesAreChannelsByHeightByWidth() {
    INDArray features = first(InspectionTarget.NONE).getFeatures();

    assertArrayEquals(new long[] {9, 1, 8, 16}, features.shape());
    assertEquals(34 / 255f, features.getFloat(0, 0, 0, 0), "test/bent/000 is first");
    assertEquals(13 / 255f, features.getFloat(8, 0, 7, 15), "train/good/003 is last");
  }

  @Test
  void greyImagesBecomeThreeEqualChannels() {
    try (MvtecDataSetIterator batches =
        MvtecDataSetIterator.over(images)
            .preparation(
                GREY.with(ColorMode.RGB, Normalization.unitRange(3)).withSize(ImageSize.square(4)))
            .build()) {
      INDArray features = batches.next().getFeatures();

      assertArrayEquals(new long[] {9, 3, 4, 4}, features.shape());
      for (int channel = 0; channel < 3; channel++) {
        assertEquals(34 / 255f, features.getFloat(0, channel, 2, 1));
      }
    }
  }

  @Test
  void autoencoderIsToPredictTheImage() {
    DataSet batch = first(InspectionTarget.IMAGE);

    assertEquals(batch.getFeatures(), batch.getLabels());
  }

  @Test
  void defectsAreOnes() {
    assertEquals(
        "[1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]",
        Arrays.toString(first(InspectionTarget.ANOMALY).getLabels().toFloatVector()));
    assertEquals(
        "[0.0, 1.0]",
        Arrays.toString(first(InspectionTarget.CLASS).getLabels().getRow(0).toFloatVector()));
  }

  @Test
  void masksAreZerosAndOnesInStepWithTheirImages() {
    INDArray masks = first(InspectionTarget.MASK).getLabels();

    assertArrayEquals(new long[] {9, 1, 8, 16}, masks.shape());
    assertArrayEquals(
        SmallTree.leftHalf().toFloats(), masks.slice(0).dup().reshape(128).toFloatVector());
    assertEquals(0, masks.slice(2).sumNumber().intValue(), "test/good/000");
  }

  @Test
  void centreIsCutFromImageAndMask() {
    try (MvtecDataSetIterator batches =
        builder(InspectionTarget.MASK).preparation(GREY.withCrop(ImageSize.of(4, 2))).build()) {
      INDArray masks = batches.next().getLabels();

      assertEquals(
          "[1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0]",
          Arrays.toString(masks.slice(0).dup().reshape(8).toFloatVector()));
    }
  }

  @Test
  void multiDataSetHoldsImageLabelAndMask() {
    try (SourceMultiDataSetIterator batches =
        builder(InspectionTarget.ANOMALY_AND_MASK).buildMulti()) {
      MultiDataSet batch = batches.next();

      assertEquals(1, batch.getFeatures().length);
      assertArrayEquals(new long[] {9, 1}, batch.getLabels(0).shape());
      assertArrayEquals(new long[] {9, 1, 8, 16}, batch.getLabels(1).shape());
    }
  }

  @Test
  void anyNumberOfWorkersMakesTheSameBatches() {
    DataSet alone = shuffled(1);

    assertEquals(alone, shuffled(2));
    assertEquals(alone, shuffled(8));
    assertFalse(alone.getFeatures().equals(first(InspectionTarget.MASK).getFeatures()));
  }

  private DataSet shuffled(int workers) {
    try (MvtecDataSetIterator batches =
        builder(InspectionTarget.MASK)
            .batching(Batching.of(9).withShuffle(3).withWorkers(workers))
            .build()) {
      return batches.next();
    }
  }

  @Test
  void targetOfMasksIsRefusedForImagesWithoutThem() throws IOException {
    images = Mvtec.open(folder, Layout.AD, MaskUse.IGNORED, Mvtec.Completeness.ANY);
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder(InspectionTarget.MASK).build())
            .getMessage();

    assertTrue(message.contains("got MASK for nut/test/bent/000"), message);
  }

  @Test
  void preparationThatDoesNotFitIsRefused() {
    assertRefused(() -> GREY.withCrop(ImageSize.square(9)), "crop: at most 16 x 8, got 9 x 9");
    assertRefused(
        () -> GREY.with(ColorMode.RGB, Normalization.unitRange(1)),
        "normalization: for 3 channels, got 1");
    assertRefused(
        () -> GREY.with(ColorMode.AS_STORED, Normalization.unitRange(1)), "mode: RGB or GREY");
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable call, String words) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }
}
