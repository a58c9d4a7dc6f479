/**
 * Seeded transformations of series that keep labels and masks in step.
 *
 * <p>An {@link io.github.anomalydata.augment.Augmentation} is immutable and draws from the
 * generator it is given, never from a global one. What it drew is a {@link
 * io.github.anomalydata.augment.Draw}, which is applied again to labels, masks and other data.
 */
@NullMarked
package io.github.anomalydata.augment;

import org.jspecify.annotations.NullMarked;
