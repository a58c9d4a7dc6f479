/** The {@code anomaly drift} command. */
@NullMarked
package io.github.anomalydata.cli.drift;

import org.jspecify.annotations.NullMarked;
