package io.github.anomalydata.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file and the blocks in it that can be run.
 *
 * @param name the name of the file
 * @param blocks its Java and console blocks, in order
 */
record Chapter(String name, List<Block> blocks) {
  private static final Pattern FENCE = Pattern.compile("(\\s*)(`{3,}|~{3,})\\s*([^`\\s]*)[^`]*");

  static Chapter read(Path file) throws IOException {
    return parse(file.getFileName().toString(), Files.readAllLines(file));
  }

  static Chapter parse(String name, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int i = 0;
    while (i < lines.size()) {
      Matcher opening = FENCE.matcher(lines.get(i));
      i++;
      if (!opening.matches()) {
        continue;
      }
      int first = i;
      while (i < lines.size() && !closes(opening.group(2), lines.get(i))) {
        i++;
      }
      if (i == lines.size()) {
        throw new AssertionError(name + ":" + first + ": this block is never closed");
      }
      List<String> content =
          lines.subList(first, i).stream()
              .map(s -> unindent(s, opening.group(1).length()))
              .toList();
      switch (opening.group(3)) {
        case "java" -> blocks.add(new Block(Block.Kind.JAVA, first + 1, content));
        case "console" -> blocks.add(new Block(Block.Kind.CONSOLE, first + 1, content));
        default -> {}
      }
      i++;
    }
    return new Chapter(name, List.copyOf(blocks));
  }

  private static boolean closes(String opening, String line) {
    String fence = line.strip();
    return fence.length() >= opening.length()
        && fence.equals(opening.substring(0, 1).repeat(fence.length()));
  }

  /** Takes away the indentation that a block has in a list. */
  private static String unindent(String line, int width) {
    int i = 0;
    while (i < width && i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return line.substring(i);
  }
}
