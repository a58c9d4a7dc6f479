package io.github.anomalydata.mimii;

/** The part of a data set that its publisher gives a recording to. */
public enum Part {
  /** To be trained on. */
  TRAIN,
  /** To be tested on. */
  TEST,
  /** Left to the user, as in MIMII. */
  UNSTATED
}
