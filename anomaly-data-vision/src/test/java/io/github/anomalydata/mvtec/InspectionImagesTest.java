package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InspectionImagesTest {
  private static InspectionImages images(int train, int test) {
    List<InspectionImage> images = new ArrayList<>();
    for (int i = 0; i < train + test; i++) {
      Part part = i < train ? Part.TRAIN : Part.TEST;
      images.add(
          new InspectionImage(
              "nut/" + part + "/" + i,
              Path.of(i + ".png"),
              "nut",
              part,
              "good",
              List.of(),
              MaskLevels.blackAndWhite()));
    }
    return InspectionImages.of(images);
  }

  @Test
  void validationImagesAreTakenFromThoseToTrainOn() {
    InspectionImages.ValidationSplit split = images(10, 5).validationSplit(0.2, 7);

    assertEquals(8, split.train().size());
    assertEquals(2, split.validation().size());
    for (InspectionImage image : split.validation().list()) {
      assertEquals(Part.TRAIN, image.part());
      assertTrue(!split.train().list().contains(image));
    }
  }

  @Test
  void sameSeedTakesTheSameImages() {
    InspectionImages images = images(50, 0);

    assertEquals(
        images.validationSplit(0.2, 7).validation().list(),
        images.validationSplit(0.2, 7).validation().list());
    assertTrue(
        !images
            .validationSplit(0.2, 7)
            .validation()
            .list()
            .equals(images.validationSplit(0.2, 8).validation().list()));
  }

  @Test
  void eachSideGetsAtLeastOneImage() {
    assertEquals(1, images(2, 0).validationSplit(0.01, 1).validation().size());
    assertEquals(1, images(2, 0).validationSplit(0.99, 1).train().size());
  }

  @Test
  void badChoicesAreRefused() {
    assertRefused(() -> images(3, 0).validationSplit(1, 1), "share: above 0 and below 1, got 1.0");
    assertRefused(
        () -> images(1, 0).validationSplit(0.5, 1), "at least 2 of nut to train on, got 1");
    assertRefused(() -> images(3, 0).with(Part.TEST), "part: at least one of [TRAIN], got [TEST]");
    assertRefused(
        () -> images(3, 0).withCategories("bolt"), "category: at least one of [nut], got [bolt]");
    assertRefused(() -> InspectionImages.of(List.of()), "images: at least one, got none");
    InspectionImage image = images(1, 0).list().get(0);
    List<InspectionImage> twice = List.of(image, image);
    assertRefused(() -> InspectionImages.of(twice), "images: each group once, got nut/TRAIN/0");
  }

  private static void assertRefused(Executable call, String words) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(words), message);
  }
}
