package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {
  @TempDir private Path folder;

  /** The blocks of the console that were run, and what lay in the folder then. */
  private final List<String> calls = new ArrayList<>();

  private void run(String markdown) throws Exception {
    Chapter chapter = Chapter.parse("some.md", markdown.lines().toList());
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path file = folder.resolve("file");
    Program.of(chapter, List.of("java.nio.file.*"))
        .run(classes, folder, folder, i -> calls.add(i + " " + Files.exists(file)));
  }

  private String failure(String markdown) {
    return assertThrows(AssertionError.class, () -> run(markdown)).getMessage();
  }

  @Test
  void laterBlocksSeeWhatEarlierOnesDeclared() throws Exception {
    run(
        """
        ```java
        import java.nio.charset.StandardCharsets;
        record Line(String text) {}
        Path file = out.resolve("file");
        ```
        ```java
        Files.writeString(file, new Line("written").text(), StandardCharsets.UTF_8);
        ```
        """);
    assertEquals("written", Files.readString(folder.resolve("file")));
  }

  @Test
  void commandsRunWhereTheyStand() throws Exception {
    run(
        """
        ```console
        $ ./anomaly
        ```
        ```java
        Files.createFile(data.resolve("file"));
        ```
        ```console
        $ ./anomaly
        ```
        """);
    assertEquals(List.of("0 false", "2 true"), calls);
  }

  @Test
  void assertionsAreChecked() {
    String message = failure("```java\nint a = 1;\nassert a == 2 : \"a is \" + a;\n```\n");
    assertEquals("some.md:3: throws java.lang.AssertionError: a is 1", message);
  }

  @Test
  void chapterWithNothingToRunPasses() throws Exception {
    run("# Only words\n");
    assertEquals(List.of(), calls);
  }

  @Test
  void errorOfTheCompilerNamesTheLine() {
    String message = failure("Words.\n\n```java\nint a = 1;\nint b = c;\n```\n");
    assertTrue(message.contains("some.md:5: cannot find symbol"), message);
    assertTrue(message.contains("int b = c;"), message);
    assertFalse(message.contains("some.md:4"), message);
  }

  @Test
  void warningOfTheCompilerIsAnError() {
    String message = failure("```java\njava.util.List list = java.util.List.of();\n```\n");
    assertTrue(message.contains("some.md:2: found raw type: java.util.List"), message);
  }

  @Test
  void missingBraceBelongsToTheLastBlock() {
    String message = failure("```java\nif (true) {\n```\n");
    assertTrue(message.contains("some.md:2: reached end of file"), message);
  }

  @Test
  void badImportNamesTheLine() {
    String message = failure("```java\nint a = 1;\n```\n```java\nimport no.such.Type;\n```\n");
    assertTrue(message.contains("some.md:5: package no.such does not exist"), message);
  }

  @Test
  void exceptionNamesTheLineThatThrew() {
    String message =
        failure(
            """
            ```java
            int a = 1;
            Files.readString(Path.of("missing"));
            ```
            """);
    assertEquals("some.md:3: throws " + new NoSuchFileException("missing"), message);
  }

  @Test
  void failingCommandFailsTheChapter() {
    Chapter chapter = Chapter.parse("some.md", List.of("```console", "$ ./anomaly", "```"));
    AssertionError failure = new AssertionError("some.md:2: exit code 1");
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () ->
                Program.of(chapter, List.of())
                    .run(
                        folder,
                        folder,
                        folder,
                        i -> {
                          throw failure;
                        }));
    assertEquals(failure, e);
  }
}
