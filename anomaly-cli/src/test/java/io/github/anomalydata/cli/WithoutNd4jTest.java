package io.github.anomalydata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no ND4J run in a JVM that has none of its jars. */
class WithoutNd4jTest {
  @TempDir Path folder;

  private String run(String... args) throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(nd4j|deeplearning4j|javacpp|openblas|datavec).*"))
            .collect(Collectors.joining(File.pathSeparator));
    assertFalse(classPath.contains("nd4j"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName()));
    command.addAll(List.of(args));
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ends");
    String text = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), text);
    return text;
  }

  @Test
  void helpSimulateInfoWindowsSignalAndFeatures() throws IOException, InterruptedException {
    String fleet = folder.resolve("fleet").toString();
    assertTrue(run("--help").contains("quickstart"));
    run("turbofan", "simulate", "--out", fleet, "--train-units", "3", "--test-units", "2");
    assertTrue(run("turbofan", "info", "--data", fleet).contains("all files are sound"));
    run("turbofan", "windows", "--data", fleet, "--npy", folder.resolve("npy").toString());
    Path windows = folder.resolve("npy").resolve("train_x.npy");
    assertTrue(Files.size(windows) > 1000);
    assertTrue(run("features", windows.toString(), "--rate", "1").contains("features ["));
    String bands = folder.resolve("bands.npz").toString();
    run("signal", "dwt", windows.toString(), "--out", bands, "--wavelet", "db2");
    run("signal", "stft", windows.toString(), "--out", bands, "--n_fft", "16");
  }
}
