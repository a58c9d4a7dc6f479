package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceMultiDataSetIterator;
import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.Normalization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** A part of the category screw, and a part of bottle without its masks. */
class RealMvtecTest {
  private static Path folder = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("mvtec");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs images of MVTec AD: set -Danomaly.realData to the folder that holds mvtec/");
  }

  @Test
  void screwsAreReadWithTheirMasks() throws IOException {
    InspectionImages screws = Mvtec.open(folder.resolve("screw"));

    assertEquals(
        "8 images to train on, 6 good and 15 defective to test on",
        PublishedCounts.found(screws).toString());
    assertEquals(List.of(), TreeCheck.problems(screws, ProgressListener.NONE));
  }

  @Test
  void greyScrewsBecomeThreeEqualChannelsAndMasksStayZerosAndOnes() throws IOException {
    InspectionImages defects = Mvtec.open(folder.resolve("screw")).withDefects("scratch_neck");
    MvtecDataSetIterator.Builder builder =
        MvtecDataSetIterator.over(defects)
            .preparation(
                ImagePreparation.withDefaults().with(ColorMode.RGB, Normalization.unitRange(3)))
            .target(InspectionTarget.ANOMALY_AND_MASK)
            .batching(Batching.of(3).withWorkers(2));
    try (SourceMultiDataSetIterator batches = builder.buildMulti()) {
      MultiDataSet batch = batches.next();
      INDArray images = batch.getFeatures(0);

      assertArrayEquals(new long[] {3, 3, 256, 256}, images.shape());
      float[] samples = images.dup().data().asFloat();
      int plane = 256 * 256;
      for (int i = 0; i < samples.length; i += i % (3 * plane) == plane - 1 ? 2 * plane + 1 : 1) {
        assertEquals(samples[i], samples[i + plane]);
        assertEquals(samples[i], samples[i + 2 * plane]);
      }
      INDArray masks = batch.getLabels(1);
      float ones = 0;
      for (float value : masks.dup().data().asFloat()) {
        assertTrue(value == 0 || value == 1);
        ones += value;
      }
      assertTrue(ones > 0);
    }
  }

  @Test
  void bottlesWithoutMasksAreReadByChoiceOnly() throws IOException {
    Path bottle = folder.resolve("bottle");
    String message = assertThrows(DataFileException.class, () -> Mvtec.open(bottle)).getMessage();

    assertTrue(message.contains("ground_truth"), message);
    InspectionImages images =
        Mvtec.open(bottle, Layout.AD, MaskUse.IGNORED, Mvtec.Completeness.ANY);
    assertEquals("5 images of 1 category, 3 of them of defects", images.toString());
    assertEquals(List.of(), TreeCheck.problems(images, ProgressListener.NONE));
  }
}
