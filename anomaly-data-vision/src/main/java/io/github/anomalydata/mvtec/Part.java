package io.github.anomalydata.mvtec;

/** A part of a data set. */
public enum Part {
  /** Sound products to train on. */
  TRAIN,
  /** Sound products to validate on, where a data set sets some aside. */
  VALIDATION,
  /** Sound and defective products to test on. */
  TEST,
  /** Products to test on of which only the publisher knows whether they are sound. */
  TEST_PRIVATE,
  /** The same in other light than that of the products to train on. */
  TEST_PRIVATE_MIXED;

  /**
   * Tells whether it is known of each product whether it is sound.
   *
   * @return false for the private parts
   */
  public boolean isLabelled() {
    return this != TEST_PRIVATE && this != TEST_PRIVATE_MIXED;
  }
}
