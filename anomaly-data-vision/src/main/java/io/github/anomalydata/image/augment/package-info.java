/**
 * Seeded transformations of images that move masks along, and defects made on purpose whose mask is
 * known.
 *
 * <p>All are {@link io.github.anomalydata.augment.Augmentation}s: they compose, replay and save as
 * those of series do. Images are {@code [channels, height, width]} in [0, 1]; {@linkplain
 * io.github.anomalydata.image.Normalization normalise} after them. {@link
 * io.github.anomalydata.image.augment.ImageAugmentations} applies them to 8-bit images and masks.
 */
@NullMarked
package io.github.anomalydata.image.augment;

import org.jspecify.annotations.NullMarked;
