package io.github.anomalydata.image.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final ImageSize SIZE = ImageSize.of(2, 1);
  private static final Image BLACK = Image.of(new byte[2], 1, SIZE);

  @Test
  void showsInputMaskAndPredictionSideBySide() {
    Image picture =
        new HeatMap(0, 1)
            .draw(
                BLACK, Mask.of(new byte[] {0, 1}, SIZE), AnomalyMap.of(new float[] {-5, 5}, SIZE));
    assertEquals(ImageSize.of(14, 1), picture.size());
    assertEquals(0, picture.sample(0, 0, 0));
    assertEquals(255, picture.sample(0, 2, 0));
    assertEquals(0, picture.sample(0, 6, 0));
    assertEquals(255, picture.sample(0, 7, 0));
    assertTrue(picture.sample(2, 12, 0) > picture.sample(0, 12, 0), "low is blue");
    assertTrue(picture.sample(0, 13, 0) > picture.sample(2, 13, 0), "high is red");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new HeatMap(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new HeatMap(Double.NaN, 1));
    AnomalyMap map = AnomalyMap.of(new float[2], SIZE);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new HeatMap(0, 1).draw(BLACK, Mask.empty(ImageSize.of(1, 2)), map))
            .getMessage();
    assertTrue(message.contains("2 x 1, got 1 x 2 and 2 x 1"), message);
  }
}
