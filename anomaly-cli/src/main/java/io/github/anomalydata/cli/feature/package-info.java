/** The command {@code anomaly features}: a file of signals to named features. */
@NullMarked
package io.github.anomalydata.cli.feature;

import org.jspecify.annotations.NullMarked;
