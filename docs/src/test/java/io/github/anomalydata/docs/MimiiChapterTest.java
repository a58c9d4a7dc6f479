package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures and tables of the chapter on MIMII are those that its own commands make today. */
final class MimiiChapterTest {
  /** Colours may differ in their last places, as spectra do on other processors. */
  private static final int COLOUR = 2;

  /** Of six normal and six abnormal recordings, one pair in another order is a 36th. */
  private static final double AREA = 0.1;

  private static final List<String> PICTURES = List.of("mel-sound.png", "mel-faulty.png");

  @TempDir private Path folder = Path.of("");
  private final List<String> printed = new ArrayList<>();

  private int run(PrintWriter err, String... args) {
    StringWriter text = new StringWriter();
    String[] moved =
        Arrays.stream(args)
            .map(a -> a.startsWith("data/") || a.startsWith("out/") ? folder.resolve(a) : a)
            .map(String::valueOf)
            .toArray(String[]::new);
    int code = Main.run(new PrintWriter(text, true), err, moved);
    printed.addAll(text.toString().lines().toList());
    return code;
  }

  @Test
  void picturesAndTablesAreWhatTheCommandsMake() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Path file = Pictures.GUIDE.resolve("09-mimii.md");
    Chapter chapter = Chapter.read(file);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < chapter.blocks().size(); i++) {
      if (chapter.blocks().get(i).kind() == Block.Kind.CONSOLE) {
        Console.of(chapter, (in, out, err, args) -> run(err, args)).run(i);
        shown.addAll(chapter.blocks().get(i).lines());
      }
    }
    assertTables(shown.stream().filter(MimiiChapterTest::isRow).toList());
    for (String name : PICTURES) {
      Files.copy(
          folder.resolve("out").resolve(name),
          Pictures.made(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    for (String name : PICTURES) {
      assertTrue(Files.readString(file).contains("](images/" + name + ")"), name);
      Pictures.assertKept(name, COLOUR);
    }
  }

  private static boolean isRow(String line) {
    return line.matches("(\\S*fan\\S*|mean) .*\\d.*");
  }

  /** Asserts that the rows are the first of those printed, but for what areas may differ by. */
  private void assertTables(List<String> shown) {
    assertFalse(shown.isEmpty(), "no table");
    List<String> rows = printed.stream().filter(MimiiChapterTest::isRow).toList();
    for (int i = 0; i < shown.size(); i++) {
      String[] expected = shown.get(i).split(" +");
      String[] found = rows.get(i).split(" +");
      assertEquals(expected.length, found.length, rows.get(i));
      for (int c = 0; c < expected.length; c++) {
        if (expected[c].matches("[01]\\.\\d{3}")) {
          assertEquals(
              Double.parseDouble(expected[c]), Double.parseDouble(found[c]), AREA, rows.get(i));
        } else {
          assertEquals(expected[c], found[c], rows.get(i));
        }
      }
    }
  }
}
