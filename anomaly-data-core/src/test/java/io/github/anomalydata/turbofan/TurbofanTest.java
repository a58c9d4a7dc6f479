package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TurbofanTest {
  @TempDir Path folder;

  @BeforeEach
  void writeFleet() throws IOException {
    Fleet.write(folder, "FD001", new int[] {5, 7}, new int[] {4, 3, 6}, new int[] {10, 0, 112});
  }

  private Turbofan open() throws IOException {
    return Turbofan.open(folder, Turbofan.Subset.FD001);
  }

  @Test
  void everyValueOfTheFilesIsRead() throws IOException {
    Turbofan fd001 = open();
    assertEquals(2, fd001.train().size());
    assertEquals(12, fd001.train().rows());
    assertEquals(3, fd001.test().size());
    for (EngineRuns runs : List.of(fd001.train(), fd001.test())) {
      for (EngineRun run : runs.runs()) {
        for (int cycle = 1; cycle <= run.length(); cycle++) {
          for (Channel channel : Channel.all()) {
            assertEquals(Fleet.value(run.unit(), cycle, channel), run.value(channel, cycle), 1e-12);
          }
        }
      }
    }
  }

  @Test
  void trainingUnitsEndWithARemainingLifeOfZero() throws IOException {
    EngineRun run = open().train().runs().get(1);
    assertEquals(0, run.rul(7));
    assertEquals(6, run.rul(1));
  }

  @Test
  void testUnitsEndWithTheRemainingLifeOfTheRulFile() throws IOException {
    List<EngineRun> runs = open().test().runs();
    assertEquals(10, runs.get(0).rul(4));
    assertEquals(13, runs.get(0).rul(1));
    assertEquals(0, runs.get(1).rul(3));
    assertEquals(112, runs.get(2).rul(6));
  }

  @Test
  void engineNamesBeginWithSubsetAndPart() throws IOException {
    assertEquals("FD001/train/2", open().train().runs().get(1).group());
    assertEquals("FD001/test/1", open().test().runs().get(0).group());
  }

  @Test
  void carriageReturnsTabsAndMissingBlanksAreAccepted() throws IOException {
    Path file = folder.resolve("train_FD001.txt");
    EngineRuns expected = open().train();
    for (String ending : List.of("\r\n", "\n", " \t\r\n")) {
      StringBuilder text = new StringBuilder();
      for (String line : Fleet.lines(5, 7)) {
        text.append("\t").append(line.strip().replace(" ", " \t ")).append(ending);
      }
      Files.writeString(file, text.toString());
      EngineRuns read = open().train();
      for (int column = 0; column < read.columns().size(); column++) {
        assertEquals(0, Arrays.compare(expected.column(column), read.column(column)));
      }
    }
  }

  @Test
  void aMissingLineFeedAtTheEndAndBlankLinesAfterItAreAccepted() throws IOException {
    Path file = folder.resolve("train_FD001.txt");
    String text = String.join("\n", Fleet.lines(5, 7));
    Files.writeString(file, text);
    assertEquals(12, open().train().rows());
    Files.writeString(file, text + "\n \n\n");
    assertEquals(12, open().train().rows());
  }

  @Test
  void unitsMayBeMissingAsInTrimmedCopies() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int unit : new int[] {3, 7, 90}) {
      lines.add(Fleet.line(unit, 1));
      lines.add(Fleet.line(unit, 2));
    }
    Fleet.write(folder.resolve("train_FD001.txt"), lines);
    assertEquals(List.of(3, 7, 90), open().train().runs().stream().map(EngineRun::unit).toList());
  }

  @Test
  void numbersAreReadAsJavaReadsThem() throws IOException {
    Random random = new Random(1);
    List<Double> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int cycle = 1; cycle <= 2000; cycle++) {
      StringBuilder line = new StringBuilder("1 " + cycle);
      for (int i = 0; i < 24; i++) {
        String number =
            switch (random.nextInt(6)) {
              case 0 -> Double.toString(random.nextGaussian() * 1e10);
              case 1 -> Double.toString(random.nextGaussian() * 1e-300);
              case 2 -> random.nextInt(1000) + "." + random.nextLong(1L << 60);
              case 3 -> "-0." + random.nextInt(10_000);
              case 4 -> "+" + random.nextLong(Long.MAX_VALUE);
              default -> random.nextInt(10_000) + ".";
            };
        expected.add(Double.parseDouble(number));
        line.append(' ').append(number);
      }
      lines.add(line.toString());
    }
    Fleet.write(folder.resolve("train_FD001.txt"), lines);
    EngineRun run = open().train().runs().get(0);
    for (int cycle = 1; cycle <= 2000; cycle++) {
      for (Channel channel : Channel.all()) {
        assertEquals(expected.get(24 * (cycle - 1) + channel.ordinal()), run.value(channel, cycle));
      }
    }
  }

  static Stream<Arguments> brokenTrainLines() {
    String good = Fleet.line(1, 1).strip();
    return Stream.of(
        Arguments.of("1 2 3", 2, List.of("line 2", "26 columns", "3 columns")),
        Arguments.of(good.replaceFirst("1 1", "1 2") + " 7", 2, List.of("line 2", "26 columns")),
        Arguments.of("1 3" + good.substring(3), 2, List.of("column 3", "cycle 2 of unit 1")),
        Arguments.of("1 1" + good.substring(3), 2, List.of("cycle 2 of unit 1", "cycle 1")),
        Arguments.of("2 2" + good.substring(3), 2, List.of("cycle 1 of unit 2", "cycle 2")),
        Arguments.of("0 1" + good.substring(3), 2, List.of("column 1", "a unit", "0")),
        Arguments.of("1.5 2" + good.substring(3), 2, List.of("column 1", "a unit", "1.5")),
        Arguments.of("1 2" + good.substring(3).replace("518.6700", "NaN"), 2, List.of("'NaN'")),
        Arguments.of("1 2" + good.substring(3).replace("518.6700", "1e999"), 2, List.of("1e999")),
        Arguments.of("1 2" + good.substring(3).replace("518.6700", "0x1p3"), 2, List.of("0x1p3")),
        Arguments.of(
            "1 2" + good.substring(3).replace("518.6700", "5\u00e4"), 2, List.of("5\\xc3")),
        Arguments.of("1 2" + good.substring(3).replace("518.6700", "-"), 2, List.of("'-'")),
        Arguments.of("1 2" + good.substring(3).replace("518.6700", "1.2.3"), 2, List.of("'1.2.3'")),
        Arguments.of("", 2, List.of("line 2", "blank line")),
        Arguments.of("1 2\r" + good.substring(3), 2, List.of("line feed")));
  }

  @ParameterizedTest
  @MethodSource("brokenTrainLines")
  void aBrokenLineIsRefusedWithItsPlaceAndTheRule(String line, int number, List<String> words)
      throws IOException {
    List<String> lines = new ArrayList<>(Fleet.lines(1));
    lines.add(number - 1, line);
    lines.add(Fleet.line(1, 3));
    Path file = folder.resolve("train_FD001.txt");
    Fleet.write(file, lines);
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertAll(
        () -> assertEquals(file.toString(), e.file()),
        () -> assertTrue(e.place().startsWith("line " + number), e.getMessage()),
        () -> assertTrue(words.stream().allMatch(e.getMessage()::contains), e.getMessage()));
  }

  @Test
  void theColumnOfABadNumberCountsCharactersFromOne() throws IOException {
    Fleet.write(folder.resolve("train_FD001.txt"), List.of("1 1 0.001 oops"));
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertEquals("line 1, column 11", e.place());
  }

  @Test
  void theColumnIsRightFarBehindTheFirstBuffer() throws IOException {
    List<String> lines = new ArrayList<>(Fleet.lines(2000));
    lines.add("1 2001 x");
    Fleet.write(folder.resolve("train_FD001.txt"), lines);
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertEquals("line 2001, column 8", e.place());
  }

  @Test
  void unitsOutOfOrderAreRefused() throws IOException {
    Fleet.write(
        folder.resolve("train_FD001.txt"),
        List.of(Fleet.line(1, 1), Fleet.line(2, 1), Fleet.line(1, 2)));
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertEquals("line 3, column 1", e.place());
    assertTrue(e.getMessage().contains("ascending order, after unit 2"), e.getMessage());
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("test_FD001.txt"), "\n\n");
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertTrue(e.getMessage().contains("an empty file"), e.getMessage());
    assertEquals(folder.resolve("test_FD001.txt").toString(), e.file());
  }

  @Test
  void aRulForEachTestUnitIsRequired() throws IOException {
    Files.writeString(folder.resolve("RUL_FD001.txt"), "1 \n2 \n");
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertTrue(e.getMessage().contains("each of 3 test units, found 2 lines"), e.getMessage());
  }

  @Test
  void aNegativeOrFractionalRulIsRefused() throws IOException {
    for (String bad : List.of("-1", "3.5", "7 8")) {
      Files.writeString(folder.resolve("RUL_FD001.txt"), "1\n" + bad + "\n3\n");
      DataFileException e = assertThrows(DataFileException.class, this::open);
      assertTrue(e.place().startsWith("line 2, column"), e.getMessage());
    }
  }

  @Test
  void aMissingFileIsNamedWithWhatTheFolderHolds() throws IOException {
    Files.delete(folder.resolve("test_FD001.txt"));
    DataFileException e = assertThrows(DataFileException.class, this::open);
    assertTrue(
        e.getMessage().contains("expected test_FD001.txt, found [RUL_FD001.txt, train_FD001.txt]"),
        e.getMessage());
  }

  @Test
  void aMissingFolderIsRefused() {
    NoSuchFileException e =
        assertThrows(NoSuchFileException.class, () -> Turbofan.open(folder.resolve("no"), "FD001"));
    assertTrue(e.getMessage().contains("folder or a zip file"), e.getMessage());
  }

  @Test
  void aZipFileAndAZipFileInAZipFileReadAsTheFolder() throws IOException {
    EngineRuns expected = open().test();
    Path zip = folder.resolve("data.zip");
    byte[] inner = zip("deep/folder/");
    Files.write(zip, inner);
    assertEquals(expected.runs().toString(), Turbofan.open(zip, "FD001").test().runs().toString());
    Files.write(zip, nested(inner));
    EngineRuns nested = Turbofan.open(zip, "FD001").test();
    assertEquals(expected.runs().toString(), nested.runs().toString());
    assertEquals(0, Arrays.compare(expected.column(5), nested.column(5)));
  }

  @Test
  void checksumsAreThoseOfTheBytesInFolderAndZipFile() throws IOException {
    Files.writeString(folder.resolve("RUL_FD001.txt"), "abc");
    List<FileChecksum> checksums = Turbofan.checksums(folder, "FD001");
    // The first example of FIPS 180-2.
    assertEquals(
        new FileChecksum(
            "RUL_FD001.txt", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        checksums.get(2));
    assertFalse(checksums.get(2).isPublished());
    assertTrue(
        new FileChecksum(
                "RUL_FD001.txt", "a19c8ec94931949d0485bdc35118206e9c81c4547b422efb9cf86f4ceddbceca")
            .isPublished());
    Path zip = folder.resolve("data.zip");
    Files.write(zip, zip("some/"));
    assertEquals(checksums, Turbofan.checksums(zip, "FD001"));
  }

  @Test
  void aFileMissingInAZipFileIsNamed() throws IOException {
    Path zip = folder.resolve("data.zip");
    Files.write(zip, zip(""));
    DataFileException e = assertThrows(DataFileException.class, () -> Turbofan.open(zip, "FD004"));
    assertTrue(e.getMessage().contains("expected train_FD004.txt"), e.getMessage());
  }

  @Test
  void whatIsNoZipFileIsRefused() {
    Path file = folder.resolve("RUL_FD001.txt");
    DataFileException e = assertThrows(DataFileException.class, () -> Turbofan.open(file, "FD001"));
    assertTrue(e.getMessage().contains("a folder or a zip file"), e.getMessage());
  }

  @Test
  void aCorruptZipEntryIsRefusedWithItsName() throws IOException {
    Path zip = folder.resolve("data.zip");
    byte[] bytes = zip("");
    for (int i = 60; i < 90; i++) {
      bytes[i] = (byte) 0xFF;
    }
    Files.write(zip, bytes);
    DataFileException e = assertThrows(DataFileException.class, () -> Turbofan.open(zip, "FD001"));
    assertTrue(e.getMessage().contains("data.zip!train_FD001.txt"), e.getMessage());
  }

  @Test
  void aDamagedZipFileIsReadOrRefusedByName() throws IOException {
    Random random = new Random(5);
    Path zip = folder.resolve("data.zip");
    byte[] outer = nested(zip("some/"));
    int refused = 0;
    for (int trial = 0; trial < 600; trial++) {
      byte[] damaged = trial % 2 == 0 ? zip("") : outer.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(
          zip, trial % 5 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
      try {
        Turbofan.open(zip, "FD001");
      } catch (DataFileException e) {
        refused++;
        assertTrue(e.file().startsWith(zip.toString()), e.getMessage());
      }
    }
    assertTrue(refused > 200, refused + " were refused");
  }

  private static byte[] nested(byte[] inner) throws IOException {
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(outer)) {
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.putNextEntry(new ZipEntry("6. Turbofan/CMAPSSData.zip"));
      out.write(inner);
    }
    return outer.toByteArray();
  }

  private byte[] zip(String prefix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String part : List.of("train", "test", "RUL")) {
        out.putNextEntry(new ZipEntry(prefix + part + "_FD001.txt"));
        out.write(Files.readAllBytes(folder.resolve(part + "_FD001.txt")));
      }
    }
    return bytes.toByteArray();
  }
}
