/**
 * Transforms of sampled signals that give the numbers of scipy and librosa: Fourier transforms,
 * windows, trends, spectra, envelopes and filters.
 *
 * <p>Every transform takes a batch: signals of one length, one after the other in an array of Java
 * ({@code [batch, channels, time]} in 'c' order), or an {@code INDArray} whose last axis is time
 * and whose leading axes are kept. Work on arrays of Java loads no class of ND4J. An {@code
 * INDArray} may be a view or in 'f' order; the result is in double precision if the input is, else
 * in single. All computation is in double precision.
 *
 * <p>Samples must be finite: one NaN would spread over every frequency and, in a filter, over all
 * that follows, so that NaN and infinity are refused with their place. Magnitudes whose squares
 * leave the range of a double give 0 or infinity in power spectra. All objects are immutable and
 * may be shared by threads.
 */
@NullMarked
package io.github.anomalydata.signal;

import org.jspecify.annotations.NullMarked;
