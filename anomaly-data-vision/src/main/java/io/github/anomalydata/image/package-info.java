/**
 * Pictures as pixels: image files in, 8-bit images and masks of zeros and ones in between, arrays
 * of floats out.
 *
 * <p>{@link io.github.anomalydata.image.ImageDecoder} reads files into an {@link
 * io.github.anomalydata.image.Image}; {@link io.github.anomalydata.image.Resize}, {@link
 * io.github.anomalydata.image.Region} and {@link io.github.anomalydata.image.Padding} change its
 * size and that of its {@link io.github.anomalydata.image.Mask} alike; {@link
 * io.github.anomalydata.image.Normalization} turns it into what a model takes in.
 */
@NullMarked
package io.github.anomalydata.image;

import org.jspecify.annotations.NullMarked;
