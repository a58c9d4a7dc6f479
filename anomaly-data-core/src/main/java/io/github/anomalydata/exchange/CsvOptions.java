package io.github.anomalydata.exchange;

/** How a CSV table is written down. */
public final class CsvOptions {
  /** Whether the table starts with the names of its columns. */
  public enum Header {
    /** The first line holds the names. */
    FIRST_LINE,
    /** Every line holds numbers; the columns are named by their index, from {@code "0"}. */
    NONE
  }

  /**
   * What to do with a missing value in a table that is read: an empty field, {@code NA}, or {@code
   * NaN} with or without a sign, in any case.
   */
  public enum MissingValues {
    /** It is an error that names the line and the column. */
    REFUSE,
    /** It is read as NaN. */
    NAN
  }

  private static final int NO_COMMENT = -1;

  private static final CsvOptions DEFAULT =
      new CsvOptions(',', NO_COMMENT, Header.FIRST_LINE, MissingValues.REFUSE);

  private final char delimiter;
  private final int comment;
  private final Header header;
  private final MissingValues missingValues;

  private CsvOptions(char delimiter, int comment, Header header, MissingValues missingValues) {
    this.delimiter = delimiter;
    this.comment = comment;
    this.header = header;
    this.missingValues = missingValues;
  }

  /**
   * Returns the usual form: {@linkplain #withDelimiter delimiter} {@code ','}, {@linkplain
   * #with(Header) header} {@link Header#FIRST_LINE}, {@linkplain #with(MissingValues) missing
   * values} {@link MissingValues#REFUSE}, no {@linkplain #withComment comments}.
   *
   * @return the options
   */
  public static CsvOptions withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options with another character between two fields.
   *
   * @param delimiter a tab, a space, or a printable ASCII character that cannot be part of a number
   *     or a quote
   * @return the options
   * @throws IllegalArgumentException if the character is none of these, or the one of comments
   */
  public CsvOptions withDelimiter(char delimiter) {
    if (delimiter != '\t' && delimiter != ' ') {
      requirePunctuation(delimiter, "delimiter");
    }
    requireDistinct(delimiter, comment);
    return new CsvOptions(delimiter, comment, header, missingValues);
  }

  /**
   * Returns these options with comments: a line that starts with the character is not part of the
   * table. Nothing else is a comment; none are written.
   *
   * @param comment a printable ASCII character that cannot be part of a number or a quote
   * @return the options
   * @throws IllegalArgumentException if the character is none of these, or the delimiter
   */
  public CsvOptions withComment(char comment) {
    requirePunctuation(comment, "comment");
    requireDistinct(delimiter, comment);
    return new CsvOptions(delimiter, comment, header, missingValues);
  }

  /**
   * Returns these options with or without a header.
   *
   * @param header where the names of the columns are
   * @return the options
   */
  public CsvOptions with(Header header) {
    return new CsvOptions(delimiter, comment, header, missingValues);
  }

  /**
   * Returns these options with another treatment of missing values.
   *
   * @param missingValues what to do with one
   * @return the options
   */
  public CsvOptions with(MissingValues missingValues) {
    return new CsvOptions(delimiter, comment, header, missingValues);
  }

  char delimiter() {
    return delimiter;
  }

  /** The character, or a number that no byte has. */
  int comment() {
    return comment;
  }

  Header header() {
    return header;
  }

  MissingValues missingValues() {
    return missingValues;
  }

  private static void requirePunctuation(char c, String name) {
    boolean partOfNumber =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c <= ' ' || c > '~' || partOfNumber || "+-.\"".indexOf(c) >= 0) {
      throw new IllegalArgumentException(
          name + " must be printable ASCII and no part of a number or a quote, got '" + c + "'");
    }
  }

  private static void requireDistinct(char delimiter, int comment) {
    if (delimiter == comment) {
      throw new IllegalArgumentException(
          "delimiter and comment must differ, got '" + delimiter + "' for both");
    }
  }
}
