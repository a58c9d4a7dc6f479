package io.github.anomalydata.drift;

/**
 * What one walk over two sorted samples tells, without a copy of them, for statistics that are
 * asked for without permutations. Which value comes next decides by arithmetic, not by a branch,
 * which could not be predicted where samples are alike.
 */
final class Merge {
  private double value;
  private long difference;
  private long greatest;
  private double area;
  private int tied;

  private Merge(double first) {
    this.value = first;
    // The first value is no tie of itself.
    this.tied = -1;
  }

  /**
   * Walks over two samples.
   *
   * @param a the one in ascending order, not empty
   * @param b the other
   */
  static Merge of(double[] a, double[] b) {
    Merge merge = new Merge(Math.min(a[0], b[0]));
    int i = 0;
    int j = 0;
    double value = merge.value;
    long difference = 0;
    long greatest = 0;
    double area = 0;
    int tied = merge.tied;
    while (i < a.length && j < b.length) {
      double next = Math.min(a[i], b[j]);
      double gap = next - value;
      long magnitude = Math.abs(difference);
      greatest = Math.max(greatest, gap > 0 ? magnitude : 0);
      area += magnitude * gap;
      tied += gap > 0 ? 0 : 1;
      int ofA = a[i] <= b[j] ? 1 : 0;
      i += ofA;
      j += 1 - ofA;
      difference += ofA == 1 ? b.length : -a.length;
      value = next;
    }
    merge.value = value;
    merge.difference = difference;
    merge.greatest = greatest;
    merge.area = area;
    merge.tied = tied;
    merge.rest(a, i, b.length);
    merge.rest(b, j, -a.length);
    return merge;
  }

  private void rest(double[] values, int from, int step) {
    for (int i = from; i < values.length; i++) {
      double gap = values[i] - value;
      if (gap > 0) {
        greatest = Math.max(greatest, Math.abs(difference));
      } else {
        tied++;
      }
      area += Math.abs(difference) * gap;
      difference += step;
      value = values[i];
    }
  }

  /** Returns the greatest {@code |F - G|} times both sizes. */
  double greatest() {
    return greatest;
  }

  /** Returns the integral of {@code |F - G|} times both sizes. */
  double area() {
    return area;
  }

  /** Returns how many values equal another one before them. */
  int tied() {
    return tied;
  }
}
