package io.github.anomalydata.benchmark;

/** Parts of Markdown files that are made from results, between comments that name them. */
public final class GeneratedBlocks {
  private GeneratedBlocks() {}

  /**
   * Replaces what is between {@code <!-- made: NAME -->} and {@code <!-- end: NAME -->}.
   *
   * @param text the file
   * @param name the name of the part
   * @param made what belongs there
   * @return the file with it
   * @throws IllegalArgumentException if the file has no such part
   */
  public static String replace(String text, String name, String made) {
    String first = "<!-- made: " + name + " -->\n";
    String last = "<!-- end: " + name + " -->";
    int from = text.indexOf(first);
    int to = text.indexOf(last, Math.max(0, from));
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("text: a part " + first.strip() + ", got none");
    }
    return text.substring(0, from + first.length()) + "\n" + made + "\n" + text.substring(to);
  }
}
