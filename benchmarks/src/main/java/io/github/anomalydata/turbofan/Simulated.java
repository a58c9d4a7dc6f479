package io.github.anomalydata.turbofan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the size and shape of FD002, for whoever does not have the real ones. */
final class Simulated {
  private Simulated() {}

  static Path fleet(String subset) throws IOException {
    Path folder = Files.createTempDirectory("fleet");
    TurbofanSimulator.withDefaults()
        .withTrainUnits(Turbofan.Subset.FD002.trainUnits())
        .withTestUnits(Turbofan.Subset.FD002.testUnits())
        .withRegimes(6)
        .write(folder, subset, 42);
    return folder;
  }
}
