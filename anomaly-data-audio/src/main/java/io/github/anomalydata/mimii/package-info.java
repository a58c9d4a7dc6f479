/**
 * Recordings of machines, sound and faulty: the MIMII and DCASE trees, from files to batches and
 * scores.
 *
 * <p>{@link io.github.anomalydata.mimii.Mimii} and {@link io.github.anomalydata.mimii.Dcase} open a
 * tree and check it; {@link io.github.anomalydata.mimii.Recordings} selects and splits. {@link
 * io.github.anomalydata.mimii.ClipFeatures} say what a model sees, {@link
 * io.github.anomalydata.mimii.MimiiDataSetIterator} makes batches of it, and {@link
 * io.github.anomalydata.mimii.ClipScores} judge its scores. {@link
 * io.github.anomalydata.mimii.MimiiSimulator} writes a tree for whoever has none.
 */
@NullMarked
package io.github.anomalydata.mimii;

import org.jspecify.annotations.NullMarked;
