package io.github.anomalydata.internal.simd;

/** The natural logarithm of many numbers. */
public interface Logarithm {
  /** The faster of the two twins. */
  Logarithm FASTER = Twins.faster(Logarithm.class, PlainLogarithm::new);

  /**
   * Replaces each number by its logarithm, with the exceptional values of {@link Math#log} and an
   * error below 1 unit in the last place. That of a number is the same at whichever place.
   *
   * @param values the numbers
   * @param at the place of the first
   * @param count how many they are
   */
  void apply(double[] values, int at, int count);
}
