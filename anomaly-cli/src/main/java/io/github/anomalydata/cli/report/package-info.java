/** The {@code anomaly report} command. */
@NullMarked
package io.github.anomalydata.cli.report;

import org.jspecify.annotations.NullMarked;
