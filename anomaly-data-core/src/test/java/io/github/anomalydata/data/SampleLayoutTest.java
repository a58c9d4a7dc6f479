package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleLayoutTest {
  private static final Field A = Field.of("a", 1);
  private static final Field B = Field.of("b", 2);
  private static final Field C = Field.of("c", 3);

  @Test
  void fieldsAreNumberedFeaturesFirst() {
    SampleLayout layout = new SampleLayout(List.of(A, B), List.of(C));
    assertEquals(List.of(A, B, C), layout.fields());
    assertEquals(2, layout.indexOf("c"));
  }

  @Test
  void anUnknownFieldIsRefusedWithTheNamesThereAre() {
    assertRefused(() -> SampleLayout.of(A, B).indexOf("rul"), "[a, b]", "'rul'");
  }

  @Test
  void aLayoutWithoutFeaturesIsRefused() {
    assertRefused(() -> new SampleLayout(List.of(), List.of(A)), "features: at least one");
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    assertRefused(() -> SampleLayout.of(A, Field.of("a", 9)), "'a' twice");
  }
}
