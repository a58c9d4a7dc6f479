package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SampleTest {
  private static final SampleKey KEY = new SampleKey("unit/1", 30);
  private static final SampleLayout MASKED =
      SampleLayout.of(Field.of("sensors", 2, 3).withMask(3), Field.of("rul", 1));

  @Test
  void fieldsAreFoundByNumberAndByName() {
    float[] sensors = {1, 2, 3, 4, 5, 6};
    Sample sample = Sample.of(KEY, Samples.LAYOUT, sensors, new float[] {7});
    assertSame(sensors, sample.values(0));
    assertSame(sensors, sample.values("sensors"));
    assertArrayEquals(new float[] {7}, sample.values("rul"));
    assertEquals(KEY, sample.key());
    assertEquals(Samples.LAYOUT, sample.layout());
  }

  @Test
  void masksAreAllOnesUnlessGiven() {
    Sample sample = Sample.of(KEY, MASKED, new float[6], new float[1]);
    assertArrayEquals(new float[] {1, 1, 1}, sample.mask("sensors"));
    assertArrayEquals(new float[0], sample.mask("rul"));
  }

  @Test
  void masksAreKeptWhereGiven() {
    Sample sample =
        Sample.of(
            KEY, MASKED, new float[][] {new float[6], new float[1]}, new float[][] {{0, 1, 1}, {}});
    assertArrayEquals(new float[] {0, 1, 1}, sample.mask(0));
  }

  @Test
  void anotherNumberOfArraysThanOfFieldsIsRefused() {
    assertRefused(
        () -> Sample.of(KEY, Samples.LAYOUT, new float[6]),
        "values",
        "unit/1@30",
        "2 fields, got 1");
    assertRefused(
        () ->
            Sample.of(
                KEY, MASKED, new float[][] {new float[6], new float[1]}, new float[][] {{1, 1, 1}}),
        "masks",
        "2 fields, got 1");
  }

  @Test
  void anArrayOfAnotherLengthThanItsFieldIsRefused() {
    assertRefused(
        () -> Sample.of(KEY, Samples.LAYOUT, new float[5], new float[1]),
        "values of unit/1@30",
        "'sensors'",
        "length 6, got 5");
    assertRefused(
        () ->
            Sample.of(
                KEY,
                MASKED,
                new float[][] {new float[6], new float[1]},
                new float[][] {{1, 1}, {}}),
        "mask of unit/1@30",
        "length 3, got 2");
  }
}
