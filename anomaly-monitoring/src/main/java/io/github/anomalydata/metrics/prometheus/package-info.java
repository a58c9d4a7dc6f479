/**
 * What a model does in production as Prometheus sees it: counters and histograms that only rise
 * while the process lives, gauges for a window, and an endpoint that is scraped.
 */
@NullMarked
package io.github.anomalydata.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
