package io.github.anomalydata.audio;

/**
 * What a WAV file says before its samples, as far as the file bears it out.
 *
 * @param format how samples are stored
 * @param start the place of the first sample in the file
 * @param frames how many whole frames follow it
 * @param claimed how many bytes of samples the header promises
 */
record WavHeader(WavFormat format, long start, long frames, long claimed) {

  long missingBytes() {
    return claimed - frames * format.frameBytes();
  }
}
