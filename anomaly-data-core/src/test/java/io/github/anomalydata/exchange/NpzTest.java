package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Npz.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
  @TempDir Path folder;

  private Path zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return Files.write(folder.resolve("a.npz"), bytes.toByteArray());
  }

  private static void assertRefused(DataFileException e, String... words) {
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored", "deflated", "streamed"})
  void readsWhatNumPyWrote(String name) throws IOException {
    Map<String, NumericArray> arrays = Npz.readAll(Golden.path(name + ".npz"));

    assertEquals(
        "{windows=float32[2, 3, 4], größe=int64[5], nested/scalar=float64[], zeros=uint8[300, 10]}",
        arrays.toString());
    assertArrayEquals(
        Golden.array(ElementType.FLOAT32, 2, 3, 4).floats(), arrays.get("windows").floats());
    assertArrayEquals(Golden.array(ElementType.INT64, 5).longs(), arrays.get("größe").longs());
    assertArrayEquals(new double[] {-1}, arrays.get("nested/scalar").doubles());
    assertArrayEquals(new int[3000], arrays.get("zeros").ints());
  }

  @Test
  void aFileOfNoArraysIsEmpty() throws IOException {
    assertEquals(Map.of(), Npz.readAll(Golden.path("empty.npz")));

    Path path = folder.resolve("none.npz");
    Npz.write(path, Map.of(), Compression.STORED);
    assertEquals(Map.of(), Npz.readAll(path));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void arraysComeBackInTheirOrder(Compression compression) throws IOException {
    Path path = folder.resolve("a.npz");
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    for (ElementType type : ElementType.values()) {
      arrays.put(type.toString(), Golden.array(type, 50, 60));
    }

    Npz.write(path, arrays, compression);
    Map<String, NumericArray> read = Npz.readAll(path);

    assertEquals(List.copyOf(arrays.keySet()), List.copyOf(read.keySet()));
    for (String name : arrays.keySet()) {
      assertArrayEquals(Golden.npy(arrays.get(name)), Golden.npy(read.get(name)), name);
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void theSameArraysGiveTheSameBytes(Compression compression) throws IOException {
    Map<String, NumericArray> arrays = Map.of("a", Golden.array(ElementType.FLOAT32, 100));
    Path first = folder.resolve("first.npz");
    Path second = folder.resolve("second.npz");

    Npz.write(first, arrays, compression);
    Npz.write(second, arrays, compression);

    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void anArrayIsReadOnlyWhenAskedFor() throws IOException {
    Path path =
        zip(Map.of("good.npy", Golden.bytes("shape-5-c.npy"), "bad.npy", new byte[] {1, 2}));

    try (Npz npz = Npz.open(path)) {
      assertEquals(2, npz.names().size());
      assertEquals("float32[5]", npz.read("good").toString());
      assertRefused(
          assertThrows(DataFileException.class, () -> npz.read("bad")), path + "!bad.npy");
    }
  }

  @Test
  void anUnknownNameIsRefusedWithTheNames() throws IOException {
    try (Npz npz = Npz.open(Golden.path("stored.npz"))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> npz.read("window"));
      assertTrue(e.getMessage().contains("[windows, größe, nested/scalar, zeros], got window"));
    }
  }

  @Test
  void aClosedFileCannotBeRead() throws IOException {
    Npz npz = Npz.open(Golden.path("stored.npz"));
    npz.close();
    assertThrows(IllegalStateException.class, () -> npz.read("windows"));
  }

  @Test
  void entriesThatAreNoArraysAreRefused() throws IOException {
    for (String name : List.of("readme.txt", ".npy", "folder/")) {
      Path path = zip(Map.of(name, new byte[0]));
      assertRefused(
          assertThrows(DataFileException.class, () -> Npz.open(path)), "*.npy", '"' + name + '"');
    }
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.npy", Golden.bytes("shape-5-c.npy"));
    entries.put("b.npy", Golden.bytes("shape-5-c.npy"));
    Path path = zip(entries);
    String content = Files.readString(path, StandardCharsets.ISO_8859_1);
    Files.writeString(path, content.replace("b.npy", "a.npy"), StandardCharsets.ISO_8859_1);

    assertRefused(
        assertThrows(DataFileException.class, () -> Npz.open(path)),
        "each name once",
        "\"a\" again");
  }

  @Test
  void aCommentThatIsNotUtf8IsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("a.npy");
      entry.setComment("remark");
      zip.putNextEntry(entry);
      zip.write(Golden.bytes("shape-5-c.npy"));
    }
    String content =
        bytes.toString(StandardCharsets.ISO_8859_1).replace("remark", "\u00FF\u00FF....");
    Path path = folder.resolve("a.npz");
    Files.writeString(path, content, StandardCharsets.ISO_8859_1);

    assertRefused(
        assertThrows(DataFileException.class, () -> Npz.open(path)), "an intact zip file");
  }

  @Test
  void aChangedValueIsFoundByItsChecksum() throws IOException {
    Path path = folder.resolve("a.npz");
    Npz.write(path, Map.of("a", Golden.array(ElementType.INT32, 1000)), Compression.STORED);
    byte[] bytes = Files.readAllBytes(path);
    bytes[2000] ^= 1;
    Files.write(path, bytes);

    try (Npz npz = Npz.open(path)) {
      assertRefused(assertThrows(DataFileException.class, () -> npz.read("a")), "CRC-32");
    }
  }

  @Test
  void brokenDeflateDataIsRefusedWithItsCause() throws IOException {
    Path path = folder.resolve("a.npz");
    Npz.write(path, Map.of("a", Golden.array(ElementType.INT32, 1000)), Compression.DEFLATED);
    byte[] bytes = Files.readAllBytes(path);
    Arrays.fill(bytes, 300, 400, (byte) 0xFF);
    Files.write(path, bytes);

    try (Npz npz = Npz.open(path)) {
      DataFileException e = assertThrows(DataFileException.class, () -> npz.read("a"));
      assertRefused(e, "intact compressed data", path + "!a.npy");
      assertTrue(e.getCause() instanceof IOException);
    }
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path path = Golden.path("shape-5-c.npy");
    assertRefused(assertThrows(DataFileException.class, () -> Npz.open(path)), "intact zip file");
    assertThrows(NoSuchFileException.class, () -> Npz.open(folder.resolve("missing.npz")));
  }

  @Test
  void aBombIsRefusedByTheLimitAndNotUnpacked() throws IOException {
    Path path = folder.resolve("bomb.npz");
    Npz.write(path, Map.of("a", NumericArray.of(new byte[1 << 24], 1 << 24)), Compression.DEFLATED);
    assertTrue(Files.size(path) < 1 << 16);

    try (Npz npz = Npz.open(path, (1 << 24) - 1)) {
      assertRefused(
          assertThrows(DataFileException.class, () -> npz.read("a")),
          "at most 16777215 bytes",
          "16777216");
    }
    try (Npz npz = Npz.open(path, 1 << 24)) {
      assertEquals(1 << 24, npz.read("a").size());
    }
  }

  @Test
  void aBombBehindASmallShapeIsNotUnpacked() throws IOException {
    byte[] array = Arrays.copyOf(Golden.bytes("shape-5-c.npy"), 1 << 24);
    try (Npz npz = Npz.open(zip(Map.of("a.npy", array)))) {
      assertRefused(
          assertThrows(DataFileException.class, () -> npz.read("a")),
          "byte 148",
          "the end of the file after the values");
    }
  }

  @Test
  void namesThatAZipFileCannotHoldAreRefused() throws IOException {
    NumericArray array = Golden.array(ElementType.INT8, 1);
    for (String name : List.of("", "é".repeat(32_766))) {
      Path path = folder.resolve("a.npz");
      assertThrows(
          IllegalArgumentException.class,
          () -> Npz.write(path, Map.of(name, array), Compression.STORED));
      assertTrue(Files.notExists(path));
    }
  }

  @Test
  void aNegativeLimitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Npz.open(Golden.path("stored.npz"), -1));
  }
}
