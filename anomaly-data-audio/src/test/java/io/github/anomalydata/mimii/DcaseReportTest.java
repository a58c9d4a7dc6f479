package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures are those of scikit-learn 1.9.1's roc_auc_score and scipy 1.17.1's hmean. */
class DcaseReportTest {
  /**
   * Of each section the scores of 4 normal and 3 abnormal recordings of the source, then target.
   */
  private static final double[][] SCORES = {
    {2.42, 2.42, 1.55, 0.86, 1.69, 2.84, 2.93, 0.18, 0.2, 4.0, 2.61, 2.32, 3.02, 4.91},
    {2.69, 2.53, 1.18, 1.48, 3.87, 1.71, 3.44, 1.09, 3.52, 0.26, 2.72, 4.55, 2.3, 4.63}
  };

  @TempDir private Path root = Path.of("");

  /** Writes a tree whose files are in the order of the scores and returns their scores. */
  private ClipScores scored(Edition edition) throws IOException {
    for (int section = 0; section < 2; section++) {
      for (String domain : List.of("source", "target")) {
        String folder = edition == Edition.DCASE_2021 ? domain + "_test" : "test";
        for (int i = 0; i < 7; i++) {
          String label = i < 4 ? "normal" : "anomaly";
          Trees.file(
              root,
              "fan/%s/section_0%d_%s_test_%s_000%d.wav"
                  .formatted(folder, section, domain, label, i % 4));
        }
      }
    }
    Recordings recordings = Dcase.open(root, edition);
    ClipScores scores = ClipScores.of(recordings);
    for (Recording recording : recordings.list()) {
      String name = String.valueOf(recording.file().getFileName());
      int first = recording.domain() == Domain.SOURCE ? 0 : 7;
      int number = Character.digit(name.charAt(name.length() - 5), 10);
      int place = first + number + (recording.label() == Label.ABNORMAL ? 4 : 0);
      int section = Character.digit(name.charAt("section_0".length()), 10);
      scores.add(Recordings.key(recording, 0), SCORES[section][place]);
    }
    return scores;
  }

  private static void assertFigures(Map<Domain, Double> expected, Map<Domain, Double> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((domain, figure) -> assertEquals(figure, found.get(domain), 1e-12));
  }

  @Test
  void domainsOf2021AreScoredApart() throws IOException {
    DcaseReport report = scored(Edition.DCASE_2021).report(Edition.DCASE_2021);
    DcaseReport.Section first = report.sections().get(0);
    assertEquals("fan/section_00", first.unit().toString());
    assertFigures(Map.of(Domain.SOURCE, 10 / 12.0, Domain.TARGET, 0.75), first.auc());
    assertFigures(
        Map.of(Domain.SOURCE, 0.8245614035087718, Domain.TARGET, 0.6491228070175439),
        first.partialAuc());
    assertEquals(0.7911258037122406, report.score(), 1e-12);
    double reciprocals = 12 / 10.0 + 1 / 0.75 + 1 / 0.8245614035087718 + 1 / 0.6491228070175439;
    assertEquals(4 / reciprocals, first.score(), 1e-12);
  }

  @Test
  void faultsOfBothDomainsCountFrom2022On() throws IOException {
    DcaseReport report = scored(Edition.DCASE_2022).report(Edition.DCASE_2022);
    DcaseReport.Section first = report.sections().get(0);
    assertFigures(Map.of(Domain.SOURCE, 20 / 24.0, Domain.TARGET, 17 / 24.0), first.auc());
    assertFigures(Map.of(Domain.UNSTATED, 0.5614035087719298), first.partialAuc());
    assertEquals(0.7305210704319967, report.score(), 1e-12);
    assertEquals(Map.of(Machine.FAN, report.score()), report.machines());
  }

  @Test
  void figureOfZeroMakesTheScoreZero() {
    MachineUnit unit = new MachineUnit(Snr.UNSTATED, Machine.FAN, "section_00");
    DcaseReport.Section failed =
        new DcaseReport.Section(
            unit, Map.of(Domain.SOURCE, 1.0, Domain.TARGET, 0.0), Map.of(Domain.UNSTATED, 0.5));
    assertEquals(0, new DcaseReport(List.of(failed)).score());
  }

  @Test
  void editionWithoutDomainsIsRefused() throws IOException {
    ClipScores scores = scored(Edition.DCASE_2022);
    assertThrown(
        IllegalArgumentException.class,
        () -> scores.report(Edition.DCASE_2020),
        "from 2021 on, got DCASE_2020");
  }

  @Test
  void domainWithoutNormalRecordingsIsRefused() throws IOException {
    Trees.file(root, "fan/test/section_00_source_test_normal_0000.wav");
    Trees.file(root, "fan/test/section_00_source_test_anomaly_0000.wav");
    Recordings recordings = Dcase.open(root, Edition.DCASE_2023);
    ClipScores scores = ClipScores.of(recordings);
    recordings.list().forEach(r -> scores.add(Recordings.key(r, 0), 1));
    assertThrown(
        IllegalArgumentException.class,
        () -> scores.report(Edition.DCASE_2023),
        "fan/section_00 TARGET: normal and abnormal ones, got 0 and 1");
  }

  @Test
  void reportOfNothingIsRefused() {
    assertThrown(
        IllegalArgumentException.class, () -> new DcaseReport(List.of()), "sections: at least one");
  }
}
