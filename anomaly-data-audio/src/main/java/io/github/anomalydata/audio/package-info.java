/**
 * Sound as samples: WAV files in, clips of floats in between, WAV files out.
 *
 * <p>{@link io.github.anomalydata.audio.WavFile} reads, {@link
 * io.github.anomalydata.audio.WavWriter} writes; both exchange an {@link
 * io.github.anomalydata.audio.AudioClip}. Which channels are taken is always said, by {@link
 * io.github.anomalydata.audio.Channels}.
 */
@NullMarked
package io.github.anomalydata.audio;

import org.jspecify.annotations.NullMarked;
