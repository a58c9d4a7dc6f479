package io.github.anomalydata.cli.signal;

import io.github.anomalydata.cli.JsonOption;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a command takes its signals from, and where its results go. */
final class SignalFiles {
  @Parameters(index = "0", paramLabel = "IN", description = "The file to transform.")
  private Path in = Path.of("");

  @Option(
      names = {"--out", "-o"},
      paramLabel = "OUT",
      required = true,
      description = "The file to write, replaced if it exists; its folder is made.")
  private Path out = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  Path in() {
    return in;
  }

  SignalBatch read() throws IOException {
    return SignalBatch.of(in.toString(), Npy.read(in));
  }

  /** Fails before the work is done, not after. */
  void requireOutput(String suffix) {
    if (!out.toString().endsWith(suffix)) {
      throw new IllegalArgumentException("--out: a name that ends in " + suffix + ", got " + out);
    }
  }

  void writeArray(NumericArray array, PrintWriter log) throws IOException {
    Files.createDirectories(out.toAbsolutePath().getParent());
    Npy.write(out, array);
    report(Map.of("array", array), log);
  }

  void writeArchive(Map<String, NumericArray> arrays, PrintWriter log) throws IOException {
    Files.createDirectories(out.toAbsolutePath().getParent());
    Npz.write(out, arrays, Npz.Compression.STORED);
    report(arrays, log);
  }

  private void report(Map<String, NumericArray> arrays, PrintWriter log) throws IOException {
    StringJoiner words = new StringJoiner(", ");
    Map<String, Object> shapes = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          words.add((name.equals("array") ? "" : name + " ") + array);
          shapes.put(
              name,
              Map.of(
                  "type",
                  array.type().toString(),
                  "shape",
                  Arrays.stream(array.shape()).boxed().toList()));
        });
    log.println("Wrote " + words + " to " + out);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("out", out.toString());
    result.put("arrays", shapes);
    json.write(result);
  }
}
