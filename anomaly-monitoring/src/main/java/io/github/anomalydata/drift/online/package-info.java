/**
 * Monitors that watch a stream, one sample after another, in fixed memory.
 *
 * <p>A {@link io.github.anomalydata.drift.online.Detector} says which statistic to watch. {@link
 * io.github.anomalydata.drift.online.Calibration} finds the threshold at which a stream that is
 * like the reference raises one false alarm in a given number of samples, and {@link
 * io.github.anomalydata.drift.online.Monitor} watches a stream by it.
 */
@NullMarked
package io.github.anomalydata.drift.online;

import org.jspecify.annotations.NullMarked;
