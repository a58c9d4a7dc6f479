package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcaseTest {
  @TempDir private Path root = Path.of("");

  private static String facts(Recording recording) {
    return String.join(
        " ",
        recording.group(),
        recording.unit().toString(),
        recording.label().name(),
        recording.part().name(),
        recording.domain().name());
  }

  private List<String> facts(Edition edition) throws IOException {
    return Dcase.open(root, edition).list().stream().map(DcaseTest::facts).toList();
  }

  @Test
  void namesOf2020AreRead() throws IOException {
    Trees.file(root, "fan/train/normal_id_00_00000007.wav");
    Trees.file(root, "fan/test/anomaly_id_00_00000001.wav");
    Trees.file(root, "ToyCar/test/id_05_00000002.wav");
    assertEquals(
        List.of(
            "DCASE-2020/fan/train/normal_id_00_00000007 fan/id_00 NORMAL TRAIN UNSTATED",
            "DCASE-2020/fan/test/anomaly_id_00_00000001 fan/id_00 ABNORMAL TEST UNSTATED",
            "DCASE-2020/ToyCar/test/id_05_00000002 ToyCar/id_05 UNLABELLED TEST UNSTATED"),
        facts(Edition.DCASE_2020));
  }

  @Test
  void namesOf2021AreRead() throws IOException {
    Trees.file(root, "valve/train/section_00_source_train_normal_0000_strength_1.wav");
    Trees.file(root, "valve/source_test/section_00_source_test_anomaly_0000.wav");
    Trees.file(root, "valve/target_test/section_03_target_test_0001.wav");
    String prefix = "DCASE-2021/valve/";
    assertEquals(
        List.of(
            prefix
                + "train/section_00_source_train_normal_0000_strength_1 valve/section_00 NORMAL "
                + "TRAIN SOURCE",
            prefix
                + "source_test/section_00_source_test_anomaly_0000 valve/section_00 ABNORMAL "
                + "TEST SOURCE",
            prefix
                + "target_test/section_03_target_test_0001 valve/section_03 UNLABELLED TEST "
                + "TARGET"),
        facts(Edition.DCASE_2021));
  }

  @Test
  void namesWithoutDomainAreRead() throws IOException {
    Trees.file(root, "3DPrinter/test/section_00_0012.wav");
    assertEquals(
        List.of(
            "DCASE-2024/3DPrinter/test/section_00_0012 3DPrinter/section_00 UNLABELLED TEST "
                + "UNSTATED"),
        facts(Edition.DCASE_2024));
  }

  @Test
  void attributesAreJoinedByFileName() throws IOException {
    String wav = "section_00_target_train_normal_0003_vel_4_noAttribute.wav";
    Trees.file(root, "bearing/train/" + wav);
    Trees.file(root, "bearing/train/section_00_source_train_normal_0000_vel_2.wav");
    Files.writeString(
        root.resolve("bearing/attributes_00.csv"),
        "file_name,d1p,d1v,d2p,d2v\nbearing/train/" + wav + ",vel,4,loc,A\r\n\n");
    List<Recording> recordings = Dcase.open(root, Edition.DCASE_2023).list();
    assertEquals(Map.of(), recordings.get(0).attributes());
    assertEquals(Map.of("vel", "4", "loc", "A"), recordings.get(1).attributes());
  }

  @Test
  void emptyAttributesAreLeftOut() throws IOException {
    Trees.file(root, "fan/train/section_00_source_train_normal_0000_m-n_W.wav");
    Files.writeString(
        root.resolve("fan/attributes_00.csv"),
        "\uFEFFfile_name,d1p,d1v,d2p,d2v\nsection_00_source_train_normal_0000_m-n_W.wav,m-n,W,,\n");
    assertEquals(
        Map.of("m-n", "W"), Dcase.open(root, Edition.DCASE_2022).list().get(0).attributes());
  }

  private void assertAttributesRefused(String text, String... words) throws IOException {
    Trees.file(root, "fan/train/section_00_source_train_normal_0000.wav");
    Files.writeString(root.resolve("fan/attributes_00.csv"), text);
    assertThrown(DataFileException.class, () -> Dcase.open(root, Edition.DCASE_2022), words);
  }

  @Test
  void attributesWithoutHeaderAreRefused() throws IOException {
    assertAttributesRefused("x.wav,vel,4\n", "attributes_00.csv: line 1", "file_name", "x.wav");
  }

  @Test
  void emptyAttributesFileIsRefused() throws IOException {
    assertAttributesRefused("", "line 1", "file_name");
  }

  @Test
  void attributeWithoutNameIsRefused() throws IOException {
    assertAttributesRefused("file_name,d1p,d1v\nx.wav,,4\n", "line 2", "a name before each value");
  }

  @Test
  void fileWithTwoRowsOfAttributesIsRefused() throws IOException {
    assertAttributesRefused("file_name\nx.wav\nx.wav\n", "line 3", "each file once", "x.wav");
  }

  @Test
  void attributesOfAnAbsentFileAreRefused() throws IOException {
    assertAttributesRefused(
        """
        file_name
        section_00_source_train_normal_0000.wav
        fan/train/section_00_source_train_normal_0001.wav
        """,
        "attributes_00.csv: line 3",
        "a file that is there",
        "found fan/train/section_00_source_train_normal_0001.wav");
  }

  @Test
  void attributesOfAPartThatIsNotUnpackedAreNoError() throws IOException {
    Trees.file(root, "fan/train/section_00_source_train_normal_0000.wav");
    Files.writeString(
        root.resolve("fan/attributes_00.csv"),
        "file_name\nfan/test/section_00_source_test_normal_0000.wav\n");
    assertEquals(1, Dcase.open(root, Edition.DCASE_2022).list().size());
    Trees.file(root, "fan/test/section_00_source_test_anomaly_0000.wav");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2022),
        "a file that is there");
  }

  @Test
  void attributesThatAreNoTextAreRefused() throws IOException {
    Trees.file(root, "fan/train/section_00_source_train_normal_0000.wav");
    Files.write(root.resolve("fan/attributes_00.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThrown(DataFileException.class, () -> Dcase.open(root, Edition.DCASE_2022), "UTF-8");
  }

  @Test
  void nameOfAnotherEditionIsRefused() throws IOException {
    Trees.file(root, "fan/train/normal_id_00_00000007.wav");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2022),
        "section_00_source_train_normal_0000.wav",
        "found normal_id_00_00000007.wav");
  }

  @Test
  void fileInTheFolderOfAnotherPartIsRefused() throws IOException {
    Trees.file(root, "fan/train/section_00_source_test_normal_0000.wav");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2022),
        "a name that tells the part its folder does",
        "train");
  }

  @Test
  void fileInTheFolderOfAnotherDomainIsRefused() throws IOException {
    Trees.file(root, "fan/target_test/section_00_source_test_normal_0000.wav");
    assertThrown(
        DataFileException.class, () -> Dcase.open(root, Edition.DCASE_2021), "target_test");
  }

  @Test
  void folderOfAnotherEditionIsRefused() throws IOException {
    Trees.file(root, "fan/source_test/section_00_source_test_normal_0000.wav");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2022),
        "folders among [train, test]",
        "found source_test/");
  }

  @Test
  void unknownMachineIsRefused() throws IOException {
    Trees.file(root, "train/section_00_source_train_normal_0000.wav");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2022),
        "a folder for each machine of DCASE_2022, some of [fan, slider, valve",
        "found train/");
  }

  @Test
  void machineOfAnotherEditionIsRefused() throws IOException {
    Trees.file(root, "ToyConveyor/train/section_00_source_train_normal_0000.wav");
    assertThrown(
        DataFileException.class, () -> Dcase.open(root, Edition.DCASE_2022), "found ToyConveyor/");
  }

  @Test
  void editionsHaveTheMachinesOfDevelopmentAndEvaluation() {
    assertEquals(
        List.of(6, 7, 7, 14, 16),
        Stream.of(Edition.values()).map(edition -> edition.machines().size()).toList());
    assertEquals(
        "[fan, pump, slider, valve, gearbox, ToyCar, ToyTrain]",
        Edition.DCASE_2021.machines().toString());
  }

  @Test
  void recordingsOfEvaluationDataHaveNoLabel() throws IOException {
    Trees.file(root, "fan/test/section_03_test_0000.wav");
    assertEquals(
        List.of("DCASE-2022/fan/test/section_03_test_0000 fan/section_03 UNLABELLED TEST UNSTATED"),
        facts(Edition.DCASE_2022));
  }

  @Test
  void emptyFolderIsRefused() {
    assertThrown(
        DataFileException.class, () -> Dcase.open(root, Edition.DCASE_2020), "an empty folder");
  }

  @Test
  void machineWithoutPartsIsRefused() throws IOException {
    Trees.file(root, "fan/readme.txt");
    assertThrown(
        DataFileException.class,
        () -> Dcase.open(root, Edition.DCASE_2020),
        "folders among [train, test]",
        "found readme.txt");
  }
}
