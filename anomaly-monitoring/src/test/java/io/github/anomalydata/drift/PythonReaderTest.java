package io.github.anomalydata.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a reader of less than 50 lines of Python understands a saved detector. */
class PythonReaderTest {
  private static final Path READER = Path.of("../compat/drift/detector.py");

  @TempDir private Path folder = Path.of("");

  /** What a process printed, and how it ended. */
  private record Printed(int code, String text) {}

  @BeforeAll
  static void requirePython() throws InterruptedException {
    boolean found;
    try {
      found = run("python3", "--version").code == 0;
    } catch (IOException e) {
      found = false;
    }
    assumeTrue(found, "there is no python3 to read the detector with");
  }

  private static Printed run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Printed(process.waitFor(), text);
  }

  @Test
  void pythonReadsManifestAndArrays() throws Exception {
    Path file = folder.resolve("detector.npz");
    SavedDetectors.full(40, 1).save(file);
    Printed printed = run("python3", READER.toString(), file.toString());
    assertEquals(0, printed.code, printed.text);
    JsonNode json = new ObjectMapper().readTree(printed.text);
    assertEquals(40, json.at("/manifest/reference/rows").asInt());
    assertEquals(2.5, json.at("/manifest/threshold/0").asDouble());
    assertEquals("halt ü", json.at("/manifest/reference/features/1/labels/1").asText());
    double[] scores = SavedDetectors.sample(40, 0, 1).scores().orElseThrow().values();
    assertEquals(40, json.at("/arrays/scores/0").asInt());
    assertEquals(Arrays.stream(scores).sum(), json.at("/arrays/scores/1").asDouble(), 1e-9);
    assertEquals(80, json.at("/arrays/latents/0").asInt());
  }

  @Test
  void pythonSeesDamage() throws Exception {
    Path file = folder.resolve("detector.npz");
    SavedDetectors.full(40, 1).save(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertNotEquals(0, run("python3", READER.toString(), file.toString()).code);
  }

  @Test
  void readerHasLessThanFiftyLines() throws IOException {
    assertTrue(Files.readAllLines(READER).size() < 50);
  }
}
