package io.github.anomalydata.docs;

import io.github.anomalydata.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the commands of console blocks in this process. */
final class Console {
  private static final String PROMPT = "$ ";
  private static final String PROGRAM = "./anomaly";

  /** What a shell would act on, and we do not. */
  private static final String SYNTAX = "|&;>()$`*?~";

  /** Stands before the file that is standard input. */
  private static final String INPUT = "<";

  /** The command line under test. */
  interface Program {
    int run(InputStream in, PrintWriter out, PrintWriter err, String... args);
  }

  private final Chapter chapter;
  private final Program program;

  private Console(Chapter chapter, Program program) {
    this.chapter = chapter;
    this.program = program;
  }

  static Console of(Chapter chapter) {
    return of(chapter, Main::run);
  }

  static Console of(Chapter chapter, Program program) {
    return new Console(chapter, program);
  }

  /**
   * Runs the commands of a block.
   *
   * @param index the block's index in the chapter
   * @throws AssertionError if one of them is not ours, or ends with a code other than 0
   */
  void run(int index) {
    Block block = chapter.blocks().get(index);
    int commands = 0;
    int i = 0;
    while (i < block.lines().size()) {
      int first = i;
      String line = block.lines().get(i++);
      if (!line.startsWith(PROMPT)) {
        continue;
      }
      String command = line.substring(PROMPT.length());
      while (command.endsWith("\\") && i < block.lines().size()) {
        command = command.substring(0, command.length() - 1) + block.lines().get(i++);
      }
      execute(chapter.name() + ":" + (block.line() + first), command);
      commands++;
    }
    if (commands == 0) {
      throw new AssertionError(
          chapter.name() + ":" + block.line() + ": no command; they start with \"" + PROMPT + "\"");
    }
  }

  private void execute(String place, String command) {
    List<String> words = words(place, command);
    if (words.isEmpty() || !words.get(0).equals(PROGRAM)) {
      throw new AssertionError(
          place + ": only " + PROGRAM + " can be run in a console block, got: " + command);
    }
    int end = words.indexOf(INPUT) < 0 ? words.size() : words.indexOf(INPUT);
    if (end < words.size() && end != words.size() - 2) {
      throw new AssertionError(place + ": one file after '<', at the end: " + command);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code;
    try (InputStream in =
        end < words.size()
            ? Files.newInputStream(Path.of(words.get(end + 1)))
            : InputStream.nullInputStream()) {
      code =
          program.run(
              in,
              new PrintWriter(out),
              new PrintWriter(err),
              words.subList(1, end).toArray(String[]::new));
    } catch (IOException e) {
      throw new AssertionError(place + ": " + e, e);
    }
    if (code != 0) {
      throw new AssertionError(place + ": exit code " + code + "\n" + err + out);
    }
  }

  /** Splits a command as a shell does, for words, quotes, escapes and comments. */
  static List<String> words(String place, String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      if (quote == 0 && word == null && c == '#') {
        break;
      }
      if (quote == 0 && SYNTAX.indexOf(c) >= 0) {
        throw new AssertionError(
            place + ": no shell is here to understand '" + c + "': " + command);
      }
      if (quote == 0 && c == INPUT.charAt(0)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        words.add(INPUT);
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
        word.append(command.charAt(++i));
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new AssertionError(place + ": a quote is never closed: " + command);
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}
