package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchBufferTest {
  private static final SampleLayout MASKED =
      SampleLayout.of(Field.of("series", 1, 2).withMask(2), Field.of("rul", 1));

  private static Sample masked(float value, float mask) {
    return Sample.of(
        new SampleKey("x", 0),
        MASKED,
        new float[][] {{value, value}, {-value}},
        new float[][] {{mask, 1}, {}});
  }

  @Test
  void rowsStandOneAfterAnother() {
    BatchBuffer buffer = new BatchBuffer(MASKED, 3);
    buffer.put(2, masked(7, 0));
    buffer.put(0, masked(5, 1));
    assertArrayEquals(new float[] {5, 5, 0, 0, 7, 7}, buffer.values(0));
    assertArrayEquals(new float[] {-5, 0, -7}, buffer.values(1));
    assertArrayEquals(new float[] {1, 1, 0, 0, 0, 1}, buffer.masks(0));
    assertArrayEquals(new float[0], buffer.masks(1));
  }

  @Test
  void itKnowsItsLayoutAndItsRoom() {
    BatchBuffer buffer = new BatchBuffer(MASKED, 3);
    assertEquals(MASKED, buffer.layout());
    assertEquals(3, buffer.capacity());
  }

  @Test
  void aSampleOfAnotherLayoutIsRefusedByName() {
    BatchBuffer buffer = new BatchBuffer(MASKED, 3);
    assertRefused(() -> buffer.put(0, Samples.sample(6)), "unit/1@2", "series", "sensors");
  }

  @Test
  void aSampleOfAnEqualLayoutIsTaken() {
    SampleLayout equal = new SampleLayout(List.copyOf(MASKED.features()), MASKED.labels());
    BatchBuffer buffer = new BatchBuffer(equal, 1);
    buffer.put(0, masked(5, 1));
    assertArrayEquals(new float[] {5, 5}, buffer.values(0));
  }

  @Test
  void aRowThatIsNotThereIsRefused() {
    BatchBuffer buffer = new BatchBuffer(MASKED, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> buffer.put(3, masked(1, 1)));
  }

  @Test
  void noRoomIsRefused() {
    assertRefused(() -> new BatchBuffer(MASKED, 0), "capacity: at least 1");
  }

  @Test
  void moreRoomThanAnArrayHasIsRefused() {
    SampleLayout wide = SampleLayout.of(Field.of("image", 1 << 20), Field.of("rul", 1));
    assertRefused(() -> new BatchBuffer(wide, 1 << 12), "capacity: 4096", "image", "one array");
  }
}
