package io.github.anomalydata.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A data file that breaks a rule of its format. The message names the file, the place in it, the
 * rule and what was found instead.
 *
 * <p>This is the one checked exception for a bad file: a wrong argument is an {@link
 * IllegalArgumentException}, a failing disk any other {@link IOException}.
 */
public final class DataFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The file as text: a {@link Path} may not be serializable. */
  private final String file;

  /** The place in the file, such as {@code "line 12, column 3"}. */
  private final String place;

  /** The rule that was broken. */
  private final String rule;

  /**
   * Creates an exception.
   *
   * @param file the file (a zip entry reads {@code archive.zip!entry.txt})
   * @param place where in the file, such as {@code "line 12, column 3"} or {@code "byte 40"}; empty
   *     for the file as a whole
   * @param rule what was expected
   * @param found what was found instead
   */
  public DataFileException(String file, String place, String rule, String found) {
    super(message(file, place, rule, found));
    this.file = file;
    this.place = place;
    this.rule = rule;
  }

  /**
   * Creates an exception.
   *
   * @param file the file
   * @param place where in the file; empty for the file as a whole
   * @param rule what was expected
   * @param found what was found instead
   */
  public DataFileException(Path file, String place, String rule, String found) {
    this(file.toString(), place, rule, found);
  }

  private static String message(String file, String place, String rule, String found) {
    return file + (place.isEmpty() ? "" : ": " + place) + ": expected " + rule + ", found " + found;
  }

  /**
   * Returns the file.
   *
   * @return the path as text
   */
  public String file() {
    return file;
  }

  /**
   * Returns the place in the file.
   *
   * @return such as {@code "line 12, column 3"}; empty for the file as a whole
   */
  public String place() {
    return place;
  }

  /**
   * Returns the rule that was broken.
   *
   * @return what was expected
   */
  public String rule() {
    return rule;
  }
}
