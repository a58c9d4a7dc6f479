/**
 * What a model does in production: every batch of scores counted, timed and kept, and summed up
 * over any window of time.
 *
 * <p>These rules hold throughout:
 *
 * <ul>
 *   <li>An anomaly is a finite score above the threshold of its batch. A score that is NaN or
 *       infinite is counted as such and is part of nothing else.
 *   <li>A batch is one latency, that of all its scores together.
 *   <li>Counts, means, deviations, least and greatest are exact; quantiles are within 1/128 of the
 *       number they tell.
 *   <li>Memory grows with the hours of a history, not with its batches or scores.
 * </ul>
 */
@NullMarked
package io.github.anomalydata.metrics;

import org.jspecify.annotations.NullMarked;
