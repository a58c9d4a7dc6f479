package io.github.anomalydata.turbofan;

import java.nio.file.Path;

/**
 * The files that a {@link TurbofanSimulator} wrote, and their sizes.
 *
 * @param train the run-to-failure file
 * @param test the file of runs cut off before failure
 * @param remainingLife the file with the remaining useful life of each test unit
 * @param trainUnits number of units in the train file
 * @param testUnits number of units in the test file
 * @param trainRows number of lines of the train file
 * @param testRows number of lines of the test file
 */
public record SimulatedFleet(
    Path train,
    Path test,
    Path remainingLife,
    int trainUnits,
    int testUnits,
    long trainRows,
    long testRows) {}
