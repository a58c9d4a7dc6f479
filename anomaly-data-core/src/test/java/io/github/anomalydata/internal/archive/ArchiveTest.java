package io.github.anomalydata.internal.archive;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Archive<Content> ARCHIVE =
      Archive.of("anomaly-data/test", 1, Content.class, 1000);

  @TempDir private Path folder;
  private Path file;

  private record Content(String name, int number) {}

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.npz");
    ARCHIVE.write(
        file,
        new Content("pump", 7),
        Map.of("b", new double[] {1, -0.0, Double.MIN_VALUE}, "a", new double[0]));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Archive.Saved<Content> saved = ARCHIVE.read(file, "a", "b");

    assertEquals(new Content("pump", 7), saved.content());
    assertArrayEquals(new double[] {1, -0.0, Double.MIN_VALUE}, saved.array("b"));
    assertEquals(0, saved.array("a").length);
    assertRefused(() -> saved.array("c"), "name: one of [a, b], got c");
  }

  @Test
  void arraysLieInTheOrderOfTheirNames() throws IOException {
    try (Npz npz = Npz.open(file)) {
      assertEquals("[manifest, a, b, sha256sums]", npz.names().toString());
    }
  }

  @Test
  void sumsAreThoseOfTheBytesInTheFile() throws IOException {
    try (Npz npz = Npz.open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(npz.read("b").doubles());
      String sums = text(npz.read("sha256sums"));

      assertEquals(3, sums.lines().count());
      assertEquals(
          Hashes.sha256(bytes.array()) + "  b", sums.lines().skip(1).findFirst().orElseThrow());
    }
  }

  private static String text(NumericArray array) {
    StringBuilder text = new StringBuilder();
    for (int value : array.ints()) {
      text.append((char) value);
    }
    return text.toString();
  }

  @Test
  void contentThatWasExchangedIsFound() throws IOException {
    Map<String, NumericArray> arrays = new LinkedHashMap<>(Npz.readAll(file));
    byte[] manifest = text(arrays.get("manifest")).replace("7", "8").getBytes(UTF_8);
    arrays.put("manifest", NumericArray.of(manifest, manifest.length).unsigned());
    Npz.write(file, arrays, Npz.Compression.STORED);

    assertBroken("sha256sums", "the SHA-256 of what the file holds");
  }

  @Test
  void arrayThatWasExchangedIsFound() throws IOException {
    Map<String, NumericArray> arrays = new LinkedHashMap<>(Npz.readAll(file));
    arrays.put("b", NumericArray.of(new double[] {1, 0.0, Double.MIN_VALUE}, 3));
    Npz.write(file, arrays, Npz.Compression.STORED);

    assertBroken("the SHA-256 of what the file holds");
  }

  @Test
  void arraysOtherThanThoseAskedForAreRefused() throws IOException {
    Map<String, NumericArray> arrays = new LinkedHashMap<>(Npz.readAll(file));
    arrays.put("more", NumericArray.of(new double[1], 1));
    Npz.write(file, arrays, Npz.Compression.STORED);
    assertBroken("the arrays [a, b, manifest] and sha256sums", "more");
    arrays.remove("more");
    arrays.put("b", NumericArray.of(new float[3], 3));
    Npz.write(file, arrays, Npz.Compression.STORED);
    assertBroken("b", "float64 of one dimension", "float32[3]");
    arrays.remove("b");
    Npz.write(file, arrays, Npz.Compression.STORED);
    assertBroken("an array b", "manifest");
  }

  @Test
  void fileOfAnotherFormatIsRefused() throws IOException {
    Archive.of("anomaly-data/other", 1, Content.class, 1000)
        .write(file, new Content("pump", 7), Map.of("a", new double[0], "b", new double[0]));

    assertBroken("format \"anomaly-data/test\"");
  }

  @Test
  void arrayAboveTheLimitIsRefused() throws IOException {
    Archive.of("anomaly-data/test", 1, Content.class, 1 << 20)
        .write(file, new Content("pump", 7), Map.of("a", new double[0], "b", new double[1000]));

    assertBroken("1000");
  }

  @Test
  void fileThatCannotBeWrittenStaysAsItWas() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThrown(
        IllegalArgumentException.class,
        () -> ARCHIVE.write(file, new Content("x", 1), Map.of("", new double[1])));

    assertArrayEquals(before, Files.readAllBytes(file));
  }

  private void assertBroken(String... words) {
    DataFileException e =
        assertThrown(DataFileException.class, () -> ARCHIVE.read(file, "a", "b"), words);
    assertEquals(true, e.getMessage().contains("a.npz"), e.getMessage());
  }
}
