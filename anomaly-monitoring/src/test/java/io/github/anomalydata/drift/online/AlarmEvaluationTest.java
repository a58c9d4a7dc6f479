package io.github.anomalydata.drift.online;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.online.AlarmEvaluation.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmEvaluationTest {
  private static final List<Window> WINDOWS = List.of(new Window(50, 60), new Window(10, 20));

  @Test
  void windowIsFoundByItsFirstAlarm() {
    AlarmEvaluation found = AlarmEvaluation.of(new long[] {19, 13, 5, 20}, WINDOWS, 100);

    assertEquals(0.5, found.recall());
    assertEquals(0.5, found.precision(), "20 is after the window");
    assertEquals(3, found.meanDelay());
    assertEquals(40, found.samplesPerFalseAlarm());
  }

  @Test
  void alarmsThatNeverEndFindAllAtOnce() {
    AlarmEvaluation always = AlarmEvaluation.ofAlarmsAtEvery(1, WINDOWS, 100);

    assertEquals(1, always.recall());
    assertEquals(0.2, always.precision());
    assertEquals(0, always.meanDelay());
    assertEquals(1, always.samplesPerFalseAlarm());
  }

  @Test
  void alarmsAtEveryTenthSampleEndEachTen() {
    AlarmEvaluation tenth = AlarmEvaluation.ofAlarmsAtEvery(10, WINDOWS, 99);

    assertEquals(9, tenth.alarms());
    assertEquals(9, tenth.meanDelay());
  }

  @Test
  void streamsAddUp() {
    AlarmEvaluation one = AlarmEvaluation.of(new long[] {15}, WINDOWS, 100);
    AlarmEvaluation other = AlarmEvaluation.of(new long[] {1, 2, 3}, List.of(), 60);

    assertEquals(new AlarmEvaluation(160, 20, 2, 1, 4, 1, 5), one.and(other));
  }

  @Test
  void whatThereIsNoneOfHasNoShare() {
    AlarmEvaluation nothing = AlarmEvaluation.of(new long[0], List.of(), 10);

    assertTrue(Double.isNaN(nothing.precision()));
    assertTrue(Double.isNaN(nothing.recall()));
    assertTrue(Double.isNaN(nothing.meanDelay()));
    assertEquals(Double.POSITIVE_INFINITY, nothing.samplesPerFalseAlarm());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused(() -> new Window(-1, 5), "window: from at least 0", "got -1 to 5");
    assertRefused(() -> new Window(5, 5), "got 5 to 5");
    assertRefused(() -> AlarmEvaluation.of(new long[0], WINDOWS, 59), "within 59 samples");
    assertRefused(
        () -> AlarmEvaluation.of(new long[0], List.of(new Window(0, 9), new Window(8, 10)), 20),
        "windows: apart");
    assertRefused(() -> AlarmEvaluation.of(new long[] {20}, List.of(), 20), "alarms", "got 20");
    assertRefused(() -> AlarmEvaluation.ofAlarmsAtEvery(0, List.of(), 20), "period", "got 0");
  }
}
