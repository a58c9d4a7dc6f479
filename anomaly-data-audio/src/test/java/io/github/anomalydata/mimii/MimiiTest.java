package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.mimii.Mimii.Completeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MimiiTest {
  @TempDir private Path root = Path.of("");

  private static List<String> units(Recordings recordings) {
    return recordings.units().stream().map(MachineUnit::toString).toList();
  }

  @Test
  void treeOfTheBaselineIsRead() throws IOException {
    Trees.unit(root, "6dB/fan/id_02", 2, 1);
    Trees.unit(root, "min6dB/pump/id_00", 1, 1);
    Trees.unit(root, "0dB/valve/id_06", 1, 0);
    Recordings recordings = Mimii.open(root);
    assertEquals(
        List.of("min6dB/pump/id_00", "0dB/valve/id_06", "6dB/fan/id_02"), units(recordings));
    assertEquals(6, recordings.size());
  }

  @Test
  void foldersNamedAsTheArchivesAreMerged() throws IOException {
    Trees.unit(root, "-6_dB_fan/fan/id_00", 1, 1);
    Trees.unit(root, "-6_dB_pump/pump/id_00", 1, 1);
    Trees.unit(root, "6_dB_fan/fan/id_00", 1, 1);
    assertEquals(
        List.of("min6dB/fan/id_00", "min6dB/pump/id_00", "6dB/fan/id_00"), units(Mimii.open(root)));
  }

  @Test
  void snrIsUnstatedWithoutAFolderForIt() throws IOException {
    Trees.unit(root, "fan/id_00", 1, 1);
    assertEquals(List.of("fan/id_00"), units(Mimii.open(root)));
  }

  @Test
  void snrIsThatOfTheOpenedFolder() throws IOException {
    Trees.unit(root, "0_dB_fan/fan/id_00", 1, 1);
    assertEquals(List.of("0dB/fan/id_00"), units(Mimii.open(root.resolve("0_dB_fan"))));
  }

  @Test
  void slideRailIsTheSlider() throws IOException {
    Trees.unit(root, "6dB/slide_rail/id_00", 1, 1);
    assertEquals(List.of("6dB/slider/id_00"), units(Mimii.open(root)));
  }

  @Test
  void labelIsTheExactNameOfTheParentFolder() throws IOException {
    Path within = root.resolve("normal/abnormal/good");
    Trees.unit(within, "6dB/fan/id_00", 2, 3);
    Recordings recordings = Mimii.open(within);
    assertEquals(2, recordings.count(Label.NORMAL));
    assertEquals(3, recordings.count(Label.ABNORMAL));
  }

  @Test
  void recordingsComeInTheOrderOfUnitLabelAndName() throws IOException {
    Trees.file(root, "6dB/fan/id_00/normal/00000002.wav");
    Trees.file(root, "6dB/fan/id_00/normal/00000001.wav");
    Trees.file(root, "6dB/fan/id_00/abnormal/00000000.wav");
    assertEquals(
        List.of(
            "MIMII/fan/id_00/normal/00000001",
            "MIMII/fan/id_00/normal/00000002",
            "MIMII/fan/id_00/abnormal/00000000"),
        Mimii.open(root).list().stream().map(Recording::group).toList());
  }

  @Test
  void hiddenEntriesDoNotCount() throws IOException {
    Trees.unit(root, "6dB/fan/id_00", 1, 1);
    Trees.file(root, ".cache/x");
    Trees.file(root, "6dB/fan/id_00/normal/.DS_Store");
    assertEquals(2, Mimii.open(root).size());
  }

  @Test
  void sameRecordingInTwoFoldersIsRefused() throws IOException {
    Trees.unit(root, "6dB/fan/id_00", 1, 1);
    Trees.unit(root, "6_dB_fan/fan/id_00", 1, 1);
    assertThrown(
        DataFileException.class, () -> Mimii.open(root), "each recording once", "00000000.wav");
  }

  @Test
  void missingFolderIsRefused() {
    assertThrown(NoSuchFileException.class, () -> Mimii.open(root.resolve("none")), "none");
  }

  @Test
  void fileInsteadOfAFolderIsRefused() throws IOException {
    Path file = Trees.file(root, "6_dB_fan.zip");
    assertThrown(NotDirectoryException.class, () -> Mimii.open(file), "6_dB_fan.zip");
  }

  @Test
  void emptyFolderIsRefused() {
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root),
        "expected a folder for each SNR, such as 6dB or 6_dB_fan, or for each machine, one of "
            + "[fan, pump, slider, valve], found an empty folder");
  }

  @Test
  void archivesThatWereNotUnpackedAreNamed() throws IOException {
    Trees.file(root, "6_dB_fan.zip");
    assertThrown(DataFileException.class, () -> Mimii.open(root), "found 6_dB_fan.zip");
  }

  @Test
  void folderBelowTheRootIsRefusedWithWhatIsThere() throws IOException {
    Trees.unit(root, "6dB/fan/id_00", 1, 1);
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root.resolve("6dB/fan")),
        "for each machine, one of",
        "found id_00/");
  }

  @Test
  void unknownMachineIsRefused() throws IOException {
    Trees.unit(root, "6dB/fans/id_00", 1, 1);
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root),
        "one of [fan, pump, slider, valve]",
        "found fans/");
  }

  @Test
  void machineOfDcaseIsRefused() throws IOException {
    Trees.unit(root, "6dB/ToyCar/id_00", 1, 1);
    assertThrown(DataFileException.class, () -> Mimii.open(root), "found ToyCar/");
  }

  @Test
  void emptySnrFolderIsRefused() throws IOException {
    Files.createDirectories(root.resolve("6dB"));
    assertThrown(DataFileException.class, () -> Mimii.open(root), "6dB", "found an empty folder");
  }

  @Test
  void emptyMachineFolderIsRefused() throws IOException {
    Files.createDirectories(root.resolve("6dB/fan"));
    assertThrown(DataFileException.class, () -> Mimii.open(root), "such as id_00", "empty folder");
  }

  @Test
  void misnamedIdIsRefused() throws IOException {
    Trees.unit(root, "6dB/fan/id_0", 1, 1);
    assertThrown(DataFileException.class, () -> Mimii.open(root), "such as id_00", "found id_0/");
  }

  @Test
  void misnamedLabelIsRefused() throws IOException {
    Trees.file(root, "6dB/fan/id_00/anomaly/00000000.wav");
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root),
        "the folders normal and abnormal",
        "found anomaly/");
  }

  @Test
  void emptyLabelFolderIsRefused() throws IOException {
    Trees.unit(root, "6dB/fan/id_00", 1, 0);
    Files.createDirectories(root.resolve("6dB/fan/id_00/abnormal"));
    assertThrown(DataFileException.class, () -> Mimii.open(root), "abnormal", "empty folder");
  }

  @Test
  void otherFilesAmongRecordingsAreRefused() throws IOException {
    Trees.unit(root, "6dB/fan/id_00", 1, 1);
    Trees.file(root, "6dB/fan/id_00/normal/notes.txt");
    assertThrown(
        DataFileException.class, () -> Mimii.open(root), "WAV files and nothing else", "notes.txt");
  }

  @Test
  void longListOfWhatWasFoundIsCut() throws IOException {
    for (int i = 0; i < 9; i++) {
      Files.createDirectories(root.resolve("thing" + i));
    }
    assertThrown(DataFileException.class, () -> Mimii.open(root), "thing4/ and 4 more");
  }

  @Test
  void wholeMachineIsAsPublished() throws IOException {
    Trees.unit(root, "6dB/valve/id_00", 991, 119);
    Trees.unit(root, "6dB/valve/id_02", 708, 120);
    Trees.unit(root, "6dB/valve/id_04", 1000, 120);
    Trees.unit(root, "6dB/valve/id_06", 992, 120);
    assertTrue(Mimii.open(root, Completeness.AS_PUBLISHED).isAsPublished());
  }

  @Test
  void missingRecordingIsFoundWhenTheSetHasToBeWhole() throws IOException {
    Trees.unit(root, "6dB/valve/id_00", 991, 119);
    Trees.unit(root, "6dB/valve/id_02", 708, 119);
    Trees.unit(root, "6dB/valve/id_04", 1000, 120);
    Trees.unit(root, "6dB/valve/id_06", 992, 120);
    assertFalse(Mimii.open(root).isAsPublished());
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root, Completeness.AS_PUBLISHED),
        "6dB/valve/id_02",
        "708 normal and 120 abnormal recordings, as published",
        "found 708 normal and 119 abnormal");
  }

  @Test
  void missingMachineIsFoundWhenTheSetHasToBeWhole() throws IOException {
    Trees.unit(root, "6dB/valve/id_00", 1, 1);
    assertThrown(
        DataFileException.class,
        () -> Mimii.open(root, Completeness.AS_PUBLISHED),
        "the published machines",
        "6dB/valve/id_06");
  }
}
