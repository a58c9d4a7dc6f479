package io.github.anomalydata.mimii;

/**
 * Recordings to train on and recordings to test on, none of them in both.
 *
 * @param train the recordings to train on, all of them normal
 * @param test the recordings to test on
 */
public record TrainTestSplit(Recordings train, Recordings test) {}
