package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  @TempDir private Path root = Path.of("");

  private static Recording recording(String unit, Label label, int index) {
    String[] path = unit.split("/", -1);
    MachineUnit machineUnit = new MachineUnit(Snr.ofFolder(path[0]), Machine.of(path[1]), path[2]);
    String name = path[1] + "/" + path[2] + "/" + label + "/" + index;
    return new Recording(
        name, Path.of(name + ".wav"), machineUnit, label, Part.UNSTATED, Domain.UNSTATED, Map.of());
  }

  private static List<Recording> unit(String unit, int normal, int abnormal) {
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < normal; i++) {
      recordings.add(recording(unit, Label.NORMAL, i));
    }
    for (int i = 0; i < abnormal; i++) {
      recordings.add(recording(unit, Label.ABNORMAL, i));
    }
    return recordings;
  }

  private static Recordings two() {
    List<Recording> all = unit("6dB/fan/id_00", 5, 2);
    all.addAll(unit("min6dB/pump/id_02", 4, 1));
    return Recordings.of(all);
  }

  private static List<String> groups(Recordings recordings) {
    return recordings.list().stream().map(Recording::group).toList();
  }

  @Test
  void selectionsNarrowOneAnother() {
    assertEquals(7, two().with(Snr.PLUS_6_DB).size());
    assertEquals(5, two().with(Machine.PUMP, Machine.VALVE).size());
    assertEquals(7, two().withIds("id_00").size());
    assertEquals(
        List.of("fan/id_00/ABNORMAL/0", "fan/id_00/ABNORMAL/1"),
        groups(two().with(Machine.FAN).with(Label.ABNORMAL)));
  }

  @Test
  void selectionOfNothingIsRefusedWithWhatIsThere() {
    assertThrown(
        IllegalArgumentException.class,
        () -> two().with(Machine.VALVE),
        "machine: at least one of [fan, pump], got [valve]");
    assertThrown(
        IllegalArgumentException.class,
        () -> two().with(Snr.ZERO_DB),
        "snr: at least one of [min6dB, 6dB], got [0dB]");
    assertThrown(
        IllegalArgumentException.class, () -> two().withIds("id_04"), "[id_00, id_02]", "[id_04]");
    assertThrown(IllegalArgumentException.class, () -> two().with(Domain.TARGET), "[UNSTATED]");
  }

  @Test
  void noRecordingsAreRefused() {
    assertThrown(
        IllegalArgumentException.class, () -> Recordings.of(List.of()), "recordings: at least one");
  }

  @Test
  void sameRecordingTwiceIsRefused() {
    Recording one = recording("6dB/fan/id_00", Label.NORMAL, 0);
    assertThrown(
        IllegalArgumentException.class,
        () -> Recordings.of(List.of(one, one)),
        "fan/id_00/NORMAL/0 twice in 6dB/fan/id_00");
  }

  @Test
  void sameStretchAtTwoRatiosIsInOneGroupAndHasTwoKeys() {
    Recording low = recording("min6dB/fan/id_00", Label.NORMAL, 0);
    Recording high = recording("6dB/fan/id_00", Label.NORMAL, 0);
    assertEquals(Recordings.key(low, 0).group(), Recordings.key(high, 0).group());
    assertNotEquals(Recordings.key(low, 0), Recordings.key(high, 0));
    assertEquals(2, Recordings.of(List.of(low, high)).size());
  }

  @Test
  void baselineTestsOnTheFirstNormalOnesAndAllAbnormalOnesOfEachUnit() {
    TrainTestSplit split = two().baselineSplit();
    assertEquals(
        List.of(
            "pump/id_02/NORMAL/1",
            "pump/id_02/NORMAL/2",
            "pump/id_02/NORMAL/3",
            "fan/id_00/NORMAL/2",
            "fan/id_00/NORMAL/3",
            "fan/id_00/NORMAL/4"),
        groups(split.train()));
    assertEquals(
        List.of(
            "pump/id_02/NORMAL/0",
            "pump/id_02/ABNORMAL/0",
            "fan/id_00/NORMAL/0",
            "fan/id_00/NORMAL/1",
            "fan/id_00/ABNORMAL/0",
            "fan/id_00/ABNORMAL/1"),
        groups(split.test()));
  }

  @Test
  void seededSplitIsAPartitionOfTheSameSizes() {
    TrainTestSplit split = two().seededSplit(1);
    assertEquals(6, split.train().size());
    assertEquals(6, split.train().count(Label.NORMAL));
    assertEquals(3, split.test().count(Label.NORMAL));
    Set<String> all = new HashSet<>(groups(split.train()));
    all.addAll(groups(split.test()));
    assertEquals(new HashSet<>(groups(two())), all);
  }

  @Test
  void seedDecidesTheSplit() {
    Recordings recordings = Recordings.of(unit("6dB/fan/id_00", 60, 20));
    List<String> first = groups(recordings.seededSplit(1).test());
    assertEquals(first, groups(recordings.seededSplit(1).test()));
    assertNotEquals(first, groups(recordings.seededSplit(2).test()));
    assertNotEquals(first, groups(recordings.baselineSplit().test()));
  }

  @Test
  void seededSplitOfAUnitDoesNotDependOnOtherUnits() {
    assertEquals(
        groups(two().with(Machine.FAN).seededSplit(3).test()),
        groups(two().seededSplit(3).test().with(Machine.FAN)));
  }

  @Test
  void unitThatCannotBeSplitIsRefused() {
    assertThrown(
        IllegalArgumentException.class,
        () -> Recordings.of(unit("6dB/fan/id_00", 2, 2)).baselineSplit(),
        "6dB/fan/id_00",
        "more normal than abnormal",
        "got 2 normal and 2 abnormal");
    assertThrown(
        IllegalArgumentException.class,
        () -> Recordings.of(unit("6dB/fan/id_00", 2, 0)).seededSplit(1),
        "got 2 normal and 0 abnormal");
  }

  @Test
  void publishedSplitIsThatOfTheTree() throws IOException {
    Trees.file(root, "fan/train/normal_id_00_00000007.wav");
    Trees.file(root, "fan/test/normal_id_00_00000001.wav");
    TrainTestSplit split = Dcase.open(root, Edition.DCASE_2020).publishedSplit();
    assertEquals(List.of("DCASE-2020/fan/train/normal_id_00_00000007"), groups(split.train()));
    assertEquals(List.of("DCASE-2020/fan/test/normal_id_00_00000001"), groups(split.test()));
  }

  @Test
  void publishedSplitNeedsPublishedParts() {
    assertThrown(IllegalArgumentException.class, () -> two().publishedSplit(), "part", "UNSTATED");
  }

  @Test
  void faultyRecordingToTrainOnIsRefused() throws IOException {
    Trees.file(root, "fan/train/anomaly_id_00_00000007.wav");
    Trees.file(root, "fan/test/normal_id_00_00000001.wav");
    Recordings recordings = Dcase.open(root, Edition.DCASE_2020);
    assertThrown(
        IllegalArgumentException.class, recordings::publishedSplit, "normal ones, got 1 others");
  }

  @Test
  void namesOfMachinesAreThoseOfTheirFolders() {
    assertEquals(Machine.SLIDER, Machine.of("slide_rail"));
    assertEquals(Machine.TOY_CAR, Machine.of("toycar"));
    assertThrows(IllegalArgumentException.class, () -> Machine.of("fans"));
  }

  @Test
  void textTellsTheCounts() {
    assertEquals("12 recordings of 2 units", two().toString());
  }
}
