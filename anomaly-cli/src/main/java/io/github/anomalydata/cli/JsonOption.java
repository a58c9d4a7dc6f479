package io.github.anomalydata.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option every command has: its result as JSON, for machines. */
public final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON to this file.")
  private @Nullable Path file;

  /** Creates the option without a file. */
  public JsonOption() {}

  /**
   * Tells whether a file was asked for.
   *
   * @return whether it was
   */
  public boolean isGiven() {
    return file != null;
  }

  /**
   * Writes the result if a file was asked for.
   *
   * @param result the result, in the order of its keys
   * @throws IOException if the file cannot be written
   */
  public void write(Map<String, ?> result) throws IOException {
    if (file != null) {
      write(file, result);
    }
  }

  /**
   * Writes a result.
   *
   * @param file the file, replaced if it exists; its folder is made if it does not
   * @param result the result, in the order of its keys
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, Map<String, ?> result) throws IOException {
    byte[] json =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(result);
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, out -> out.write(json));
  }
}
