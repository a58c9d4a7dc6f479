/**
 * Signals to named feature vectors, with the numbers of numpy, scipy, tsfel and tsfresh.
 *
 * <pre>{@code
 * FeatureExtractor extractor =
 *     FeatureExtractor.of(FeatureSet.prototype(), 25_600)        // Hz
 *         .withChannels(List.of("drive end", "fan end"));
 * INDArray features = extractor.extract(windows);                // [batch, channels, time] -> [batch, n]
 * FeatureTable table = extractor.table(source, ProgressListener.NONE);
 * extractor.schema().save(file);                                 // beside the model
 *
 * FeatureExtractor serving = FeatureExtractor.of(FeatureSchema.load(file));
 * }</pre>
 *
 * <p>These rules hold for every feature; {@link io.github.anomalydata.feature.Feature#definition()}
 * gives its formula and what it is for a constant signal.
 *
 * <ul>
 *   <li>A constant signal has no variance at all, whatever the rounding of its mean. What is then
 *       divided by 0 is undefined: skewness, kurtosis, autocorrelation, Hjorth mobility and
 *       complexity, and of the spectrum all but powers and numbers of peaks. For a signal of zeros
 *       the factors are undefined, too. Undefined is NaN, or the number an extractor was given.
 *       Features of tsfel give what tsfel gives, mostly 0.
 *   <li>An empty signal is refused, as is one shorter than {@link
 *       io.github.anomalydata.feature.Feature#minimumLength()}.
 *   <li>NaN and infinity are refused with their place or, by {@link
 *       io.github.anomalydata.feature.NonFinitePolicy}, make all features of their signal
 *       undefined.
 *   <li>Magnitudes far from 1 lose nothing: what has no unit is the same for a signal times any
 *       power of two. A result beyond the range of a double is infinite or 0.
 * </ul>
 */
@NullMarked
package io.github.anomalydata.feature;

import org.jspecify.annotations.NullMarked;
