package io.github.anomalydata.docs;

import java.util.List;

/**
 * A fenced block of a chapter that can be run.
 *
 * @param kind what it holds
 * @param line the number of its first line in the chapter, from 1
 * @param lines what stands between its fences
 */
record Block(Kind kind, int line, List<String> lines) {
  /** What a block holds, named as after its opening fence. */
  enum Kind {
    /** Statements and imports. */
    JAVA,
    /** Commands after {@code $}, and what they print. */
    CONSOLE
  }
}
