package io.github.anomalydata.drift;

/**
 * How rows move a distance of two distribution functions. A row at {@code y} adds {@code 1{y <= x}
 * - G(x)} to the current function, so it moves a distance by the sum of that over its derivatives
 * with respect to the differences {@code G - F}. The weights of the differences are taken as they
 * are.
 */
final class DistanceInfluence {
  private DistanceInfluence() {}

  /**
   * Returns the influences on an effect size that is a multiple of the norm of the differences.
   *
   * @param pool the samples, not equally distributed
   * @param distance the distance
   * @param effect the effect size
   */
  static Influence of(Pool pool, Distance distance, double effect) {
    double[] weights = distance.weights(pool);
    double[] differences = differences(pool);
    double[] slopes = new double[weights.length];
    double norm = slopes(distance.norm(), weights, differences, slopes);
    return influence(pool, slopes).times(effect / norm);
  }

  /** Returns {@code G - F} at each place. */
  private static double[] differences(Pool pool) {
    double[] differences = new double[pool.size()];
    int ofCurrent = 0;
    for (int place = 0; place < differences.length; place++) {
      ofCurrent += Permutations.isSet(pool.origins(), place) ? 1 : 0;
      double f = (place + 1.0 - ofCurrent) / pool.reference();
      differences[place] = (double) ofCurrent / pool.current() - f;
    }
    return differences;
  }

  /** Computes the derivatives of a norm, and returns the norm. */
  private static double slopes(Norm norm, double[] weights, double[] differences, double[] slopes) {
    double sum = 0;
    int greatest = 0;
    int least = 0;
    for (int place = 0; place < slopes.length; place++) {
      double weighted = differences[place] * weights[place];
      greatest = weighted > differences[greatest] * weights[greatest] ? place : greatest;
      least = weighted < differences[least] * weights[least] ? place : least;
      if (norm == Norm.SUM) {
        slopes[place] = Math.signum(differences[place]) * weights[place];
        sum += Math.abs(weighted);
      } else if (norm == Norm.SQUARES) {
        slopes[place] = 2 * weighted;
        sum += weighted * differences[place];
      }
    }
    double up = Math.max(0, differences[greatest] * weights[greatest]);
    double down = Math.min(0, differences[least] * weights[least]);
    if (norm == Norm.RANGE || (norm == Norm.GREATEST && up >= -down)) {
      slopes[greatest] = up > 0 ? weights[greatest] : 0;
      sum += up;
    }
    if (norm == Norm.RANGE || (norm == Norm.GREATEST && up < -down)) {
      slopes[least] = down < 0 ? -weights[least] : 0;
      sum -= down;
    }
    return sum;
  }

  private static Influence influence(Pool pool, double[] slopes) {
    double[] reference = new double[pool.reference()];
    double[] current = new double[pool.current()];
    int[] rows = pool.rows();
    double after = 0;
    for (int place = slopes.length - 1; place >= 0; place--) {
      after += slopes[place];
      int row = rows[place];
      if (row < reference.length) {
        reference[row] = -after;
      } else {
        current[row - reference.length] = after;
      }
    }
    return new Influence(reference, current);
  }
}
