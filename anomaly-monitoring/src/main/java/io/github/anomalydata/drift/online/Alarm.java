package io.github.anomalydata.drift.online;

/**
 * What a monitor says when the statistic passes the threshold.
 *
 * @param sample the sample at which it did, counted from 0 since the monitor was started
 * @param changePoint the sample from which on the stream is thought to be another, likewise; an
 *     estimate
 * @param statistic the statistic, above the threshold
 * @param threshold the threshold
 */
public record Alarm(long sample, long changePoint, double statistic, double threshold) {}
