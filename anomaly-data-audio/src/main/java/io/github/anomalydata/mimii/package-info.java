/**
 * Recordings of machines, sound and faulty: the MIMII and DCASE trees, from files to batches and
 * scores.
 *
 * <p>{@link io.github.anomalydata.mimii.Mimii} and {@link io.github.anomalydata.mimii.Dcase} open a
 * tree and check it; {@link io.github.anomalydata.mimii.Recordings} selects and splits.
 */
@NullMarked
package io.github.anomalydata.mimii;

import org.jspecify.annotations.NullMarked;
