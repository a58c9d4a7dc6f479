/** The {@code anomaly signal} commands: transforms over the last axis of NumPy files. */
@NullMarked
package io.github.anomalydata.cli.signal;

import org.jspecify.annotations.NullMarked;
