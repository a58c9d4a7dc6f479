package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A C-MAPSS data set: the training units, recorded until they failed, and the test units, which
 * break off earlier, with the remaining useful life each of them had left.
 *
 * <p>Opening reads all three files and checks every rule of their format: 26 columns of finite
 * numbers, units in ascending order, cycles from 1 without a gap, one RUL for each test unit.
 */
public final class Turbofan {
  private final String name;
  private final EngineRuns train;
  private final EngineRuns test;

  private Turbofan(String name, EngineRuns train, EngineRuns test) {
    this.name = name;
    this.train = train;
    this.test = test;
  }

  /** The four published subsets and the number of units in each. */
  public enum Subset {
    /** One operating condition, one fault mode. */
    FD001(100, 100),
    /** Six operating conditions, one fault mode. */
    FD002(260, 259),
    /** One operating condition, two fault modes. */
    FD003(100, 100),
    /** Six operating conditions, two fault modes. */
    FD004(249, 248);

    private final int trainUnits;
    private final int testUnits;

    Subset(int trainUnits, int testUnits) {
      this.trainUnits = trainUnits;
      this.testUnits = testUnits;
    }

    /**
     * Returns the number of training units of the published files.
     *
     * @return the number of units
     */
    public int trainUnits() {
      return trainUnits;
    }

    /**
     * Returns the number of test units of the published files, counted in the files: the data set's
     * own readme has those of FD004 the wrong way round.
     *
     * @return the number of units
     */
    public int testUnits() {
      return testUnits;
    }
  }

  /**
   * Opens a subset in a folder or a zip file.
   *
   * @param location the folder that holds {@code train_FD001.txt}, {@code test_FD001.txt} and
   *     {@code RUL_FD001.txt}, or the zip file NASA publishes, which may hold another zip file
   * @param subset the subset; the files may hold fewer units than the published ones
   * @return the data set
   * @throws DataFileException if a file is missing or breaks a rule; the message says where
   * @throws IOException if a file cannot be read
   */
  public static Turbofan open(Path location, Subset subset) throws IOException {
    return open(location, subset.name());
  }

  /**
   * Opens files of the same format and naming under another name.
   *
   * @param location the folder or zip file
   * @param name what stands after {@code train_} in the names of the files
   * @return the data set
   * @throws DataFileException if a file is missing or breaks a rule; the message says where
   * @throws IOException if a file cannot be read
   */
  public static Turbofan open(Path location, String name) throws IOException {
    try (DataLocation files = DataLocation.open(location)) {
      RunTable train = files.readRuns("train_" + name + ".txt");
      RunTable test = files.readRuns("test_" + name + ".txt");
      String rulFile = "RUL_" + name + ".txt";
      int[] rul = files.read(rulFile, in -> RunFiles.readRul(in, files.describe(rulFile)));
      if (rul.length != test.units().length) {
        throw new DataFileException(
            files.describe(rulFile),
            "",
            "one remaining useful life for each of " + test.units().length + " test units",
            rul.length + " lines");
      }
      return new Turbofan(name, runs(name, true, train, null), runs(name, false, test, rul));
    }
  }

  /**
   * Returns the SHA-256 of the three files of a data set.
   *
   * @param location the folder or zip file
   * @param name what stands after {@code train_} in the names of the files
   * @return the hashes of the train, the test and the RUL file
   * @throws DataFileException if a file is missing
   * @throws IOException if a file cannot be read
   */
  public static List<FileChecksum> checksums(Path location, String name) throws IOException {
    List<FileChecksum> checksums = new ArrayList<>();
    try (DataLocation files = DataLocation.open(location)) {
      for (String part : List.of("train_", "test_", "RUL_")) {
        String file = part + name + ".txt";
        checksums.add(new FileChecksum(file, files.read(file, Hashes::sha256)));
      }
    }
    return List.copyOf(checksums);
  }

  private static EngineRuns runs(
      String name, boolean training, RunTable table, int @Nullable [] rul) {
    List<EngineRun> runs = new ArrayList<>();
    int[] starts = table.starts();
    for (int i = 0; i < table.units().length; i++) {
      int unit = table.units()[i];
      runs.add(
          new EngineRun(
              name + (training ? "/train/" : "/test/") + unit,
              unit,
              training,
              table,
              starts[i],
              starts[i + 1] - starts[i],
              rul == null ? 0 : rul[i]));
    }
    return EngineRuns.of(runs);
  }

  /**
   * Returns the name of the data set.
   *
   * @return such as {@code "FD001"}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the training units.
   *
   * @return the runs, recorded until failure
   */
  public EngineRuns train() {
    return train;
  }

  /**
   * Returns the test units, each with the remaining useful life of the RUL file.
   *
   * @return the runs, recorded until some time before failure
   */
  public EngineRuns test() {
    return test;
  }
}
