package io.github.anomalydata.drift;

/**
 * What sums up the differences of two distribution functions, for one split of pooled rows, in one
 * walk over the sorted values that allocates nothing.
 */
enum Norm {
  /** The greatest magnitude. */
  GREATEST {
    @Override
    double of(int[] rows, double[] weights, long[] mask, int current) {
      double greatest = 0;
      long difference = 0;
      for (int place = 0; place < rows.length; place++) {
        difference += step(rows, mask, place, current);
        greatest = Math.max(greatest, Math.abs(difference * weights[place]));
      }
      return greatest;
    }
  },

  /** The greatest less the least, 0 among them. */
  RANGE {
    @Override
    double of(int[] rows, double[] weights, long[] mask, int current) {
      double greatest = 0;
      double least = 0;
      long difference = 0;
      for (int place = 0; place < rows.length; place++) {
        difference += step(rows, mask, place, current);
        double weighted = difference * weights[place];
        greatest = Math.max(greatest, weighted);
        least = Math.min(least, weighted);
      }
      return greatest - least;
    }
  },

  /** The weighted sum of magnitudes. */
  SUM {
    @Override
    double of(int[] rows, double[] weights, long[] mask, int current) {
      double sum = 0;
      long difference = 0;
      for (int place = 0; place < rows.length; place++) {
        difference += step(rows, mask, place, current);
        sum += Math.abs(difference) * weights[place];
      }
      return sum;
    }
  },

  /** The weighted sum of squares. */
  SQUARES {
    @Override
    double of(int[] rows, double[] weights, long[] mask, int current) {
      double sum = 0;
      long difference = 0;
      for (int place = 0; place < rows.length; place++) {
        difference += step(rows, mask, place, current);
        sum += (double) difference * difference * weights[place];
      }
      return sum;
    }
  };

  /**
   * Returns the norm.
   *
   * @param rows the pooled row at each place of the sorted values
   * @param weights the weight of each place, 0 where the next value is equal
   * @param mask which pooled rows play the current sample
   * @param current how many do
   */
  abstract double of(int[] rows, double[] weights, long[] mask, int current);

  private static long step(int[] rows, long[] mask, int place, int current) {
    int row = rows[place];
    return (-(mask[row >> 6] >>> row & 1) & rows.length) - current;
  }
}
