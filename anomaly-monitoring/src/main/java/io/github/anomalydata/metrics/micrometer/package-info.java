/** The events of a tracker as Micrometer's meters, for those who have Micrometer. */
@NullMarked
package io.github.anomalydata.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
