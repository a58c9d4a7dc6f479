package io.github.anomalydata.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, which readers sort by any column and search. It is built column by column. Instances are
 * immutable.
 *
 * <pre>{@code
 * Table table =
 *     Table.of("Features")
 *         .withText("feature", List.of("pressure", "flow"))
 *         .withNumbers("p-value", Digits.significant(3), 0.004, 0.71)
 *         .withMarks("drift", List.of(Mark.ALARM, Mark.GOOD), List.of("drift", "none"));
 * }</pre>
 */
public final class Table implements Block {
  /** A column. */
  sealed interface Column {
    String name();

    int rows();

    /** Returns what is shown of a row. */
    String text(int row);
  }

  /** A column of text. */
  record Texts(String name, List<String> values) implements Column {
    @Override
    public int rows() {
      return values.size();
    }

    @Override
    public String text(int row) {
      return values.get(row);
    }
  }

  /** A column of numbers. */
  record Numbers(String name, Digits digits, double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public String text(int row) {
      return digits.format(values[row]);
    }
  }

  /** A column of results. */
  record Marks(String name, List<Mark> marks, List<String> words) implements Column {
    @Override
    public int rows() {
      return marks.size();
    }

    @Override
    public String text(int row) {
      return words.get(row);
    }
  }

  private final String title;
  private final List<Column> columns;

  private Table(String title, List<Column> columns) {
    this.title = title;
    this.columns = List.copyOf(columns);
  }

  /**
   * Returns a table without columns.
   *
   * @param title what it shows, not blank
   * @return the table
   * @throws IllegalArgumentException if the title is blank
   */
  public static Table of(String title) {
    return new Table(Checks.named("title", title), List.of());
  }

  /**
   * Returns this table with one more column of text.
   *
   * @param name the name of the column
   * @param values the text of each row; any text
   * @return the table
   * @throws IllegalArgumentException if there are more or fewer rows than in the other columns
   */
  public Table withText(String name, List<String> values) {
    return with(new Texts(name, List.copyOf(values)));
  }

  /**
   * Returns this table with one more column of numbers.
   *
   * @param name the name of the column, with the unit
   * @param digits how many digits are shown
   * @param values the number of each row, NaN where there is none; copied
   * @return the table
   * @throws IllegalArgumentException if there are more or fewer rows than in the other columns
   */
  public Table withNumbers(String name, Digits digits, double... values) {
    return with(new Numbers(name, digits, values.clone()));
  }

  /**
   * Returns this table with one more column of results.
   *
   * @param name the name of the column
   * @param marks how each row is to be taken
   * @param words the result of each row in a word or two
   * @return the table
   * @throws IllegalArgumentException if there are more or fewer rows than in the other columns, or
   *     not as many words as marks
   */
  public Table withMarks(String name, List<Mark> marks, List<String> words) {
    Checks.sameLength("words", words.size(), marks.size());
    return with(new Marks(name, List.copyOf(marks), List.copyOf(words)));
  }

  private Table with(Column column) {
    if (!columns.isEmpty()) {
      Checks.sameLength("values", column.rows(), rows());
    }
    List<Column> more = new ArrayList<>(columns);
    more.add(column);
    return new Table(title, more);
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows, 0 where there is no column
   */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).rows();
  }

  List<Column> columns() {
    return columns;
  }
}
