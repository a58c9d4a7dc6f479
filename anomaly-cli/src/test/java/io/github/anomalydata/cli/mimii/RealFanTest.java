package io.github.anomalydata.cli.mimii;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.mimii.ClipFeatures;
import io.github.anomalydata.mimii.ClipScores;
import io.github.anomalydata.mimii.Machine;
import io.github.anomalydata.mimii.Mimii;
import io.github.anomalydata.mimii.Recordings;
import io.github.anomalydata.mimii.Snr;
import io.github.anomalydata.mimii.TrainTestSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published figure of the baseline on a real fan, an AUC of 0.993. */
@Tag("calibration")
class RealFanTest {
  @Test
  void fanAt6DecibelsIsHeardAsPublished() throws IOException {
    String realData = System.getProperty("anomaly.realData", "");
    Path folder = Path.of(realData).resolve("mimii-whole");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs the whole 6_dB_fan: set -Danomaly.realData to the folder that holds mimii-whole/");
    Recordings fan = Mimii.open(folder).with(Snr.PLUS_6_DB).with(Machine.FAN).withIds("id_02");
    assertTrue(fan.isAsPublished(), fan::toString);
    TrainTestSplit split = fan.baselineSplit();
    SoundModel model =
        new SoundTrainer(ClipFeatures.vectors(LogMel.mimii2019()), 50, 2, 1)
            .train(split.train(), ProgressListener.NONE);
    ClipScores scores = ClipScores.of(split.test());
    model.score(split.test(), scores, 2);
    double auc = scores.report().mean().auc();
    assertTrue(auc >= 0.97, () -> "AUC " + auc);
  }
}
