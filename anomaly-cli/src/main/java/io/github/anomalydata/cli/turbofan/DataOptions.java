package io.github.anomalydata.cli.turbofan;

import io.github.anomalydata.turbofan.FileChecksum;
import io.github.anomalydata.turbofan.Turbofan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which C-MAPSS files a command works on. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder, or NASA's zip file, that holds train_FD001.txt and so on.")
  private Path data = Path.of("");

  @Option(
      names = "--subset",
      paramLabel = "NAME",
      defaultValue = "FD001",
      description = "The subset: what stands after train_ in the file names (${DEFAULT-VALUE}).")
  private String subset = "";

  Turbofan open() throws IOException {
    return Turbofan.open(data, subset);
  }

  List<FileChecksum> checksums() throws IOException {
    return Turbofan.checksums(data, subset);
  }
}
