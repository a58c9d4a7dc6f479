/** The {@code anomaly monitor} commands. */
@NullMarked
package io.github.anomalydata.cli.monitor;

import org.jspecify.annotations.NullMarked;
