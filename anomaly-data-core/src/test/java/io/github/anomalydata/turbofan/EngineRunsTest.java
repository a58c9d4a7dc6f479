package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.GroupSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineRunsTest {
  private static final EngineRuns TRAIN = Fleet.train("FD001", 10, 20, 30, 40, 50);

  @Test
  void theTableHoldsTheRowsOfAllEnginesInOrder() {
    double[] column = TRAIN.column(Channel.SENSOR_4.ordinal());
    assertEquals(150, column.length);
    assertEquals(Fleet.value(1, 10, Channel.SENSOR_4), column[9]);
    assertEquals(Fleet.value(2, 1, Channel.SENSOR_4), column[10]);
    assertEquals("sensor_4", TRAIN.columns().get(Channel.SENSOR_4.ordinal()));
  }

  @Test
  void noEngineIsOnTwoSidesOfASplitAndNoneIsLost() {
    for (long seed = 0; seed < 50; seed++) {
      List<EngineRuns> parts = TRAIN.split(GroupSplit.of(0.6, 0.2, 0.2), seed);
      Set<String> seen = new HashSet<>();
      List<Integer> sizes = new ArrayList<>();
      for (EngineRuns part : parts) {
        part.runs().forEach(run -> assertTrue(seen.add(run.group())));
        sizes.add(part.size());
      }
      assertEquals(5, seen.size());
      assertEquals(List.of(3, 1, 1), sizes);
    }
  }

  @Test
  void aSplitDependsOnTheSeed() {
    Set<String> splits = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      splits.add(TRAIN.split(GroupSplit.of(0.8, 0.2), seed).get(1).runs().toString());
    }
    assertTrue(splits.size() >= 4, splits.toString());
    assertEquals(
        TRAIN.split(GroupSplit.of(0.8, 0.2), 3).get(1).runs(),
        TRAIN.split(GroupSplit.of(0.8, 0.2), 3).get(1).runs());
  }

  @Test
  void joinedSubsetsKeepTheirEnginesApart() {
    EngineRuns both = EngineRuns.join(TRAIN, Fleet.train("FD003", 7, 8));
    assertEquals(7, both.size());
    assertEquals(165, both.rows());
    assertEquals(7, both.runs().stream().map(EngineRun::group).distinct().count());
    assertEquals(2, both.filter(run -> run.unit() == 2).size());
  }

  @Test
  void theSameEngineTwiceIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> EngineRuns.join(TRAIN, TRAIN));
    assertTrue(e.getMessage().contains("FD001/train/1 twice"), e.getMessage());
  }

  @Test
  void aFilterThatNothingPassesIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TRAIN.filter(run -> false));
    assertTrue(e.getMessage().contains("at least one engine"), e.getMessage());
  }

  @Test
  void aTruncatedEngineKeepsItsTrueRemainingLife() {
    EngineRuns half = TRAIN.truncated(0.5);
    EngineRun run = half.runs().get(4);
    assertEquals(25, run.length());
    assertEquals(25, run.finalRul());
    assertEquals(49, run.rul(1));
    assertEquals(75, half.rows());
    assertArrayEquals(
        Arrays.copyOf(TRAIN.runs().get(4).values(Channel.SENSOR_2), 25),
        run.values(Channel.SENSOR_2));
  }

  @Test
  void whereAnEngineIsCutAtRandomDependsOnItsNameAndTheSeedOnly() {
    EngineRuns all = TRAIN.truncatedAtRandom(5, 7);
    EngineRuns last = TRAIN.filter(run -> run.unit() == 5).truncatedAtRandom(5, 7);
    assertEquals(all.runs().get(4).length(), last.runs().get(0).length());
    assertNotEquals(
        all.runs().stream().map(EngineRun::length).toList(),
        TRAIN.truncatedAtRandom(5, 8).runs().stream().map(EngineRun::length).toList());
    for (EngineRun run : all.runs()) {
      assertTrue(run.length() >= 5);
      assertEquals(10 * run.unit() - run.length(), run.finalRul());
    }
  }

  @Test
  void trainingAndTestUnitsAreToldApart() {
    EngineRuns test = Fleet.test("FD001", new int[] {3}, new int[] {9});
    assertTrue(TRAIN.isTraining());
    assertFalse(test.isTraining());
    assertFalse(EngineRuns.join(TRAIN, test).isTraining());
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    EngineRun run = TRAIN.runs().get(0);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> run.truncated(11))
            .getMessage()
            .contains("[1, 10], got 11"));
    assertThrows(IndexOutOfBoundsException.class, () -> run.rul(0));
    assertThrows(IndexOutOfBoundsException.class, () -> run.value(Channel.SENSOR_1, 11));
    for (double fraction : new double[] {0, -1, 1.1, Double.NaN}) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> TRAIN.truncated(fraction))
              .getMessage()
              .contains("fraction"));
    }
    assertThrows(IllegalArgumentException.class, () -> TRAIN.truncatedAtRandom(0, 1));
  }

  @Test
  void channelsAreFoundByNameAndSymbol() {
    assertEquals(Channel.SENSOR_4, Channel.named("T50"));
    assertEquals(Channel.SENSOR_4, Channel.named("sensor_4"));
    assertEquals(Channel.SETTING_1, Channel.named("SETTING_1"));
    assertEquals("°R", Channel.SENSOR_4.unit());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Channel.named("s4"));
    assertTrue(e.getMessage().contains("got 's4'"), e.getMessage());
  }
}
