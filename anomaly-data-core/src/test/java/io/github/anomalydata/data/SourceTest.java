package io.github.anomalydata.data;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {

  /** All ways to a sample lead to the one that was made with number {@code n}. */
  private static void assertSample(int n, Source source, int index) throws IOException {
    Sample expected = Samples.sample(n);
    assertEquals(expected.key(), source.key(index));
    assertEquals("memory", source.provenance(index).toString());
    assertArrayEquals(expected.values(0), source.sample(index).values(0));
    BatchBuffer buffer = new BatchBuffer(source.layout(), 2);
    source.read(index, buffer, 1);
    float[] row = new float[6];
    System.arraycopy(buffer.values(0), 6, row, 0, 6);
    assertArrayEquals(expected.values(0), row);
  }

  @Test
  void samplesInMemoryKeepTheirOrder() throws IOException {
    Source source = Samples.source(9);
    assertEquals(9, source.size());
    assertEquals(Samples.LAYOUT, source.layout());
    assertSample(0, source, 0);
    assertSample(8, source, 8);
  }

  @Test
  void theListOfSamplesIsCopied() {
    List<Sample> samples = new ArrayList<>(List.of(Samples.sample(0), Samples.sample(1)));
    Source source = Source.of(samples);
    samples.clear();
    assertEquals(2, source.size());
  }

  @Test
  void noSamplesAreRefused() {
    assertRefused(() -> Source.of(List.of()), "samples: at least one");
  }

  @Test
  void samplesOfTwoLayoutsAreRefused() {
    Sample other =
        Sample.of(
            new SampleKey("x", 0),
            SampleLayout.of(Field.of("image", 2), Field.of("rul", 1)),
            new float[2],
            new float[1]);
    assertRefused(
        () -> Source.of(List.of(Samples.sample(0), other)), "samples: one layout", "image", "at 1");
  }

  @Test
  void aKeyThatOccursTwiceIsRefusedWithBothPlaces() {
    assertRefused(
        () -> Source.of(List.of(Samples.sample(5), Samples.sample(0), Samples.sample(5))),
        "samples: each key once",
        "unit/1@1 at 0 and 2");
  }

  @Test
  void differentKeysOfTheSameHashAreToldApart() {
    SampleKey first = new SampleKey("a", 0);
    // The position is mixed into the state that the group leaves.
    long states = RandomStreams.mix(0, 'a') ^ RandomStreams.mix(0, 'b');
    SampleKey second = new SampleKey("b", states);
    assertEquals(first.hash(), second.hash());
    Source source =
        Source.of(
            List.of(
                Sample.of(first, Samples.LAYOUT, new float[6], new float[1]),
                Sample.of(second, Samples.LAYOUT, new float[6], new float[1])));
    assertEquals(second, source.key(1));
  }

  @Test
  void aSubsetIsInTheOrderOfItsIndices() throws IOException {
    Source subset = Samples.source(9).subset(7, 2, 4);
    assertEquals(3, subset.size());
    assertEquals(Samples.LAYOUT, subset.layout());
    assertSample(7, subset, 0);
    assertSample(2, subset, 1);
    assertSample(4, subset, 2);
  }

  @Test
  void aSubsetDoesNotSeeLaterChangesOfTheIndices() {
    int[] indices = {1, 2};
    Source subset = Samples.source(9).subset(indices);
    indices[0] = 8;
    assertEquals(Samples.sample(1).key(), subset.key(0));
  }

  @Test
  void aSubsetOutsideOfTheSourceIsRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> Samples.source(9).subset(0, 9));
    assertThrows(IndexOutOfBoundsException.class, () -> Samples.source(9).subset(-1));
  }

  @Test
  void aFilterKeepsTheKeysThatMatchInOrder() throws IOException {
    Source filtered = Samples.source(9).filter(key -> key.position() == 1);
    assertEquals(2, filtered.size());
    assertSample(1, filtered, 0);
    assertSample(5, filtered, 1);
  }

  @Test
  void aFilterThatMatchesNothingIsEmpty() {
    Source none = Samples.source(9).filter(key -> false);
    assertEquals(0, none.size());
    assertEquals(Samples.LAYOUT, none.layout());
    assertThrows(IndexOutOfBoundsException.class, () -> none.key(0));
  }

  @Test
  void aConcatenationIsOneSourceAfterAnother() throws IOException {
    Source all = Samples.source(9);
    Source concat = Source.concat(List.of(all.subset(4, 5), all.subset(0), all.subset(7, 8)));
    assertEquals(5, concat.size());
    assertEquals(Samples.LAYOUT, concat.layout());
    int[] expected = {4, 5, 0, 7, 8};
    for (int i = 0; i < expected.length; i++) {
      assertSample(expected[i], concat, i);
    }
  }

  @Test
  void emptySourcesInAConcatenationHoldNothing() throws IOException {
    Source all = Samples.source(4);
    Source none = all.subset();
    Source concat =
        Source.concat(
            List.of(
                none,
                none,
                all.subset(0),
                none,
                all.subset(1, 2),
                none,
                none,
                all.subset(3),
                none));
    assertEquals(4, concat.size());
    for (int i = 0; i < 4; i++) {
      assertSample(i, concat, i);
    }
    assertThrows(IndexOutOfBoundsException.class, () -> concat.key(4));
    assertThrows(IndexOutOfBoundsException.class, () -> concat.key(-1));
  }

  @Test
  void aConcatenationOfEmptySourcesIsEmpty() {
    Source none = Samples.source(4).subset();
    assertEquals(0, Source.concat(List.of(none, none)).size());
  }

  @Test
  void viewsOfViewsReachTheSample() throws IOException {
    Source view =
        Source.concat(List.of(Samples.source(9).subset(1, 3, 5), Samples.source("other", 2)))
            .subset(2, 3)
            .filter(key -> key.group().startsWith("unit"));
    assertEquals(1, view.size());
    assertSample(5, view, 0);
  }

  @Test
  void aConcatenationOfNothingIsRefused() {
    assertRefused(() -> Source.concat(List.of()), "sources: at least one");
  }

  @Test
  void aConcatenationOfTwoLayoutsIsRefused() {
    Sample other =
        Sample.of(
            new SampleKey("x", 0),
            SampleLayout.of(Field.of("image", 2), Field.of("rul", 1)),
            new float[2],
            new float[1]);
    assertRefused(
        () -> Source.concat(List.of(Samples.source(2), Source.of(List.of(other)))),
        "sources: one layout",
        "sensors",
        "image",
        "at 1");
  }

  @Test
  void aConcatenationThatHoldsAKeyTwiceIsRefused() {
    Source all = Samples.source(9);
    assertRefused(
        () -> Source.concat(List.of(all.subset(0, 1), all.subset(1, 2))),
        "sources: each key once",
        "unit/0@1 at 1 and 2");
  }

  @Test
  void moreSamplesThanAnIntCountsAreRefused() {
    Source huge =
        new Source() {
          @Override
          public SampleLayout layout() {
            return Samples.LAYOUT;
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }

          @Override
          public SampleKey key(int index) {
            throw new AssertionError("the size comes first");
          }

          @Override
          public Provenance provenance(int index) {
            throw new AssertionError();
          }

          @Override
          public Sample sample(int index) {
            throw new AssertionError();
          }
        };
    assertRefused(() -> Source.concat(List.of(huge, Samples.source(1))), "at most 2147483647");
  }
}
