package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.turbofan.Windows.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.dataset.DataSet;

class WindowsTest {
  private static final FittedPreparation PREPARATION =
      Preparation.withDefaults()
          .with(ChannelSelection.of(List.of(Channel.SENSOR_2, Channel.SENSOR_3)))
          .fit(Fleet.train("FD001", 100, 120));

  private static Source windows(Windows windows, EngineRuns runs) {
    return windows.over(PREPARATION.apply(runs), RulTarget.raw());
  }

  private static List<Long> lastCycles(Source source) {
    List<Long> cycles = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      cycles.add(source.key(i).position());
    }
    return cycles;
  }

  @Test
  void aWindowHoldsTheChannelsUpToItsLastCycle() throws IOException {
    EngineRuns runs = Fleet.train("FD001", 12);
    Source source = windows(Windows.ofLength(5), runs);
    assertEquals(8, source.size());
    float[] prepared = PREPARATION.apply(runs).values(1, 0);
    Sample sample = source.sample(3);
    assertEquals(new SampleKey("FD001/train/1", 8), sample.key());
    for (int i = 0; i < 5; i++) {
      assertEquals(prepared[3 + i], sample.values("sensors")[5 + i]);
    }
    assertArrayEquals(new float[] {4}, sample.values("rul"));
    assertEquals("memory, lines 4-8", source.provenance(3).toString());
  }

  @Test
  void theLastWindowOfAUnitIsAlwaysThere() {
    assertEquals(
        List.of(5L, 8L, 11L, 12L),
        lastCycles(windows(Windows.ofLength(5).withStride(3), Fleet.train("FD001", 12))));
    assertEquals(
        List.of(5L, 8L, 11L),
        lastCycles(windows(Windows.ofLength(5).withStride(3), Fleet.train("FD001", 11))));
    assertEquals(
        List.of(5L),
        lastCycles(windows(Windows.ofLength(5).withStride(3), Fleet.train("FD001", 5))));
    assertEquals(
        List.of(5L, 6L),
        lastCycles(
            windows(Windows.ofLength(5).withStride(Integer.MAX_VALUE), Fleet.train("F", 6))));
  }

  @Test
  void aDilatedWindowTakesEverySoManyCycles() throws IOException {
    EngineRuns runs = Fleet.train("FD001", 12);
    Source source = windows(Windows.ofLength(4).withDilation(3), runs);
    assertEquals(List.of(10L, 11L, 12L), lastCycles(source));
    float[] prepared = PREPARATION.apply(runs).values(0, 0);
    float[] values = source.sample(1).values("sensors");
    for (int i = 0; i < 4; i++) {
      assertEquals(prepared[1 + 3 * i], values[i]);
    }
  }

  @Test
  void theTestProtocolTakesTheLastWindowOfEachUnit() throws IOException {
    Source source =
        windows(
            Windows.ofLength(5).with(Selection.LAST),
            Fleet.test("FD001", new int[] {9, 6}, new int[] {40, 50}));
    assertEquals(List.of(9L, 6L), lastCycles(source));
    assertEquals(50f, source.sample(1).values("rul")[0]);
  }

  @Test
  void aUnitShorterThanAWindowIsRefusedByDefault() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> windows(Windows.ofLength(7), Fleet.train("FD001", 9, 6)));
    assertTrue(e.getMessage().contains("FD001/train/2 (6 cycles"), e.getMessage());
    assertTrue(e.getMessage().contains("padding"), e.getMessage());
  }

  @Test
  void aShortUnitIsPaddedAtTheFrontWithItsFirstCycle() throws IOException {
    EngineRuns runs = Fleet.train("FD001", 3);
    Sample sample = windows(Windows.ofLength(5).withEdgePadding().withMask(true), runs).sample(0);
    float[] prepared = PREPARATION.apply(runs).values(0, 0);
    assertArrayEquals(
        new float[] {prepared[0], prepared[0], prepared[0], prepared[1], prepared[2]},
        Arrays.copyOf(sample.values("sensors"), 5));
    assertArrayEquals(new float[] {0, 0, 1, 1, 1}, sample.mask("sensors"));
    assertArrayEquals(new float[] {0}, sample.values("rul"));
  }

  @Test
  void aShortUnitIsPaddedWithAValueByChoice() throws IOException {
    EngineRuns runs = Fleet.train("FD001", 3);
    Sample sample = windows(Windows.ofLength(5).withPadding(-9f), runs).sample(0);
    float[] prepared = PREPARATION.apply(runs).values(1, 0);
    assertArrayEquals(
        new float[] {-9, -9, prepared[0], prepared[1], prepared[2]},
        Arrays.copyOfRange(sample.values("sensors"), 5, 10));
    assertEquals(0, sample.mask("sensors").length);
  }

  @Test
  void aDilatedWindowOfAShortUnitIsPaddedToo() throws IOException {
    EngineRuns runs = Fleet.train("FD001", 5);
    Sample sample =
        windows(Windows.ofLength(4).withDilation(2).withPadding(0).withMask(true), runs).sample(0);
    float[] prepared = PREPARATION.apply(runs).values(0, 0);
    assertArrayEquals(new float[] {0, 1, 1, 1}, sample.mask("sensors"));
    assertArrayEquals(
        new float[] {0, prepared[0], prepared[2], prepared[4]},
        Arrays.copyOf(sample.values("sensors"), 4));
  }

  @Test
  void cuttingOffTheFutureNeverChangesAnEarlierWindow() throws IOException {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      int length = 20 + random.nextInt(80);
      EngineRuns whole = Fleet.train("FD001", length, 50);
      EngineRuns cut =
          EngineRuns.of(
              List.of(
                  whole.runs().get(0).truncated(1 + random.nextInt(length)), whole.runs().get(1)));
      Windows windows =
          Windows.ofLength(1 + random.nextInt(12))
              .withStride(1 + random.nextInt(4))
              .withDilation(1 + random.nextInt(3))
              .withEdgePadding()
              .withMask(true);
      Map<SampleKey, Sample> later = new HashMap<>();
      Source wholeWindows = windows(windows, whole);
      for (int i = 0; i < wholeWindows.size(); i++) {
        later.put(wholeWindows.key(i), wholeWindows.sample(i));
      }
      Source cutWindows = windows(windows, cut);
      int compared = 0;
      for (int i = 0; i < cutWindows.size(); i++) {
        Sample before = cutWindows.sample(i);
        Sample after = later.get(before.key());
        // The cut unit's own last window is one more, unless it falls on the stride.
        if (after != null && after.mask("sensors")[0] == before.mask("sensors")[0]) {
          assertArrayEquals(before.values("sensors"), after.values("sensors"));
          assertArrayEquals(before.values("rul"), after.values("rul"));
          compared++;
        }
      }
      assertTrue(compared >= cutWindows.size() - 1, compared + " of " + cutWindows.size());
    }
  }

  @Test
  void theProvenanceTellsOneSetOfOptionsFromAnother() {
    EngineRuns runs = Fleet.train("FD001", 12);
    String options = windows(Windows.ofLength(5), runs).provenance(0).options();
    assertEquals(64, options.length());
    assertEquals(options, windows(Windows.ofLength(5), runs).provenance(3).options());
    assertNotEquals(
        options, windows(Windows.ofLength(5).withStride(2), runs).provenance(0).options());
    assertNotEquals(
        options,
        Windows.ofLength(5)
            .over(PREPARATION.apply(runs), RulTarget.clippedAt(9))
            .provenance(0)
            .options());
  }

  @Test
  void theIteratorHasTheShapesDeeplearning4jExpects() {
    try (TurbofanDataSetIterator batches =
        TurbofanDataSetIterator.over(Fleet.train("FD001", 12, 20))
            .preparation(PREPARATION)
            .windows(Windows.ofLength(5).withMask(true))
            .target(RulTarget.clippedAt(7))
            .batching(Batching.of(6))
            .build()) {
      DataSet first = batches.next();
      assertArrayEquals(new long[] {6, 2, 5}, first.getFeatures().shape());
      assertArrayEquals(new long[] {6, 1}, first.getLabels().shape());
      assertArrayEquals(new long[] {6, 5}, first.getFeaturesMaskArray().shape());
      assertEquals(7f, first.getLabels().getFloat(0));
      assertEquals(2, batches.inputColumns());
      assertEquals(1, batches.totalOutcomes());
      int rows = 6;
      while (batches.hasNext()) {
        rows += batches.next().numExamples();
      }
      assertEquals(8 + 16, rows);
    }
  }

  @Test
  void anIteratorWithoutPreparationIsRefused() {
    TurbofanDataSetIterator.Builder builder =
        TurbofanDataSetIterator.over(Fleet.train("FD001", 40));
    IllegalStateException e = assertThrows(IllegalStateException.class, builder::build);
    assertTrue(e.getMessage().contains("fitted on training units"), e.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    Map<String, Executable> wrong =
        Map.of(
            "length", () -> Windows.ofLength(0),
            "stride", () -> Windows.ofLength(1).withStride(0),
            "dilation", () -> Windows.ofLength(1).withDilation(-1),
            "value", () -> Windows.ofLength(1).withPadding(Float.NaN));
    wrong.forEach(
        (name, call) ->
            assertTrue(
                assertThrows(IllegalArgumentException.class, call).getMessage().startsWith(name)));
    assertFalse(Windows.ofLength(1).toString().isEmpty());
  }
}
