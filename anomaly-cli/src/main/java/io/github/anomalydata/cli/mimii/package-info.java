/** The {@code anomaly mimii} commands. */
@NullMarked
package io.github.anomalydata.cli.mimii;

import org.jspecify.annotations.NullMarked;
