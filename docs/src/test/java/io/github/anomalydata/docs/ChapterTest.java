package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChapterTest {
  private static List<Block> blocks(String markdown) {
    return Chapter.parse("some.md", markdown.lines().toList()).blocks();
  }

  @Test
  void javaAndConsoleBlocksAreFoundWithTheirLines() {
    List<Block> blocks =
        blocks(
            """
            # Title

            ```java
            int a = 1;
            int b = 2;
            ```
            ~~~ console
            $ ./anomaly
            ~~~
            """);
    assertEquals(
        List.of(
            new Block(Block.Kind.JAVA, 4, List.of("int a = 1;", "int b = 2;")),
            new Block(Block.Kind.CONSOLE, 8, List.of("$ ./anomaly"))),
        blocks);
  }

  @Test
  void otherBlocksAreLeftAlone() {
    assertEquals(
        List.of(), blocks("```sh\nmvn verify\n```\n```\nplain\n```\n``` xml\n<a/>\n```\n"));
  }

  @Test
  void blockInAListLosesItsIndentation() {
    assertEquals(
        List.of(new Block(Block.Kind.JAVA, 3, List.of("if (x) {", "  y();", "}"))),
        blocks("1. First\n   ```java\n   if (x) {\n     y();\n   }\n   ```\n"));
  }

  @Test
  void longerFenceHoldsAShorterOne() {
    assertEquals(List.of(), blocks("````markdown\n```java\nint a;\n```\n````\n"));
  }

  @Test
  void fenceThatIsNeverClosedIsAnError() {
    AssertionError e = assertThrows(AssertionError.class, () -> blocks("a\n```java\nint a;\n"));
    assertEquals("some.md:2: this block is never closed", e.getMessage());
  }
}
