/**
 * Seeded changes of sound that leave what it shows the same, on the contract of {@link
 * io.github.anomalydata.augment.Augmentation}: a series {@code [channels, time]} is a clip.
 *
 * <p>{@link io.github.anomalydata.augment.GaussianNoise} adds white noise at a signal-to-noise
 * ratio; masks of bands and frames of spectrograms are {@link
 * io.github.anomalydata.augment.FrequencyMask} and {@link io.github.anomalydata.augment.TimeMask}.
 */
@NullMarked
package io.github.anomalydata.audio.augment;

import org.jspecify.annotations.NullMarked;
