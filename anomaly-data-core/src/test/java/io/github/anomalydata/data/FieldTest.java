package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {

  @Test
  void theLengthIsTheProductOfTheShape() {
    assertEquals(3 * 4 * 5, Field.of("image", 3, 4, 5).length());
  }

  @Test
  void aFieldHasNoMaskUnlessAskedFor() {
    Field series = Field.of("series", 3, 7);
    assertFalse(series.isMasked());
    assertEquals(0, series.maskLength());
    Field masked = series.withMask(7);
    assertTrue(masked.isMasked());
    assertEquals(7, masked.maskLength());
    assertEquals(series.shape(), masked.shape());
  }

  @Test
  void aOneHotFieldHasOneValueForEachClass() {
    Field field = Field.oneHot("state", List.of("healthy", "worn", "broken"));
    assertEquals(List.of(3), field.shape());
    assertEquals(List.of("healthy", "worn", "broken"), field.classes());
  }

  @Test
  void theListsAreCopies() {
    List<String> classes = new ArrayList<>(List.of("a", "b"));
    Field field = Field.oneHot("state", classes);
    classes.set(0, "c");
    assertEquals(List.of("a", "b"), field.classes());
  }

  @Test
  void aBlankNameIsRefused() {
    assertRefused(() -> Field.of(" ", 1), "name", "' '");
  }

  @Test
  void aShapeWithoutSizesIsRefused() {
    assertRefused(() -> Field.of("x"), "shape of 'x'", "at least one size");
  }

  @Test
  void aSizeBelowOneIsRefused() {
    assertRefused(() -> Field.of("x", 3, 0), "shape of 'x'", "at least 1", "[3, 0]");
    assertRefused(() -> Field.of("x", 3).withMask(-1), "maskShape of 'x'", "[-1]");
  }

  @Test
  void moreValuesThanAnArrayHoldsAreRefused() {
    assertRefused(
        () -> Field.of("x", 1 << 16, 1 << 16), "shape of 'x'", "at most", "[65536, 65536]");
    assertRefused(
        () -> Field.of("x", 1).withMask(Integer.MAX_VALUE, Integer.MAX_VALUE, 4), "maskShape");
  }

  @Test
  void anotherNumberOfClassesThanOfValuesIsRefused() {
    assertRefused(
        () -> new Field("x", List.of(3), List.of(), List.of("a", "b")), "classes of 'x'", "[a, b]");
  }
}
