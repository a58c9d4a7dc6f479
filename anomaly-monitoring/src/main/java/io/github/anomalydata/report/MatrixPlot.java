package io.github.anomalydata.report;

/**
 * A heat map: a matrix as colours, dark for the least value and bright for the greatest. Instances
 * are immutable.
 */
public final class MatrixPlot implements Plot {
  private final String title;
  private final String description;
  private final Axis horizontal;
  private final Axis vertical;
  private final String quantity;
  private final Range across;
  private final Range up;
  private final int rows;
  private final double[] values;

  /** The ends of an axis. */
  record Range(double from, double to) {
    Range {
      if (!(from < to && to - from < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("from: finite and below to, got " + from + " and " + to);
      }
    }
  }

  private MatrixPlot(
      String title,
      String description,
      Axis horizontal,
      Axis vertical,
      String quantity,
      Range across,
      Range up,
      int rows,
      double[] values) {
    this.title = title;
    this.description = description;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.quantity = quantity;
    this.across = across;
    this.up = up;
    this.rows = rows;
    this.values = values;
  }

  /**
   * Returns a heat map whose axes count rows and columns.
   *
   * @param title what it shows, not blank
   * @param horizontal what columns are
   * @param vertical what rows are
   * @param quantity what values are, with their unit
   * @param values the values, {@code [rows, columns]}, the first row at the bottom; NaN where there
   *     is none; copied
   * @return the heat map, described by its title
   * @throws IllegalArgumentException if the title is blank, there is no value, or rows differ in
   *     length
   */
  public static MatrixPlot of(
      String title, Axis horizontal, Axis vertical, String quantity, double[][] values) {
    Checks.named("title", title);
    if (values.length == 0 || values[0].length == 0) {
      throw new IllegalArgumentException("values: at least one, got none");
    }
    int columns = values[0].length;
    double[] all = new double[values.length * columns];
    for (int row = 0; row < values.length; row++) {
      Checks.sameLength("values[" + row + "]", values[row].length, columns);
      System.arraycopy(values[row], 0, all, row * columns, columns);
    }
    return new MatrixPlot(
        title,
        title,
        horizontal,
        vertical,
        quantity,
        new Range(0, columns),
        new Range(0, values.length),
        values.length,
        all);
  }

  /**
   * Returns this heat map with other ends of the horizontal axis.
   *
   * @param from the left end of the first column
   * @param to the right end of the last
   * @return the heat map
   * @throws IllegalArgumentException if they are not finite or the first is not less
   */
  public MatrixPlot withColumns(double from, double to) {
    return new MatrixPlot(
        title, description, horizontal, vertical, quantity, new Range(from, to), up, rows, values);
  }

  /**
   * Returns this heat map with other ends of the vertical axis.
   *
   * @param from the lower end of the first row
   * @param to the upper end of the last
   * @return the heat map
   * @throws IllegalArgumentException if they are not finite or the first is not less
   */
  public MatrixPlot withRows(double from, double to) {
    return new MatrixPlot(
        title,
        description,
        horizontal,
        vertical,
        quantity,
        across,
        new Range(from, to),
        rows,
        values);
  }

  /**
   * Returns this heat map with other words for those who cannot see it.
   *
   * @param words what is to be seen, not blank
   * @return the heat map
   * @throws IllegalArgumentException if the words are blank
   */
  public MatrixPlot withDescription(String words) {
    return new MatrixPlot(
        title,
        Checks.named("words", words),
        horizontal,
        vertical,
        quantity,
        across,
        up,
        rows,
        values);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return description;
  }

  Axis horizontal() {
    return horizontal;
  }

  Axis vertical() {
    return vertical;
  }

  String quantity() {
    return quantity;
  }

  Range across() {
    return across;
  }

  Range up() {
    return up;
  }

  int rows() {
    return rows;
  }

  /** Returns the values, row after row from the bottom; not a copy. */
  double[] values() {
    return values;
  }
}
