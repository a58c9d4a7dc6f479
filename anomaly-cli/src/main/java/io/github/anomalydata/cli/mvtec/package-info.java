/** The {@code anomaly mvtec} commands. */
@NullMarked
package io.github.anomalydata.cli.mvtec;

import org.jspecify.annotations.NullMarked;
