/** The {@code anomaly metrics} commands. */
@NullMarked
package io.github.anomalydata.cli.metrics;

import org.jspecify.annotations.NullMarked;
