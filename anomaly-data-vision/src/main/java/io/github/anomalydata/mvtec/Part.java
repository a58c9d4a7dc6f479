package io.github.anomalydata.mvtec;

/** A part of a data set. */
public enum Part {
  /** Sound products to train on. */
  TRAIN,
  /** Sound and defective products to test on. */
  TEST
}
