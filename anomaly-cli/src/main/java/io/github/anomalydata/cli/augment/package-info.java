/** The {@code anomaly augment} command, and the picture of what it did. */
@NullMarked
package io.github.anomalydata.cli.augment;

import org.jspecify.annotations.NullMarked;
