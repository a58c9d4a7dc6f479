package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README and every chapter of the guide, each in an empty folder; see docs/README.md. */
final class GuideTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir")).getParent();
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> chapterRuns(@TempDir Path classes) throws Exception {
    List<String> imports = Imports.of(ROOT);
    List<Path> chapters = chapters();
    assertFalse(chapters.isEmpty(), "no chapter in docs/guide");
    return Stream.concat(Stream.of(ROOT.resolve("README.md")), chapters.stream())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> run(file, imports, Files.createTempDirectory(classes, "chapter"))));
  }

  private static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/guide"))) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static void run(Path file, List<String> imports, Path classes) throws Exception {
    emptyThisFolder();
    Path data = Files.createDirectory(Path.of("data"));
    Path out = Files.createDirectory(Path.of("out"));
    Chapter chapter = Chapter.read(file);
    Program.of(chapter, imports).run(classes, data, out, Console.of(chapter)::run);
  }

  private static void emptyThisFolder() throws IOException {
    assertTrue(HERE.endsWith(Path.of("target", "guide")), "the current folder is " + HERE);
    try (Stream<Path> left = Files.walk(HERE)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(HERE)) {
          Files.delete(path);
        }
      }
    }
  }
}
