/**
 * What is taken from the short-time spectra of sound: mel bands, decibels, cepstra, their changes
 * and the shape of spectra, with the parameters, defaults and numbers of librosa.
 *
 * <p>{@link io.github.anomalydata.audio.spectral.LogMel} goes from samples to what a model takes,
 * by presets of the baselines; the other classes are its steps and what is made of them.
 */
@NullMarked
package io.github.anomalydata.audio.spectral;

import org.jspecify.annotations.NullMarked;
