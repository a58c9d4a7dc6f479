package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.SampleKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipScoresTest {
  @TempDir private Path root = Path.of("");

  private Recordings tree() throws IOException {
    Trees.unit(root, "min6dB/fan/id_00", 2, 1);
    Trees.unit(root, "min6dB/fan/id_02", 2, 1);
    Trees.unit(root, "6dB/pump/id_00", 2, 1);
    return Mimii.open(root);
  }

  private static void score(ClipScores scores, Recordings recordings, double... values) {
    for (int i = 0; i < values.length; i++) {
      scores.add(Recordings.key(recordings.list().get(i), 0), values[i]);
    }
  }

  @Test
  void scoreOfARecordingIsTheMeanOfItsFrames() throws IOException {
    Recordings recordings = tree().with(Machine.PUMP);
    ClipScores scores = ClipScores.of(recordings);
    score(scores, recordings, 0, 1, 2);
    scores.add(Recordings.key(recordings.list().get(2), 308), 5);
    assertEquals(List.of(0.0, 1.0, 3.5), List.copyOf(scores.means().values()));
  }

  @Test
  void unitsAreScoredByThemselvesAndCountAlike() throws IOException {
    Recordings recordings = tree();
    ClipScores scores = ClipScores.of(recordings);
    score(scores, recordings, 1, 2, 3, 10, 30, 20, 5, 6, 4);
    DetectionReport report = scores.report();
    assertEquals(
        List.of("min6dB/fan/id_00 1.0", "min6dB/fan/id_02 0.5", "6dB/pump/id_00 0.0"),
        report.units().stream().map(r -> r.name() + " " + r.auc()).toList());
    assertEquals(
        List.of("min6dB/fan 0.75", "6dB/pump 0.0"),
        report.machines().stream().map(r -> r.name() + " " + r.auc()).toList());
    assertEquals(0.5, report.mean().auc());
    assertEquals(6, report.mean().normal());
    assertEquals(3, report.mean().abnormal());
    assertEquals(1, report.units().get(0).partialAuc());
    assertEquals(0.5, report.units().get(1).averagePrecision());
  }

  @Test
  void missingScoreIsAnError() throws IOException {
    ClipScores scores = ClipScores.of(tree());
    assertThrown(IllegalStateException.class, scores::report, "got none for", "00000000.wav");
  }

  @Test
  void keyOfAnotherRecordingIsRefused() throws IOException {
    ClipScores scores = ClipScores.of(tree());
    assertThrown(
        IllegalArgumentException.class, () -> scores.add(new SampleKey("x", 0), 1), "got x@0");
  }

  @Test
  void scoreThatIsNoNumberIsRefused() throws IOException {
    Recordings recordings = tree();
    ClipScores scores = ClipScores.of(recordings);
    assertThrown(
        IllegalArgumentException.class,
        () -> score(scores, recordings, Double.NaN),
        "score: finite, got NaN");
  }

  @Test
  void unitWithoutFaultsIsRefused() throws IOException {
    Recordings recordings = tree().with(Machine.PUMP).with(Label.NORMAL);
    ClipScores scores = ClipScores.of(recordings);
    score(scores, recordings, 1, 2);
    assertThrown(
        IllegalArgumentException.class,
        scores::report,
        "6dB/pump/id_00: normal and abnormal ones, got 2 and 0");
  }

  @Test
  void emptyReportIsRefused() {
    assertThrown(
        IllegalArgumentException.class,
        () -> new DetectionReport(List.of()),
        "units: at least one");
  }
}
