/**
 * Wavelet transforms of batches of signals, with the numbers of PyWavelets.
 *
 * <p>A {@link io.github.anomalydata.signal.wavelet.Wavelet} is a bank of filters, {@link
 * io.github.anomalydata.signal.wavelet.Dwt}, {@link io.github.anomalydata.signal.wavelet.Swt} and
 * {@link io.github.anomalydata.signal.wavelet.WaveletPackets} are discrete transforms with it;
 * {@link io.github.anomalydata.signal.wavelet.Cwt} is the continuous transform.
 *
 * <p>A batch is one array that holds its signals one behind the other, or an {@code INDArray} whose
 * last axis is time; the result is in double precision if the input is, else in single. Every
 * method for arrays works without ND4J on the class path. NaN and infinite values are refused with
 * their place, as in the rest of {@code signal}. All sums are double.
 *
 * <p>The filters are those of PyWavelets, made into a table by {@code compat/wavelet/filters.py}.
 * The Daubechies filters among them are exact in the last digit, the symlets only to 1.5e-11, which
 * bounds how well these reconstruct; being the same as the reference is worth more than that here.
 * JWave is not used: its filters differ in their last digits, its details in their signs, and it
 * transforms only lengths that are powers of two, as if they were periodic.
 */
@NullMarked
package io.github.anomalydata.signal.wavelet;

import org.jspecify.annotations.NullMarked;
