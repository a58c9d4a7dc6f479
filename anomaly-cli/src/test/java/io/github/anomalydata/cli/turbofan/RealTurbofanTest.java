package io.github.anomalydata.cli.turbofan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.turbofan.Channel;
import io.github.anomalydata.turbofan.EngineRun;
import io.github.anomalydata.turbofan.EngineRuns;
import io.github.anomalydata.turbofan.FileChecksum;
import io.github.anomalydata.turbofan.OperatingConditions;
import io.github.anomalydata.turbofan.Preparation;
import io.github.anomalydata.turbofan.Turbofan;
import io.github.anomalydata.turbofan.Turbofan.Subset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of the README, on the real files: all training units, 14 channels, windows of 30
 * cycles, targets clipped at 125, the last window of each test unit, true lives clipped at 125.
 */
class RealTurbofanTest {
  private static final long[] FIVE_SEEDS = {1, 2, 3, 4, 5};

  private static Path folder = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("cmapss");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs the real C-MAPSS files: set -Danomaly.realData to the folder that holds cmapss/");
  }

  private static Turbofan open(Subset subset) throws IOException {
    return Turbofan.open(folder, subset);
  }

  private static double rmse(Turbofan turbofan, Preparation preparation, long seed) {
    RulTrainer trainer =
        new RulTrainer(preparation, 30, 125, TrainingOptions.EPOCHS, 1, seed, Optional.empty());
    RulTrainer.Result result = trainer.train(turbofan.train(), ProgressListener.NONE);
    RulReport report = new RulReport(turbofan.name(), trainer, result, turbofan.test(), 0);
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d: RMSE %.2f, NASA score %.0f, %d epochs%n",
        turbofan.name(),
        seed,
        report.score().rmse(),
        report.score().nasaScore(),
        result.epochs());
    return report.score().rmse();
  }

  private static double mean(Turbofan turbofan, Preparation preparation, long... seeds) {
    double[] all = LongStream.of(seeds).mapToDouble(s -> rmse(turbofan, preparation, s)).toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(all).map(x -> (x - mean) * (x - mean)).sum() / all.length);
    System.out.printf(
        Locale.ROOT,
        "%s, %d seeds: RMSE %.2f +- %.2f%n",
        turbofan.name(),
        all.length,
        mean,
        spread);
    return mean;
  }

  @Test
  void theRealFilesHoldWhatIsPublished() throws IOException {
    int[][] rows = {{20631, 13096}, {53759, 33991}, {24720, 16596}};
    for (Subset subset : new Subset[] {Subset.FD001, Subset.FD002, Subset.FD003}) {
      Turbofan turbofan = open(subset);
      assertEquals(subset.trainUnits(), turbofan.train().size());
      assertEquals(subset.testUnits(), turbofan.test().size());
      assertEquals(rows[subset.ordinal()][0], turbofan.train().rows());
      assertEquals(rows[subset.ordinal()][1], turbofan.test().rows());
      assertTrue(
          Turbofan.checksums(folder, subset.name()).stream().allMatch(FileChecksum::isPublished));
      assertEquals(
          subset == Subset.FD002 ? 6 : 1,
          OperatingConditions.withDefaults().fit(turbofan.train()).size());
    }
  }

  @Test
  void oneSeedOfFd001IsAtMostFifteenAndAHalf() throws IOException {
    assertTrue(rmse(open(Subset.FD001), Preparation.withDefaults(), 1) <= 15.5);
  }

  @Test
  @Tag("calibration")
  void fd001IsAtMostFourteenAndAHalf() throws IOException {
    assertTrue(mean(open(Subset.FD001), Preparation.withDefaults(), FIVE_SEEDS) <= 14.5);
  }

  @Test
  @Tag("calibration")
  void fd003IsAtMostFourteen() throws IOException {
    assertTrue(mean(open(Subset.FD003), Preparation.withDefaults(), FIVE_SEEDS) <= 14.0);
  }

  @Test
  @Tag("calibration")
  void scalingWithinConditionsTakesAFifthOffTheErrorOnFd002() throws IOException {
    Turbofan fd002 = open(Subset.FD002);
    double within = mean(fd002, Preparation.withDefaults(), 1, 2, 3);
    double global =
        mean(fd002, Preparation.withDefaults().with(OperatingConditions.ignored()), 1, 2, 3);
    assertTrue(within <= 0.8 * global, within + " against " + global);
  }

  @Test
  @Tag("calibration")
  void scalingEachUnitByItselfIsAtLeastSixtyPercentWorse(@TempDir Path scaled) throws IOException {
    Turbofan fd001 = open(Subset.FD001);
    write(fd001.train(), scaled.resolve("train_FD001.txt"));
    write(fd001.test(), scaled.resolve("test_FD001.txt"));
    Files.copy(folder.resolve("RUL_FD001.txt"), scaled.resolve("RUL_FD001.txt"));
    double right = mean(fd001, Preparation.withDefaults(), 1, 2);
    double byUnit = mean(Turbofan.open(scaled, Subset.FD001), Preparation.withDefaults(), 1, 2);
    assertTrue(byUnit >= 1.6 * right, byUnit + " against " + right);
  }

  /** Writes runs whose sensors are scaled to [0, 1] over the recorded life of each unit. */
  private static void write(EngineRuns runs, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (EngineRun run : runs.runs()) {
      double[][] values = new double[Channel.all().size()][];
      for (Channel channel : Channel.all()) {
        double[] raw = run.values(channel);
        double min = Arrays.stream(raw).min().orElseThrow();
        double max = Arrays.stream(raw).max().orElseThrow();
        values[channel.ordinal()] =
            channel.isSetting() || max == min
                ? raw
                : Arrays.stream(raw).map(x -> (x - min) / (max - min)).toArray();
      }
      for (int cycle = 0; cycle < run.length(); cycle++) {
        text.append(run.unit()).append(' ').append(cycle + 1);
        for (double[] channel : values) {
          text.append(' ').append(channel[cycle]);
        }
        text.append('\n');
      }
    }
    Files.writeString(file, text);
  }
}
