package io.github.anomalydata.audio.augment;

/** What stands where a spectrogram is masked. */
public enum SpectrogramFill {
  /** Zero: silence in powers, but the loudest value in dB below the maximum. */
  ZERO,

  /** The mean of the spectrogram over the frames that count, NaN left out. */
  MEAN,

  /** The least value of the spectrogram, NaN left out: silence in decibels. */
  MINIMUM
}
