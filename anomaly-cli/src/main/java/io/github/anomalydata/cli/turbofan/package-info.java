/** The {@code anomaly turbofan} commands and the quickstart. */
@NullMarked
package io.github.anomalydata.cli.turbofan;

import org.jspecify.annotations.NullMarked;
