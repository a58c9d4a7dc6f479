package io.github.anomalydata.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsoleTest {
  private final List<List<String>> calls = new ArrayList<>();
  private int code = 0;
  private String input = "";

  private static byte[] bytes(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... lines) {
    List<String> markdown = new ArrayList<>(List.of("```console"));
    markdown.addAll(List.of(lines));
    markdown.add("```");
    Console.of(
            Chapter.parse("some.md", markdown),
            (in, out, err, args) -> {
              calls.add(Arrays.asList(args));
              input = new String(bytes(in), UTF_8);
              out.print("what it printed");
              err.print("what went wrong; ");
              return code;
            })
        .run(0);
  }

  private String failure(String... lines) {
    return assertThrows(AssertionError.class, () -> run(lines)).getMessage();
  }

  @Test
  void everyCommandRunsAndWhatItPrintsIsPassedOver() {
    run("$ ./anomaly simulate --units 3", "3 units", "$ ./anomaly info");
    assertEquals(List.of(List.of("simulate", "--units", "3"), List.of("info")), calls);
  }

  @Test
  void backslashAtTheEndJoinsTwoLines() {
    run("$ ./anomaly train \\", "    --epochs 3");
    assertEquals(List.of(List.of("train", "--epochs", "3")), calls);
  }

  @Test
  void quotesAndEscapesKeepWordsTogether() {
    run("$ ./anomaly \"a b\" 'c \"d\"' e\\ f g'h i'j '' # and a comment");
    assertEquals(List.of(List.of("a b", "c \"d\"", "e f", "gh ij", "")), calls);
  }

  @Test
  void codeOtherThanZeroFailsWithWhatWasPrinted() {
    code = 2;
    assertEquals(
        "some.md:3: exit code 2\nwhat went wrong; what it printed", failure("", "$ ./anomaly x"));
  }

  @Test
  void otherProgramsAreRefused() {
    String message = failure("$ mvn verify");
    assertTrue(message.startsWith("some.md:2: only ./anomaly can be run"), message);
  }

  @Test
  void whatOnlyAShellUnderstandsIsRefused() {
    String message = failure("$ ./anomaly info | head");
    assertTrue(message.startsWith("some.md:2: no shell is here to understand '|'"), message);
    assertEquals(List.of(), calls);
  }

  @Test
  void fileAfterTheSignIsStandardInput(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("lines.csv"), "1\n2\n");
    run("$ ./anomaly monitor --save < " + file);
    assertEquals(List.of(List.of("monitor", "--save")), calls);
    assertEquals("1\n2\n", input);
    run("$ ./anomaly info");
    assertEquals("", input);
    String message = failure("$ ./anomaly monitor < a b");
    assertTrue(message.startsWith("some.md:2: one file after '<', at the end"), message);
    assertTrue(failure("$ ./anomaly monitor < " + folder.resolve("no")).contains("NoSuchFile"));
  }

  @Test
  void quoteThatIsNeverClosedIsRefused() {
    String message = failure("$ ./anomaly 'info");
    assertTrue(message.startsWith("some.md:2: a quote is never closed"), message);
  }

  @Test
  void blockWithoutCommandIsAnError() {
    assertEquals("some.md:2: no command; they start with \"$ \"", failure("./anomaly info"));
  }

  @Test
  void realCommandLineIsTheDefault() {
    Chapter chapter =
        Chapter.parse("some.md", List.of("```console", "$ ./anomaly --colour", "```"));
    AssertionError e = assertThrows(AssertionError.class, () -> Console.of(chapter).run(0));
    assertTrue(
        e.getMessage().contains("exit code 2\nanomaly: Unknown option: '--colour'"),
        e.getMessage());
  }
}
