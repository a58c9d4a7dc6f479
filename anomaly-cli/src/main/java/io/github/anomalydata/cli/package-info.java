/** The {@code anomaly} command: parses a command line, runs the job, prints what came of it. */
@NullMarked
package io.github.anomalydata.cli;

import org.jspecify.annotations.NullMarked;
