/** The {@code anomaly audio} commands: what WAV files hold, and their mel spectrograms. */
@NullMarked
package io.github.anomalydata.cli.audio;

import org.jspecify.annotations.NullMarked;
