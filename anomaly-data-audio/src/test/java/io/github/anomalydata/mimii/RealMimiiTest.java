package io.github.anomalydata.mimii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

/** Some published recordings of MIMII and DCASE, of one channel each, through the whole path. */
class RealMimiiTest {
  private static Path folder = Path.of("");

  @TempDir private Path copy = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("mimii");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs recordings: set -Danomaly.realData to the folder that holds mimii/");
  }

  private Recordings open() throws IOException {
    for (String snr : new String[] {"6dB", "min6dB"}) {
      copy(folder.resolve(snr), copy.resolve(snr));
    }
    return Mimii.open(copy);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void recordingsBecomeTheVectorsOfTheBaseline() throws IOException {
    Recordings recordings = open();
    assertEquals(
        "[min6dB/pump/id_02, 6dB/fan/id_02, 6dB/pump/id_00]", recordings.units().toString());
    assertEquals(3, recordings.count(Label.NORMAL));
    assertEquals(3, recordings.count(Label.ABNORMAL));
    try (MimiiDataSetIterator batches =
        MimiiDataSetIterator.over(recordings).batching(Batching.of(309).withWorkers(2)).build()) {
      int clips = 0;
      while (batches.hasNext()) {
        DataSet batch = batches.next();
        assertEquals("[309, 320]", Arrays.toString(batch.getFeatures().shape()));
        double mean = batch.getFeatures().meanNumber().doubleValue();
        assertTrue(mean > -80 && mean < 20, "mean level " + mean + " dB");
        clips++;
      }
      assertEquals(6, clips);
    }
  }

  @Test
  void loudnessIsTheScoreOfARecording() throws IOException {
    Recordings recordings = open().with(Snr.MINUS_6_DB);
    ClipScores scores = ClipScores.of(recordings);
    try (MimiiDataSetIterator batches =
        MimiiDataSetIterator.over(recordings)
            .features(ClipFeatures.images(LogMel.mimii2019()))
            .target(ClipTarget.NONE)
            .batching(Batching.of(1))
            .build()) {
      while (batches.hasNext()) {
        DataSet batch = batches.next();
        scores.add(
            (SampleKey) batch.getExampleMetaData().get(0),
            batch.getFeatures().meanNumber().doubleValue());
      }
    }
    DetectionReport.Row row = scores.report().mean();
    assertEquals(2, row.normal());
    assertEquals(1, row.abnormal());
  }

  @Test
  void recordingOfDcaseIsRead() throws IOException {
    copy(folder.resolve("dcase2020_task2"), copy.resolve("dcase/fan/train"));
    Recordings recordings = Dcase.open(copy.resolve("dcase"), Edition.DCASE_2020);
    assertEquals(1, recordings.with(Part.TRAIN).count(Label.NORMAL));
    assertEquals(
        640,
        ClipFeatures.vectors(LogMel.dcase2020())
            .over(recordings, ClipTarget.NONE)
            .sample(0)
            .values(0)
            .length);
  }
}
