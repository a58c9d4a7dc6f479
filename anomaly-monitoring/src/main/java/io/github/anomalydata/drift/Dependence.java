package io.github.anomalydata.drift;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.internal.Require;

/**
 * How the rows of a sample depend on those before them.
 *
 * <p>Rows of a sensor resemble their neighbours. A test that takes them for independent sees far
 * more rows than there is information, and raises false alarms: Kolmogorov-Smirnov at a level of
 * 0.05 on 500 values of an AR(1) process of coefficient 0.9 in 77 of 100 cases. Permuting whole
 * blocks of consecutive rows keeps what neighbours have in common, and with it the level.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "dependence")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Dependence.Independent.class, name = "independent"),
  @JsonSubTypes.Type(value = Dependence.Blocks.class, name = "blocks"),
  @JsonSubTypes.Type(value = Dependence.Estimated.class, name = "estimated")
})
public sealed interface Dependence {

  /**
   * Rows do not depend on one another.
   *
   * @return this choice
   */
  static Dependence independent() {
    return new Independent();
  }

  /**
   * Rows are in the order of time, and depend on those less than a block before them.
   *
   * @param length the rows of a block, at least 1; several times the time that the process
   *     remembers
   * @return this choice
   * @throws IllegalArgumentException if the length is below 1
   */
  static Dependence blocks(int length) {
    return new Blocks(length);
  }

  /**
   * Rows are in the order of time, and the block length is estimated from both samples: the longer
   * of their lengths, by the rule of D. N. Politis and H. White, "Automatic block-length selection
   * for the dependent bootstrap", 2004, doi:10.1081/ETC-120028836, corrected by A. Patton, D. N.
   * Politis and H. White, 2009, doi:10.1080/07474930802459016, but long enough that means of blocks
   * keep nine tenths of the long-run variance, and at most a fifth of the rows. What they do not
   * keep is estimated too, and statistics are compared with those of splits as if they varied so
   * much less. The rule sees the ranks of the values, so that no outlier hides what the others have
   * in common; it sees dependence of levels, not one of spreads alone.
   *
   * @return this choice
   */
  static Dependence estimated() {
    return new Estimated();
  }

  /**
   * Returns the rows of a block.
   *
   * @param values a sample in the order of time
   * @return the number of consecutive rows that stay together, at least 1; estimated from the
   *     sample if that is the choice
   * @throws IllegalArgumentException if it is to be estimated and a value is not finite or 1e250 or
   *     more in magnitude
   */
  default int blockLength(double[] values) {
    if (this instanceof Blocks blocks) {
      return blocks.length();
    }
    return this instanceof Estimated
        ? Series.of("values", values).autocorrelation().blockLength()
        : 1;
  }

  /**
   * Estimates how many independent rows tell as much about the level as those of a sample do.
   *
   * @param values the sample in the order of time, at least one value
   * @return their number: that of the values, over the sum of the autocorrelations of their ranks
   * @throws IllegalArgumentException if there is no value, or one is not finite or 1e250 or more in
   *     magnitude
   */
  static double effectiveSize(double[] values) {
    Require.atLeast("values", values.length, 1);
    return Series.of("values", values).autocorrelation().effectiveSize();
  }

  /** Rows do not depend on one another. */
  record Independent() implements Dependence {}

  /**
   * Rows depend on those less than a block before them.
   *
   * @param length the rows of a block, at least 1
   */
  record Blocks(int length) implements Dependence {

    /**
     * Checks the length.
     *
     * @param length the rows of a block
     * @throws IllegalArgumentException if the length is below 1
     */
    public Blocks {
      Require.atLeast("length", length, 1);
    }
  }

  /** The block length is estimated. */
  record Estimated() implements Dependence {}
}
